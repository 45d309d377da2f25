import { notFound } from '../../model/errors.ts'
import { missing } from '../assign.ts'
import type { Change, StoredRow } from '../change.ts'
import { join } from '../faults.ts'
import type { LookUp } from './part.ts'

/** What the caller may do with one row. */
export interface Verdicts {
  readonly read: boolean
  readonly write: boolean
  /** By member that is granted on some rows only. */
  readonly members: ReadonlyMap<string, boolean>
}

/** Takes a row that was found, or says why it cannot be changed. */
export function judge(look: LookUp, change: Change, row: StoredRow | undefined, verdicts: Verdicts | undefined): void {
  if (!row || !verdicts?.read || !belongs(change, row)) return lose(look, change)
  change.id = row.id
  change.current = row
  for (const [name, granted] of verdicts.members) {
    if (!granted && change.conditional.has(name)) look.faults.forbid(join(change.path, name))
  }
  if (verdicts.write) return
  change.lost = true
  look.faults.forbid(change.path)
}

/** A row that is not there for this caller: alike for missing and forbidden ones. */
export function lose({ faults, scope }: LookUp, change: Change): void {
  // The record that the whole mutation is about, not one that its input names.
  if (change.depth === 1) throw notFound(scope.path === '' ? undefined : scope.path)
  change.lost = true
  faults.add('BAD_USER_INPUT', { ...missing, path: change.path })
}

const belongs = ({ within }: Change, row: StoredRow): boolean => !within || row[within.relation.name] === within.parent.id
