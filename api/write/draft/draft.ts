import { baseMembers } from '../../model/base.ts'
import { messages } from '../../model/errors.ts'
import { below } from '../../model/issue.ts'
import { entityOf, isInput, isTransient, type AnyOfModel, type FieldModel, type MemberModel } from '../../model/model.ts'
import { assignField, assignReference } from '../assign.ts'
import type { Change } from '../change.ts'
import { join } from '../faults.ts'
import { sentences } from '../messages.ts'
import type { Input } from '../types.ts'
import { admitted, connect, nestedOf, type Drafting } from './drafting.ts'
import { draftInverse } from './inverse.ts'
import { draftLink } from './link.ts'
import { draftPairs } from './pairs.ts'

/** Reads the members of an input into a change. What was drafted before for the same member is replaced. */
export function draft(drafting: Drafting, change: Change, input: Input): void {
  for (const [name, given] of Object.entries(input)) {
    if (given === undefined) continue
    const member = taken(drafting, change, name)
    if (!member || !admitted(drafting, change, member)) continue
    change.assigned.delete(name)
    change.nested.delete(name)
    draftMember(drafting, change, member, given)
  }
}

/** Kept by the engine itself, whoever writes. */
const kept: ReadonlySet<string> = new Set(['id', 'version', 'updatedAt'])

/** The member of this name, if an input may give it. */
function taken({ house, faults }: Drafting, change: Change, name: string): MemberModel | undefined {
  const member = change.entity.members.get(name)
  const path = join(change.path, name)
  if (member && house && !kept.has(name)) return member
  if (!member || member.options.hidden || baseMembers.has(name)) return void faults.input(path, 'unknownField', messages.unknownField)
  if (!isInput(member)) return void faults.input(path, 'readOnly', sentences.readOnly)
  return member
}

function draftMember(drafting: Drafting, change: Change, member: MemberModel, given: unknown): void {
  switch (member.is) {
    case 'field': return draftField(drafting, change, member, given)
    case 'anyOf': return draftReference(drafting, change, member, given)
    // What a transient relation carries is the business of the module that declares it.
    case 'belongsTo': return isTransient(member) ? undefined : draftLink(drafting, change, member, given)
    case 'hasMany': return draftInverse(drafting, change, member, given)
    case 'manyToMany': return isTransient(member) ? undefined : draftPairs(drafting, change, member, given)
  }
}

function draftField({ faults }: Drafting, change: Change, field: FieldModel, given: unknown): void {
  const assignment = assignField(field, given)
  if (!assignment.ok) faults.add('BAD_USER_INPUT', below(join(change.path, field.name), assignment.issue))
  else if (!isTransient(field)) change.assigned.set(field.name, assignment.assigned)
}

function draftReference(drafting: Drafting, change: Change, relation: AnyOfModel, given: unknown): void {
  const { faults, model } = drafting
  const path = join(change.path, relation.name)
  const assignment = assignReference(relation, given)
  if (!assignment.ok) return faults.add('BAD_USER_INPUT', below(path, assignment.issue))
  if (isTransient(relation)) return
  change.assigned.set(relation.name, assignment.assigned)
  const { entity, id } = (assignment.assigned.value ?? {}) as { entity?: string; id?: string }
  if (entity !== undefined && id !== undefined) connect(drafting, nestedOf(change, relation), { target: entityOf(model, entity), id, path, file: undefined }, false)
}
