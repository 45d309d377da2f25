import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { Failure, misuse } from '../failure.ts'
import { firstLines } from './standardInput.ts'

const CHANGE = 'mutation Password($from: String!, $to: String!) { changePassword(currentPassword: $from, newPassword: $to) }'

/** Everybody changes his own; his other sessions end. */
export async function password(context: Context, given: Given): Promise<void> {
  const [from = '', to = ''] = flag(given, 'password-stdin') ? await firstLines(2) : await typed(context)
  await context.remote.ask(CHANGE, { from, to })
  context.out.note(context.colours.good(context.say({ fr: 'Mot de passe changé. Vos autres sessions sont terminées.', en: 'Password changed. Your other sessions have ended.' })))
}

async function typed(context: Context): Promise<readonly string[]> {
  const { interactive, say } = context
  if (!interactive) throw misuse({ fr: 'password : l’ancien et le nouveau se donnent par --password-stdin, une ligne chacun.', en: 'password: the old and the new one are given by --password-stdin, one line each.' })
  const { askSecret } = await context.later()
  const from = await askSecret(say({ fr: 'Mot de passe actuel', en: 'Current password' }))
  const to = await askSecret(say({ fr: 'Nouveau mot de passe', en: 'New password' }))
  if (to !== await askSecret(say({ fr: 'Encore une fois', en: 'Once more' }))) throw new Failure(1, { fr: 'Les deux ne sont pas les mêmes : rien n’est changé.', en: 'The two are not the same: nothing is changed.' })
  return [from, to]
}
