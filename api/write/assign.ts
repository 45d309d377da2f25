import { isId } from '../model/fields/id.ts'
import { messages } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'
import type { AnyOfModel, BelongsToModel, FieldModel, MemberModel } from '../model/model.ts'
import type { Assigned } from './change.ts'

export type Assignment = { readonly ok: true; readonly assigned: Assigned } | { readonly ok: false; readonly issue: Issue }

const done = (assigned: Assigned): Assignment => ({ ok: true, assigned })

/** The member without a value. */
export const emptied = (member: MemberModel): Assigned =>
  ({ value: null, columns: Object.fromEntries(member.columns.map((column) => [column.name, null])) })

/** A value of a field through its kind. */
export function assignField(field: FieldModel, given: unknown): Assignment {
  if (given === null) return done(emptied(field))
  const parsed = field.kind.parse(given, field)
  if (!parsed.ok) return parsed
  const { values } = parsed
  if (values[''] === null) return done(emptied(field))
  return done({
    value: field.kind.compose ? field.kind.compose(values) : values[''],
    columns: Object.fromEntries(field.columns.map((column) => [column.name, values[column.part] ?? null])),
  })
}

export function assignLink(relation: BelongsToModel, id: string | null): Assigned {
  return { value: id, columns: Object.fromEntries(relation.columns.map((column) => [column.name, id])) }
}

/** A reference to one row of any of several entities. Whether it exists is asked later. */
export function assignReference(relation: AnyOfModel, given: unknown): Assignment {
  if (given === null) return done(emptied(relation))
  const reference = typeof given === 'object' ? (given as Readonly<Record<string, unknown>>) : {}
  const { entity, id } = reference
  if (typeof entity !== 'string' || !relation.entities.includes(entity) || !isId(id)) return { ok: false, issue: missing }
  const value = { entity, id: id.toLowerCase() }
  return done({ value, columns: Object.fromEntries(relation.columns.map((column) => [column.name, column.part === 'entity' ? entity : value.id])) })
}

/** Said alike of what does not exist and of what the caller may not know. */
export const missing: Issue = { reason: 'notFound', message: messages.notFound }
