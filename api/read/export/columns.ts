import sql, { raw, type Sql } from 'sql-template-tag'
import type { AnyOfModel, FieldModel, HasManyModel, ManyToManyModel, MemberModel } from '../../model/model.ts'
import { labelOf } from '../label.ts'
import { asSeen } from '../ofRecord.ts'
import { forbid, refuse, unknownField } from '../refusal.ts'
import { limited, referenceOf } from '../related.ts'
import { masked, type Visibility } from '../scope.ts'
import { given, where } from '../sql.ts'
import { columnOf, isToOne, linkOf, memberOf, type Table } from '../table.ts'
import type { Joins } from './joins.ts'

/** One value of a row, as SQL. */
export interface Value {
  /** As the API answers it. */
  readonly json: Sql
  /** As it stands in a cell. */
  readonly text: Sql
  /** A number, a date, an id: nothing that a cell would have to be guarded against. */
  readonly harmless: boolean
}

/** Of a relation to many, as everywhere. */
const MANY = 100

/**
 * What stands at a path, `client.phone.raw`: fields, parts of structured ones, related records to one, their title
 * `_label`; of a relation to many the titles of its records. Every step is asked as reading it is.
 * @throws AppError FORBIDDEN for what the caller may read on no row, BAD_USER_INPUT for what is not there
 */
export function valueAt(visibility: Visibility, joins: Joins, table: Table, steps: readonly string[], path: string): Value {
  const [name = '', ...rest] = steps
  if (name === '_label' && rest.length === 0) return titled(labelOf(visibility, table) ?? forbid(path))
  const member = memberOf(table.entity, name)
  if (!member) return unknownField(path)
  if (visibility.field(table, member) === 'none') forbid(path)
  if (member.is === 'field') return fieldAt(visibility, joins, table, member, rest, path)
  if (member.is === 'anyOf') return rest.length === 0 ? reference(visibility, table, member) : unknownField(path)
  if (isToOne(member)) return valueAt(visibility, joins, joins.to(table, member, path), rest.length === 0 ? ['_label'] : rest, path)
  return rest.length === 0 ? titles(visibility, joins, table, member as HasManyModel | ManyToManyModel, path) : unknownField(path)
}

const titled = (text: Sql): Value => ({ json: text, text, harmless: false })

const harmless = /^(smallint|integer|bigint|numeric|real|double|boolean|date|timestamptz|uuid)/

function fieldAt(visibility: Visibility, joins: Joins, table: Table, field: FieldModel, rest: readonly string[], path: string): Value {
  const { kind } = field
  // It is opened one by one, each time with an entry of its own: not in bulk.
  if (kind.reveal) refuse(path, 'notExported', { fr: 'Un champ chiffré ne s’exporte pas.', en: 'An encrypted field is not exported.' })
  const column = (part: string): string => columnOf(table, field, part)
  const seen = visibility.field(table, field)
  const shown = (value: string): Sql => masked(seen, raw(value))
  const [part, ...more] = rest
  if (part !== undefined) {
    const value = more.length === 0 && Object.hasOwn(kind.parts ?? {}, part) ? kind.parts?.[part]?.(column) : undefined
    return value === undefined ? unknownField(path) : { json: shown(value), text: shown(`(${value})::text`), harmless: false }
  }
  const whole = asSeen(visibility, table, field, raw(kind.select(column, field)), (other) => joins.mayLeave(other))
  const main = kind.cell === undefined ? undefined : kind.parts?.[kind.cell]?.(column)
  const text = field.many ? raw(`array_to_string(${column('')}, ' ')`) : sql`(${main === undefined ? whole : raw(main)})::text`
  return { json: masked(seen, whole), text: masked(seen, text), harmless: !field.many && harmless.test(field.columns[0]?.type ?? '') }
}

function reference(visibility: Visibility, table: Table, member: AnyOfModel): Value {
  const value = masked(visibility.field(table, member), referenceOf(visibility, table, member, undefined))
  return { json: value, text: sql`(${value})->>'label'`, harmless: false }
}

/** The titles of the related records that the caller may read. */
function titles(visibility: Visibility, joins: Joins, table: Table, member: MemberModel & (HasManyModel | ManyToManyModel), path: string): Value {
  const link = linkOf(visibility.model, table, member)
  const label = labelOf(visibility, link.table) ?? forbid(path)
  const order = link.position === undefined ? raw('label') : raw(link.position)
  const rows = sql`(select ${label} as label from ${raw(link.from)}${where(given(raw(link.on), visibility.rows(link.table), ...joins.leaving(link.table, path)))} order by ${order}${limited(MANY, 0)}) r`
  const of = (aggregate: string): Sql => masked(visibility.field(table, member), sql`(select ${raw(aggregate)} from ${rows})`)
  return { json: of(`coalesce(json_agg(r.label), '[]')`), text: of(`string_agg(r.label, '; ')`), harmless: false }
}
