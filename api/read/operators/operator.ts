import sql, { raw, type Sql } from 'sql-template-tag'
import { literal } from '../sql.ts'

/** What an operator compares: a field, empty where the caller may not read it. */
export interface Subject {
  /** The column of the field, or of a further part. */
  column(part?: string): Sql
  /** Type of the main column in PostgreSQL. */
  readonly type: string
  /** Its values are declared, and few. */
  readonly few: boolean
}

export interface Place {
  readonly latitude: number
  readonly longitude: number
  readonly km: number
}

/** One operator of a family: what it takes, and the condition it makes. Every condition says true or not true of an empty field as people expect. */
export type Operator =
  | { readonly takes: 'value'; condition(subject: Subject, value: Sql): Sql }
  | { readonly takes: 'values'; condition(subject: Subject, values: Sql): Sql }
  | { readonly takes: 'flag'; condition(subject: Subject, flag: boolean): Sql }
  | { readonly takes: 'place'; condition(subject: Subject, place: Place): Sql }

export type OperatorFamily = Readonly<Record<string, Operator>>

/**
 * A value as a parameter. Whole numbers say that they are wide, so that one beyond the column's range
 * finds nothing instead of being an error; everything else takes the type of what it is compared with.
 */
export function bind({ type, few }: Subject, value: unknown): Sql {
  if (isWhole(type)) return sql`${value}::bigint`
  const told = few ? constant(value) : sql`${value}`
  return isList(type) ? sql`${told}::${raw(type.slice(0, -2))}` : told
}

/**
 * One of a few values stands in the statement itself: a plan that is kept then knows how many rows have
 * it. As a parameter it looked like any value, and PostgreSQL went on planning anew each time instead.
 */
function constant(value: unknown): Sql {
  if (typeof value === 'boolean') return raw(String(value))
  return typeof value === 'string' && /^\w+$/.test(value) ? raw(literal(value)) : sql`${value}`
}

/** Several values as one parameter. */
export function bindAll(type: string, values: readonly unknown[]): Sql {
  if (isWhole(type)) return sql`${values}::bigint[]`
  return isList(type) ? sql`${values}::${raw(type)}` : sql`${values}`
}

const isList = (type: string): boolean => type.endsWith('[]')
const isWhole = (type: string): boolean => type === 'integer' || type === 'bigint'

export const isEmpty: Operator = {
  takes: 'flag',
  condition: (subject, flag) => (flag ? sql`${subject.column()} is null` : sql`${subject.column()} is not null`),
}
