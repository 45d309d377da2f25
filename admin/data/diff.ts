import isEqual from 'lodash/isEqual.js'
import { isObject, isRef, type AdminField, type AdminResource, type Values } from './meta.ts'
import type { MetaIndex } from './metaIndex.ts'
import { namedType, type SchemaIndex } from './schema.ts'

/** What turns the values of a form into an input of the API. */
export interface Inputs {
  readonly meta: MetaIndex
  readonly schema: SchemaIndex
  /** The value of a plain field as inputs take it: a phone as its raw text. */
  readonly toInput: (field: AdminField, value: unknown) => unknown
}

export type Input = Readonly<Record<string, unknown>>
type Mode = 'create' | 'update'

/** Everything that the form gives, nothing that it leaves empty. */
export const createInput = (inputs: Inputs, resource: AdminResource, values: Values): Input =>
  changes(inputs, resource, {}, values, 'create')

/**
 * Only what changed, and only what may be written: a value that nobody touched is not sent, so it
 * can neither undo another's work nor ask for a right that the caller lacks.
 */
export const updateInput = (inputs: Inputs, resource: AdminResource, previous: Values, values: Values): Input =>
  changes(inputs, resource, previous, values, 'update')

/** One value for many rows: given whatever they hold, and empty where it is to be emptied. */
export function bulkInput(inputs: Inputs, resource: AdminResource, values: Values): Input {
  const entries = resource.fields.filter((field) => field.update && field.name in values).map((field) => {
    const value = values[field.name]
    if (field.relation) return [field.name, isRef(value) ? { connect: value.id } : { disconnect: true }] as const
    return [field.name, inputs.toInput(field, value) ?? null] as const
  })
  return Object.fromEntries(entries)
}

function changes(inputs: Inputs, resource: AdminResource, previous: Values, values: Values, mode: Mode): Input {
  const type = `${resource.name}${mode === 'create' ? 'Create' : 'Update'}Input`
  const known = inputs.schema.inputs(type)
  const entries = resource.fields.flatMap((field) => {
    const input = known.get(field.name)
    if (!input || !field[mode] || !(field.name in values)) return []
    const change = changeOf(inputs, field, previous[field.name], values[field.name], mode, namedType(input.type))
    return change === undefined ? [] : [[field.name, change] as const]
  })
  return Object.fromEntries(entries)
}

function changeOf(inputs: Inputs, field: AdminField, previous: unknown, next: unknown, mode: Mode, type: string): unknown {
  switch (field.kind) {
    case 'belongsTo': case 'file': return toOne(inputs, field, previous, next)
    case 'hasMany': return field.relation?.single ? toOne(inputs, field, previous, next) : toMany(inputs, field, previous, next, type)
    case 'manyToMany': return toMany(inputs, field, previous, next, type)
    case 'anyOf': return toAny(previous, next)
    default: return plainChange(inputs, field, previous, next, mode)
  }
}

function plainChange(inputs: Inputs, field: AdminField, previous: unknown, next: unknown, mode: Mode): unknown {
  const given = inputs.toInput(field, next) ?? null
  const before = inputs.toInput(field, previous) ?? null
  if (mode === 'create' && given === null) return undefined
  return isEqual(before, given) ? undefined : given
}

function toOne(inputs: Inputs, field: AdminField, previous: unknown, next: unknown): unknown {
  const before = isRef(previous) ? previous.id : undefined
  if (!isObject(next)) return before === undefined ? undefined : { disconnect: true }
  const target = inputs.meta.resource(field.relation?.target)
  if (!isRef(next)) {
    const created = target ? createInput(inputs, target, next) : {}
    return Object.keys(created).length > 0 || field.required ? { create: created } : undefined
  }
  if (next.id !== before) return { connect: next.id }
  if (!field.relation?.owned || !target || !isObject(previous)) return undefined
  const updated = updateInput(inputs, target, previous, next)
  return Object.keys(updated).length > 0 ? { update: updated } : undefined
}

/** `connect`, `disconnect` and `create` rather than `set`: a form may hold the first hundred only. */
function toMany(inputs: Inputs, field: AdminField, previous: unknown, next: unknown, type: string): unknown {
  const target = inputs.meta.resource(field.relation?.target)
  const before = refsOf(previous)
  const after = refsOf(next)
  const created = (Array.isArray(next) ? next : []).filter((one: unknown) => isObject(one) && !isRef(one))
  const verbs = {
    update: field.relation?.owned && target ? updated(inputs, target, previous, next) : [],
    connect: after.filter((id) => !before.includes(id)),
    disconnect: before.filter((id) => !after.includes(id)),
    create: target ? created.map((one: Values) => createInput(inputs, target, one)) : [],
    order: field.relation?.ordered && !isEqual(before, after) ? after : [],
  }
  const offered = inputs.schema.inputs(type)
  const given = Object.entries(verbs).filter(([verb, list]) => list.length > 0 && (offered.size === 0 || offered.has(verb)))
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

function updated(inputs: Inputs, target: AdminResource, previous: unknown, next: unknown): readonly Input[] {
  const before = new Map((Array.isArray(previous) ? previous : []).filter(isRef).map((one) => [one.id, one]))
  return (Array.isArray(next) ? next : []).filter(isRef).flatMap((one) => {
    const old = before.get(one.id)
    const input = old ? updateInput(inputs, target, old, one) : {}
    return Object.keys(input).length > 0 ? [{ id: one.id, input }] : []
  })
}

const refsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isRef).map((one) => one.id) : [])

function toAny(previous: unknown, next: unknown): unknown {
  const [before, after] = [anyRef(previous), anyRef(next)]
  return isEqual(before, after) ? undefined : after
}

const anyRef = (value: unknown): unknown =>
  isObject(value) && typeof value['id'] === 'string' ? { entity: value['entity'], id: value['id'] } : null
