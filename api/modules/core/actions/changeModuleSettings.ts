import { AppError } from '../../../model/errors.ts'
import { json, type JsonOptions } from '../../../model/fields/json.ts'
import { below, type Issue } from '../../../model/issue.ts'
import type { ModuleDeclaration } from '../../../model/module.ts'
import { readSetting } from '../../../model/setting.ts'
import { operators } from '#schema/roles.ts'
import { Module } from '#schema/core/appModule.ts'
import { ModuleSetting } from '#schema/core/moduleSetting.ts'
import { action, type Input, type Work } from '../../../write/types.ts'
import { isInput } from '../../input.ts'

const unknown: Issue = { reason: 'unknownSetting', message: { fr: 'Ce module n’a pas ce réglage.', en: 'This module has no such setting.' } }

/** The given values, each sound; every fault is told at once. Null goes back to what the module declares. */
function checked(declared: ModuleDeclaration | undefined, given: Input): readonly (readonly [string, unknown])[] {
  const issues: Issue[] = []
  const values = Object.entries(given).map(([key, value]) => {
    const setting = Object.hasOwn(declared?.settings ?? {}, key) ? declared?.settings[key] : undefined
    const read = setting === undefined ? { issue: unknown } : value === null ? { value: null } : readSetting(setting, value, key)
    if (read.issue) issues.push(below(`values.${key}`, read.issue))
    return [key, 'value' in read ? read.value : undefined] as const
  })
  if (issues.length > 0) throw new AppError('BAD_USER_INPUT', issues)
  return values
}

/** Answers whether that changes anything. */
async function keep(work: Work, module: string, key: string, value: unknown): Promise<boolean> {
  const house = work.asHouse()
  const [known] = await work.rows(ModuleSetting, { module: { id: { eq: module } }, key: { eq: key } }, 1)
  if (known ? known.value === value : value === null) return false
  if (known && value === null) await house.remove(ModuleSetting, known.id)
  else if (known) await house.set(ModuleSetting, known.id, { value })
  else await house.create(ModuleSetting, {}, { module, key, value })
  return true
}

const anyValues: JsonOptions = { required: true, shape: { type: 'map', values: { type: 'any' } }, label: { fr: 'Valeurs par réglage', en: 'Values by setting' } }

/** Settings act on the next request; the history keeps who changed which. */
export default action<Module>({
  name: 'changeModuleSettings',
  on: Module,
  label: { fr: 'Modifier les réglages', en: 'Change the settings' },
  access: operators,
  args: { values: { kind: json, options: anyValues } },
  returns: Module,
  run: async (work, { id, values }) => {
    const module = await work.row(Module, id, true)
    const given = isInput(values) ? values : {}
    const declared = work.model.modules.get(String(module?.key))
    for (const [key, value] of checked(declared, given)) {
      if (await keep(work, id, key, value) && declared?.settings[key]?.options.critical) work.needsSecond(Module, id)
    }
    return id
  },
})
