import { houseRights } from '../../access/rights.ts'
import { isId } from '../../model/fields/id.ts'
import type { EntityModel } from '../../model/model.ts'
import { watchWritten } from '../conflicts.ts'
import { noteWritten } from '../critical/note.ts'
import { newChange, type Change } from '../change.ts'
import { draft } from '../draft/draft.ts'
import { newId } from '../draft/drafting.ts'
import { Faults } from '../faults.ts'
import { draftingOf, plan } from '../plan/plan.ts'
import { react } from '../react.ts'
import { checkWritten } from '../save/check.ts'
import { save } from '../save/save.ts'
import { idOf } from '../save/store.ts'
import { refusal } from './find.ts'
import type { Scope } from '../session.ts'
import type { Input } from '../types.ts'

/** One row to be made: what people gave, and what the house adds to it. */
export interface NewRow {
  readonly path: string
  readonly input: Input
  readonly values?: Input | undefined
}

/** Makes rows of one entity, with all that their inputs nest. Answers their ids. */
export async function createRows(scope: Scope, entity: EntityModel, rows: readonly NewRow[]): Promise<readonly string[]> {
  const { rights } = scope.caller
  if (entity.abstract) throw new Error(`${entity.name} is abstract: create one of ${entity.kinds.join(', ')}`)
  if (rights.of(entity.name, 'create').rows === 'none') throw refusal(scope, entity)
  const faults = new Faults()
  const changes = rows.map((row) => draftRow(scope, faults, entity, row))
  await plan(scope, faults, changes)
  const written = await save(scope.session, changes)
  await checkWritten(scope, written)
  noteWritten(scope, written)
  await watchWritten(scope, written)
  await react(scope, written)
  return changes.map(idOf)
}

function draftRow(scope: Scope, faults: Faults, entity: EntityModel, { path, input, values = {} }: NewRow): Change {
  const { id, ...others } = values
  const change = newChange({ entity, verb: 'create', path, depth: 1, rights: scope.caller.rights, id: isId(id) ? id : newId(), input })
  const drafting = draftingOf(scope, faults)
  draft(drafting, change, input)
  draft({ ...drafting, rights: houseRights, house: true }, change, others)
  return change
}
