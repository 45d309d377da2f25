import { existsSync } from 'node:fs'
import { Wrong } from './wrong.ts'

/** `casting/audition` → its module and name. @throws Wrong */
export function place(path: string | undefined, form: string): { readonly module: string; readonly name: string } {
  const [module = '', name = ''] = path?.split('/') ?? []
  if (!/^[a-z][A-Za-z0-9]*$/.test(module) || !/^[a-z][A-Za-z0-9]*$/.test(name)) throw new Wrong(`write ${form}, in camel case`)
  if (!existsSync(`schema/${module}/module.ts`)) throw new Wrong(`there is no module ${module}; write: npm run new -- module ${module}`)
  return { module, name }
}

/** The value of `--name value`, or the fallback. */
export function option(args: readonly string[], name: string, fallback: string): string {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? fallback : (args[at + 1] ?? fallback)
}

/** `heldAt` → `Held at`: a first label, to be written properly by hand. */
export function words(name: string): string {
  const text = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const quoted = (text: string): string => `'${text.replace(/'/g, '’')}'`
