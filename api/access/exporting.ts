import { createHash } from 'node:crypto'
import type { Rights } from './rights.ts'
import { together, type Rows } from './rows.ts'

/** The action of the rights model, beside READ, CREATE, UPDATE and DELETE. */
export const EXPORT = 'EXPORT'

/**
 * The rows that a caller may read and not take out in bulk. Whoever may read may export; a stored permission
 * takes that away, from all rows or from those of a scope.
 */
export const keptIn = (rights: Rights, entity: string): Rows =>
  together(rights.reasons(entity, EXPORT).filter(({ effect, named }) => effect === 'DENY' && named === undefined).map(({ rows }) => rows))

/** Which question a permit is for: what the action keeps, and what the door looks up. SHA-256, in hexadecimal. */
export const exportDigest = (list: string, fields: string, filter: string | null): string =>
  createHash('sha256').update(JSON.stringify([list, fields, filter])).digest('hex')
