import sql, { join, raw, type Sql } from 'sql-template-tag'
import { entityOf, type AnyOfModel } from '../model/model.ts'
import { filterCondition } from './filter.ts'
import { labelOf } from './label.ts'
import { sliceOf } from './page.ts'
import type { Visibility } from './scope.ts'
import { given, literal, where } from './sql.ts'
import { sortedRows, sortKeys } from './sort.ts'
import { below, columnOf, fromTable, idColumn, type Link, type Table } from './table.ts'
import type { Selected, Selection } from './types.ts'

/** The record that a subselect finds, as JSON; null where there is none. */
export const recordOf = (columns: Sql, source: Sql): Sql => sql`(select row_to_json(r) from (select ${columns}${source}) r)`

/** The related record, where the caller may read it; `isGiven`: whoever reads the row here may read that one. */
export const recordAt = (visibility: Visibility, link: Link, columns: Sql, isGiven = false): Sql =>
  recordOf(columns, rowAt(visibility, link, isGiven))

/** From where the related record is read. */
export const rowAt = (visibility: Visibility, link: Link, isGiven: boolean): Sql =>
  sql` from ${raw(link.from)}${where(given(raw(link.on), isGiven ? undefined : visibility.rows(link.table)))}`

/** The related records that the caller may read. */
export const recordsAt = (visibility: Visibility, link: Link, columns: Sql, args: Selected['args'], path: string): Sql =>
  sql`(select coalesce(json_agg(r), '[]') from (select ${columns} from (${slice(visibility, link, args, path)}) ${raw(link.table.alias)}) r)`

/** The rows are chosen first and told afterwards, so that only those that are shown cost anything. */
export function slice(visibility: Visibility, link: Link, args: Selected['args'], path: string): Sql {
  const { limit, offset } = sliceOf(args, path)
  const own = link.position !== undefined && args['sort'] == null ? raw(` order by ${link.position}, ${idColumn(link.table)}`) : undefined
  const keys = own ? [] : sortKeys(visibility, link.table, args['sort'], `${path}.sort`)
  return sortedRows(link.table, link.from, chosen(visibility, link, args, path), keys, limited(limit, offset), own)
}

function chosen(visibility: Visibility, link: Link, args: Selected['args'], path: string): Sql[] {
  const filter = args['filter'] == null ? undefined : filterCondition(visibility, link.table, args['filter'], `${path}.filter`)
  return given(raw(link.on), visibility.rows(link.table), filter)
}

/**
 * The limit stands in the text, not among the parameters: of a parameter PostgreSQL expects a tenth
 * of the table, so it would plan every execution anew instead of keeping the plan (a third of the time
 * of a list). It is one of a hundred numbers, each checked. An offset is seldom asked, and any number.
 */
export const limited = (limit: number, offset: number): Sql =>
  offset === 0 ? raw(` limit ${limit}`) : sql`${raw(` limit ${limit} offset `)}${offset}::bigint`

export const countOf = (visibility: Visibility, link: Link, args: Selected['args'], path: string): Sql =>
  sql`(select count(*) from ${raw(link.from)}${where(chosen(visibility, link, args, path))})`

/** `{ entity, id, label }`; the label only where the caller may read the record that is meant. */
export function referenceOf(visibility: Visibility, table: Table, member: AnyOfModel, selection: Selection | undefined): Sql {
  const [id, entity] = [raw(columnOf(table, member)), raw(columnOf(table, member, 'entity'))]
  const asked = selection === undefined || selection.some(({ name }) => name === 'label')
  const labels = asked ? member.entities.flatMap((name) => labelIn(visibility, below(table, entityOf(visibility.model, name)), id)) : []
  const label = labels.length === 0 ? raw('null') : sql`case ${entity} ${join(labels, ' ')} end`
  return sql`case when ${id} is not null then json_build_object('entity', ${entity}, 'id', ${id}, 'label', ${label}) end`
}

function labelIn(visibility: Visibility, table: Table, id: Sql): Sql[] {
  const label = visibility.rights.of(table.entity.name, 'read').rows === 'none' ? undefined : labelOf(visibility, table)
  const conditions = given(sql`${raw(idColumn(table))} = ${id}`, visibility.rows(table))
  return label ? [sql`when ${raw(literal(table.entity.name))} then (select ${label} from ${raw(fromTable(table))}${where(conditions)})`] : []
}
