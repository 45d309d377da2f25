import type { Context } from '../context.ts'
import { text, type Given } from '../command/types.ts'
import { misuse } from '../failure.ts'
import { clean } from '../out/clean.ts'
import { firstLine } from './standardInput.ts'

/** Signs in, and keeps the session for the commands that follow. */
export async function login(context: Context, given: Given): Promise<void> {
  const { remote, interactive } = context
  const email = text(given, 'email') ?? (interactive ? await askEmail(context) : undefined)
  if (email === undefined) throw misuse({ fr: 'login : --email manque.', en: 'login: --email is missing.' })
  const password = given.options.has('password-stdin') ? await firstLine() : interactive ? await askPassword(context) : undefined
  if (password === undefined) throw misuse({ fr: 'login : le mot de passe se donne par --password-stdin.', en: 'login: the password is given by --password-stdin.' })
  const code = text(given, 'code')
  await remote.signIn(email.trim(), password, async () => code ?? (interactive ? (await context.later()).askCode(context) : undefined))
  context.out.note(context.say({ fr: 'Connecté à {server} : {email}.', en: 'Signed in to {server}: {email}.' }, { server: remote.server.origin, email: clean(email.trim()) }))
}

async function askEmail(context: Context): Promise<string> {
  const { askText } = await context.later()
  const { known } = context.remote
  return askText(context.say({ fr: 'Adresse électronique', en: 'E-mail address' }), {
    ...(known === undefined ? {} : { start: known }),
    check: (typed) => (typed.includes('@') ? undefined : context.say({ fr: 'Une adresse électronique contient un @.', en: 'An e-mail address has an @.' })),
  })
}

async function askPassword(context: Context): Promise<string> {
  const { askSecret } = await context.later()
  return askSecret(context.say({ fr: 'Mot de passe', en: 'Password' }))
}
