import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { option, quoted, words } from './names.ts'
import { Wrong } from './wrong.ts'

/** `npm run new -- module festival`. @returns the files written */
export function writeModule(args: readonly string[]): readonly string[] {
  const [name = ''] = args
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw new Wrong('write: npm run new -- module festival, in camel case')
  const file = `schema/${name}/module.ts`
  if (existsSync(file)) throw new Wrong(`${file} is there already`)
  mkdirSync(`schema/${name}`, { recursive: true })
  const order = 10 * readdirSync('schema', { withFileTypes: true }).filter((entry) => entry.isDirectory()).length
  writeFileSync(file, `import { module } from '#model'

export default module({
  name: '${name}',
  label: { fr: ${quoted(option(args, 'fr', words(name)))}, en: ${quoted(option(args, 'en', words(name)))} },
  icon: 'folder',
  order: ${order},
  uses: ['core'],
})
`)
  return [file]
}
