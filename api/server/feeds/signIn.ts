import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Door } from '../../access/door.ts'
import type { Audit } from '../../access/audit.ts'
import type { Principal } from '../../access/principal.ts'
import type { Sessions } from '../../access/session.ts'
import { badInput, forbidden, messages } from '../../model/errors.ts'
import type { Query } from '../../read/index.ts'
import { bodyWithin } from '../http/guards.ts'
import { recordSignIn } from '../signIns.ts'

export interface PartnerSignInOptions {
  readonly sessions: Sessions
  readonly audit: Audit
  readonly query: Query
  /** The partner's program, by its key. */
  readonly callerOf: (request: FastifyRequest) => Promise<Principal>
}

const BODY_BYTES = 4_096
const BODY_MILLISECONDS = 5_000

/**
 * `POST /partner/sign-in` (MC-54): a partner's program, which shows its key, signs in somebody of its own
 * organisation. The token is good at the partners' door only; there is no cookie, and no refreshing. Where the account
 * has a second factor, the answer to the password holds a `challenge`, which is sent back with the `code`.
 */
export function partnerSignIn(app: FastifyInstance, { sessions, callerOf, audit, query }: PartnerSignInOptions): void {
  app.post('/partner/sign-in', { bodyLimit: BODY_BYTES, onRequest: bodyWithin(BODY_MILLISECONDS) }, async (request, reply) => {
    const program = await callerOf(request)
    const { organisationId } = program
    if (organisationId === undefined) throw forbidden()
    const door = doorOf(request)
    // Nobody is signed in yet: the program is not the person.
    const attempt = { audit, query, by: { ...program, userId: undefined, origin: 'PARTNER' }, address: request.ip, operation: 'POST /partner/sign-in' } as const
    const { challenge, code } = given(request.body)
    const { token, expiresAt } = typeof challenge === 'string' && typeof code === 'string'
      ? await recordSignIn({ ...attempt, email: undefined }, () => sessions.completePartnerSignIn(door, organisationId, challenge, code))
      : await signInWith(request.body, ({ email, password }) => recordSignIn({ ...attempt, email }, () => sessions.signInPartner(door, organisationId, email, password)))
    return await reply.header('cache-control', 'no-store').send({ token, expiresAt: expiresAt.toISOString() })
  })
}

const given = (body: unknown): Readonly<Record<string, unknown>> => (typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {})

function signInWith<T>(body: unknown, run: (credentials: { readonly email: string; readonly password: string }) => Promise<T>): Promise<T> {
  const { email, password } = given(body)
  const missing = Object.entries({ email, password }).filter(([, value]) => typeof value !== 'string')
  if (missing.length > 0) throw badInput(...missing.map(([path]) => ({ path, reason: 'required', message: messages.required })))
  return run({ email: String(email), password: String(password) })
}

/** A program keeps no cookies. */
const doorOf = ({ ip, headers }: FastifyRequest): Door => ({
  address: ip, userAgent: headers['user-agent'], refreshToken: undefined, sessionId: undefined, keepRefreshToken: () => undefined, forgetRefreshToken: () => undefined,
})
