import type { Context } from '../context.ts'
import type { Labels } from '../text/labels.ts'

export interface Option {
  readonly name: string
  readonly short?: string
  /** What its value is called in the help; without one it is a switch. */
  readonly value?: Labels
  readonly help: Labels
  readonly choices?: readonly string[]
}

export interface Argument {
  readonly name: Labels
  readonly help: Labels
  readonly optional?: true
  /** Takes all words that are left. */
  readonly rest?: true
  readonly choices?: readonly string[]
}

/** One thing that can be done. Help, completion and the man page are made from it. */
export interface Command {
  readonly path: readonly string[]
  readonly summary: Labels
  readonly about?: Labels
  readonly args?: readonly Argument[]
  readonly options?: readonly Option[]
  readonly examples: readonly string[]
  /** Loads what it needs only then: a command that is not given costs nothing. */
  readonly run: (context: Context, given: Given) => Promise<void>
}

/** A group of commands: `client`, `contract`… */
export interface Group {
  readonly path: readonly string[]
  readonly summary: Labels
}

/** What was typed, sorted out. */
export interface Given {
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, string | true>
}

export const flag = (given: Given, name: string): boolean => given.options.get(name) === true

export function text(given: Given, name: string): string | undefined {
  const value = given.options.get(name)
  return typeof value === 'string' ? value : undefined
}
