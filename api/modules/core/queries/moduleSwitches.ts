import sql from 'sql-template-tag'
import { CORE, neededBy, type ModuleDeclaration } from '../../../model/module.ts'
import { shape } from '#model'
import type { Model } from '../../../model/model.ts'
import type { Locale } from '../../../model/labels.ts'
import { readSetting, type PlacedSetting } from '../../../model/setting.ts'
import { rootQuery } from '../../../read/rootQuery.ts'
import { operators } from '#schema/roles.ts'

const text = { type: 'String', required: true } as const
const texts = { type: 'String', required: true, many: true } as const

const setting = shape('ModuleSettingState', {
  key: text, label: text, help: 'String', kind: text, value: 'JSON', default: 'JSON', choices: 'JSON', limits: 'JSON',
  changed: { type: 'Boolean', required: true },
}, 'One setting of a module: what it is, and its value now.')

const moduleSwitch = shape('ModuleSwitch', {
  id: { type: 'ID', required: true }, key: text, label: text, icon: text,
  enabled: { type: 'Boolean', required: true },
  switchable: { type: 'Boolean', required: true, description: 'The core is not.' },
  needs: { ...texts, description: 'Keys of the modules without which it cannot be on.' },
  neededBy: { ...texts, description: 'Keys of the modules that cannot be on without it.' },
  entities: { ...texts, description: 'What it keeps, by the names that people know.' },
  settings: { type: setting, required: true, many: true },
}, 'A module, what hangs on its switch, and its settings.')

interface Row {
  readonly id: string
  readonly enabled: boolean
  readonly values: Readonly<Record<string, unknown>>
}

/** What the screen of the modules shows: in the order of the menu. */
export default rootQuery({
  name: 'moduleSwitches',
  description: 'Every module with its state, its dependencies and its settings.',
  access: operators,
  returns: moduleSwitch,
  many: true,
  run: async ({ model, caller, query }) => {
    const rows = await query(sql`select m.key, m.id, m.enabled, coalesce((select json_object_agg(s.key, s.value) from module_setting s where s.module_id = m.id), '{}') as values from module m`)
    // The columns of the statement, as it names them.
    const byKey = new Map(rows.map((row) => [String(row['key']), row as unknown as Row]))
    const declared = [...model.modules.values()].sort((a, b) => a.order - b.order)
    return declared.flatMap((module) => {
      const row = byKey.get(module.name)
      return row ? [stateOf(model, module, row, caller.principal.locale)] : []
    })
  },
})

function stateOf(model: Model, module: ModuleDeclaration, { id, enabled, values }: Row, locale: Locale): Record<string, unknown> {
  const needs = (name: string): string[] => [...neededBy(model.modules, name)].filter((needed) => needed !== CORE)
  return {
    id, enabled, key: module.name, label: module.label[locale], icon: module.icon, switchable: module.name !== CORE,
    needs: needs(module.name),
    neededBy: module.name === CORE ? [] : [...model.modules.keys()].filter((other) => needs(other).includes(module.name)),
    entities: [...model.entities.values()].filter((entity) => entity.module === module.name && !entity.abstract).map((entity) => entity.labelPlural[locale]),
    settings: Object.values(module.settings).map((one) => settingState(one, values[one.key], locale)),
  }
}

function settingState(declared: PlacedSetting, given: unknown, locale: Locale): Record<string, unknown> {
  const { key, kind, options } = declared
  const read = given === undefined ? {} : readSetting(declared, given, key)
  const sound = 'value' in read
  const { values, min, max } = options as { values?: Readonly<Record<string, { fr: string; en: string }>>; min?: number; max?: number }
  return {
    key, label: options.label[locale], help: options.help?.[locale] ?? null, kind: kind.name,
    value: sound ? read.value : options.default, default: options.default, changed: sound,
    choices: values ? Object.entries(values).map(([value, label]) => ({ value, label: label[locale] })) : null,
    limits: min === undefined && max === undefined ? null : { min, max },
  }
}
