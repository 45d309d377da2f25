import { parseCookie, stringifySetCookie } from 'cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import type { Audit } from '../../access/audit.ts'
import type { Sessions } from '../../access/session.ts'
import { AppError } from '../../model/errors.ts'
import type { Query } from '../../read/index.ts'
import type { OidcConfig } from '../config.ts'
import { RequestDoor } from '../graphql/door.ts'
import type { Report } from '../report.ts'
import { recordSignIn } from '../signIns.ts'
import { faults } from './fault.ts'

export interface OidcRoutesOptions {
  readonly oidc: OidcConfig
  readonly sessions: Pick<Sessions, 'enter'>
  readonly publicUrl: () => string
  readonly secure: boolean
  readonly report: Report
  readonly audit: Audit
  readonly query: Query
}

/** Nothing is asked of GraphQL here. */
const ways = { registered: false, free: false } as const
const COOKIE = 'coulisses_oidc'
const MINUTES = 10
const SECONDS_TO_ANSWER = 5

/** What the browser keeps while its owner is at the provider. */
interface Handshake {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/**
 * Signing in at another house: authorization code with PKCE, state and nonce. Whoever comes back with a
 * verified address that an active account has is that account; no account is made.
 */
export const oidcRoutes = (options: OidcRoutesOptions) => async (app: FastifyInstance): Promise<void> => {
  const provider = createProvider(options.oidc)
  const redirectUri = (): string => `${options.publicUrl()}/auth/oidc/callback`

  app.get('/auth/oidc', async (_request, reply) => {
    const config = await provider()
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri(), scope: 'openid email', state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    })
    remember(reply, { state, nonce, verifier }, options.secure)
    return reply.redirect(address.href)
  })

  app.get('/auth/oidc/callback', async (request, reply) => {
    const handshake = remembered(request)
    remember(reply, undefined, options.secure)
    // Without it, or with that of another browser, nobody asks the provider anything.
    if (!handshake || new URL(request.url, 'http://localhost').searchParams.get('state') !== handshake.state) throw faults.malformed()
    return reply.redirect(await arrive(request, reply, handshake, await provider(), options))
  })
}

/** Where the browser goes next. */
async function arrive(request: FastifyRequest, reply: FastifyReply, { state, nonce, verifier }: Handshake, config: oidc.Configuration, { sessions, secure, publicUrl, report, audit, query }: OidcRoutesOptions): Promise<string> {
  const principal = { userId: undefined, organisationId: undefined, roles: new Set<string>(), origin: 'ADMIN', locale: 'fr', requestId: request.id } as const
  const attempt = { audit, query, by: principal, address: request.ip, operation: 'GET /auth/oidc/callback' } as const
  const refuse = (reason: string) => audit({ action: 'SIGN_IN', by: principal, address: request.ip, operation: attempt.operation, reason })
  try {
    const tokens = await oidc.authorizationCodeGrant(config, new URL(request.url, publicUrl()), { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
    const claims = tokens.claims()
    const email = claims?.['email']
    if (typeof email !== 'string' || claims?.['email_verified'] !== true) {
      await refuse('addressNotVerified')
      return '/admin/#refused=oidc'
    }
    await recordSignIn({ ...attempt, email }, () => sessions.enter(new RequestDoor(request, reply, { principal, sessionId: undefined }, ways, secure), email))
    return '/admin/'
  } catch (error) {
    const challenge = error instanceof AppError ? error.details['challenge'] : undefined
    if (typeof challenge === 'string') return `/admin/#challenge=${challenge}`
    if (!(error instanceof AppError)) {
      report(error, { where: 'oidc' })
      await refuse('providerFailed')
    }
    return '/admin/#refused=oidc'
  }
}

/** Asked for when it is first needed, and again after it did not answer: a provider that is away keeps nobody from starting. */
function createProvider({ issuer, clientId, clientSecret }: OidcConfig): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | undefined
  const url = new URL(issuer)
  // Without https on this machine only: for trying it out.
  const local = url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return () => {
    found ??= oidc.discovery(url, clientId, clientSecret, undefined, {
      timeout: SECONDS_TO_ANSWER,
      // The line to the provider is trusted by default; the signature of what it says is checked all the same.
      execute: [oidc.enableNonRepudiationChecks, ...(local ? [oidc.allowInsecureRequests] : [])],
    })
    found.catch(() => { found = undefined })
    return found
  }
}

/** Sent back by the browser that comes from the provider: `lax`, and to these addresses only. */
function remember(reply: FastifyReply, handshake: Handshake | undefined, secure: boolean): void {
  const value = handshake ? Buffer.from(JSON.stringify(handshake)).toString('base64url') : ''
  void reply.header('set-cookie', stringifySetCookie({ name: COOKIE, value, path: '/auth/oidc', httpOnly: true, sameSite: 'lax', secure, maxAge: handshake ? MINUTES * 60 : 0 }))
}

function remembered(request: FastifyRequest): Handshake | undefined {
  const value = parseCookie(request.headers.cookie ?? '')[COOKIE]
  try {
    const read: unknown = JSON.parse(Buffer.from(value ?? '', 'base64url').toString())
    return isHandshake(read) ? read : undefined
  } catch {
    return undefined
  }
}

const isHandshake = (value: unknown): value is Handshake =>
  typeof value === 'object' && value !== null && ['state', 'nonce', 'verifier'].every((key) => key in value && typeof (value as Readonly<Record<string, unknown>>)[key] === 'string')
