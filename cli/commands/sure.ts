import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { Failure, misuse } from '../failure.ts'

/** Before what cannot be undone. */
export async function makeSure(context: Context, given: Given, question: string): Promise<void> {
  if (flag(given, 'yes')) return
  if (!context.interactive) throw misuse({ fr: 'Ceci ne se défait pas : ajoutez --yes.', en: 'This cannot be undone: add --yes.' })
  const { askYes } = await context.later()
  if (!await askYes(question)) throw new Failure(1, { fr: 'Rien n’a été modifié.', en: 'Nothing was changed.' })
}
