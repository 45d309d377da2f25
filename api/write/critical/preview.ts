import { createHash } from 'node:crypto'
import sql, { raw } from 'sql-template-tag'
import type { Session } from '../session.ts'

/** One change that would be made, as the history would tell it. */
export interface PreviewEntry {
  readonly entity: string
  readonly id: string
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE'
  readonly version: number
  readonly changes: Readonly<Record<string, unknown>>
}

/** Exactly what an operation does, seen by doing it in a transaction that is then taken back. */
export interface Preview {
  /** The first of them. */
  readonly entries: readonly PreviewEntry[]
  readonly counts: readonly { readonly entity: string; readonly action: string; readonly count: number }[]
  /** Equal for the same operation on the same state of the same records. */
  readonly mark: string
}

const SHOWN = 40
const SHOWN_BYTES = 12_000
const LONG_TEXT = 300

/** From which moment on the history is that of the operation: entries carry the time of the change itself. */
export const moment = async (session: Session): Promise<string> => String((await session.query('select clock_timestamp()::text as at', []))[0]?.['at'])

/** What this transaction has written since a moment, from the history that the triggers wrote along. */
export async function previewOf(session: Session, requestId: string, since: string | undefined): Promise<Preview> {
  const from = since === undefined ? raw('transaction_timestamp()') : sql`${since}::timestamptz`
  const { text, values } = sql`select entity_type as entity, entity_id as id, action, version, coalesce(changes, '{}') as changes
    from audit_entry where at >= ${from} and request_id = ${requestId} and action in ('CREATE', 'UPDATE', 'DELETE') order by at, id`
  // The columns of the statement, as it names them.
  const entries = (await session.query(text, values)) as unknown as readonly PreviewEntry[]
  return { entries: shown(entries), counts: countsOf(entries), mark: markOf(entries, session.now) }
}

function countsOf(entries: readonly PreviewEntry[]): Preview['counts'] {
  const counts = new Map<string, { entity: string; action: string; ids: Set<string> }>()
  for (const { entity, action, id } of entries) {
    const key = `${action} ${entity}`
    const known = counts.get(key) ?? { entity, action, ids: new Set() }
    known.ids.add(id)
    counts.set(key, known)
  }
  return [...counts.values()].map(({ ids, ...rest }) => ({ ...rest, count: ids.size }))
}

/** What fits: people read the first dozens, the counts tell of all. */
function shown(entries: readonly PreviewEntry[]): readonly PreviewEntry[] {
  const kept: PreviewEntry[] = []
  let bytes = 0
  for (const entry of entries.slice(0, SHOWN)) {
    const short = JSON.parse(JSON.stringify(entry, (_key, value: unknown) => (typeof value === 'string' && value.length > LONG_TEXT ? `${value.slice(0, LONG_TEXT)}…` : value))) as PreviewEntry
    bytes += Buffer.byteLength(JSON.stringify(short))
    if (bytes > SHOWN_BYTES) break
    kept.push(short)
  }
  return kept
}

const NEAR = 60_000

/** Without what differs each time although nothing else does: new ids, and the time of the change itself. */
function markOf(entries: readonly PreviewEntry[], now: Date): string {
  const made = new Set(entries.filter(({ action }) => action === 'CREATE').map(({ id }) => id))
  const plain = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (made.has(value)) return 'new'
    const instant = /^\d{4}-\d\d-\d\dT\d\d:/.test(value) ? Date.parse(value) : Number.NaN
    return Math.abs(instant - now.getTime()) < NEAR ? 'now' : value
  }
  const told = entries.map(({ entity, id, action, version, changes }) => JSON.stringify([entity, id, action, version, changes], plain))
  return createHash('sha256').update(told.sort().join('\n')).digest('hex')
}
