import { wouldBe } from './plan/complete.ts'
import type { Change, StoredRow } from './change.ts'
import { placedAt } from './place.ts'
import { idOf, versionOf } from './save/store.ts'
import type { Scope, Session } from './session.ts'
import type { Reactions, Stored } from './types.ts'

// Reactions are typed by their entity where they are written; here one list holds those of all.
export const stored = (row: StoredRow): Stored<object> => row as Stored<object>

export const reactionsTo = ({ engine }: Session, entity: string): readonly Reactions[] => engine.reactions.get(entity) ?? []

/** Lets the modules follow rows that were written. */
export async function react(scope: Scope, written: readonly Change[]): Promise<void> {
  const { session } = scope
  for (const change of written) {
    const reactions = reactionsTo(session, change.entity.name)
    if (reactions.length === 0) continue
    const row = stored(rowAfter(session, change))
    const { work } = scope.reacting(change.path)
    await placedAt(change.path, async () => {
      for (const reaction of reactions) {
        if (change.verb === 'create') await reaction.created?.(work, row, change.input)
        else if (change.current) await reaction.updated?.(work, row, stored(change.current), change.input)
      }
    })
  }
}

/** The row as it is stored now, without reading it again. */
export const rowAfter = (session: Session, change: Change): StoredRow => ({ ...wouldBe(change), id: idOf(change), version: versionOf(session, change) })
