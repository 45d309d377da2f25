import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../model/errors.ts'
import type { Change } from '../change.ts'
import { join } from '../faults.ts'
import { entriesAfter, type HistoryEntry } from '../history.ts'
import { sentences } from '../messages.ts'
import type { Scope } from '../session.ts'
import { hideFrom } from './hide.ts'

/** One field that two people changed to different values. */
export interface Conflict {
  readonly field: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /** The caller may not read what is there. */
  readonly hidden?: true
}

/**
 * Three-way merge of a change that was made on an older version of the row, which is locked by now.
 * Fields that only this input changes are written; fields that it gives as they were when it was read
 * stay as the others left them; fields that both changed to different values clash.
 */
export async function merge(scope: Scope, change: Change, expectedVersion: number): Promise<void> {
  const { current, entity } = change
  if (!current || expectedVersion === current.version) return
  if (!Number.isInteger(expectedVersion) || expectedVersion < 1 || expectedVersion > current.version) {
    throw new AppError('BAD_USER_INPUT', [{ reason: 'notVersion', message: sentences.notVersion, path: 'expectedVersion' }])
  }
  const entries = await entriesAfter(scope.session, entity, current.id, expectedVersion)
  const conflicts = [...fieldConflicts(change, entries), ...pairConflicts(change, entries)]
  if (conflicts.length === 0) return
  const issues = conflicts.map(({ field }) => ({ reason: 'stale', message: sentences.stale, path: join(change.path, field) }))
  throw new AppError('CONFLICT', issues, { version: current.version, conflict: await hideFrom(scope, change, conflicts) })
}

function fieldConflicts(change: Change, entries: readonly HistoryEntry[]): Conflict[] {
  const conflicts: Conflict[] = []
  for (const [field, { value: mine }] of change.assigned) {
    const theirs = change.current?.[field] ?? null
    const base = baseOf(change, entries, field)
    if (base === unchanged || isDeepStrictEqual(mine, theirs)) continue
    if (isDeepStrictEqual(mine, base)) change.assigned.delete(field)
    else conflicts.push({ field, base: base === unknown ? null : base, mine, theirs })
  }
  return conflicts
}

const unchanged = Symbol('nobody changed it since')
const unknown = Symbol('somebody may have changed it; no history is kept')

/** The value of a field at the version that was read. */
function baseOf({ entity }: Change, entries: readonly HistoryEntry[], field: string): unknown {
  if (!entity.history) return unknown
  const first = entries.map((entry) => entry.changes[field]).find((change) => change !== undefined && 'from' in change)
  return first && 'from' in first ? first.from : unchanged
}

/** Connecting and disconnecting go together with what others did; only a list that shall be all can clash. */
function pairConflicts(change: Change, entries: readonly HistoryEntry[]): Conflict[] {
  return [...change.nested].flatMap(([field, { pairs }]) => {
    if (!pairs?.set || !pairs.current) return []
    const theirs = [...pairs.current].sort()
    const mine = [...pairs.set].sort()
    const base = [...pairsBefore(theirs, entries, field)].sort()
    return isDeepStrictEqual(theirs, base) || isDeepStrictEqual(mine, theirs) ? [] : [{ field, base, mine, theirs }]
  })
}

/** Takes back what came and went since, the latest first. */
function pairsBefore(now: readonly string[], entries: readonly HistoryEntry[], field: string): Set<string> {
  const ids = new Set(now)
  for (const { changes } of [...entries].reverse()) {
    const pairs = changes[field]
    if (!pairs || !('added' in pairs)) continue
    for (const id of pairs.added) ids.delete(id)
    for (const id of pairs.removed) ids.add(id)
  }
  return ids
}
