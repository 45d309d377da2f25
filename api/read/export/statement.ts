import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { AppError } from '../../model/errors.ts'
import type { EntityModel } from '../../model/model.ts'
import { listOf, refuse } from '../refusal.ts'
import { withMoments } from '../run.ts'
import { given, where } from '../sql.ts'
import { orderBy, sortKeys } from '../sort.ts'
import { listConditions } from '../statements.ts'
import { fromTable, rootTable, type Table } from '../table.ts'
import type { Caller } from '../../access/principal.ts'
import type { ListArgs } from '../types.ts'
import type { Visibility } from '../scope.ts'
import { valueAt, type Value } from './columns.ts'
import type { Column, ExportFormat } from './formats.ts'
import { Joins } from './joins.ts'
import type { Kept } from './kept.ts'

/** A column as it is asked: what stands at a path, under a name. */
export interface AskedColumn {
  readonly path: string
  readonly name: string
}

export interface AskedExport extends Pick<ListArgs, 'filter' | 'sort'> {
  readonly columns: readonly AskedColumn[]
  /** Rows at most; all of them where it is not said. */
  readonly limit?: number | undefined
  /** Columns that are not the caller's stay empty, instead of being refused. */
  readonly partial?: boolean
}

export interface ExportStatement {
  /** Answers one column, the text of a row. */
  readonly statement: Sql
  readonly columns: readonly Column[]
  /** Names of the columns that stay empty since the caller may not read them. */
  readonly denied: readonly string[]
}

const MAX_COLUMNS = 60

/** All rows of a list that a caller may read, each as the text of a format. `kept`: rows that he may read and not export, here or beside. */
export function exportStatement(visibility: Visibility, caller: Caller, entity: EntityModel, asked: AskedExport, format: ExportFormat, kept: Kept): ExportStatement {
  const table = rootTable(entity)
  const keys = sortKeys(visibility, table, asked.sort)
  const joins = new Joins(visibility, kept)
  const denied: string[] = []
  const columns = columnsOf(visibility, joins, table, asked, format.names, denied)
  const sorted = keys.flatMap((key) => given(key.join))
  const conditions = [...listConditions(visibility, table, asked.filter), ...joins.leaving(table, 'list')]
  const statement = sql`select ${format.row(columns)} as row from ${raw(fromTable(table))}${sorted.length === 0 ? empty : join(sorted, '')}${joins.sql}${where(conditions)}${orderBy(keys)}${limitOf(asked.limit)}`
  return { statement: withMoments(statement, caller), columns, denied }
}

/** How many rows an export would have, counted up to a number; answers `found`. */
export function countStatement(visibility: Visibility, caller: Caller, entity: EntityModel, { filter, limit = Infinity }: AskedExport, most: number): Sql {
  const table = rootTable(entity)
  return withMoments(sql`select count(*)::int as found from (select 1 from ${raw(fromTable(table))}${where(listConditions(visibility, table, filter))}${limitOf(Math.min(limit, most))}) r`, caller)
}

function columnsOf(visibility: Visibility, joins: Joins, table: Table, { columns, partial }: AskedExport, allowed: RegExp, denied: string[]): readonly Column[] {
  if (columns.length === 0) refuse('fields', 'required', { fr: 'Dites quels champs exporter.', en: 'Say which fields to export.' })
  const names = new Set<string>()
  return listOf(columns, 'fields', MAX_COLUMNS).map((_, index) => {
    const { path, name } = columns[index] ?? { path: '', name: '' }
    const at = `fields.${index}`
    if (!allowed.test(name) || names.has(name)) refuse(at, 'badName', { fr: 'Un nom de colonne commence par une lettre, ne contient que ce que le format permet, et ne revient pas.', en: 'The name of a column begins with a letter, holds only what the format allows, and stands once.' })
    names.add(name)
    return { name, ...readable(() => valueAt(visibility, joins, table, path.split('.'), path), partial === true, name, denied) }
  })
}

const nothing: Value = { json: raw('null::text'), text: raw('null::text'), harmless: true }

function readable(value: () => Value, partial: boolean, name: string, denied: string[]): Value {
  try {
    return value()
  } catch (error) {
    if (!partial || !(error instanceof AppError) || error.code !== 'FORBIDDEN') throw error
    denied.push(name)
    return nothing
  }
}

const limitOf = (limit: number | undefined): Sql => (limit === undefined ? empty : sql` limit ${limit}::bigint`)
