import type { Locale } from '../model/labels.ts'
import type { Rights } from './rights.ts'

/** Where a request or a change comes from. */
export type Origin = 'ADMIN' | 'API' | 'CLI' | 'SITE' | 'PARTNER' | 'JOB'

/** Who is asking. */
export interface Principal {
  /** Undefined for a visitor and for the house itself. */
  readonly userId: string | undefined
  /** Organisation that the account acts for (logins of clients and partners). */
  readonly organisationId: string | undefined
  readonly roles: ReadonlySet<string>
  /** Names of the modules that were switched off when the request came. */
  readonly modulesOff?: ReadonlySet<string> | undefined
  readonly origin: Origin
  readonly locale: Locale
  readonly requestId: string
  /** Session of a person who signed in; undefined for visitors, keys and the house. */
  readonly sessionId?: string | undefined
  /** Set when a program asks by a key of the API: what it may is what its owner may, within these scopes. */
  readonly key?: KeyInUse | undefined
  /** He only tries: mutations do all that they do, answer, and are taken back. */
  readonly trial?: boolean
}

/** What a key of the API may be used for. Values of `keyScopes`. */
export type KeyScope = 'GRAPHQL_READ' | 'GRAPHQL_WRITE' | 'DOCUMENTS_RUN'

export interface KeyInUse {
  readonly id: string
  readonly scopes: ReadonlySet<string>
}

/** Who is asking, and what that compiles to. */
export interface Caller {
  readonly principal: Principal
  readonly rights: Rights
}
