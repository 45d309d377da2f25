import sql, { raw, type Sql } from 'sql-template-tag'
import { houseRights, type Rights } from '../access/rights.ts'
import type { MemberModel, Model } from '../model/model.ts'
import { refuse } from './refusal.ts'
import { literal } from './sql.ts'
import { kindColumn, type Table } from './table.ts'

/** On which of the rows that are seen at all something is seen. */
export type Seen = Sql | 'all' | 'none'

/** What a caller may see, as conditions in SQL. */
export interface Visibility {
  readonly model: Model
  readonly rights: Rights
  /** Undefined: every row of the table. */
  rows(table: Table): Sql | undefined
  /** Those among them that may be asked for by themselves. */
  rootRows(table: Table): Sql | undefined
  field(table: Table, member: MemberModel): Seen
}

/** Several entities share a table: only the rows of this one. */
export const kindCondition = ({ entity, ...table }: Table): Sql | undefined =>
  entity.parent === undefined || entity.kind === undefined ? undefined : raw(`${kindColumn({ entity, ...table })} = ${literal(entity.kind)}`)

const houses = new WeakMap<Model, Visibility>()

/** What the house itself sees: everything. */
export function unlimited(model: Model): Visibility {
  const visibility = houses.get(model) ?? { model, rights: houseRights, rows: kindCondition, rootRows: kindCondition, field: () => 'all' as const }
  houses.set(model, visibility)
  return visibility
}

/** A value as it is seen: nothing, on the rows where the caller may not read it. */
export const masked = (seen: Seen, value: Sql): Sql => {
  if (seen === 'all') return value
  return seen === 'none' ? raw('null') : sql`case when ${seen} then ${value} end`
}

/** A filter is walked with this in hand. */
export interface Scope {
  readonly visibility: Visibility
  /** A condition that a declaration wrote: its operands are not checked, and may be moments. */
  readonly trusted: boolean
  /** Whose rights a declaration means by “readable”. */
  readonly seenBy?: Visibility
  /** Conditions met so far; one filter may not hold more than its share. */
  readonly count: { conditions: number }
}

/** For what comes from outside. */
export const untrusted = (visibility: Visibility): Scope => ({ visibility, trusted: false, count: { conditions: 0 } })

const MAX_CONDITIONS = 50

export function count(scope: Scope, path: string): void {
  scope.count.conditions += 1
  if (scope.count.conditions > MAX_CONDITIONS) refuse(path, 'tooManyConditions', { fr: 'Au plus {max} conditions.', en: 'At most {max} conditions.' }, { max: MAX_CONDITIONS })
}
