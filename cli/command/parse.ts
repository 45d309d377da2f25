import { misuse } from '../failure.ts'
import { nearest } from './nearest.ts'
import type { Command, Given, Option } from './types.ts'

export interface Parsed {
  /** Undefined when the words name a group, or nothing. */
  readonly command: Command | undefined
  readonly path: readonly string[]
  readonly given: Given
}

/** Understands a command line. Options may stand anywhere; after `--` everything is a word. */
export function parse(line: readonly string[], commands: readonly Command[], everywhere: readonly Option[]): Parsed {
  const words = new Words(commands)
  const options = new Map<string, string | true>()
  let literal = false
  for (let at = 0; at < line.length; at++) {
    const token = line[at] ?? ''
    if (token === '--' && !literal) literal = true
    else if (literal || !token.startsWith('-') || token === '-') words.take(token)
    else at += takeOption(token, line[at + 1], [...everywhere, ...words.command?.options ?? []], options)
  }
  if (words.command && !options.has('help')) checkWords(words.command, words.rest)
  return { command: words.command, path: words.path, given: { words: words.rest, options } }
}

/** Words that name a command, then those that are its arguments. */
class Words {
  readonly #commands: readonly Command[]
  path: readonly string[] = []
  command: Command | undefined
  readonly rest: string[] = []

  constructor(commands: readonly Command[]) {
    this.#commands = commands
  }

  take(word: string): void {
    if (this.command) {
      this.rest.push(word)
      return
    }
    const here = this.#commands.filter(({ path }) => this.path.every((step, index) => path[index] === step))
    const next = [...new Set(here.map(({ path }) => path[this.path.length] ?? ''))]
    const name = next.find((one) => one === word) ?? next.find((one) => `${one}s` === word)
    if (name === undefined) {
      const meant = nearest(word, next)
      throw unknownCommand([...this.path, word].join(' '), meant === undefined ? undefined : [...this.path, meant].join(' '))
    }
    this.path = [...this.path, name]
    this.command = here.find(({ path }) => path.length === this.path.length && path.at(-1) === name)
  }
}

/** @returns how many further tokens it took */
function takeOption(token: string, next: string | undefined, known: readonly Option[], options: Map<string, string | true>): number {
  const equals = token.startsWith('--') ? token.indexOf('=') : -1
  const name = equals === -1 ? token : token.slice(0, equals)
  const option = known.find((one) => `--${one.name}` === name || (one.short !== undefined && `-${one.short}` === name))
  if (!option) throw unknownOption(name, nearest(name, known.map((one) => `--${one.name}`)))
  if (options.has(option.name)) throw misuse({ fr: '--{name} est donnée deux fois.', en: '--{name} is given twice.' }, { name: option.name })
  if (!option.value) {
    if (equals !== -1) throw misuse({ fr: '--{name} ne prend pas de valeur.', en: '--{name} takes no value.' }, { name: option.name })
    options.set(option.name, true)
    return 0
  }
  const value = equals === -1 ? next : token.slice(equals + 1)
  const forgotten = value === undefined || (equals === -1 && known.some((one) => `--${one.name}` === value))
  if (forgotten) throw misuse({ fr: '--{name} attend une valeur : {value}.', en: '--{name} needs a value: {value}.' }, { name: option.name, value: option.value.en })
  checkChoice(option, value)
  options.set(option.name, value)
  return equals === -1 ? 1 : 0
}

function checkChoice({ name, choices }: Option, value: string): void {
  if (choices && !choices.includes(value)) throw misuse({ fr: '--{name} : {value} n’existe pas ; au choix {choices}.', en: '--{name}: there is no {value}; one of {choices}.' }, { name, value, choices: choices.join(', ') })
}

function checkWords({ path, args = [] }: Command, words: readonly string[]): void {
  const missing = args[words.length]
  if (missing && !missing.optional && !missing.rest) {
    throw misuse({ fr: '{command} : il manque {name}.', en: '{command}: {english} is missing.' }, { command: path.join(' '), name: missing.name.fr, english: missing.name.en })
  }
  const surplus = args.some((one) => one.rest) ? undefined : words[args.length]
  if (surplus !== undefined) throw misuse({ fr: '{command} : « {word} » est de trop.', en: '{command}: “{word}” is one too many.' }, { command: path.join(' '), word: surplus })
}

const unknownCommand = (name: string, meant: string | undefined) => meant === undefined
  ? misuse({ fr: 'Commande inconnue : {name}. coulisses crm --help les donne toutes.', en: 'Unknown command: {name}. coulisses crm --help lists them all.' }, { name })
  : misuse({ fr: 'Commande inconnue : {name}. Vouliez-vous dire {meant} ?', en: 'Unknown command: {name}. Did you mean {meant}?' }, { name, meant })

const unknownOption = (name: string, meant: string | undefined) => meant === undefined
  ? misuse({ fr: 'Option inconnue : {name}. --help donne celles de cette commande.', en: 'Unknown option: {name}. --help lists those of this command.' }, { name })
  : misuse({ fr: 'Option inconnue : {name}. Vouliez-vous dire {meant} ?', en: 'Unknown option: {name}. Did you mean {meant}?' }, { name, meant })
