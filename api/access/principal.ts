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
  readonly origin: Origin
  readonly locale: Locale
  readonly requestId: string
}

/** Who is asking, and what that compiles to. */
export interface Caller {
  readonly principal: Principal
  readonly rights: Rights
}
