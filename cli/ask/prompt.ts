import { confirm, input, password, search, select } from '@inquirer/prompts'
import { Failure } from '../failure.ts'
import { clean } from '../out/clean.ts'

/** Loaded only when somebody is asked something. */

export interface Choice {
  readonly value: string
  readonly name: string
  readonly note?: string
}

/** Refusal in a sentence, or undefined. */
export type Check = (text: string) => string | undefined

const PAGE = 10

export const askText = (message: string, options: { readonly start?: string; readonly check?: Check } = {}): Promise<string> => answered(input({
  message, validate: (text) => options.check?.(text) ?? true, ...(options.start === undefined ? {} : { default: options.start, prefill: 'editable' }),
}, toPeople))

export const askSecret = (message: string): Promise<string> => answered(password({ message, mask: '•' }, toPeople))

export const askYes = (message: string): Promise<boolean> => answered(confirm({ message, default: false }, toPeople))

export const askChoice = (message: string, choices: readonly Choice[], start?: string): Promise<string> => answered(select({
  message, choices: choices.map(shown), pageSize: PAGE, ...(start === undefined ? {} : { default: start }),
}, toPeople))

/** A list that is looked up while words are typed. */
export const askSearch = (message: string, find: (words: string) => Promise<readonly Choice[]>): Promise<string> => answered(search({
  message, pageSize: PAGE, source: async (words) => (await find(words ?? '')).map(shown),
}, toPeople))

/** Questions go beside the results. */
const toPeople = { output: process.stderr } as const

const shown = ({ value, name, note }: Choice): { value: string; name: string; description?: string } => ({ value, name: clean(name), ...(note ? { description: clean(note) } : {}) })

async function answered<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (error) {
    // Ctrl-C, or the terminal is gone.
    if (error instanceof Error && /^(ExitPrompt|AbortPrompt)Error$/.test(error.name)) throw new Failure(130, { fr: 'Interrompu : rien n’a été modifié.', en: 'Interrupted: nothing was changed.' })
    throw error
  }
}
