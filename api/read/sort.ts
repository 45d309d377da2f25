import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { FieldModel, MemberModel } from '../model/model.ts'
import { relatedTitle } from './label.ts'
import { entriesOf, forbid, listOf, refuse, unknownField } from './refusal.ts'
import { masked, type Seen, type Visibility } from './scope.ts'
import { columnOf, idColumn, memberOf, type Table } from './table.ts'
import type { Direction } from './types.ts'

const MAX_KEYS = 4

/** One part of an order. */
export interface SortKey {
  readonly name: string
  readonly direction: Direction
  /** What is compared. */
  readonly value: Sql
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
  const title = relatedTitle(visibility, table, member)
  return { name: member.name, direction, value: masked(seen, title ?? raw('null::text')), type: 'text', nullable: true }
}

function fieldKey(table: Table, field: FieldModel, direction: Direction, seen: Seen): SortKey | undefined {
  const column = field.columns[0]
  if (!column || field.many || field.kind.sort === 'none') return undefined
  const folded = field.kind.sort === 'folded'
  const value = masked(seen, raw(columnOf(table, field)))
  return { name: field.name, direction, value: folded ? sql`fold(${value})` : value, type: folded ? 'text' : column.type, nullable: column.nullable || seen !== 'all' }
}

function total(table: Table, keys: readonly SortKey[]): SortKey[] {
  const distinct = [...new Map(keys.toReversed().map((key) => [key.name, key])).values()].toReversed()
  const upToId = distinct.findIndex((key) => key.name === 'id')
  if (upToId >= 0) return distinct.slice(0, upToId + 1)
  const declared = Object.values(table.entity.sort).at(-1) ?? 'ASC'
  return [...distinct, { name: 'id', direction: distinct.at(-1)?.direction ?? declared, value: raw(idColumn(table)), type: 'uuid', nullable: false }]
}

/** Nulls stand where PostgreSQL puts them: last when ascending, first when descending. */
export const orderBy = (keys: readonly SortKey[]): Sql => join(keys.map(({ value, direction }) => sql`${value}${raw(direction === 'ASC' ? '' : ' desc')}`), ', ', ' order by ')
