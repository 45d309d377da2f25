import { badInput, notFound } from '../../model/errors.ts'
import { isId } from '../../model/fields/id.ts'
import { isInput, isTransient, type EntityModel, type MemberModel } from '../../model/model.ts'
import { entryOf, HIDDEN, pairsLostWith, type HistoryEntry } from '../history.ts'
import { sentences } from '../messages.ts'
import type { Scope } from '../session.ts'
import type { Input } from '../types.ts'
import { createRows } from './create.ts'
import { readRow } from './find.ts'
import { updateRecord } from './update.ts'
import { continueVersions } from './versions.ts'

/**
 * Brings back, as a new change through rights, rules and reactions, what an entry of the history
 * took away: the values before a change, the first values of a creation, a deleted record with its id.
 */
export async function restoreRecord(scope: Scope, entity: EntityModel, id: string, historyId: string, fields?: readonly string[]): Promise<void> {
  const entry = isId(id) && isId(historyId) ? await entryOf(scope.session, entity, id.toLowerCase(), historyId) : undefined
  if (!entry) throw notFound('historyId')
  const row = await readRow(scope, entity, id, '')
  if (row) return updateRecord(scope, entity, row.id, restoredInput(entity, entry, fields))
  if (entry.action !== 'DELETE') throw notFound()
  await recreate(scope, entity, id.toLowerCase(), entry)
}

function restoredInput(entity: EntityModel, entry: HistoryEntry, fields: readonly string[] | undefined): Input {
  const unknown = fields?.filter((name) => !entity.members.has(name) || valueIn(entry, name) === undefined) ?? []
  if (unknown.length > 0) throw badInput(...unknown.map((path) => ({ reason: 'notInHistory', message: sentences.notInHistory, path })))
  // Named fields are taken as they are: the input says what may not be given. Of the rest, what may.
  const names = fields ?? Object.keys(entry.changes).filter((name) => isRestorable(entity.members.get(name)))
  return Object.fromEntries(names.map((name) => [name, valueIn(entry, name)]))
}

const isRestorable = (member: MemberModel | undefined): boolean => member !== undefined && isInput(member) && !isTransient(member) && !member.options.immutable

/** What an entry says a member was; undefined where it says nothing that can be brought back. */
function valueIn({ changes, action }: HistoryEntry, name: string): unknown {
  const change = changes[name]
  if (!change) return undefined
  if ('added' in change) return { connect: change.removed, disconnect: change.added }
  const value = action === 'CREATE' ? change.to : change.from
  return value === HIDDEN ? undefined : value
}

/** A deleted record comes back under its id, after its last version, so that its history goes on. */
async function recreate(scope: Scope, entity: EntityModel, id: string, entry: HistoryEntry): Promise<void> {
  const lost = await pairsLostWith(scope.session, entity, id, entry)
  const members = [...entity.members.values()].filter((member) => !isTransient(member))
  const was = (wanted: readonly MemberModel[]): Input => Object.fromEntries(wanted.map(({ name }) => [name, valueIn(entry, name)]).filter(([, value]) => value !== undefined && value !== null))
  // What people may give passes as theirs, with their rights; the rest is what the house had written.
  const input = { ...was(members.filter(isInput)), ...Object.fromEntries(lost.map(([name, removed]) => [name, { connect: removed }])) }
  const values = was(members.filter((member) => !isInput(member) && !['version', 'updatedAt'].includes(member.name)))
  await createRows(scope, entity, [{ path: scope.path, input, values: { ...values, id } }])
  await continueVersions(scope.session, entity, id, entry.version)
}
