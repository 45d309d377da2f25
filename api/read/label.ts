import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { BelongsToModel, FieldModel } from '../model/model.ts'
import { masked, type Visibility } from './scope.ts'
import { given, where } from './sql.ts'
import { columnOf, linkOf, type Table } from './table.ts'

/**
 * The words by which people know a row: the first of its titles that is not empty, as far as the
 * caller may read it. Undefined where he may read none of them.
 */
export function labelOf(visibility: Visibility, table: Table): Sql | undefined {
  const titles = table.entity.title.flatMap((path) => given(titleAt(visibility, table, path.split('.'))))
  const [first, ...others] = titles
  return others.length === 0 ? first : sql`coalesce(${join(titles, ', ')})`
}

function titleAt(visibility: Visibility, table: Table, [name = '', ...rest]: readonly string[]): Sql | undefined {
  const member = table.entity.members.get(name)
  const seen = member && visibility.field(table, member)
  if (!member || seen === undefined || seen === 'none') return undefined
  if (member.is === 'field') return masked(seen, raw(textOf(table, member)))
  if (member.is !== 'belongsTo' || rest.length === 0) return undefined
  const link = linkOf(visibility.model, table, member)
  const title = titleAt(visibility, link.table, rest)
  return title && masked(seen, sql`(select ${title} from ${raw(link.from)}${where(given(raw(link.on), visibility.rows(link.table)))})`)
}

/** A value as text: structured ones by their main part. */
function textOf(table: Table, field: FieldModel): string {
  const column = (part: string): string => columnOf(table, field, part)
  const isText = /^(varchar|text$|char)/.test(field.columns[0]?.type ?? '')
  if (isText) return column('')
  return field.columns.length === 1 ? `(${field.kind.select(column, field)})::text` : `${column('')}::text`
}

/** The title of a related row, for sorting: without accents and case. */
export function relatedTitle(visibility: Visibility, table: Table, member: BelongsToModel): Sql | undefined {
  const link = linkOf(visibility.model, table, member)
  const title = labelOf(visibility, link.table)
  return title && sql`(select fold(${title}) as title from ${raw(link.from)}${where(given(raw(link.on), visibility.rows(link.table)))})`
}
