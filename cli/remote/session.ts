import { Failure, misuse } from '../failure.ts'
import type { Locale } from '../text/labels.ts'
import { isObject, pour, send, type Answer, type Variables } from './graphql.ts'
import { createWire, type Flow } from './http.ts'
import { RemoteError } from './remoteError.ts'
import type { Kept, Store } from './store.ts'

/** The API, for somebody who is signed in. */
export interface Remote {
  readonly server: URL
  /** `trial`: a mutation is only tried, and taken back. */
  ask(document: string, variables?: Variables, trial?: boolean): Promise<Answer>
  /** More than one answer holds, read while it comes. */
  pour(path: string, question: Variables): Promise<Flow>
  /** Sends something that nobody waits for: no session is renewed for it, nobody is asked. */
  tell(document: string, variables: Variables, milliseconds: number): Promise<void>
  /** Id of the account, as far as its token says. */
  readonly user: string | undefined
  /** `code`: asks for the six digits of a second factor, where the account has one; undefined where nobody can be asked. */
  signIn(email: string, password: string, code?: () => Promise<string | undefined>): Promise<void>
  signOut(): Promise<void>
  /** The e-mail address of the session that is kept. */
  readonly known: string | undefined
  close(): void
}

export interface RemoteOptions {
  readonly server: URL
  readonly store: Store
  readonly locale: Locale
  readonly milliseconds: number
  /** From the environment: then nothing is kept and nothing renewed. */
  readonly token: string | undefined
  /** Asks whoever is there to sign in again; undefined where nobody is. */
  readonly again: ((email: string) => Promise<string | undefined>) | undefined
  readonly code: (() => Promise<string | undefined>) | undefined
}

const SIGN_IN = 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }'
const SECOND_STEP = 'mutation SecondStep($challenge: String!, $code: String!) { completeSignIn(challenge: $challenge, code: $code) { token } }'
const REFRESH = 'mutation Refresh { refreshSession { token } }'
const SIGN_OUT = 'mutation SignOut { signOut }'
const COOKIE = 'coulisses_refresh'

export const notSignedIn = (): Failure => new Failure(3, { fr: 'Vous n’êtes pas connecté : coulisses crm login.', en: 'You are not signed in: coulisses crm login.' })

export function createRemote({ server, store, locale, milliseconds, token: given, again, code: askCode }: RemoteOptions): Remote {
  const wire = createWire()
  const exchange = { wire, server, locale, milliseconds }
  let kept = store.read(server.origin)
  let token = given ?? kept?.token

  const keep = (answer: Answer, field: string, email: string): void => {
    const signed = answer.data[field]
    const refresh = cookieOf(answer.cookies) ?? kept?.refresh
    if (!isObject(signed) || typeof signed['token'] !== 'string' || refresh === undefined) throw notSignedIn()
    token = signed['token']
    kept = { email, token, refresh }
    store.write(server.origin, kept)
  }
  const signIn: Remote['signIn'] = async (email, password, code) => {
    try {
      keep(await send(exchange, { document: SIGN_IN, variables: { email, password } }), 'signIn', email)
    } catch (error) {
      const challenge = error instanceof RemoteError ? challengeOf(error) : undefined
      const given = challenge === undefined ? undefined : await code?.()
      if (given === undefined) throw error
      keep(await send(exchange, { document: SECOND_STEP, variables: { challenge, code: given } }), 'completeSignIn', email)
    }
  }
  let renewing: Promise<boolean> | undefined
  /** Once for all that are asking at this moment. */
  const renew = (): Promise<boolean> => renewing ??= renewed().finally(() => { renewing = undefined })
  /** @returns whether there is a token to try with */
  const renewed = async (): Promise<boolean> => {
    if (given !== undefined || !kept) return false
    if (await refreshed(kept)) return true
    const password = await again?.(kept.email)
    if (password === undefined) return false
    await signIn(kept.email, password, askCode)
    return true
  }
  const refreshed = async (session: Kept): Promise<boolean> => {
    try {
      keep(await send(exchange, { document: REFRESH, cookie: `${COOKIE}=${session.refresh}` }), 'refreshSession', session.email)
      return true
    } catch (error) {
      if (error instanceof RemoteError && error.code === 'UNAUTHENTICATED') return false
      throw error
    }
  }
  const signedIn = async <T>(ask: (token: string) => Promise<T>): Promise<T> => {
    if (token === undefined) throw notSignedIn()
    if (given === undefined && isExpired(token) && !await renew()) throw notSignedIn()
    try {
      return await ask(token)
    } catch (error) {
      // Refused at the door: nothing was done, so the same may be asked again.
      if (!(error instanceof RemoteError) || error.code !== 'UNAUTHENTICATED' || !await renew()) throw error
      return await ask(token)
    }
  }
  return {
    server, close: wire.close, known: kept?.email, signIn,
    get user() { return token === undefined ? undefined : claimOf(token, 'sub') },
    tell: async (document, variables, patience) => { if (token !== undefined) await send({ ...exchange, milliseconds: patience }, { document, variables, token }) },
    ask: (document, variables = {}, trial = false) => signedIn((now) => send(exchange, { document, variables, token: now, trial })),
    pour: (path, question) => signedIn((now) => pour(exchange, path, question, now)),
    signOut: async () => {
      if (kept) await send(exchange, { document: SIGN_OUT, cookie: `${COOKIE}=${kept.refresh}` }).finally(() => store.forget(server.origin))
    },
  }
}

/** The password was right, and a code is wanted besides. */
function challengeOf({ faults }: RemoteError): string | undefined {
  const challenge = faults.find(({ reason }) => reason === 'secondFactorNeeded')?.details['challenge']
  return typeof challenge === 'string' ? challenge : undefined
}

function cookieOf(cookies: readonly string[]): string | undefined {
  for (const cookie of cookies) {
    const value = /^coulisses_refresh=([\w.~+/=%-]+)/.exec(cookie)?.[1]
    if (value !== undefined) return value
  }
  return undefined
}

/** What the token says of itself; the server has the last word. */
const isExpired = (token: string): boolean => Number(claimOf(token, 'exp') ?? Infinity) * 1_000 < Date.now() + 5_000

function claimOf(token: string, name: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const claim = isObject(claims) ? claims[name] : undefined
    return typeof claim === 'string' || typeof claim === 'number' ? String(claim) : undefined
  } catch {
    return undefined
  }
}

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The address of a server. What is not of this machine is reached by https, or knowingly not. */
export function serverOf(address: string, insecure: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw misuse({ fr: '« {address} » n’est pas une adresse de serveur : https://coulisses.example.org', en: '“{address}” is no address of a server: https://coulisses.example.org' }, { address })
  if (url.protocol === 'http:' && !loopback.test(url.hostname) && !insecure) {
    throw misuse({
      fr: '{address} : sans https, mot de passe et jeton passent en clair. Ajoutez --insecure pour le vouloir quand même.',
      en: '{address}: without https, password and token travel in clear. Add --insecure to want it all the same.',
    }, { address: url.origin })
  }
  return new URL(url.origin)
}
