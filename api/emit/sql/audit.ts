import type { EntityModel, Model } from '../../model/model.ts'
import { literal, quote } from './names.ts'
import type { Table } from './tables.ts'

/** The entity whose rows are the history of all others. */
export const AUDIT = 'AuditEntry'

/** Table of the history; without the entity AuditEntry no history is kept (models of tests). */
export const auditTable = (model: Model): string | undefined => model.entities.get(AUDIT)?.table

/**
 * The history has none: it outlives what it tells of, and every change of every row would pay for asking
 * whether its author exists (a quarter of the cost of an entry).
 */
export const hasForeignKeys = (entity: EntityModel): boolean => entity.name !== AUDIT

/** The columns that every entry of the history gives. */
export const auditInsert = (table: string): string =>
  `insert into ${quote(table)} (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)`

/** Who is at work, as the transaction says; null for direct SQL. */
export const actor = `nullif(current_setting('coulisses.actor', true), '')::jsonb`

/** The last three columns of an entry, from the variable `actor`. */
export const actorValues = `coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'`

/** Name of the entity that a row stands for; in a shared table its kind tells. */
export function entityName(table: Table, kind: string): string {
  if (!table.entity.abstract) return literal(table.entity.name)
  const cases = table.kinds.map((entity) => `when ${literal(entity.kind ?? '')} then ${literal(entity.name)}`)
  return `case ${kind} ${cases.join(' ')} else ${literal(table.entity.name)} end`
}
