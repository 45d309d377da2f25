import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { EntityModel, FieldModel } from '../model/model.ts'
import { decodeCursor, positionOf, type Position } from './cursor.ts'
import { filterCondition, trustedCondition } from './filter.ts'
import { fieldCondition } from './filterField.ts'
import { rangesAfter } from './keyset.ts'
import { pageOf, type Page } from './page.ts'
import { columnsOf } from './project.ts'
import { isRecord } from './refusal.ts'
import { limited, recordOf } from './related.ts'
import { untrusted, type Visibility } from './scope.ts'
import { given, where } from './sql.ts'
import { orderShown, sortedRows, sortKeys, type SortKey } from './sort.ts'
import { fromTable, idColumn, rootTable, type Table } from './table.ts'
import type { Asked, ListArgs, Selection } from './types.ts'

/** Whether records are asked for by themselves, or something led to them. */
export type By = 'itself' | 'another'

const rowsBy = (visibility: Visibility, table: Table, by: By): Sql | undefined => (by === 'itself' ? visibility.rootRows(table) : visibility.rows(table))

/** The record with an id, as the column `record`. */
export function oneStatement(visibility: Visibility, entity: EntityModel, id: string, selection: Selection, by: By): Sql {
  const table = rootTable(entity)
  const source = sql` from ${raw(fromTable(table))}${where(given(sql`${raw(idColumn(table))} = ${id}`, rowsBy(visibility, table, by)))}`
  return sql`select ${recordOf(projection(visibility, table, selection), source)} as record`
}

/** The record with a number, as the column `record`. */
export function numberedStatement(visibility: Visibility, entity: EntityModel, field: FieldModel, number: unknown, selection: Selection): Sql {
  const table = rootTable(entity)
  const source = sql` from ${raw(fromTable(table))}${where(given(fieldCondition(untrusted(visibility), table, field, { eq: number }, field.name), visibility.rootRows(table)))}`
  return sql`select ${recordOf(projection(visibility, table, selection), source)} as record`
}

/** The records with these ids, in their order, as the column `items`. */
export function manyStatement(visibility: Visibility, entity: EntityModel, ids: readonly string[], selection: Selection, by: By, verbatim?: Sql): Sql {
  const table = rootTable(entity)
  const chosen = where(given(sql`${raw(idColumn(table))} = any(${ids}::uuid[])`, rowsBy(visibility, table, by)))
  const rows = sql`select ${raw(table.alias)}.* from ${raw(fromTable(table))}${chosen} order by array_position(${ids}::uuid[], ${raw(idColumn(table))})`
  if (verbatim) return sql`select ${join(verbatimItems(verbatim), ', ')} from (${rows}) ${raw(table.alias)}`
  return sql`select ${rowItems} from ${told(table, rows, projection(visibility, table, selection))}`
}

const rowItems = raw(`coalesce(json_agg(r), '[]') as items`)

/** The texts of the rows as one, and how many were `found`: of a page, one more than it holds. */
const verbatimItems = (row: Sql, size?: number): Sql[] => [
  size === undefined ? sql`'[' || coalesce(string_agg(${row}, ','), '') || ']' as items` : sql`'[' || coalesce(array_to_string((array_agg(${row}))[1:${raw(String(size))}], ','), '') || ']' as items`,
  raw('count(*)::int as found'),
]

export interface ListStatement {
  readonly statement: Sql
  readonly page: Page
  readonly keys: readonly SortKey[]
}

/**
 * A page of a list: `items`, `positions` of its rows where a cursor is wanted, and the `total`. With what tells a
 * row `verbatim`, `items` is the text of the answer, and the number of rows `found` stands beside it.
 */
export function listStatement(visibility: Visibility, entity: EntityModel, args: ListArgs, asked: Asked, verbatim?: Sql): ListStatement {
  const table = rootTable(entity)
  const keys = sortKeys(visibility, table, args.sort)
  const page = pageOf(args.page)
  // Read even where no row is asked: a cursor from another list is refused whatever is wanted of it.
  const after = page.after === undefined ? undefined : decodeCursor(entity.name, keys, page.after)
  const conditions = listConditions(visibility, table, args.filter)
  const columns = [
    ...(asked.items || asked.pageInfo ? verbatim ? verbatimItems(verbatim, asked.pageInfo ? page.size : undefined) : [rowItems] : []),
    ...(asked.pageInfo ? [sql`json_agg(${positionOf(keys)}) as positions`] : []),
    ...(asked.total ? [sql`(select count(*)::int from ${raw(fromTable(table))}${where(conditions)}) as total`] : []),
  ]
  // One more than the page holds tells whether there is a next one.
  const rows = (): Sql => pageOfRows(table, keys, { ...page, after }, conditions, asked.pageInfo ? page.size + 1 : page.size)
  const source = asked.items || asked.pageInfo ? sql` from ${verbatim ? sql`(${rows()}) ${raw(table.alias)}` : told(table, rows(), projection(visibility, table, asked.items ?? []))}` : raw('')
  return { statement: sql`select ${columns.length === 0 ? raw('') : join(columns, ', ')}${source}`, page, keys }
}

/** A page whose cursor was read. */
type Place = Omit<Page, 'after'> & { readonly after: Position | undefined }

/** The rows are chosen first and told afterwards, so that only those that are shown cost anything. */
const told = (table: Table, rows: Sql, columns: Sql): Sql =>
  sql`(${rows}) ${raw(table.alias)} cross join lateral (select ${columns}) r`

function pageOfRows(table: Table, keys: readonly SortKey[], page: Place, conditions: readonly Sql[], limit: number): Sql {
  const rows = (more: readonly Sql[]): Sql => sortedRows(table, fromTable(table), [...conditions, ...more], keys, limited(limit, page.offset))
  if (page.after === undefined) return rows([])
  const [first, second] = rangesAfter(keys, page.after).map((range) => rows([range]))
  if (!first || !second) return first ?? rows([])
  return sql`select * from ((${first}) union all (${second})) ${raw(table.alias)}${orderShown(keys)}${limited(limit, 0)}`
}

/** Which rows a list holds: those that the caller may read, that are listed, and that he asks for. */
export function listConditions(visibility: Visibility, table: Table, asked: ListArgs['filter']): Sql[] {
  const filter = asked == null ? undefined : filterCondition(visibility, table, asked)
  return given(visibility.rootRows(table), listed(visibility, table, asked), filter)
}

/** The rows that people still work with, unless the filter says itself which ones are wanted. */
function listed(visibility: Visibility, table: Table, filter: unknown): Sql | undefined {
  const rule = table.entity.listed
  const named = namedIn(filter)
  return !rule || Object.keys(rule.where).some((name) => named.has(name)) ? undefined : trustedCondition(visibility, table, rule.where)
}

function namedIn(filter: unknown): ReadonlySet<string> {
  if (!isRecord(filter)) return new Set()
  return new Set(Object.entries(filter).flatMap(([name, value]) => {
    if (name === 'and' || name === 'or') return Array.isArray(value) ? value.flatMap((one) => [...namedIn(one)]) : []
    return name === 'not' ? [...namedIn(value)] : [name]
  }))
}

const projections = new WeakMap<Selection, WeakMap<Visibility, Sql>>()

/** Kept with the selection: that of an approved or compiled document is the same object every time. */
function projection(visibility: Visibility, table: Table, selection: Selection): Sql {
  const known = projections.get(selection) ?? new WeakMap<Visibility, Sql>()
  projections.set(selection, known)
  const columns = known.get(visibility) ?? columnsOf(visibility, table, selection, '')
  known.set(visibility, columns)
  return columns
}
