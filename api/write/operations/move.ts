import { AppError } from '../../model/errors.ts'
import type { Locale } from '../../model/labels.ts'
import { choicesOf, type EntityModel, type MoveModel } from '../../model/model.ts'
import { assignField } from '../assign.ts'
import { newChange, type Change, type StoredRow } from '../change.ts'
import { noteMove } from '../critical/note.ts'
import { Faults } from '../faults.ts'
import { grantsOf } from '../../model/access.ts'
import { sentences } from '../messages.ts'
import { houseRights } from '../../access/rights.ts'
import { draft } from '../draft/draft.ts'
import { complete } from '../plan/complete.ts'
import { draftingOf } from '../plan/plan.ts'
import { reactionsTo, rowAfter, stored } from '../react.ts'
import { save } from '../save/save.ts'
import type { Scope } from '../session.ts'
import type { Input } from '../types.ts'
import { entriesAfter } from '../history.ts'
import { findRow } from './find.ts'

/** Changes the state of one row by a declared move. */
export async function moveRecord(scope: Scope, entity: EntityModel, id: string, name: string, expectedVersion?: number): Promise<void> {
  const move = entity.moves.find((one) => one.name === name)
  if (!move) throw new Error(`${entity.name} has no move ${name}`)
  const granted = scope.caller.rights.action(entity.name, name, move.access && grantsOf(move.access))
  const { row } = await findRow(scope, entity, id, granted, 'for no key update')
  await refuseStale(scope, entity, row, expectedVersion)
  refuseWrongState(entity, move, row)
  noteMove(scope, entity, row, name)
  const change = stateChange(scope, entity, move, row)
  await prepare(scope, change, move)
  const faults = new Faults()
  complete(scope, change, faults)
  faults.throwIfAny()
  await save(scope.session, [change])
  const { work } = scope.reacting(scope.path)
  for (const reaction of reactionsTo(scope.session, entity.name)) await reaction.moved?.[move.name]?.(work, stored(rowAfter(scope.session, change)))
}

function stateChange(scope: Scope, entity: EntityModel, move: MoveModel, row: StoredRow): Change {
  const change = newChange({ entity, verb: 'update', path: scope.path, depth: 1, rights: scope.caller.rights, id: row.id, input: {} })
  change.current = row
  const field = entity.members.get(move.field)
  const assignment = field?.is === 'field' ? assignField(field, move.to) : undefined
  if (assignment?.ok) change.assigned.set(move.field, assignment.assigned)
  return change
}

/** What the modules write along with the new state is one change with it. */
async function prepare(scope: Scope, change: Change, move: MoveModel): Promise<void> {
  const { work } = scope.reacting(scope.path)
  const drafting = { ...draftingOf(scope, new Faults()), rights: houseRights, house: true }
  for (const reaction of reactionsTo(scope.session, change.entity.name)) {
    const values = change.current && await reaction.moving?.[move.name]?.(work, stored(change.current))
    // Values have the shape of their entity; the engine handles those of all.
    if (values) draft(drafting, change, values as Input)
  }
  drafting.faults.throwIfAny()
}

/** A move is a decision about the whole record: on one that has changed since it was read, it is not made. */
async function refuseStale({ session }: Scope, entity: EntityModel, row: StoredRow, expectedVersion: number | undefined): Promise<void> {
  if (expectedVersion === undefined || expectedVersion === row.version) return
  if (expectedVersion > row.version) throw new AppError('BAD_USER_INPUT', [{ reason: 'notVersion', message: sentences.notVersion, path: 'expectedVersion' }])
  const entries = await entriesAfter(session, entity, row.id, expectedVersion)
  const fields = [...new Set(entries.flatMap((entry) => Object.keys(entry.changes)))]
  throw new AppError('CONFLICT', [{ reason: 'stale', message: sentences.staleRecord }], { version: row.version, changed: fields })
}

function refuseWrongState(entity: EntityModel, move: MoveModel, row: StoredRow): void {
  const state = String(row[move.field])
  if (move.from.includes(state)) return
  const field = entity.members.get(move.field)
  const label = (locale: Locale): string => (field?.is === 'field' ? choicesOf(field).values[state]?.[locale] ?? state : state)
  const already = state === move.to
  throw new AppError('CONFLICT', [{
    reason: already ? 'already' : 'wrongState', path: move.field,
    message: {
      fr: already ? `${entity.label.fr} : l’état est déjà « ${label('fr')} ».` : `${entity.label.fr} : « ${move.label.fr} » n’est pas possible à l’état « ${label('fr')} ».`,
      en: already ? `${entity.label.en}: the state is already “${label('en')}”.` : `${entity.label.en}: “${move.label.en}” is not possible in the state “${label('en')}”.`,
    },
  }], { state, from: move.from, to: move.to })
}
