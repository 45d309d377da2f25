import type { Principal } from './principal.ts'

/**
 * Something to be recorded that is no change of a row: the database itself records those. Only names and
 * ids of ours: never what somebody typed, which may be a password in the wrong field.
 */
export interface AuditEvent {
  /** `CREDENTIALS`: a password, a second factor, a link by which somebody gets in. */
  readonly action: 'READ' | 'SIGN_IN' | 'SIGN_OUT' | 'CREDENTIALS' | 'REFUSED' | 'EXPORT'
  /** Without `userId`: a visitor, or somebody whose account is not known. */
  readonly by: Pick<Principal, 'userId' | 'origin' | 'requestId'>
  /** From which address of the network. */
  readonly address?: string | undefined
  /** What was asked, as a coordinate of the schema (`Query.people`, `Person.birthDate`) or a route (`GET /files/:id`). */
  readonly operation?: string | undefined
  /** Why not, in one word: `forbidden`, `wrongCredentials`, `blocked`. Without it, it was done. */
  readonly reason?: string | undefined
  /** The entity, and its records, that it was about. */
  readonly entity?: string | undefined
  readonly records?: readonly string[]
  /** Names, numbers and ids of ours beside these. */
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * Records an event. It answers once the entry is on disk, with true, or with false when the database does
 * not take it now and it is kept for later. Whoever must not go on unrecorded waits for that; whoever
 * must not be slowed down leaves it. It never throws.
 */
export type Audit = (event: AuditEvent) => Promise<boolean>
