import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { AppError } from '../model/errors.ts'

const ALGORITHM = 'EdDSA'
/** RFC 9068. A token of another kind that we may sign one day is not taken for this one. */
const TYPE = 'at+jwt'
/** The door for which a token is: that of the staff, or that of the partners. A token of one is refused at the other. */
export type Audience = 'coulisses' | 'partner'
const audiences: readonly Audience[] = ['coulisses', 'partner']
const ISSUER = 'coulisses'
/** Of the time between the first and the second step of a sign-in. */
const CHALLENGE = 'second-step+jwt'
const SECOND_STEP = 'coulisses:second-step'
export const CHALLENGE_SECONDS = 5 * 60
export const ACCESS_SECONDS = 15 * 60

/** What an access token says: which account, signed in by which session. Rights are never in it. */
export interface AccessClaims {
  readonly userId: string
  readonly sessionId: string
}

export interface VerifiedClaims extends AccessClaims {
  readonly audience: Audience
}

export interface Tokens {
  /** For the staff's door unless another `audience` is named. */
  issue(claims: AccessClaims & { readonly audience?: Audience }): Promise<{ readonly token: string; readonly expiresAt: Date }>
  /** @throws AppError UNAUTHENTICATED whatever is wrong with it. */
  verify(token: string): Promise<VerifiedClaims>
  /** Says that somebody has shown the password of an account, for the five minutes in which the second step is asked. */
  challenge(passed: FirstStep): Promise<string>
  /** @throws AppError UNAUTHENTICATED */
  answered(challenge: string): Promise<FirstStep>
}

export interface FirstStep {
  readonly userId: string
  /** Changes with the password: a challenge from before it is worth nothing. */
  readonly proof: string
}

export interface TokenOptions {
  /** The secret of the installation; the signing key is derived from it. */
  readonly secret: string
  readonly now?: () => Date
}

interface Known extends VerifiedClaims {
  readonly expires: number
}

/** Issues and checks access tokens: Ed25519, one algorithm, one key; nothing in a token chooses another. */
export function createTokens({ secret, now = () => new Date() }: TokenOptions): Tokens {
  const privateKey = signingKey(secret)
  const publicKey = createPublicKey(privateKey)
  // A page asks many times with one token: its signature is checked once. Its age is checked each time.
  const known = new LRUCache<string, Known>({ max: 1_000 })

  async function issue({ userId, sessionId, audience = 'coulisses' }: AccessClaims & { readonly audience?: Audience }): Promise<{ token: string; expiresAt: Date }> {
    const begin = Math.floor(now().getTime() / 1_000)
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(ISSUER).setAudience(audience).setSubject(userId)
      .setIssuedAt(begin).setExpirationTime(begin + ACCESS_SECONDS)
      .sign(privateKey)
    return { token, expiresAt: new Date((begin + ACCESS_SECONDS) * 1_000) }
  }

  async function verify(token: string): Promise<VerifiedClaims> {
    const seen = known.get(token)
    const claims = seen ?? await check(token, publicKey, now())
    if (claims.expires * 1_000 <= now().getTime()) throw refusedToken()
    if (!seen) known.set(token, claims)
    return claims
  }

  const challenge = ({ userId, proof }: FirstStep): Promise<string> => {
    const begin = Math.floor(now().getTime() / 1_000)
    return new SignJWT({ proof }).setProtectedHeader({ alg: ALGORITHM, typ: CHALLENGE }).setIssuer(ISSUER).setAudience(SECOND_STEP).setSubject(userId)
      .setIssuedAt(begin).setExpirationTime(begin + CHALLENGE_SECONDS).sign(privateKey)
  }
  return { issue, verify, challenge, answered: (given) => readChallenge(given, publicKey, now()) }
}

async function readChallenge(given: string, key: KeyObject, currentDate: Date): Promise<FirstStep> {
  try {
    const { payload } = await jwtVerify<{ proof?: unknown }>(given, key, {
      algorithms: [ALGORITHM], typ: CHALLENGE, audience: SECOND_STEP, issuer: ISSUER, currentDate, requiredClaims: ['sub', 'proof', 'iat', 'exp'], maxTokenAge: CHALLENGE_SECONDS,
    })
    if (typeof payload.proof !== 'string' || payload.sub === undefined) throw refusedChallenge()
    return { userId: payload.sub, proof: payload.proof }
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refusedChallenge()
    throw error
  }
}

const refusedChallenge = (): AppError => new AppError('UNAUTHENTICATED', [{
  reason: 'challengeRefused', message: { fr: 'La connexion a pris trop de temps : recommencez par votre mot de passe.', en: 'Signing in took too long: begin again with your password.' },
}])

async function check(token: string, key: KeyObject, currentDate: Date): Promise<Known> {
  try {
    const { payload } = await jwtVerify<{ sid?: unknown }>(token, key, {
      algorithms: [ALGORITHM], typ: TYPE, audience: [...audiences], issuer: ISSUER, currentDate,
      requiredClaims: ['sub', 'sid', 'iat', 'exp'], maxTokenAge: ACCESS_SECONDS,
    })
    const audience = audiences.find((one) => one === payload.aud)
    if (typeof payload.sid !== 'string' || payload.sub === undefined || payload.exp === undefined || audience === undefined) throw refusedToken()
    return { userId: payload.sub, sessionId: payload.sid, audience, expires: payload.exp }
  } catch (error) {
    if (error instanceof errors.JOSEError) throw refusedToken()
    throw error
  }
}

/** The form in which PKCS #8 wraps the thirty-two bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

function signingKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'coulisses access token', 32))
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

export const refusedToken = (): AppError => new AppError('UNAUTHENTICATED', [{
  reason: 'tokenRefused',
  message: { fr: 'Votre session est expirée ou invalide : connectez-vous de nouveau.', en: 'Your session is expired or invalid: sign in again.' },
}])
