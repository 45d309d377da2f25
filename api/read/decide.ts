import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Caller } from '../access/principal.ts'
import type { Rows } from '../access/rights.ts'
import type { EntityModel, Model } from '../model/model.ts'
import { trustedCondition } from './filter.ts'
import { withMoments } from './run.ts'
import type { Visibility } from './scope.ts'
import { allOf, given } from './sql.ts'
import type { Query } from './types.ts'
import { fromTable, idColumn, memberOf, rootTable, type Table } from './table.ts'
import { visibilityOf } from './visibility.ts'

/** What a caller's rights say of one row. */
export interface Verdict {
  readonly readable: boolean
  /** Asked for by itself, not only beside what shows it. */
  readonly byItself: boolean
  /** The field, where one was asked about. */
  readonly field: boolean
  readonly fulfilled: readonly boolean[]
}

/** Asks the row filter itself about one row, and whether the row is among each of these rows. Undefined: there is none. */
export async function decideOn(model: Model, query: Query, caller: Caller, entity: EntityModel, id: string, asked: readonly Rows[], field?: string): Promise<Verdict | undefined> {
  const table = rootTable(entity)
  const visibility = visibilityOf(model, caller.rights)
  const member = field === undefined ? undefined : memberOf(entity, field)
  const seen = member ? visibility.field(table, member) : 'all'
  const columns = [visibility.rows(table) ?? raw('true'), visibility.rootRows(table) ?? raw('true'), typeof seen === 'string' ? raw(String(seen === 'all')) : seen, ...asked.map((rows) => among(visibility, table, rows))]
  const found = sql`select json_build_array(${join(columns.map((column) => sql`coalesce(${column}, false)`))}) as verdict from ${raw(fromTable(table))} where ${allOf(given(sql`${raw(idColumn(table))} = ${id}::uuid`))}`
  const { text, values } = withMoments(found, caller)
  const [row] = await query(text, values)
  const [readable = false, byItself = false, ofField = false, ...fulfilled] = (row?.['verdict'] ?? []) as readonly boolean[]
  return row && { readable, byItself, field: ofField, fulfilled }
}

function among(visibility: Visibility, table: Table, rows: Rows): Sql {
  if (typeof rows === 'string') return raw(String(rows === 'all'))
  return sql`(${join(rows.map((where) => sql`coalesce(${trustedCondition(visibility, table, where)}, false)`), ' or ')})`
}
