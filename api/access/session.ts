import { createHash } from 'node:crypto'
import { AppError } from '../model/errors.ts'
import { isEmail } from '../model/fields/email.ts'
import type { Door } from './door.ts'
import { verifyPassword } from './password.ts'
import type { SecondFactors } from './secondFactor.ts'
import { SessionStore, type Credential, type Issued } from './sessionStore.ts'
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
  /**
   * @throws AppError UNAUTHENTICATED, in the same words and the same time whatever was wrong; RATE_LIMITED.
   * For an account with a second factor the right password answers UNAUTHENTICATED too, `secondFactorNeeded` with a `challenge`.
   */
  signIn(door: Door, email: string, password: string): Promise<SignedIn>
  /** Somebody of one organisation at the door of the partners: the token is for that door, and good for none but him. Refuses as `signIn` does. */
  signInPartner(door: Door, organisationId: string, email: string, password: string): Promise<SignedIn>
  /** Somebody whom another house recognised by a verified address. @throws AppError UNAUTHENTICATED, also with a `challenge` as `signIn` */
  enter(door: Door, email: string): Promise<SignedIn>
  /** The second step, within five minutes. @throws AppError UNAUTHENTICATED, RATE_LIMITED */
  completeSignIn(door: Door, challenge: string, code: string): Promise<SignedIn>
  /** The second step of somebody of one organisation at the door of the partners. */
  completePartnerSignIn(door: Door, organisationId: string, challenge: string, code: string): Promise<SignedIn>
  /** @throws AppError UNAUTHENTICATED */
  refresh(door: Door): Promise<SignedIn>
  /** Answers whose session it was, where there was one. */
  signOut(door: Door): Promise<string | undefined>
  /** For the daily clock. */
  forgetExpired(): Promise<void>
}

export interface SessionsOptions {
  readonly query: AccessQuery
  readonly tokens: Pick<Tokens, 'issue' | 'challenge' | 'answered'>
  readonly throttle: Throttle
  readonly secondFactors: Pick<SecondFactors, 'accepts'>
  /** Told when a refresh token comes back that was replaced long ago: somebody has a copy. */
  readonly onReuse?: (userId: string) => void
}

export const createSessions = (options: SessionsOptions): Sessions => new RenewableSessions(options)

class RenewableSessions implements Sessions {
  readonly #options: SessionsOptions
  readonly #store: SessionStore

  constructor(options: SessionsOptions) {
    this.#options = options
    this.#store = new SessionStore(options.query)
  }

  async signIn(door: Door, email: string, password: string): Promise<SignedIn> {
    const { userId } = await this.#recognised(door, email, password, () => true)
    return await this.#admit(door, await this.#store.open(userId, door))
  }

  async signInPartner(door: Door, organisationId: string, email: string, password: string): Promise<SignedIn> {
    const { userId } = await this.#recognised(door, email, password, (credential) => credential.organisationId === organisationId)
    return await this.#admitPartner(door, userId)
  }

  async completePartnerSignIn(door: Door, organisationId: string, challenge: string, code: string): Promise<SignedIn> {
    return await this.#admitPartner(door, await this.#answered(door, challenge, code, (credential) => credential.organisationId === organisationId))
  }

  async #admitPartner(door: Door, userId: string): Promise<SignedIn> {
    const { sessionId } = await this.#store.open(userId, door)
    return { userId, ...await this.#options.tokens.issue({ userId, sessionId, audience: 'partner' }) }
  }

