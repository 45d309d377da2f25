import { AppError } from '../model/errors.ts'
import { createFindAccount, type Account, type SecondFactorDemand } from './account.ts'
import { createAuthenticateKey, isApiKey } from './apiKey.ts'
import type { Policies } from './policy.ts'
import type { AccessQuery } from './query.ts'
import { createVisitorModules } from './modules.ts'
import type { Origin, Principal } from './principal.ts'
import { preferredLocale } from './locale.ts'
import { refusedToken, type Audience, type Tokens } from './tokens.ts'

/** What a request says of who sends it. */
export interface Credentials {
  /** Header `authorization`. Missing is a visitor; present and wrong is nobody at all. */
  readonly authorization: string | undefined
  /** Header `x-coulisses-origin`. */
  readonly origin: string | undefined
  /** Header `accept-language`. */
  readonly language: string | undefined
  readonly requestId: string
  /** Header `x-coulisses-view-as`: a role that an administrator wants to look as. */
  readonly viewAs?: string | undefined
  /** Of the network; for the audit trail. */
  readonly address?: string
  /** The door at which they are shown; that of the staff unless said. */
  readonly audience?: Audience
}

export interface Identity {
  readonly principal: Principal
  /** Session of the access token; undefined for a visitor and for a key. */
  readonly sessionId: string | undefined
}

/** @throws AppError UNAUTHENTICATED for credentials that are not good, FORBIDDEN for those of another door; they never make a visitor. */
export type Authenticate = (credentials: Credentials) => Promise<Identity>

export interface AuthenticateOptions {
  readonly query: AccessQuery
  readonly tokens: Pick<Tokens, 'verify'>
  /** Brought up to the version that the statement for the account names. */
  readonly policies?: Pick<Policies, 'upTo'>
  readonly secondFactor?: SecondFactorDemand
}

const visitorRoles: ReadonlySet<string> = new Set(['visitor'])

/** Says who is asking. Account, session, key and roles are read at each request, so that a change acts on the next one. */
export function createAuthenticate({ query, tokens, policies, secondFactor }: AuthenticateOptions): Authenticate {
  const findAccount = createFindAccount(query, secondFactor)
  const authenticateKey = createAuthenticateKey(query, secondFactor)
  const modules = createVisitorModules(query)

  async function byToken(token: string, audience: Audience): Promise<Account & Pick<Principal, 'sessionId'>> {
    const claims = await tokens.verify(token)
    const account = await findAccount(claims.sessionId)
    if (account?.userId !== claims.userId) throw refusedToken()
    if (claims.audience !== audience) throw otherDoor()
    return { ...account, sessionId: claims.sessionId }
  }

  return async ({ authorization, origin, language, requestId, address, audience = 'coulisses' }) => {
    const said = { origin: originOf(origin), locale: preferredLocale(language), requestId }
    if (authorization === undefined) {
      return { principal: { userId: undefined, organisationId: undefined, roles: visitorRoles, modulesOff: await modules.off(), ...said }, sessionId: undefined }
    }
    const token = bearer(authorization)
    const account = isApiKey(token) ? await authenticateKey(token, address) : await byToken(token, audience)
    if (!account) throw refusedToken()
    modules.learn(account.modulesOff)
    await policies?.upTo(account.policy)
    return { principal: { ...account, ...said }, sessionId: 'sessionId' in account ? account.sessionId : undefined }
  }
}

function bearer(authorization: string): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+|cou_[\w-]+)$/i.exec(authorization)?.[1]
  if (token === undefined || token.length > 2_000) throw refusedToken()
  return token
}

const otherDoor = (): AppError => new AppError('FORBIDDEN', [{
  reason: 'otherDoor', message: { fr: 'Ce jeton est celui d’une autre entrée.', en: 'This token is for another door.' },
}])

/** A caller may say from which of our programs it asks; the origins that mean a door of ours are not his to claim. */
const claimable: ReadonlySet<Origin> = new Set<Origin>(['ADMIN', 'CLI', 'API'])
export const originOf = (header: string | undefined): Origin => [...claimable].find((origin) => origin === header) ?? 'API'
