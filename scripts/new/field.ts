import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { option, place, quoted, words } from './names.ts'
import { Wrong } from './wrong.ts'

/** Decorator and type of the property, by the word for the kind. Kinds that need options of their own are written by hand. */
const kinds: Readonly<Record<string, readonly [decorator: string, type: string]>> = {
  text: ['Text', 'string'], longText: ['LongText', 'string'], richText: ['RichText', 'string'], integer: ['Integer', 'number'],
  boolean: ['Bool', 'boolean'], date: ['Day', 'string'], instant: ['Instant', 'string'], duration: ['Duration', 'number'],
  email: ['Email', 'string'], url: ['Url', 'string'], phone: ['PhoneNumber', 'Phone'], country: ['Country', 'string'],
  language: ['Language', 'string'], currency: ['Currency', 'string'], percentage: ['Percentage', 'number'],
  position: ['GeoPosition', 'Position'], money: ['MoneyAmount', 'Money'], encrypted: ['Encrypted', 'string'],
}

/** `npm run new -- field casting/audition.heldAt instant`. @returns the files written */
export function writeField(args: readonly string[]): readonly string[] {
  const [path = '', kind = 'text'] = args
  const [entity, field = ''] = path.split('.')
  const { module, name } = place(entity, 'npm run new -- field casting/audition.heldAt instant')
  const [decorator, type] = kinds[kind] ?? []
  if (!decorator || !type) throw new Wrong(`the kind ${kind} is unknown, or needs options: write it by hand, or one of ${Object.keys(kinds).join(', ')}`)
  if (!/^[a-z][A-Za-z0-9]*$/.test(field)) throw new Wrong('write the field in camel case: casting/audition.heldAt')
  const file = `schema/${module}/${name}.ts`
  if (!existsSync(file)) throw new Wrong(`there is no ${file}`)
  const text = readFileSync(file, 'utf8')
  if (new RegExp(`\\b${field}[!?]?:`).test(text)) throw new Wrong(`${file} has ${field} already`)
  const label = `label: { fr: ${quoted(option(args, 'fr', words(field)))}, en: ${quoted(option(args, 'en', words(field)))} }`
  const line = `  @${decorator}({ ${label} }) ${field}?: ${type}\n`
  writeFileSync(file, imported(text.replace(/\}\s*$/, `${line}}\n`), decorator, type))
  return [file]
}

/** Adds what the new line names to the import of the language. */
function imported(text: string, decorator: string, type: string): string {
  return text.replace(/import \{ ([^}]*) \} from '#model'/, (_line, names: string) => {
    const known = new Set(names.split(', '))
    known.add(decorator)
    if (/^[A-Z]/.test(type)) known.add(`type ${type}`)
    return `import { ${[...known].join(', ')} } from '#model'`
  })
}
