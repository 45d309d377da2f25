import { messages } from '../../model/errors.ts'
import { entityOf, type BelongsToModel, type EntityModel, type HasManyModel } from '../../model/model.ts'
import { assignLink } from '../assign.ts'
import type { Change } from '../change.ts'
import { join } from '../faults.ts'
import { sentences } from '../messages.ts'
import type { Input } from '../types.ts'
import { admitted, isInput, nest, nestedOf, newId, readId, type Drafting } from './drafting.ts'
import { readToMany, readToOne } from './verbs.ts'

interface Inverse {
  readonly drafting: Drafting
  readonly change: Change
  readonly member: HasManyModel
  readonly target: EntityModel
  readonly relation: BelongsToModel
}

/** The rows that point to this one. Whoever changes the list changes those rows, with the rights on them. */
export function draftInverse(drafting: Drafting, change: Change, member: HasManyModel, given: unknown): void {
  const target = entityOf(drafting.model, member.target)
  const relation = target.members.get(member.by)
  if (relation?.is !== 'belongsTo') throw new Error(`${target.name}.${member.by} is no relation to one`)
  const inverse: Inverse = { drafting, change, member, target, relation }
  const path = join(change.path, member.name)
  if (member.single) draftSingle(inverse, given, path)
  else draftList(inverse, given, path)
}

function draftSingle(inverse: Inverse, given: unknown, path: string): void {
  const asked = readToOne(inverse.drafting, given, path)
  if (asked.disconnect) leave(inverse, undefined, path)
  else if (asked.connect !== undefined) enter(inverse, asked.connect, asked.update ?? {}, path)
  else if (asked.create) create(inverse, asked.create, path)
  else if (asked.update) changeThere(inverse, undefined, asked.update, path)
}

function draftList(inverse: Inverse, given: unknown, path: string): void {
  const { drafting } = inverse
  const asked = readToMany(drafting, given, path)
  if (asked.set || asked.order) return drafting.faults.input(path, 'notOffered', sentences.notOffered)
  // Those that leave go first: the others may take what was theirs.
  asked.disconnect?.forEach((id, at) => leave(inverse, id, join(path, at)))
  asked.connect?.forEach((id, at) => enter(inverse, id, {}, join(path, at)))
  asked.update?.forEach((element, at) => {
    const here = join(path, at)
    if (isInput(element) && isInput(element['input'])) changeThere(inverse, element['id'], element['input'], here)
    else drafting.faults.input(here, 'notRelation', sentences.notRelation, { verbs: 'id, input' })
  })
  asked.create?.forEach((element, at) => {
    const here = join(path, at)
    if (isInput(element)) create(inverse, element, here)
    else drafting.faults.input(here, 'required', messages.required)
  })
}

function push({ change: parent, member }: Inverse, child: Change | undefined): Change | undefined {
  if (child) nestedOf(parent, member).after.push(child)
  return child
}

function create(inverse: Inverse, input: Input, path: string): void {
  const { drafting, change: parent, target, relation } = inverse
  push(inverse, nest(drafting, parent, target, { verb: 'create', path, id: newId(), input, joins: { parent, relation } }))
}

/** A row that comes to belong here. */
function enter(inverse: Inverse, given: unknown, input: Input, path: string): void {
  const { drafting, change: parent, target, relation } = inverse
  const id = readId(drafting, given, path)
  if (id !== undefined) push(inverse, nest(drafting, parent, target, { verb: 'update', path, id, input, joins: { parent, relation } }))
}

/** A row that belongs here, and no longer shall. Without an id the only one. */
function leave(inverse: Inverse, given: unknown, path: string): void {
  const child = changeThere(inverse, given, {}, path)
  if (child && admitted(inverse.drafting, child, inverse.relation)) child.assigned.set(inverse.relation.name, assignLink(inverse.relation, null))
}

/** A change of a row that belongs here. Without an id of the only one. */
function changeThere(inverse: Inverse, given: unknown, input: Input, path: string): Change | undefined {
  const { drafting, change: parent, target, relation } = inverse
  if (parent.verb === 'create') return void drafting.faults.input(path, 'notFound', messages.notFound)
  if (given === undefined) {
    const locate = { by: 'inverse', parent, relation: relation.name } as const
    return push(inverse, nest(drafting, parent, target, { verb: 'update', path, id: undefined, locate, input }))
  }
  const id = readId(drafting, given, path)
  return id === undefined ? undefined : push(inverse, nest(drafting, parent, target, { verb: 'update', path, id, input, within: { parent, relation } }))
}
