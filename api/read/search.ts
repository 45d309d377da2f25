import sql, { join, raw, type Sql } from 'sql-template-tag'
import { entityOf, fieldsOf, type FieldModel, type MemberModel, type Model } from '../model/model.ts'
import { forbid, refuse } from './refusal.ts'
import { masked, type Seen, type Visibility } from './scope.ts'
import { queryOf } from './searchWords.ts'
import { allOf, always, given, where } from './sql.ts'
import { below, columnOf, fromTable, idColumn, linkOf, searchColumn, seenAs, type LinkMember, type Table } from './table.ts'

/**
 * The rows that hold all the words: in their own fields, or in those of a relation that the entity is
 * searched through. Only words that the caller may read are found.
 */
export function searchCondition(visibility: Visibility, table: Table, q: unknown, path: string): Sql {
  const { entity } = table
  const query = queryOf(q, path)
  if (searched(visibility.model, table).length === 0 && entity.searchThrough.length === 0) {
    refuse(path, 'notSearchable', { fr: 'Cette liste n’a pas de recherche par mots.', en: 'This list has no search by words.' })
  }
  if (!query) return always
  const through = entity.searchThrough.map((name) => entity.members.get(name)).filter(isLink)
  if (through.length === 0) return wordsCondition(visibility, table, query) ?? forbid(path)
  const inner = below(table, entity)
  const ways = [...own(visibility, inner, query), ...through.flatMap((member) => wayThrough(visibility, inner, member, query))]
  // Each way by its own index; one condition with «or» would read the whole table.
  return ways.length === 0 ? forbid(path) : sql`${raw(idColumn(table))} in (${join(ways, ' union all ')})`
}

interface Searched {
  readonly field: FieldModel
  /** The row, seen as the entity that declares the field. */
  readonly table: Table
}

/** The fields whose words the column `search` holds; for an abstract entity those of its kinds as well. */
function searched(model: Model, table: Table): Searched[] {
  const { entity } = table
  const own = fieldsOf(entity).map((field) => ({ field, table }))
  const ofKinds = entity.kinds.map((name) => entityOf(model, name)).flatMap((kind) => fieldsOf(kind)
    .filter((field) => field.declaredBy === kind.name).map((field) => ({ field, table: seenAs(table, kind) })))
  return [...own, ...ofKinds].filter(({ field }) => field.options.search !== undefined)
}

/** Undefined: the caller may read none of the words. */
function wordsCondition(visibility: Visibility, table: Table, query: Sql): Sql | undefined {
  const fields = searched(visibility.model, table).map((one) => ({ ...one, seen: visibility.field(one.table, one.field) }))
  const found = sql`${raw(searchColumn(table))} @@ ${query}`
  if (fields.length === 0) return undefined
  if (fields.every(({ seen }) => seen === 'all')) return found
  const readable = fields.filter(({ seen, table: of }) => seen !== 'none' && of === table)
  if (readable.length === 0) return undefined
  // The index finds the candidates; that a word stands in a field he may read is asked again of these.
  return allOf([found, sql`(${join(readable.map((one) => vector(one.table, one.field, one.seen)), ' || ')}) @@ ${query}`])
}

/** The words of one field, as `api/emit/sql/search.ts` keeps them. */
function vector(table: Table, field: FieldModel, seen: Seen): Sql {
  const column = (part: string): string => columnOf(table, field, part)
  const text = sql`coalesce(${masked(seen, raw(field.kind.words?.(column) ?? column('')))}, '')`
  return sql`to_tsvector('coulisses', ${text}) || to_tsvector('coulisses_plain', ${text})`
}

const isLink = (member: MemberModel | undefined): member is LinkMember => member !== undefined && 'target' in member

/** The ids of the rows that hold the words themselves. */
function own(visibility: Visibility, table: Table, query: Sql): Sql[] {
  const words = wordsCondition(visibility, table, query)
  return words ? [sql`select ${raw(idColumn(table))} from ${raw(fromTable(table))} where ${words}`] : []
}

/** The ids of the rows of which a related row holds the words. */
function wayThrough(visibility: Visibility, table: Table, member: LinkMember, query: Sql): Sql[] {
  const link = linkOf(visibility.model, table, member)
  const seen = visibility.field(table, member)
  const words = seen === 'none' ? undefined : wordsCondition(visibility, link.table, query)
  if (!words) return []
  const found = (column: string): Sql => sql`select ${raw(column)} from ${raw(link.from)}${where(given(visibility.rows(link.table), words))}`
  if (link.back !== undefined && seen === 'all') return [found(link.back)]
  const [here, there] = member.is === 'belongsTo' ? [columnOf(table, member), idColumn(link.table)] : [idColumn(table), link.back ?? '']
  return [sql`select ${raw(idColumn(table))} from ${raw(fromTable(table))}${where([...(typeof seen === 'string' ? [] : [seen]), sql`${raw(here)} in (${found(there)})`])}`]
}
