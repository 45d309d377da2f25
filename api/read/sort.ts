import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import type { FieldModel, MemberModel } from '../model/model.ts'
import { relatedTitle } from './label.ts'
import { entriesOf, forbid, listOf, refuse, unknownField } from './refusal.ts'
import { masked, type Seen, type Visibility } from './scope.ts'
import { where } from './sql.ts'
import { columnOf, idColumn, memberOf, type Table } from './table.ts'
import type { Direction } from './types.ts'

const MAX_KEYS = 4

/** One part of an order. */
export interface SortKey {
  readonly name: string
  readonly direction: Direction
  /** What is compared, where the rows are chosen. */
  readonly value: Sql
  /** The same, of the rows that were chosen. */
  readonly shown: Sql
  /** What has to be joined for it. */
  readonly join?: Sql
  /** Its type in PostgreSQL. */
  readonly type: string
  readonly nullable: boolean
}

/**
 * The order of a list: what the caller asks, else that of the entity as far as he may read it. The id
 * comes last, in the direction of the key before it, so that the order is total and one index in one
 * direction can give it. A field that he may read on some rows only counts as empty on the others.
 */
export function sortKeys(visibility: Visibility, table: Table, sort: unknown, path = 'sort'): SortKey[] {
  const asked = sort === null || sort === undefined ? [] : listOf(sort, path, MAX_KEYS).map((one, index) => askedKey(visibility, table, one, `${path}.${index}`))
  return total(table, asked.length > 0 ? asked : ownKeys(visibility, table))
}

/** The rows of a page, in its order, from a table that stands under its alias. */
export function sortedRows(table: Table, from: string, conditions: readonly Sql[], keys: readonly SortKey[], limit: Sql, order = orderBy(keys)): Sql {
  const joined = keys.filter((key) => key.join !== undefined)
  const columns = joined.map((key) => sql`, ${key.value} as ${raw(sortColumn(key.name))}`)
  return sql`select ${raw(table.alias)}.*${together(columns)} from ${raw(from)}${together(joined.map((key) => key.join ?? empty))}${where(conditions)}${order}${limit}`
}

const together = (parts: readonly Sql[]): Sql => (parts.length === 0 ? empty : join(parts, ''))
const sortColumn = (name: string): string => `"sort by ${name}"`

function askedKey(visibility: Visibility, table: Table, given: unknown, path: string): SortKey {
  const [entry, ...others] = entriesOf(given, path)
  if (!entry || others.length > 0) refuse(path, 'oneField', { fr: 'Un champ par élément du tri est attendu.', en: 'One field per element of the sort is expected.' })
  const [name, direction] = entry
  const at = `${path}.${name}`
  const member = memberOf(table.entity, name)
  if (!member) return unknownField(at)
  const seen = visibility.field(table, member)
  if (seen === 'none') forbid(at)
  if (direction !== 'ASC' && direction !== 'DESC') refuse(at, 'notDirection', { fr: 'ASC ou DESC est attendu.', en: 'ASC or DESC is expected.' })
  const key = keyOf(visibility, table, member, direction, seen)
  return key ?? refuse(at, 'notSortable', { fr: 'Ce champ ne se trie pas.', en: 'This field cannot be sorted by.' })
}

function ownKeys(visibility: Visibility, table: Table): SortKey[] {
  return Object.entries(table.entity.sort).flatMap(([name, direction]) => {
    const member = table.entity.members.get(name)
    const seen = member ? visibility.field(table, member) : 'none'
    // Even the order of rows tells something about the fields that make it.
    const key = member && seen !== 'none' ? keyOf(visibility, table, member, direction, seen) : undefined
    return key ? [key] : []
  })
}

function keyOf(visibility: Visibility, table: Table, member: MemberModel, direction: Direction, seen: Seen): SortKey | undefined {
  if (member.is === 'field') return fieldKey(table, member, direction, seen)
  if (member.is !== 'belongsTo') return undefined
  const title = relatedTitle(visibility, table, member) ?? raw('(select null::text as title)')
  const alias = `"title of ${member.name}"`
  return {
    name: member.name, direction, type: 'text', nullable: true,
    // Joined once for all rows: a subselect in the order would be run for each of them.
    join: sql` left join lateral ${title} ${raw(alias)} on true`,
    value: masked(seen, raw(`${alias}.title`)), shown: raw(`${table.alias}.${sortColumn(member.name)}`),
  }
}

function fieldKey(table: Table, field: FieldModel, direction: Direction, seen: Seen): SortKey | undefined {
  const stored = field.columns[0]
  if (!stored || field.many || field.kind.sort === 'none') return undefined
  const folded = field.kind.sort === 'folded'
  const column = masked(seen, raw(columnOf(table, field)))
  const value = folded ? sql`fold(${column})` : column
  return { name: field.name, direction, value, shown: value, type: folded ? 'text' : stored.type, nullable: stored.nullable || seen !== 'all' }
}

function total(table: Table, keys: readonly SortKey[]): SortKey[] {
  const distinct = [...new Map(keys.toReversed().map((key) => [key.name, key])).values()].toReversed()
  const upToId = distinct.findIndex((key) => key.name === 'id')
  if (upToId >= 0) return distinct.slice(0, upToId + 1)
  const declared = Object.values(table.entity.sort).at(-1) ?? 'ASC'
  const id = raw(idColumn(table))
  return [...distinct, { name: 'id', direction: distinct.at(-1)?.direction ?? declared, value: id, shown: id, type: 'uuid', nullable: false }]
}

/** Nulls stand where PostgreSQL puts them: last when ascending, first when descending. */
export const orderBy = (keys: readonly SortKey[]): Sql => inOrder(keys, ({ value }) => value)
/** The order of rows that were chosen before. */
export const orderShown = (keys: readonly SortKey[]): Sql => inOrder(keys, ({ shown }) => shown)

const inOrder = (keys: readonly SortKey[], value: (key: SortKey) => Sql): Sql =>
  join(keys.map((key) => sql`${value(key)}${raw(key.direction === 'ASC' ? '' : ' desc')}`), ', ', ' order by ')
