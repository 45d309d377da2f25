import { notSignedIn, type Remote } from './session.ts'
import { isObject } from './graphql.ts'

const ME = 'query Me { me { id fullName } }'

/** Whoever is signed in. */
export async function whoAmI(remote: Remote): Promise<{ readonly id: string; readonly fullName: string }> {
  const { data } = await remote.ask(ME)
  const me = data['me']
  if (!isObject(me)) throw notSignedIn()
  return { id: String(me['id']), fullName: String(me['fullName'] ?? '') }
}
