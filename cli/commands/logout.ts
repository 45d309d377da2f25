import type { Context } from '../context.ts'
import { notSignedIn } from '../remote/session.ts'

/** Ends the session at the server, and forgets it here even when the server is away. */
export async function logout(context: Context): Promise<void> {
  const { remote } = context
  if (remote.known === undefined) throw notSignedIn()
  await remote.signOut()
  context.out.note(context.say({ fr: 'Déconnecté de {server}.', en: 'Signed out of {server}.' }, { server: remote.server.origin }))
}
