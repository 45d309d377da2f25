import type { AccessQuery } from './query.ts'
import type { Origin, Principal } from './principal.ts'
import { preferredLocale } from './locale.ts'
import { refusedToken, type AccessClaims, type Tokens } from './tokens.ts'

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
  return async ({ authorization, origin, language, requestId }) => {
    const said = { origin: originOf(origin), locale: preferredLocale(language), requestId }
    if (authorization === undefined) {
      return { principal: { userId: undefined, organisationId: undefined, roles: visitorRoles, ...said }, sessionId: undefined }
    }
    const claims = await tokens.verify(bearer(authorization))
    const account = await readAccount(query, claims)
    return { principal: { userId: claims.userId, ...account, ...said }, sessionId: claims.sessionId }
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

const ACCOUNT = `
  select u.acts_for_id as "organisationId", u.is_administrator as "isAdministrator",
    (select string_agg(r.key, ' ') from user_roles ur join role r on r.id = ur.role_id where ur.user_id = u.id) as roles
  from "user" u join "session" s on s.user_id = u.id
  where u.id = $1 and s.id = $2 and u.state = 'ACTIVE' and s.revoked_at is null`

async function readAccount(query: AccessQuery, { userId, sessionId }: AccessClaims): Promise<Pick<Principal, 'organisationId' | 'roles'>> {
  const [account] = await query(ACCOUNT, [userId, sessionId])
  if (!account) throw refusedToken()
  const roles = new Set(['visitor', 'member'])
  if (typeof account['roles'] === 'string') for (const key of account['roles'].split(' ')) roles.add(key)
  if (account['isAdministrator'] === true) roles.add('administrator')
  return { organisationId: typeof account['organisationId'] === 'string' ? account['organisationId'] : undefined, roles }
}
