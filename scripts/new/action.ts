import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { upperFirst } from '../../api/model/names.ts'
import { option, place, quoted, words } from './names.ts'
import { Wrong } from './wrong.ts'

/** `npm run new -- action casting/confirmAudition audition`. @returns the files written */
export function writeAction(args: readonly string[]): readonly string[] {
  const { module, name } = place(args[0], 'npm run new -- action casting/confirmAudition audition')
  const entity = args[1] ?? ''
  if (!existsSync(`schema/${module}/${entity}.ts`)) throw new Wrong(`say which entity it is done to: npm run new -- action ${args[0]} audition`)
  const file = `api/modules/${module}/actions/${name}.ts`
  if (existsSync(file)) throw new Wrong(`${file} is there already`)
  mkdirSync(`api/modules/${module}/actions`, { recursive: true })
  writeFileSync(file, `import { ${upperFirst(entity)} } from '../../../../schema/${module}/${entity}.ts'
import { castingDesk } from '../../../../schema/roles.ts'
import { action } from '../../../write/types.ts'

/** What it does, in a sentence. */
export default action({
  name: '${name}',
  on: ${upperFirst(entity)},
  label: { fr: ${quoted(option(args, 'fr', words(name)))}, en: ${quoted(option(args, 'en', words(name)))} },
  access: castingDesk,
  returns: ${upperFirst(entity)},
  run: async (work, { id }) => {
    await work.row(${upperFirst(entity)}, id, true)
    return id
  },
})
`)
  return [file]
}
