import { manPage } from '../command/man.ts'
import type { Command } from '../command/types.ts'
import type { Context } from '../context.ts'
import { everywhere } from './options.ts'

/** Prints the manual page. */
export async function man({ out, locale }: Context, commands: readonly Command[]): Promise<void> {
  await out.write(manPage(commands, everywhere, locale))
}