  async #recognised(door: Door, email: string, password: string, belongs: (credential: Credential) => boolean): Promise<Credential> {
    const { throttle } = this.#options
    await throttle.attempt(email, door.address)
    // What is no address is nobody's, and may hold what PostgreSQL would not take.
    const credential = isEmail(email) ? await this.#store.credential(email) : undefined
    const right = await verifyPassword(credential?.passwordHash, password)
    if (!credential || !right || !credential.active || !belongs(credential)) throw wrongCredentials()
    await throttle.succeeded(email, door.address)
    if (credential.secondFactor) throw await this.#secondStep(credential)
    return credential
  }

  async enter(door: Door, email: string): Promise<SignedIn> {
    const credential = isEmail(email) ? await this.#store.credential(email) : undefined
    if (!credential?.active) throw wrongCredentials()
    if (credential.secondFactor) throw await this.#secondStep(credential)
    return await this.#admit(door, await this.#store.open(credential.userId, door))
  }

  async completeSignIn(door: Door, challenge: string, code: string): Promise<SignedIn> {
    return await this.#admit(door, await this.#store.open(await this.#answered(door, challenge, code, () => true), door))
  }

  /** Whose challenge a code answers. Somebody who does not belong to this door uses up no code. */
  async #answered(door: Door, challenge: string, code: string, belongs: (credential: Credential) => boolean): Promise<string> {
    const { tokens, secondFactors } = this.#options
    const { userId, proof } = await tokens.answered(challenge)
    const credential = await this.#store.credentialOf(userId)
    if (!credential || !belongs(credential)) throw wrongCode()
    const accepted = await secondFactors.accepts(door, userId, code)
    if (!accepted || !credential.active || proofOf(credential) !== proof) throw wrongCode()
    return userId
  }

  async #secondStep(credential: Credential): Promise<AppError> {
    const challenge = await this.#options.tokens.challenge({ userId: credential.userId, proof: proofOf(credential) })
    return new AppError('UNAUTHENTICATED', [{ reason: 'secondFactorNeeded', message: { fr: 'Saisissez le code à six chiffres de votre téléphone.', en: 'Enter the six digits that your telephone shows.' } }], { challenge })
  }

  async refresh(door: Door): Promise<SignedIn> {
    const given = door.refreshToken
    const next = given === undefined ? undefined : await this.#store.rotate(given, door)
    if (next) return await this.#admit(door, next)
    const signedIn = given === undefined ? undefined : await this.#afterReplacement(given)
    if (signedIn) return signedIn
    door.forgetRefreshToken()
    throw refusedToken()
  }

  async signOut(door: Door): Promise<string | undefined> {
    const whose = door.sessionId === undefined && door.refreshToken === undefined ? undefined : await this.#store.revokeSession(door.sessionId, door.refreshToken)
    door.forgetRefreshToken()
    return whose
  }

  async forgetExpired(): Promise<void> {
    await this.#store.forgetExpired()
  }

  async #admit(door: Door, { userId, sessionId, token, expiresAt }: Issued): Promise<SignedIn> {
    door.keepRefreshToken(token, expiresAt)
    return await this.#issue(userId, sessionId)
  }

  async #issue(userId: string, sessionId: string): Promise<SignedIn> {
    return { userId, ...await this.#options.tokens.issue({ userId, sessionId }) }
  }

  /**
   * A replaced token comes back. Two pages of one browser share the cookie and may renew at once: for some
   * seconds the slower one is given an access token, and no cookie, since the faster one was given it.
   * Later it is a copy in somebody else's hands, and the family ends.
   */
  async #afterReplacement(given: string): Promise<SignedIn | undefined> {
    const spent = await this.#store.spent(given)
    if (!spent?.replaced || spent.successor === undefined) return undefined
    if (spent.justReplaced) return await this.#issue(spent.userId, spent.successor)
    await this.#store.revokeFamily(spent.family)
    this.#options.onReuse?.(spent.userId)
    return undefined
  }
}

/** Tells nothing of the password, and changes with it. */
const proofOf = ({ userId, passwordHash = '' }: Credential): string => createHash('sha256').update(`${userId} ${passwordHash}`).digest('base64url').slice(0, 22)

const wrongCode = (): AppError => new AppError('UNAUTHENTICATED', [{
  reason: 'wrongCode', message: { fr: 'Ce code n’est pas le bon, ou a déjà servi.', en: 'This code is wrong, or was used already.' },
}])

const wrongCredentials = (): AppError => new AppError('UNAUTHENTICATED', [{
  reason: 'wrongCredentials',
  message: { fr: 'Adresse électronique ou mot de passe incorrect.', en: 'Wrong e-mail address or password.' },
}])
