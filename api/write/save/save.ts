import { assignField } from '../assign.ts'
import type { Change } from '../change.ts'
import { groupBy } from '../lookup/part.ts'
import type { Session } from '../session.ts'
import { changesPairs, savePairs } from './pairs.ts'
import { insertRows, updateRow } from './store.ts'

/**
 * Writes changes in the order that foreign keys need: what a row points to, the row, what points to
 * it, its pairs. Answers them in that order.
 */
export async function save(session: Session, changes: readonly Change[]): Promise<Change[]> {
  if (changes.length === 0) return []
  const nested = changes.map((change) => [...change.nested.values()])
  const before = await save(session, nested.flat().flatMap((one) => one.before))
  await saveRows(session, changes)
  const after = await save(session, nested.flat().flatMap((one) => one.after))
  await savePairs(session, changes)
  return [...before, ...changes, ...after]
}

async function saveRows(session: Session, changes: readonly Change[]): Promise<void> {
  // Changes first: what leaves a list frees the names that new rows of it may take.
  for (const change of changes) if (change.verb === 'update') await saveUpdate(session, change)
  const created = changes.filter((change) => change.verb === 'create')
  for (const group of groupBy(created, (change) => change.entity.name)) {
    for (const batch of session.careful ? group.map((change) => [change]) : [group]) await insertRows(session, batch)
  }
}

async function saveUpdate(session: Session, change: Change): Promise<void> {
  const moved = change.assigned.size > 0 || [...change.nested.values()].some(({ pairs }) => pairs && !pairs.member.mirrored && changesPairs(pairs))
  if (!moved) return
  // Pairs belong to the row that declares them: its version moves with them, so that a clash is noticed.
  const updatedAt = change.entity.members.get('updatedAt')
  const assignment = updatedAt?.is === 'field' ? assignField(updatedAt, session.now.toISOString()) : undefined
  if (assignment?.ok) change.assigned.set('updatedAt', assignment.assigned)
  await updateRow(session, change)
}
