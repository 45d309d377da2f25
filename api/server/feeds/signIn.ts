import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Door } from '../../access/door.ts'
import type { Principal } from '../../access/principal.ts'
import type { Sessions } from '../../access/session.ts'
import { badInput, forbidden, messages } from '../../model/errors.ts'
import { bodyWithin } from '../http/guards.ts'

export interface PartnerSignInOptions {
  readonly sessions: Sessions
  /** The partner's program, by its key. */
  readonly callerOf: (request: FastifyRequest) => Promise<Principal>
}

const BODY_BYTES = 4_096
const BODY_MILLISECONDS = 5_000

/**
 * `POST /partner/sign-in` (MC-54): a partner's program, which shows its key, signs in somebody of its own
 * organisation. The token is good at the partners' door only; there is no cookie, and no refreshing.
 */
export function partnerSignIn(app: FastifyInstance, { sessions, callerOf }: PartnerSignInOptions): void {
  app.post('/partner/sign-in', { bodyLimit: BODY_BYTES, onRequest: bodyWithin(BODY_MILLISECONDS) }, async (request, reply) => {
    const { organisationId } = await callerOf(request)
    if (organisationId === undefined) throw forbidden()
    const { email, password } = credentialsIn(request.body)
    const { token, expiresAt } = await sessions.signInPartner(doorOf(request), organisationId, email, password)
    return await reply.header('cache-control', 'no-store').send({ token, expiresAt: expiresAt.toISOString() })
  })
}

function credentialsIn(body: unknown): { readonly email: string; readonly password: string } {
  const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
  const missing = ['email', 'password'].filter((name) => typeof given[name] !== 'string')
  if (missing.length > 0) throw badInput(...missing.map((path) => ({ path, reason: 'required', message: messages.required })))
  return { email: String(given['email']), password: String(given['password']) }
}

/** A program keeps no cookies. */
const doorOf = ({ ip, headers }: FastifyRequest): Door => ({
  address: ip, userAgent: headers['user-agent'], refreshToken: undefined, sessionId: undefined, keepRefreshToken: () => undefined, forgetRefreshToken: () => undefined,
})
