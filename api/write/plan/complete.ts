import { isDeepStrictEqual } from 'node:util'
import { messages } from '../../model/errors.ts'
import { choicesOf, isInput, isTransient, type EntityModel, type FieldModel, type MemberModel } from '../../model/model.ts'
import { assignField, assignLink } from '../assign.ts'
import type { Change } from '../change.ts'
import { join, type Faults } from '../faults.ts'
import { sentences } from '../messages.ts'
import type { Scope } from '../session.ts'
import { holds } from './holds.ts'

/**
 * Makes a change whole: what nobody gave, what was not really changed; then asks every rule of the entity.
 * What the modules would have supplied is not missed where they were not asked.
 */
export function complete(scope: Scope, change: Change, faults: Faults, stage: Stage = 'prepared'): void {
  if (change.lost) return
  if (change.joins?.parent.id !== undefined) change.assigned.set(change.joins.relation.name, assignLink(change.joins.relation, change.joins.parent.id))
  if (change.verb === 'create') addDefaults(scope, change)
  else {
    dropUnchanged(change)
    refuseImmutable(change, faults)
  }
  const row = wouldBe(change)
  for (const member of change.entity.members.values()) {
    if (isAsked(member, stage) && isMissing(scope, change, member, row)) once(faults, join(change.path, member.name), 'required', messages.required)
  }
  for (const rule of change.entity.rules) {
    const path = join(change.path, rule.path)
    if (!faults.at(path) && !rule.holds(row)) faults.add(rule.code, { reason: rule.name, message: rule.message, path })
  }
}

/** The modules have added what they supply; or not, and the change stands alone, or within a form whose module may link its records to each other. */
type Stage = 'prepared' | 'alone' | 'linked'

const isAsked = (member: MemberModel, stage: Stage): boolean => stage === 'prepared' || (isInput(member) && !(stage === 'linked' && member.is === 'belongsTo'))

function once(faults: Faults, path: string, reason: string, message: typeof messages.required): void {
  if (!faults.at(path)) faults.input(path, reason, message)
}

/** The row as it would be, in the form of the API. */
export function wouldBe({ entity, assigned, current }: Change): Record<string, unknown> {
  const row: Record<string, unknown> = current ? { ...current } : Object.fromEntries(storedNames(entity).map((name) => [name, null]))
  for (const [name, { value }] of assigned) row[name] = value
  return row
}

const names = new WeakMap<EntityModel, readonly string[]>()
function storedNames(entity: EntityModel): readonly string[] {
  const known = names.get(entity) ?? [...entity.members.values()].filter((member) => member.columns.length > 0).map((member) => member.name)
  names.set(entity, known)
  return known
}

function addDefaults({ session, caller }: Scope, { id, assigned, entity }: Change): void {
  const now = session.now.toISOString()
  const house: Readonly<Record<string, unknown>> = { id, createdAt: now, updatedAt: now, createdBy: caller.principal.userId ?? null }
  for (const member of entity.members.values()) {
    if (assigned.has(member.name) || member.columns.length === 0) continue
    if (member.is === 'belongsTo' && member.name in house) assigned.set(member.name, assignLink(member, caller.principal.userId ?? null))
    if (member.is !== 'field') continue
    const given = house[member.name] ?? declaredDefault(member)
    const assignment = given === undefined ? undefined : assignField(member, given)
    if (assignment?.ok) assigned.set(member.name, assignment.assigned)
  }
}

const declaredDefault = (field: FieldModel): unknown => field.options.default ?? (field.kind.graphql === 'enum' ? choicesOf(field).initial : undefined)

/** What is given as it already is, is no change. What is encrypted always is one. */
export function dropUnchanged({ assigned, current }: Change): void {
  for (const [name, { value }] of assigned) if (isDeepStrictEqual(current?.[name] ?? null, value)) assigned.delete(name)
}

function refuseImmutable({ assigned, entity, path }: Change, faults: Faults): void {
  for (const name of assigned.keys()) if (entity.members.get(name)?.options.immutable) faults.input(join(path, name), 'immutable', sentences.immutable)
}

function isMissing({ session: { now }, caller: { principal } }: Scope, change: Change, member: MemberModel, row: Readonly<Record<string, unknown>>): boolean {
  const { required, requiredWhen } = member.options
  if (!required && !requiredWhen) return false
  if (!isEmpty(change, member, row)) return false
  return required === true || (requiredWhen !== undefined && holds(requiredWhen, change.entity, row, { principal, now }))
}

function isEmpty(change: Change, member: MemberModel, row: Readonly<Record<string, unknown>>): boolean {
  // What a transient member carries is not kept: it can be asked for when the row is made.
  if (isTransient(member)) return change.verb === 'create' && (change.input[member.name] ?? null) === null
  if (member.is === 'manyToMany') return isEmptied(change, member.name)
  if (member.is === 'hasMany' || (member.is === 'field' && member.kind.numbered) || member.name === 'version') return false
  const value = row[member.name] ?? null
  return value === null || (Array.isArray(value) && value.length === 0)
}

function isEmptied({ nested, verb }: Change, name: string): boolean {
  const pairs = nested.get(name)?.pairs
  if (!pairs) return verb === 'create'
  const complete = verb === 'create' || pairs.set !== undefined
  return complete && pairs.add.length + (pairs.set?.length ?? 0) === 0
}
