import { houseRights } from '../../access/rights.ts'
import type { Critical } from '../../model/critical.ts'
import type { EntityModel } from '../../model/model.ts'
import type { Change, StoredRow } from '../change.ts'
import { wouldBe } from '../plan/complete.ts'
import { holds } from '../plan/holds.ts'
import { changesPairs } from '../save/pairs.ts'
import type { Scope } from '../session.ts'

/** Something that was done in this transaction and must not be kept unless a second person agrees. */
export interface CriticalUse {
  readonly entity: string
  readonly id: string | undefined
  readonly levels: number
}

/** Notes that the caller did what is declared critical. The house, and what was approved, is not asked. */
function note(scope: Scope, entity: EntityModel, row: Readonly<Record<string, unknown>>, id: string | undefined): void {
  const { session, caller: { principal, rights } } = scope
  const critical = entity.options.critical
  if (!critical || session.agreed || rights.key === houseRights.key) return
  if (critical.where && !holds(critical.where, entity, row, { principal, now: session.now })) return
  session.critical.push({ entity: entity.name, id, levels: critical.levels ?? 1 })
}

export function noteRemoval(scope: Scope, entity: EntityModel, row: StoredRow): void {
  if (entity.options.critical?.delete) note(scope, entity, row, row.id)
}

export function noteMove(scope: Scope, entity: EntityModel, row: StoredRow, move: string): void {
  if (entity.options.critical?.moves?.includes(move)) note(scope, entity, row, row.id)
}

export function noteWritten(scope: Scope, written: readonly Change[]): void {
  for (const change of written) {
    const { critical } = change.entity.options
    if (!critical || change.rights.key === houseRights.key) continue
    if (change.verb === 'create' ? critical.create : touches(critical, change)) note(scope, change.entity, change.current ?? wouldBe(change), change.id)
  }
}

function touches({ update = [] }: Critical, change: Change): boolean {
  return update.some((name) => {
    const pairs = change.nested.get(name)?.pairs
    return change.assigned.has(name) || (pairs !== undefined && changesPairs(pairs))
  })
}

/** An action that is critical as a whole, or what a module finds to be. */
export function noteAction(scope: Scope, entity: string, id: string): void {
  const { session, caller: { rights } } = scope
  if (!session.agreed && rights.key !== houseRights.key) session.critical.push({ entity, id: id === '' ? undefined : id, levels: 1 })
}
