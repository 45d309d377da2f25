import { httpError, readErrors } from '../data/errors.ts'
import { isObject, type Locale, type Me } from '../data/meta.ts'
import { expiryOf } from './token.ts'

export type SessionState =
  | { readonly is: 'starting' }
  | { readonly is: 'unreachable' }
  /** `expired`: work was interrupted; the form says why it is there. */
  | { readonly is: 'out'; readonly expired: boolean }
  | { readonly is: 'in'; readonly user: Me }

/**
 * Who is signed in. The token lives in memory only; what outlives a reload is the cookie of the
 * refresh token, which no script reads.
 */
export interface Session {
  state(): SessionState
  subscribe(listener: () => void): () => void
  /** At the start of the page: signed in again by the cookie, or not. */
  start(): Promise<void>
  signIn(email: string, password: string): Promise<void>
  /** The second step, with the `challenge` that the first one was refused with. */
  completeSignIn(challenge: string, code: string): Promise<void>
  requestPasswordReset(email: string): Promise<void>
  /** By the link of a mail. */
  setPassword(token: string, password: string): Promise<void>
  /** Name of the house at which one may sign in as well. */
  provider(): Promise<string | undefined>
  signOut(): Promise<void>
  /** A token that is good for a while, refreshed before it ends. */
  token(): Promise<string | undefined>
  /** After a refusal: a new token by the cookie; without one the session is over. */
  renew(): Promise<boolean>
  locale: Locale
}

export interface SessionOptions { readonly url: string; readonly locale: Locale; readonly fetch?: typeof fetch; readonly now?: () => number }

const USER = 'user { id email fullName }'
const documents = {
  signIn: `mutation Admin_SignIn($email: String!, $password: String!) { data: signIn(email: $email, password: $password) { token ${USER} } }`,
  complete: `mutation Admin_CompleteSignIn($challenge: String!, $code: String!) { data: completeSignIn(challenge: $challenge, code: $code) { token ${USER} } }`,
  provider: 'query Admin_SignInProvider { data: signInProvider }',
  requestReset: 'mutation Admin_RequestPasswordReset($email: String!) { data: requestPasswordReset(email: $email) }',
  setPassword: 'mutation Admin_SetPassword($token: String!, $password: String!) { data: setPassword(token: $token, password: $password) }',
  refresh: `mutation Admin_RefreshSession { data: refreshSession { token ${USER} } }`,
  signOut: 'mutation Admin_SignOut { data: signOut }',
}
/** A token is renewed when it has less than this to live. */
const MARGIN = 30_000

export function createSession(options: SessionOptions): Session {
  const listeners = new Set<() => void>()
  let current: SessionState = { is: 'starting' }
  let held: { readonly token: string; readonly until: number } | undefined
  let renewing: Promise<boolean> | undefined
  const now = options.now ?? Date.now

  const become = (next: SessionState): void => {
    current = next
    for (const listener of listeners) listener()
  }
  const hold = (answer: Signed): void => {
    held = { token: answer.token, until: expiryOf(answer.token) ?? Number.POSITIVE_INFINITY }
    if (current.is !== 'in' || current.user.id !== answer.user.id) become({ is: 'in', user: answer.user })
  }
  const leave = (expired: boolean): void => {
    held = undefined
    become({ is: 'out', expired })
  }
  const ask = (query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<unknown> =>
    post(options, session.locale, query, variables, held?.token)

  // Tabs share the cookie, and its token rotates: one refresh at a time, in all of them.
  const refresh = (): Promise<boolean> => inTurn(async () => {
    try {
      hold(readSigned(await ask(documents.refresh)))
      return true
    } catch (error) {
      if (isUnreachable(error)) throw error
      return false
    }
  })

  const session: Session = {
    locale: options.locale,
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      become({ is: 'starting' })
      await refresh().then((renewed) => { if (!renewed) leave(false) }, () => become({ is: 'unreachable' }))
    },
    async signIn(email, password) {
      hold(readSigned(await ask(documents.signIn, { email, password })))
    },
    async completeSignIn(challenge, code) {
      hold(readSigned(await ask(documents.complete, { challenge, code })))
    },
    async provider() {
      const name = await ask(documents.provider).catch(() => undefined)
      return typeof name === 'string' ? name : undefined
    },
    async requestPasswordReset(email) {
      await ask(documents.requestReset, { email })
    },
    async setPassword(token, password) {
      await ask(documents.setPassword, { token, password })
    },
    async signOut() {
      await ask(documents.signOut).catch(() => undefined)
      leave(false)
    },
    async token() {
      if (held && held.until - now() < MARGIN) await session.renew().catch(() => false)
      return held?.token
    },
    renew() {
      renewing ??= refresh().then((renewed) => {
        if (!renewed) leave(current.is === 'in')
        return renewed
      }).finally(() => { renewing = undefined })
      return renewing
    },
  }
  return session
}

interface Signed { readonly token: string; readonly user: Me }

function readSigned(answer: unknown): Signed {
  const user = isObject(answer) && isObject(answer['user']) ? answer['user'] : undefined
  if (!isObject(answer) || !user || typeof answer['token'] !== 'string') throw httpError({ code: 'UNAUTHENTICATED', message: 'coulisses.error.signIn', fields: [], details: {} })
  const fullName = typeof user['fullName'] === 'string' ? user['fullName'] : null
  return { token: answer['token'], user: { id: String(user['id']), email: typeof user['email'] === 'string' ? user['email'] : null, fullName } }
}

async function post(options: SessionOptions, locale: Locale, query: string, variables: Readonly<Record<string, unknown>>, token: string | undefined): Promise<unknown> {
  const answer = await (options.fetch ?? fetch)(options.url, {
    method: 'POST', credentials: 'same-origin', body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', 'accept-language': locale, 'x-coulisses-origin': 'ADMIN', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  }).then((response): Promise<unknown> => response.json()).catch(() => unreachable())
  const errors = isObject(answer) && Array.isArray(answer['errors']) ? answer['errors'].filter(isObject) : []
  if (errors.length > 0) throw httpError(readErrors(errors))
  return isObject(answer) && isObject(answer['data']) ? answer['data']['data'] : undefined
}

const unreachable = (): never => { throw httpError({ code: 'NETWORK', message: 'coulisses.error.network', fields: [], details: {} }) }
const isUnreachable = (error: unknown): boolean => isObject(error) && error['status'] === 503

/** Where the browser has locks: outside of a secure context it has none, and one tab is all we know. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('coulisses-session', work) : work()
