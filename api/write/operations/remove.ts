import type { EntityModel } from '../../model/model.ts'
import { noteRemoval } from '../critical/note.ts'
import { reactionsTo, stored } from '../react.ts'
import { removeRow } from '../save/store.ts'
import type { Scope } from '../session.ts'
import { findRow } from './find.ts'
import { inUseBehind, refuseUsed } from './uses.ts'

/** Deletes one row, unless others need it. What its foreign keys say goes with it, or lets go of it. */
export async function removeRecord(scope: Scope, entity: EntityModel, id: string): Promise<void> {
  const { session } = scope
  const { work } = scope.reacting(scope.path)
  const { row } = await findRow(scope, entity, id, scope.caller.rights.of(entity.name, 'delete').rows, 'for update')
  noteRemoval(scope, entity, row)
  const reactions = reactionsTo(session, entity.name)
  for (const reaction of reactions) await reaction.deleting?.(work, stored(row))
  const replacements = reactions.filter((reaction) => reaction.remove)
  for (const reaction of replacements) await reaction.remove?.(work, stored(row))
  if (replacements.length === 0) {
    await refuseUsed(session, entity, row.id)
    await removeRow(session, entity, row.id).catch((error: unknown) => { throw inUseBehind(session, error) ?? error })
  }
  for (const reaction of reactions) await reaction.deleted?.(work, stored(row))
}
