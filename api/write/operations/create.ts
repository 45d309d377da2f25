import { houseRights } from '../../access/rights.ts'
import { AppError } from '../../model/errors.ts'
import { isId } from '../../model/fields/id.ts'
import type { EntityModel } from '../../model/model.ts'
import { watchWritten } from '../conflicts.ts'
import { noteWritten } from '../critical/note.ts'
import { newChange, type Change } from '../change.ts'
import { draft } from '../draft/draft.ts'
import { newId } from '../draft/drafting.ts'
import { Faults } from '../faults.ts'
import { draftingOf, plan } from '../plan/plan.ts'
import { lookUp } from '../lookup/lookUp.ts'
import { placedAt } from '../place.ts'
import { react, reactionsTo } from '../react.ts'
import { checkWritten } from '../save/check.ts'
import { save } from '../save/save.ts'
import { idOf } from '../save/store.ts'
import { findRow, refusal } from './find.ts'
import type { Scope } from '../session.ts'
import type { Input } from '../types.ts'

/** One row to be made: what people gave, and what the house adds to it. */
export interface NewRow {
  readonly path: string
  readonly input: Input
  readonly values?: Input | undefined
}

/** Makes what a caller asked for; or answers whom he means, where a module knows that there is no second one. */
export async function createRecord(scope: Scope, entity: EntityModel, input: Input): Promise<string> {
  const known = await knownRecord(scope, entity, input)
  if (known !== undefined && scope.caller.principal.trial) throw wouldJoin()
  return known ?? (await createRows(scope, entity, [{ path: scope.path, input }]))[0] ?? ''
}

/** Whoever only tries leaves no trace: he is told that there is one, and not what stands in it, which he may read once he has joined it for good. */
const wouldJoin = (): AppError => new AppError('CONFLICT', [{
  reason: 'wouldJoin',
  message: { fr: 'La maison connaît déjà cette fiche : elle serait reprise. Son contenu n’est montré qu’une fois la reprise faite.', en: 'The house knows this record already: it would be joined. What it holds is shown only once that is done.' },
}])

async function knownRecord(scope: Scope, entity: EntityModel, input: Input): Promise<string | undefined> {
  const ask = reactionsTo(scope.session, entity.name).flatMap(({ known }) => known ?? [])
  const right = scope.caller.rights.of(entity.name, 'create').rows
  if (ask.length === 0 || right === 'none') return undefined
  const faults = new Faults()
  await lookUp(scope, faults, [draftRow(scope, faults, entity, { path: scope.path, input })])
  // What is wrong with it, and what it lacks, is told where the row would be made.
  if (faults.any) return undefined
  const { work } = scope.reacting(scope.path)
  for (const known of ask) {
    const id = await placedAt(scope.path, () => known(work, input))
    // It must be one that he could have made, and may see now.
    if (id !== undefined) return (await findRow(scope, entity, id, right, '')).row.id
  }
  return undefined
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
