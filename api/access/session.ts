import { AppError } from '../model/errors.ts'
import { isEmail } from '../model/fields/email.ts'
import type { Door } from './door.ts'
import { verifyPassword } from './password.ts'
import { createSessionStore, type Issued } from './sessionStore.ts'
import type { AccessQuery } from './query.ts'
import type { Throttle } from './throttle.ts'
import { refusedToken, type Tokens } from './tokens.ts'

/** What a sign-in gives. The refresh token is not in it: it travels in its cookie only. */
export interface SignedIn {
  readonly userId: string
  readonly token: string
  readonly expiresAt: Date
}

export interface Sessions {
  /** @throws AppError UNAUTHENTICATED, in the same words and the same time whatever was wrong; RATE_LIMITED. */
  signIn(door: Door, email: string, password: string): Promise<SignedIn>
  /** @throws AppError UNAUTHENTICATED */
  refresh(door: Door): Promise<SignedIn>
  signOut(door: Door): Promise<void>
  /** For the daily clock. */
  forgetExpired(): Promise<void>
}

export interface SessionsOptions {
  readonly query: AccessQuery
  readonly tokens: Pick<Tokens, 'issue'>
  readonly throttle: Throttle
  /** Told when a refresh token comes back that was replaced long ago: somebody has a copy. */
  readonly onReuse?: (userId: string) => void
}

export function createSessions({ query, tokens, throttle, onReuse }: SessionsOptions): Sessions {
  const store = createSessionStore(query)

  async function admit(door: Door, { userId, sessionId, token, expiresAt }: Issued): Promise<SignedIn> {
    door.keepRefreshToken(token, expiresAt)
    return { userId, ...await tokens.issue({ userId, sessionId }) }
  }

  async function signIn(door: Door, email: string, password: string): Promise<SignedIn> {
    await throttle.attempt(email, door.address)
    // What is no address is nobody's, and may hold what PostgreSQL would not take.
    const credential = isEmail(email) ? await store.credential(email) : undefined
    const right = await verifyPassword(credential?.passwordHash, password)
    if (!credential || !right || !credential.active) throw wrongCredentials()
    await throttle.succeeded(email, door.address)
    return await admit(door, await store.open(credential.userId, door))
  }

  async function refresh(door: Door): Promise<SignedIn> {
    const given = door.refreshToken
    const next = given === undefined ? undefined : await store.rotate(given, door)
    if (next) return await admit(door, next)
    const signedIn = given === undefined ? undefined : await afterReplacement(given)
    if (signedIn) return signedIn
    door.forgetRefreshToken()
    throw refusedToken()
  }

  /**
   * A replaced token comes back. Two pages of one browser share the cookie and may renew at once: for some
   * seconds the slower one is given an access token, and no cookie, since the faster one was given it.
   * Later it is a copy in somebody else's hands, and the family ends.
   */
  async function afterReplacement(given: string): Promise<SignedIn | undefined> {
    const spent = await store.spent(given)
    if (!spent?.replaced || spent.successor === undefined) return undefined
    if (spent.justReplaced) {
      return { userId: spent.userId, ...await tokens.issue({ userId: spent.userId, sessionId: spent.successor }) }
    }
    await store.revokeFamily(spent.family)
    onReuse?.(spent.userId)
    return undefined
  }

  async function signOut(door: Door): Promise<void> {
    if (door.sessionId !== undefined || door.refreshToken !== undefined) await store.revokeSession(door.sessionId, door.refreshToken)
    door.forgetRefreshToken()
  }

  return { signIn, refresh, signOut, forgetExpired: store.forgetExpired }
}

const wrongCredentials = (): AppError => new AppError('UNAUTHENTICATED', [{
  reason: 'wrongCredentials',
  message: { fr: 'Adresse électronique ou mot de passe incorrect.', en: 'Wrong e-mail address or password.' },
}])
