import { isDeepStrictEqual } from 'node:util'
import type { AnyWhere } from '../model/where.ts'

/**
 * `all`, `none`, or the rows that fulfil one of these conditions. For a field: the rows *among those
 * that the caller may reach* on which he has it.
 */
export type Rows = 'all' | 'none' | readonly AnyWhere[]

/** The rows of any of these conditions; without a condition, all of them. */
export function union(conditions: readonly (AnyWhere | undefined)[]): Rows {
  if (conditions.length === 0) return 'none'
  if (conditions.some((where) => !where || Object.keys(where).length === 0)) return 'all'
  return widest([...new Set(conditions.map((where) => where ?? {}))])
}

/** The rows that any of these gives. */
export function together(given: readonly Rows[]): Rows {
  if (given.includes('all')) return 'all'
  const conditions = given.flatMap((rows) => (typeof rows === 'string' ? [] : rows))
  return conditions.length === 0 ? 'none' : union(conditions)
}

export function meet(a: Rows, b: Rows): Rows {
  if (a === 'none' || b === 'none') return 'none'
  if (a === 'all') return b
  if (b === 'all') return a
  return widest(a.flatMap((one) => b.map((other) => (liesWithin(one, other) ? one : liesWithin(other, one) ? other : { and: [one, other] }))))
}

/** The rows without those that are denied: what is empty or unknown in a condition of refusal does not refuse. */
export function without(rows: Rows, denied: Rows): Rows {
  if (rows === 'none' || denied === 'all') return 'none'
  if (denied === 'none') return rows
  const left = denied.map((where) => ({ not: where }))
  if (rows === 'all') return [left.length === 1 ? left[0] ?? {} : { and: left }]
  const kept = rows.filter((one) => !denied.some((other) => liesWithin(one, other)))
  return kept.length === 0 ? 'none' : kept.map((one) => ({ and: [one, ...left] }))
}

/** Whether everybody who is given the second is seen to be given the first. */
export const covers = (given: Rows, rows: Rows): boolean =>
  given === rows || given === 'all' || (typeof given !== 'string' && typeof rows !== 'string' && rows.every((row) => given.some((one) => liesWithin(row, one))))

/** Without the conditions whose rows another one gives already: fewer to ask of each row, and an index can serve them. */
function widest(conditions: readonly AnyWhere[]): readonly AnyWhere[] {
  return conditions.filter((one, index) => !conditions.some((other, at) =>
    at !== index && liesWithin(one, other) && (at < index || !liesWithin(other, one))))
}

/** Whether every row that fulfils one condition is seen to fulfil the other: it says the same and more. */
function liesWithin(one: AnyWhere, other: AnyWhere): boolean {
  const said = partsOf(one)
  return partsOf(other).every(([name, condition]) => said.some(([mine, own]) => mine === name && isDeepStrictEqual(own, condition)))
}

/** What a condition asks, part by part: all of them hold at once. */
const partsOf = (where: AnyWhere): [string, unknown][] => Object.entries(where).flatMap(([name, condition]): [string, unknown][] =>
  (name === 'and' && Array.isArray(condition) ? condition.flatMap((part: AnyWhere) => partsOf(part)) : [[name, condition]]))
