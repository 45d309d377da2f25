import { createFindAccount } from './account.ts'
import type { AccessQuery } from './query.ts'
import type { Origin, Principal } from './principal.ts'
import { preferredLocale } from './locale.ts'
import { refusedToken, type Tokens } from './tokens.ts'

/** What a request says of who sends it. */
export interface Credentials {
  /** Header `authorization`. Missing is a visitor; present and wrong is nobody at all. */
  readonly authorization: string | undefined
  /** Header `x-coulisses-origin`. */
  readonly origin: string | undefined
  /** Header `accept-language`. */
  readonly language: string | undefined
  readonly requestId: string
}

export interface Identity {
  readonly principal: Principal
  /** Session of the access token; undefined for a visitor. */
  readonly sessionId: string | undefined
}

/** @throws AppError UNAUTHENTICATED for credentials that are not good; they never make a visitor. */
export type Authenticate = (credentials: Credentials) => Promise<Identity>

export interface AuthenticateOptions {
  readonly query: AccessQuery
  readonly tokens: Pick<Tokens, 'verify'>
}

const visitorRoles: ReadonlySet<string> = new Set(['visitor'])

/** Says who is asking. Account, session and roles are read at each request, so that a change acts on the next one. */
export function createAuthenticate({ query, tokens }: AuthenticateOptions): Authenticate {
  const findAccount = createFindAccount(query)
  return async ({ authorization, origin, language, requestId }) => {
    const said = { origin: originOf(origin), locale: preferredLocale(language), requestId }
    if (authorization === undefined) {
      return { principal: { userId: undefined, organisationId: undefined, roles: visitorRoles, ...said }, sessionId: undefined }
    }
    const claims = await tokens.verify(bearer(authorization))
    const account = await findAccount(claims.sessionId)
    if (account?.userId !== claims.userId) throw refusedToken()
    return { principal: { ...account, ...said }, sessionId: claims.sessionId }
  }
}

function bearer(authorization: string): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
  if (token === undefined || token.length > 2_000) throw refusedToken()
  return token
}

/** A caller may say from which of our programs it asks; the origins that mean a door of ours are not his to claim. */
const claimable: ReadonlySet<Origin> = new Set<Origin>(['ADMIN', 'CLI', 'API'])
const originOf = (header: string | undefined): Origin => [...claimable].find((origin) => origin === header) ?? 'API'
