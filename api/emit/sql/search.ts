import { hasWords, type Column, type FieldModel } from '../../model/model.ts'
import { indexObject } from './indexes.ts'
import { literal, objectName, quote } from './names.ts'
import type { SqlObject } from './object.ts'
import type { Table } from './tables.ts'

/** Name of the generated column. */
export const searchColumn = 'search'

/**
 * The words of a row by weight, kept by PostgreSQL itself: each text once by French stems (`coulisses`,
 * whole words in any form) and once as written (`coulisses_plain`, beginnings of words).
 */
export function search(table: Table): SqlObject[] {
  const fields = table.stored.flatMap(({ member }) => member.is === 'field' && hasWords(member) ? [member] : [])
  if (fields.length === 0) return []
  const used = fields.flatMap((field) => field.columns)
  const words = `search words of ${table.name}`
  return [
    {
      name: words, needs: ['text search configuration coulisses', 'text search configuration coulisses_plain'],
      create: `${typesOf(used)}alter table ${quote(table.name)} add column ${quote(searchColumn)} tsvector generated always as (${fields.map(vector).join(' || ')}) stored`,
      drop: `alter table if exists ${quote(table.name)} drop column if exists ${quote(searchColumn)}`,
    },
    indexObject(objectName(table.name, searchColumn, 'index'), `on ${quote(table.name)} using gin (${quote(searchColumn)})`, { needs: [words] }),
  ]
}

/** Part of the text, so that a column that changes its type has the words made anew: PostgreSQL refuses to change it below them. */
const typesOf = (columns: readonly Column[]): string => `-- of ${columns.map((column) => `${column.name} ${column.type}`).join(', ')}\n`

function vector(field: FieldModel): string {
  const column = (part: string): string => quote(field.columns.find((one) => one.part === part)?.name ?? '')
  const text = `coalesce(${field.kind.words?.(column) ?? column('')}, '')`
  const both = ['coulisses', 'coulisses_plain'].map((configuration) => `to_tsvector(${literal(configuration)}, ${text})`).join(' || ')
  return `setweight(${both}, ${literal(field.options.search ?? 'D')})`
}
