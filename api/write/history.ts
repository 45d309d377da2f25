import sql from 'sql-template-tag'
import type { EntityModel } from '../model/model.ts'
import type { Session } from './session.ts'

/** What one entry of the history says of one member: its values, or the pairs that came and went. */
export type HistoryChange =
  | { readonly from: unknown; readonly to: unknown }
  | { readonly added: readonly string[]; readonly removed: readonly string[] }

export interface HistoryEntry {
  readonly id: string
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE'
  /** Of the row after the change. */
  readonly version: number
  readonly changes: Readonly<Record<string, HistoryChange>>
}

/** What the triggers write in the place of a value that nobody shall find in the history. */
export const HIDDEN = '•'

/** What happened to a row after the version that somebody has read, in order. */
export async function entriesAfter(session: Session, entity: EntityModel, id: string, version: number): Promise<readonly HistoryEntry[]> {
  const { text, values } = sql`select id, action, version, changes from audit_entry
    where entity_type = ${entity.name} and entity_id = ${id} and version > ${version} order by version, at, id`
  return toEntries(await session.query(text, values))
}

/** One entry, if it is about this row. */
export async function entryOf(session: Session, entity: EntityModel, id: string, entryId: string): Promise<HistoryEntry | undefined> {
  const { text, values } = sql`select id, action, version, changes from audit_entry
    where id = ${entryId} and entity_type = ${entity.name} and entity_id = ${id} and changes is not null`
  return toEntries(await session.query(text, values))[0]
}

/** The pairs that went with a deleted row: told with version 0 in the same request, for nobody saw the row any more. */
export async function pairsLostWith(session: Session, entity: EntityModel, id: string, deletion: HistoryEntry): Promise<readonly (readonly [string, readonly string[]])[]> {
  const { text, values } = sql`select lost.id, lost.action, lost.version, lost.changes from audit_entry lost, audit_entry deletion
    where deletion.id = ${deletion.id} and lost.entity_type = ${entity.name} and lost.entity_id = ${id} and lost.version = 0 and lost.changes is not null
      and lost.request_id is not distinct from deletion.request_id and abs(extract(epoch from lost.at - deletion.at)) < 10`
  const entries = toEntries(await session.query(text, values))
  return entries.flatMap((entry) => Object.entries(entry.changes)).flatMap(([name, change]) => ('removed' in change ? [[name, change.removed] as const] : []))
}

/** The rows that the triggers write; docs/architecture.md, "The engines". Values that were taken out of the history cannot be told. */
const toEntries = (rows: readonly Readonly<Record<string, unknown>>[]): readonly HistoryEntry[] =>
  (rows as unknown as readonly HistoryEntry[]).map((entry) => ({ ...entry, changes: Object.fromEntries(Object.entries(entry.changes).filter(([, change]) => !('redacted' in change))) }))
