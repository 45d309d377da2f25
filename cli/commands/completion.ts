import type { Command, Given } from '../command/types.ts'
import { completionScript, type Shell } from '../command/completion.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { everywhere } from './options.ts'

const shells: readonly Shell[] = ['bash', 'zsh', 'fish']

/** Prints the completion script of a shell. */
export async function completion({ out, locale }: Context, given: Given, commands: readonly Command[]): Promise<void> {
  const shell = shells.find((one) => one === given.words[0])
  if (!shell) throw misuse({ fr: 'completion : bash, zsh ou fish.', en: 'completion: bash, zsh or fish.' })
  await out.write(completionScript(shell, commands, everywhere, locale))
}
