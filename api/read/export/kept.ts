import { raw, type Sql } from 'sql-template-tag'
import type { Rows } from '../../access/rights.ts'
import { entityOf } from '../../model/model.ts'
import { trustedCondition } from '../filter.ts'
import { forbid } from '../refusal.ts'
import type { Visibility } from '../scope.ts'
import { allOf, always, anyOf, literal, not } from '../sql.ts'
import { kindColumn, seenAs, type Table } from '../table.ts'

/** The rows of an entity that a caller may read and not take out in bulk. */
export type Kept = (entity: string) => Rows

/**
 * What keeps back the rows of a table that may not leave, whether they are listed or stand beside what is; of an
 * abstract entity each kind has a say. @throws AppError FORBIDDEN where none of them may
 */
export function leaving(visibility: Visibility, table: Table, kept: Kept, path: string): readonly Sql[] {
  const { name, kinds } = table.entity
  const own = kept(name)
  if (own === 'all') forbid(path)
  const ofKinds = kinds.map((kind) => entityOf(visibility.model, kind)).flatMap((kind) => {
    const rows = kept(kind.name)
    return rows === 'none' ? [] : [not(allOf([raw(`${kindColumn(table)} = ${literal(kind.kind ?? '')}`), among(visibility, seenAs(table, kind), rows)]))]
  })
  return [...(own === 'none' ? [] : [not(among(visibility, table, own))]), ...ofKinds]
}

const among = (visibility: Visibility, table: Table, rows: Rows): Sql =>
  (typeof rows === 'string' ? always : anyOf(rows.map((condition) => trustedCondition(visibility, table, condition))))
