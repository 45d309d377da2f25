import type { Context } from '../context.ts'
import { clean } from '../out/clean.ts'
import { askSecret, askText } from './prompt.ts'

/** The session ended while somebody was at work: the password, and what was typed goes on. */
export async function askPasswordAgain(context: Context, email: string): Promise<string> {
  context.out.note(context.say({ fr: 'Votre session est terminée. Connectez-vous de nouveau ; ce que vous avez saisi est gardé.', en: 'Your session has ended. Sign in again; what you typed is kept.' }))
  return await askSecret(context.say({ fr: 'Mot de passe de {email}', en: 'Password of {email}' }, { email: clean(email) }))
}

/** The account has a second factor: the digits that a telephone shows, or a code of paper. */
export const askCode = (context: Context): Promise<string> => askText(context.say({ fr: 'Code du second facteur', en: 'Code of the second factor' }))
