import { isObject } from './meta.ts'

type Known = Readonly<Record<string, unknown>>

/**
 * Whether values fulfil a condition of `adminMeta` (`requiredWhen`, `visibleWhen`, `when` of an
 * action). Undefined where a value that it asks about is not known here: then the server decides.
 */
export function fulfils(values: Known, condition: Known): boolean | undefined {
  return all(Object.entries(condition).map(([name, wanted]) => {
    if (name === 'and' && Array.isArray(wanted)) return all(wanted.map((one: unknown) => nested(values, one)))
    if (name === 'or' && Array.isArray(wanted)) return any(wanted.map((one: unknown) => nested(values, one)))
    if (name === 'not') return negate(nested(values, wanted))
    return name in values ? compare(values[name], wanted) : undefined
  }))
}

/** The same condition for one account: of the moments, who is asking is known here. */
export function asMe(condition: Known, me: string | undefined): Known {
  if (me === undefined) return condition
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced)
    if (!isObject(value)) return value
    return value['moment'] === 'me' ? me : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one)]))
  }
  return Object.fromEntries(Object.entries(condition).map(([name, one]) => [name, replaced(one)]))
}

type Maybe = boolean | undefined

const nested = (values: Known, condition: unknown): Maybe =>
  isObject(condition) ? fulfils(values, condition) : undefined
const negate = (value: Maybe): Maybe => (value === undefined ? undefined : !value)
const all = (found: readonly Maybe[]): Maybe => (found.includes(false) ? false : found.includes(undefined) ? undefined : true)
const any = (found: readonly Maybe[]): Maybe => (found.includes(true) ? true : found.includes(undefined) ? undefined : false)

const operators: Readonly<Record<string, (value: unknown, operand: unknown) => boolean>> = {
  eq: (value, operand) => plain(value) === operand,
  ne: (value, operand) => plain(value) !== operand,
  in: (value, operand) => Array.isArray(operand) && operand.includes(plain(value)),
  notIn: (value, operand) => Array.isArray(operand) && !operand.includes(plain(value)),
  lt: (value, operand) => order(value, operand) < 0,
  lte: (value, operand) => order(value, operand) <= 0,
  gt: (value, operand) => order(value, operand) > 0,
  gte: (value, operand) => order(value, operand) >= 0,
  contains: (value, operand) => folded(value).includes(folded(operand)),
  startsWith: (value, operand) => folded(value).startsWith(folded(operand)),
  has: (value, operand) => Array.isArray(value) && value.includes(operand),
  hasAny: (value, operand) => Array.isArray(value) && Array.isArray(operand) && operand.some((one) => value.includes(one)),
  hasNone: (value, operand) => Array.isArray(value) && Array.isArray(operand) && !operand.some((one) => value.includes(one)),
  isEmpty: (value, operand) => isEmpty(value) === operand,
}

function compare(value: unknown, wanted: unknown): Maybe {
  // A moment ("now", "me") is known to the server only.
  if (!isObject(wanted)) return undefined
  return all(Object.entries(wanted).map(([name, operand]) => {
    const test = operators[name]
    if (isObject(operand) && 'moment' in operand) return undefined
    if (test) return test(value, operand)
    return isObject(value) ? fulfils(value, { [name]: operand }) : isEmpty(value) ? false : undefined
  }))
}

const isEmpty = (value: unknown): boolean => value == null || value === '' || (Array.isArray(value) && value.length === 0)
/** What a structured value is compared by; a relation is known by its id. */
const plain = (value: unknown): unknown => (isObject(value) ? value['id'] ?? value['amount'] ?? value['at'] ?? value['raw'] : value ?? null)
const folded = (value: unknown): string => String(plain(value) ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function order(value: unknown, operand: unknown): number {
  const [left, right] = [plain(value), operand]
  if (left == null || right == null) return Number.NaN
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0
}
