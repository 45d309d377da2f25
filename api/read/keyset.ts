import sql, { join, raw, type Sql } from 'sql-template-tag'
import { bindKey, type Position } from './cursor.ts'
import type { SortKey } from './sort.ts'
import { allOf, anyOf, given, never } from './sql.ts'

/** A key of the order and the value of the last row that was shown. */
interface At {
  readonly key: SortKey
  readonly value: string | null
}

/**
 * The rows after a position, as one condition or as two that follow each other: a value and its
 * absence lie in two ranges of an index, and only apart can each be walked from its beginning.
 */
export function rangesAfter(keys: readonly SortKey[], position: Position): Sql[] {
  const [first, ...rest] = keys.map((key, index): At => ({ key, value: position[index] ?? null }))
  if (!first) return [never]
  return given(sameRange(first, rest), otherRange(first))
}

/** The rows beyond which the first key has no value any more, or begins to have one. */
function otherRange({ key, value }: At): Sql | undefined {
  if (!key.nullable) return undefined
  if (value !== null && key.direction === 'ASC') return sql`${key.value} is null`
  return value === null && key.direction === 'DESC' ? sql`${key.value} is not null` : undefined
}

function sameRange(first: At, rest: readonly At[]): Sql {
  const { key, value } = first
  if (value === null) return allOf([sql`${key.value} is null`, after(rest)])
  const compared = rowComparison([first, ...rest])
  if (compared) return compared
  // The first part is what an index can be entered by; the second is asked of the rows found there.
  const bound = sql`${key.value} ${raw(key.direction === 'ASC' ? '>=' : '<=')} ${bindKey(key, value)}`
  return allOf([bound, anyOf([sql`${key.value} ${beyond(key)} ${bindKey(key, value)}`, allOf(given(equal(first), rest.length > 0 ? after(rest) : never))])])
}

/** After a position by these keys, wherever their nulls stand. */
function after([first, ...rest]: readonly At[]): Sql {
  if (!first) return never
  const compared = rest.every(({ key }) => !key.nullable) && !first.key.nullable ? rowComparison([first, ...rest]) : undefined
  return compared ?? anyOf([strictlyAfter(first), allOf([equal(first), after(rest)])])
}

function strictlyAfter({ key, value }: At): Sql {
  if (value === null) return key.direction === 'DESC' ? sql`${key.value} is not null` : never
  const greater = sql`${key.value} ${beyond(key)} ${bindKey(key, value)}`
  return key.nullable && key.direction === 'ASC' ? anyOf([greater, sql`${key.value} is null`]) : greater
}

const equal = ({ key, value }: At): Sql => (value === null ? sql`${key.value} is null` : sql`${key.value} = ${bindKey(key, value)}`)
const beyond = (key: SortKey): Sql => raw(key.direction === 'ASC' ? '>' : '<')

/**
 * `(a, id) < ($1, $2)`, which an index on both answers by one walk. Right where all keys run the same
 * way and no null comes after the position: descending nulls come first, and a comparison with null
 * leaves them out; ascending they come last, so that only the first key may have some here.
 */
function rowComparison(ats: readonly At[]): Sql | undefined {
  const [first, ...rest] = ats
  if (!first || ats.some(({ value, key }) => value === null || key.direction !== first.key.direction)) return undefined
  if (first.key.direction === 'ASC' && rest.some(({ key }) => key.nullable)) return undefined
  const values = ats.map(({ key, value }) => bindKey(key, value ?? ''))
  return sql`(${join(ats.map(({ key }) => key.value), ', ')}) ${beyond(first.key)} (${join(values, ', ')})`
}
