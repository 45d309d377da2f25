import { existsSync, writeFileSync } from 'node:fs'
import { upperFirst } from '../../api/model/names.ts'
import { option, place, quoted, words } from './names.ts'
import { Wrong } from './wrong.ts'

/** `npm run new -- entity casting/audition`. @returns the files written */
export function writeEntity(args: readonly string[]): readonly string[] {
  const { module, name } = place(args[0], 'npm run new -- entity casting/audition')
  const file = `schema/${module}/${name}.ts`
  if (existsSync(file)) throw new Wrong(`${file} is there already`)
  const label = { fr: option(args, 'fr', words(name)), en: option(args, 'en', words(name)) }
  writeFileSync(file, source(upperFirst(name), option(args, 'plural', `${name}s`), label))
  return [file]
}

const source = (name: string, plural: string, label: { fr: string; en: string }): string => `import { Base, Entity, Text } from '#model'
import { castingDesk } from '../roles.ts'

/** What one of these is, in a sentence. */
@Entity<${name}>({
  plural: '${plural}',
  label: { fr: ${quoted(label.fr)}, en: ${quoted(label.en)} },
  labelPlural: { fr: ${quoted(`${label.fr}s`)}, en: ${quoted(`${label.en}s`)} },
  title: 'name',
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  sort: { name: 'ASC' },
  menu: { order: 100 },
})
export class ${name} extends Base {
  @Text({ required: true, search: 'A' }) name!: string
}
`
