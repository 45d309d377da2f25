import { entityOf, type BelongsToModel } from '../../model/model.ts'
import { assignLink, missing } from '../assign.ts'
import type { Change } from '../change.ts'
import { join } from '../faults.ts'
import { connect as note, nest, nestedOf, newId, readId, type Drafting } from './drafting.ts'
import { readToOne, type ToOne } from './verbs.ts'

/** A relation to one whose foreign key this row holds. */
export function draftLink(drafting: Drafting, change: Change, relation: BelongsToModel, given: unknown): void {
  const path = join(change.path, relation.name)
  const asked = readToOne(drafting, given, path)
  if (asked.disconnect) change.assigned.set(relation.name, assignLink(relation, null))
  else if (asked.connect !== undefined) connect(drafting, change, relation, asked, path)
  else if (asked.create) create(drafting, change, relation, asked.create, path)
  else if (asked.update) updateLinked(drafting, change, relation, asked.update, path)
}

function connect(drafting: Drafting, change: Change, relation: BelongsToModel, asked: ToOne, path: string): void {
  const id = readId(drafting, asked.connect, path)
  if (id === undefined) return
  const target = entityOf(drafting.model, relation.target)
  const nested = nestedOf(change, relation)
  change.assigned.set(relation.name, assignLink(relation, id))
  note(drafting, nested, { target, id, path, file: relation.file, missing: relation.missing }, relation.missing === undefined)
  const child = asked.update && nest(drafting, change, target, { verb: 'update', path, id, input: asked.update })
  if (child) nested.before.push(child)
}

function create(drafting: Drafting, change: Change, relation: BelongsToModel, input: NonNullable<ToOne['create']>, path: string): void {
  const id = newId()
  const child = nest(drafting, change, entityOf(drafting.model, relation.target), { verb: 'create', path, id, input })
  if (!child) return
  nestedOf(change, relation).before.push(child)
  change.assigned.set(relation.name, assignLink(relation, id))
}

function updateLinked(drafting: Drafting, change: Change, relation: BelongsToModel, input: NonNullable<ToOne['update']>, path: string): void {
  if (change.verb === 'create') return drafting.faults.add('BAD_USER_INPUT', { ...missing, path })
  const locate = { by: 'link', parent: change, relation: relation.name } as const
  const child = nest(drafting, change, entityOf(drafting.model, relation.target), { verb: 'update', path, id: undefined, locate, input })
  if (child) nestedOf(change, relation).before.push(child)
}
