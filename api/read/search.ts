import sql, { join, raw, type Sql } from 'sql-template-tag'
import { entityOf, fieldsOf, hasWords, type FieldModel, type MemberModel, type Model } from '../model/model.ts'
import { forbid, refuse } from './refusal.ts'
import { masked, type Seen, type Visibility } from './scope.ts'
import { inside } from './operators/text.ts'
import { fragmentsOf, queryOf, textOf, type Fragments } from './searchWords.ts'
import { allOf, always, given, where } from './sql.ts'
import { below, columnOf, fromTable, idColumn, linkOf, searchColumn, seenAs, type LinkMember, type Table } from './table.ts'

/**
 * The rows that hold all the words: in their own fields, or in those of a relation that the entity is
 * searched through; and those of which the text is the number, or a part of an address or a telephone
 * number. Only what the caller may read is found.
 */
export function searchCondition(visibility: Visibility, table: Table, q: unknown, path: string): Sql {
  const { entity } = table
  const text = textOf(q, path)
  const query = queryOf(text, path)
  if (searched(visibility.model, table).length === 0 && entity.searchThrough.length === 0) {
    refuse(path, 'notSearchable', { fr: 'Cette liste n’a pas de recherche par mots.', en: 'This list has no search by words.' })
  }
  if (!query) return always
  const asked: Asked = { query, ...fragmentsOf(text) }
  const through = entity.searchThrough.map((name) => entity.members.get(name)).filter(isLink)
  const [alone, ...others] = ownConditions(visibility, table, asked)
  if (through.length === 0 && others.length === 0) return alone ?? forbid(path)
  const inner = below(table, entity)
  const ways = [...own(visibility, inner, asked), ...through.flatMap((member) => wayThrough(visibility, inner, member, asked))]
  // Each way by its own index; one condition with «or» would read the whole table.
  return ways.length === 0 ? forbid(path) : sql`${raw(idColumn(table))} in (${join(ways, ' union all ')})`
}

/** What was typed: as words, and as what else it may be. */
interface Asked extends Fragments {
  readonly query: Sql
}

/** Each by an index of its own: the words, and what else was typed. */
const conditions = (visibility: Visibility, table: Table, asked: Asked): Sql[] => given(wordsCondition(visibility, table, asked.query), ...partConditions(visibility, table, asked))

/** A number is that of the record itself, not of one that it leads to. */
const ownConditions = (visibility: Visibility, table: Table, asked: Asked): Sql[] => [...conditions(visibility, table, asked), ...numberConditions(visibility, table, asked)]

function numberConditions(visibility: Visibility, table: Table, { number }: Asked): Sql[] {
  if (number === undefined) return []
  return fieldsOf(table.entity).filter(({ kind, options }) => kind.numbered && options.unique === true).flatMap((field) => {
    const seen = visibility.field(table, field)
    return seen === 'none' ? [] : [sql`${masked(seen, raw(columnOf(table, field)))} = ${number}::bigint`]
  })
}

function partConditions(visibility: Visibility, table: Table, asked: Asked): Sql[] {
  return fieldsOf(table.entity).flatMap((field) => {
    const { fragment } = field.kind
    const part = fragment && field.options.search ? asked[fragment.of] : undefined
    const seen = part === undefined ? 'none' : visibility.field(table, field)
    if (!fragment || part === undefined || seen === 'none') return []
    const value = masked(seen, raw(fragment.sql((name) => columnOf(table, field, name))))
    return [sql`${value} like ${inside(part)}`]
  })
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
  return [...own, ...ofKinds].filter(({ field }) => hasWords(field))
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

/** The ids of the rows that are meant themselves. */
const own = (visibility: Visibility, table: Table, asked: Asked): Sql[] =>
  ownConditions(visibility, table, asked).map((condition) => sql`select ${raw(idColumn(table))} from ${raw(fromTable(table))} where ${condition}`)

/** The ids of the rows of which a related row is meant. */
function wayThrough(visibility: Visibility, table: Table, member: LinkMember, asked: Asked): Sql[] {
  const link = linkOf(visibility.model, table, member)
  const seen = visibility.field(table, member)
  if (seen === 'none') return []
  return conditions(visibility, link.table, asked).map((condition) => {
    const found = (column: string): Sql => sql`select ${raw(column)} from ${raw(link.from)}${where(given(visibility.rows(link.table), condition))}`
    if (link.back !== undefined && seen === 'all') return found(link.back)
    const [here, there] = member.is === 'belongsTo' ? [columnOf(table, member), idColumn(link.table)] : [idColumn(table), link.back ?? '']
    return sql`select ${raw(idColumn(table))} from ${raw(fromTable(table))}${where([...(typeof seen === 'string' ? [] : [seen]), sql`${raw(here)} in (${found(there)})`])}`
  })
}
