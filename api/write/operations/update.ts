import { houseRights } from '../../access/rights.ts'
import { notFound } from '../../model/errors.ts'
import { isId } from '../../model/fields/id.ts'
import type { EntityModel } from '../../model/model.ts'
import { watchWritten } from '../conflicts.ts'
import { noteWritten } from '../critical/note.ts'
import { newChange, type Change } from '../change.ts'
import { draft } from '../draft/draft.ts'
import { Faults } from '../faults.ts'
import { lookUp } from '../lookup/lookUp.ts'
import { dropUnchanged } from '../plan/complete.ts'
import { encrypt } from '../plan/encrypt.ts'
import { draftingOf, plan } from '../plan/plan.ts'
import { react } from '../react.ts'
import { checkWritten } from '../save/check.ts'
import { save } from '../save/save.ts'
import type { Scope } from '../session.ts'
import { refusal } from './find.ts'
import type { Input } from '../types.ts'

const here = ({ path }: Scope): string | undefined => (path === '' ? undefined : path)

/** A change of one row, not yet found. Ids that cannot be one are of no record. */
export function newUpdate(scope: Scope, entity: EntityModel, id: string, input: Input): Change {
  if (!isId(id)) throw notFound(here(scope))
  return newChange({ entity, verb: 'update', path: scope.path, depth: 1, rights: scope.caller.rights, id: id.toLowerCase(), input })
}

/** Changes one row, with all that its input nests. */
export async function updateRecord(scope: Scope, entity: EntityModel, id: string, input: Input, expectedVersion?: number): Promise<void> {
  if (scope.caller.rights.of(entity.name, 'update').rows === 'none') throw refusal(scope, entity)
  const faults = new Faults()
  const change = newUpdate(scope, entity, id, input)
  draft(draftingOf(scope, faults), change, input)
  await plan(scope, faults, [change], expectedVersion)
  await write(scope, change)
}

async function write(scope: Scope, change: Change): Promise<void> {
  const written = await save(scope.session, [change])
  await checkWritten(scope, written)
  noteWritten(scope, written)
  await watchWritten(scope, written)
  await react(scope, written)
}

/** Writes members of one row on the account of the house: neither rights nor rules are asked, nobody reacts. */
export async function setMembers(scope: Scope, entity: EntityModel, id: string, values: Input): Promise<void> {
  const house: Scope = { ...scope, caller: { ...scope.caller, rights: houseRights } }
  const faults = new Faults()
  const change = newUpdate(house, entity, id, {})
  draft({ ...draftingOf(house, faults), house: true }, change, values)
  await lookUp(house, faults, [change])
  dropUnchanged(change)
  faults.throwIfAny()
  await encrypt(scope.session.engine.cipher, change)
  await save(scope.session, [change])
}
