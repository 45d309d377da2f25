import type { Labels, Values } from './text/labels.ts'

/** 1 refused or failed · 2 wrong use · 3 not signed in · 4 server out of reach · 130 interrupted. */
export type ExitCode = 1 | 2 | 3 | 4 | 130

/** What ends a command: one line for people, and what `--verbose` adds. */
export class Failure extends Error {
  readonly exit: ExitCode
  readonly text: Labels
  readonly values: Values
  /** Said under the line when `--verbose` is given. */
  readonly details: readonly string[]

  constructor(exit: ExitCode, text: Labels, values: Values = {}, details: readonly string[] = []) {
    super(text.en)
    this.exit = exit
    this.text = text
    this.values = values
    this.details = details
  }
}

export const misuse = (text: Labels, values?: Values): Failure => new Failure(2, text, values)

/** A sentence that is already in the caller's language, such as the server's. */
export const spoken = (text: string): Labels => ({ fr: text, en: text })
