import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { clean, json } from '../out/clean.ts'
import { isObject } from '../remote/graphql.ts'
import { notSignedIn } from '../remote/session.ts'

const ME = 'query Me { me { id email fullName roles } }'

/** Who is signed in, as the server sees it. */
export async function whoami(context: Context, given: Given): Promise<void> {
  const { remote, out, colours } = context
  const { data } = await remote.ask(ME)
  const me = data['me']
  if (!isObject(me)) throw notSignedIn()
  const roles = Array.isArray(me['roles']) ? me['roles'].map(String) : []
  const server = remote.server.origin
  if (flag(given, 'json')) await out.line(json({ server, email: me['email'] ?? null, fullName: me['fullName'] ?? null, roles }))
  else await out.line(`${colours.strong(clean(String(me['fullName'] ?? '')))} <${clean(String(me['email'] ?? ''))}> · ${roles.map(clean).join(', ')} · ${server}`)
}
