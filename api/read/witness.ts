import { entityOf, type EntityModel, type Model } from '../model/model.ts'
import { memberOf } from './table.ts'
import type { Asked, ListArgs, Row, Selected, Selection } from './types.ts'

/** Sensitive values that an answer holds: of which records, and which fields; none named where the entity is sensitive as a whole. */
export interface Sighting {
  readonly entity: string
  readonly fields: readonly string[]
  readonly ids: readonly string[]
  /** Not answered, but asked about: a filter or an order by it tells of it. */
  readonly asked?: true
}

/** Told what sensitive is about to be answered, once per statement. What it promises is waited for before the answer is given. */
export type Witness = (seen: readonly Sighting[]) => Promise<unknown> | undefined

/** What of one level of a selection is sensitive, and under which keys there is more. */
interface Watched {
  readonly entity: string
  readonly whole: boolean
  readonly fields: readonly string[]
  readonly below: readonly (readonly [key: string, Watched])[]
}

export interface WatchedSelection {
  /** With the ids of the records that hold something sensitive. */
  readonly selection: Selection
  readonly watched: Watched | undefined
}

const known = new WeakMap<Selection, WatchedSelection>()

/** Finds what of a selection is sensitive. Most have nothing, and are what they were. */
export function watch(model: Model, entity: EntityModel, selection: Selection): WatchedSelection {
  const found = known.get(selection) ?? look(model, entity, selection)
  known.set(selection, found)
  return found
}

const ID: Selected = { key: 'id', name: 'id', args: {} }
const toldOfItself: ReadonlySet<string> = new Set(['__typename', 'id', '_label', '_allowed', '_editable'])

function look(model: Model, entity: EntityModel, selection: Selection): WatchedSelection {
  const below: [string, Watched][] = []
  const deeper = selection.map((selected): Selected => {
    const target = targetOf(model, ofKind(model, entity, selected), selected)
    const inner = target && selected.selection && watch(model, target, selected.selection)
    if (!inner?.watched) return selected
    below.push([`@${selected.key}`, inner.watched])
    return { ...selected, selection: inner.selection }
  })
  const fields = selection.filter((selected) => isSensitive(ofKind(model, entity, selected), selected.name)).map(({ name }) => name)
  const whole = entity.options.sensitive === true && selection.some(({ name }) => !toldOfItself.has(name))
  if (fields.length === 0 && !whole && below.length === 0) return { selection, watched: undefined }
  const needsId = (fields.length > 0 || whole) && !selection.some(({ name, only }) => name === 'id' && only === undefined)
  return { selection: needsId ? [ID, ...deeper] : deeper, watched: { entity: entity.name, whole, fields: [...new Set(fields)], below } }
}

const ofKind = (model: Model, entity: EntityModel, { only }: Selected): EntityModel => (only === undefined ? entity : entityOf(model, only))

function targetOf(model: Model, entity: EntityModel, { name }: Selected): EntityModel | undefined {
  const member = memberOf(entity, name)
  return member && member.is !== 'field' && member.is !== 'anyOf' ? entityOf(model, member.target) : undefined
}

/** What is encrypted is sensitive, whether it says so or not. */
export function isSensitive(entity: EntityModel, name: string): boolean {
  const member = memberOf(entity, name)
  return member?.options.sensitive === true || (member?.is === 'field' && member.kind.reveal === true)
}

/** The sensitive values in an answer. A field that the caller may not read has no key in it. */
export function sightings(watched: Watched, rows: readonly Row[]): Sighting[] {
  const seen = new Map<string, { fields: Set<string>; ids: Set<string> }>()
  const visit = (level: Watched, row: Row): void => {
    const fields = level.fields.filter((name) => row[name] !== undefined && row[name] !== null)
    if ((level.whole || fields.length > 0) && typeof row['id'] === 'string') {
      const name = typeof row['_entity'] === 'string' ? row['_entity'] : level.entity
      const of = seen.get(name) ?? { fields: new Set(), ids: new Set() }
      seen.set(name, of)
      of.ids.add(row['id'])
      for (const field of fields) of.fields.add(field)
    }
    for (const [key, inner] of level.below) for (const one of listed(row[key])) visit(inner, one)
  }
  for (const row of rows) visit(watched, row)
  return [...seen].map(([entity, { fields, ids }]) => ({ entity, fields: [...fields], ids: [...ids] }))
}

/** Rows of a relation, as the statement made them: several, one, none. */
const listed = (value: unknown): readonly Row[] => (Array.isArray(value) ? (value as Row[]) : value ? [value as Row] : [])

export const watchList = (model: Model, entity: EntityModel, asked: Asked): { readonly asked: Asked; readonly watched: Watched | undefined } => {
  if (!asked.items) return { asked, watched: undefined }
  const { selection, watched } = watch(model, entity, asked.items)
  return watched ? { asked: { ...asked, items: selection }, watched } : { asked, watched }
}

/** The sensitive fields that a filter or an order names, however deep. What is malformed is refused elsewhere. */
export function questions(model: Model, entity: EntityModel, { filter, sort }: ListArgs): Sighting[] {
  const named = new Map<string, Set<string>>()
  for (const part of [filter, ...(Array.isArray(sort) ? sort : [])]) collect(model, entity, part, named)
  return [...named].map(([name, fields]) => ({ entity: name, fields: [...fields], ids: [], asked: true }))
}

function collect(model: Model, entity: EntityModel, part: unknown, named: Map<string, Set<string>>): void {
  if (Array.isArray(part)) for (const one of part) collect(model, entity, one, named)
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return
  for (const [name, inner] of Object.entries(part)) {
    const member = memberOf(entity, name)
    if (isSensitive(entity, name)) named.set(entity.name, (named.get(entity.name) ?? new Set()).add(name))
    // `and`, `or`, `not`, `some`, `none`: about the same rows.
    if (!member) collect(model, entity, inner, named)
    else if ('target' in member) collect(model, entityOf(model, member.target), inner, named)
  }
}
