import type { Level } from '../model/access.ts'
import type { Locale } from '../model/labels.ts'
import type { Moment } from '../model/where.ts'
import type { Conflicts } from './conflicts.ts'
import type { Rights } from './rights.ts'

/** Where a request or a change comes from. */
export type Origin = 'ADMIN' | 'API' | 'CLI' | 'SITE' | 'PARTNER' | 'JOB'

/** One access grant while it lasts: on a record, or on all of an entity. */
export interface TimedGrant {
  readonly id: string
  readonly entity: string
  readonly record: string | undefined
  readonly level: 'READ' | 'COMMENT' | 'EDIT'
}

/** Who is asking. */
export interface Principal {
  /** Undefined for a visitor and for the house itself. */
  readonly userId: string | undefined
  /** Organisation that the account acts for (logins of clients and partners). */
  readonly organisationId: string | undefined
  readonly roles: ReadonlySet<string>
  /** What conflict rules say of the account. */
  readonly conflicts?: Conflicts | undefined
  /** Names of the modules that were switched off when the request came. */
  readonly modulesOff?: ReadonlySet<string> | undefined
  /** The card of the person behind the account. */
  readonly personId?: string | undefined
  readonly departmentId?: string | undefined
  readonly teamId?: string | undefined
  readonly level?: Level | undefined
  /** He is an administrator, but has those rights only with a second factor. */
  readonly secondFactorMissing?: true
  /** What access grants open to him at this moment. */
  readonly grants?: readonly TimedGrant[]
  /** An administrator who looks at the house as this role sees it: he reads, and changes nothing. */
  readonly viewingAs?: string | undefined
  readonly origin: Origin
  readonly locale: Locale
  readonly requestId: string
  /** Session of a person who signed in; undefined for visitors, keys and the house. */
  readonly sessionId?: string | undefined
  /** Set when a program asks by a key of the API: what it may is what its owner may, within these scopes. */
  readonly key?: KeyInUse | undefined
  /** Name of the approved document that is run for him; undefined where he asks in words of his own. */
  readonly document?: string | undefined
  /** He only tries: mutations do all that they do, answer, and are taken back. */
  readonly trial?: boolean
}

/** What a key of the API may be used for. Values of `keyScopes`. */
export type KeyScope = 'GRAPHQL_READ' | 'GRAPHQL_WRITE' | 'DOCUMENTS_RUN'

export interface KeyInUse {
  readonly id: string
  readonly scopes: ReadonlySet<string>
  /** Entities, or actions on them (`Client:READ`), outside of which it may nothing; undefined: all that its owner may. */
  readonly only?: ReadonlySet<string> | undefined
}

/** Who is asking, and what that compiles to. */
export interface Caller {
  readonly principal: Principal
  readonly rights: Rights
}

/** Whoever stands at the partners' door is a partner there: what every account may about itself is not for a feed (MC-52). */
export const asPartner = (principal: Principal): Principal => ({ ...principal, origin: 'PARTNER', roles: new Set([...principal.roles].filter((role) => role !== 'member')) })

/** What a moment of a declared condition stands for, of whoever asks. */
export function whoAsks(moment: Moment['moment'], principal: Principal): string | readonly string[] | undefined {
  switch (moment) {
    case 'me': return principal.userId
    case 'myPerson': return principal.personId
    case 'myOrganisation': return principal.organisationId
    case 'myDepartment': return principal.departmentId
    case 'myTeam': return principal.teamId
    case 'myRoles': return [...principal.roles]
    case 'granted': return recordsGranted(principal, 'READ', 'COMMENT', 'EDIT')
    case 'grantedToComment': return recordsGranted(principal, 'COMMENT', 'EDIT')
    case 'grantedToEdit': return recordsGranted(principal, 'EDIT')
    default: return undefined
  }
}

const recordsGranted = ({ grants = [] }: Principal, ...levels: readonly TimedGrant['level'][]): string[] =>
  grants.flatMap(({ level, record }) => (record !== undefined && levels.includes(level) ? [record] : []))
