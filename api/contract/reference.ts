import type { FieldModel } from '../model/model.ts'
import { at, isRecord } from './records.ts'

/** The operators once more, plainly, on rows as they were answered: what the answers of the API are compared with. */
export type Test = (value: unknown) => boolean

/** A value in the form in which it is compared: structured ones by their main part. */
export function main(field: FieldModel, value: unknown): unknown {
  if (value === null || value === undefined) return null
  switch (field.kind.name) {
    case 'money': return at(value, 'amount')
    case 'phone': return at(value, 'raw')
    case 'zonedInstant': return at(value, 'at')
    case 'decimal': return Number(value)
    default: return value
  }
}

/** Texts by their code points, as PostgreSQL's C.UTF-8 has them; false before true. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return Number(a) - Number(b)
}

/** Lower case without accents, for the letters that the samples and the demonstration hold. */
export const fold = (text: string): string =>
  text.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').replaceAll('æ', 'ae').replaceAll('’', "'").replaceAll('–', '-').replaceAll('—', '-').replaceAll('«', '<<').replaceAll('»', '>>').replaceAll('…', '...')
    .normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const holds = (values: unknown, value: unknown): boolean => Array.isArray(values) && values.includes(value)
const inText = (test: (text: string) => boolean): Test => (value) => typeof value === 'string' && test(fold(value))

/** How each operator is meant: an empty field is like no value and unlike every value. */
export const meaning: Readonly<Record<string, (operand: unknown) => Test>> = {
  eq: (operand) => (value) => value !== null && compare(value, operand) === 0,
  ne: (operand) => (value) => value === null || compare(value, operand) !== 0,
  in: (operand) => (value) => value !== null && listOf(operand).some((one) => compare(value, one) === 0),
  notIn: (operand) => (value) => value === null || !listOf(operand).some((one) => compare(value, one) === 0),
  lt: (operand) => (value) => value !== null && compare(value, operand) < 0,
  lte: (operand) => (value) => value !== null && compare(value, operand) <= 0,
  gt: (operand) => (value) => value !== null && compare(value, operand) > 0,
  gte: (operand) => (value) => value !== null && compare(value, operand) >= 0,
  contains: (operand) => inText((text) => text.includes(fold(String(operand)))),
  startsWith: (operand) => inText((text) => text.startsWith(fold(String(operand)))),
  has: (operand) => (value) => holds(value, operand),
  hasAny: (operand) => (value) => listOf(operand).some((one) => holds(value, one)),
  hasNone: (operand) => (value) => !listOf(operand).some((one) => holds(value, one)),
  near: (operand) => (value) => isRecord(value) && isRecord(operand) && kilometres(value, operand) <= Number(operand['km']),
  isEmpty: (operand) => (value) => (value === null || (Array.isArray(value) && value.length === 0)) === operand,
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function kilometres(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number {
  const [latitude, longitude, toLatitude, toLongitude] = [a['latitude'], a['longitude'], b['latitude'], b['longitude']].map((degrees) => (Number(degrees) * Math.PI) / 180) as [number, number, number, number]
  const square = Math.sin((toLatitude - latitude) / 2) ** 2 + Math.cos(latitude) * Math.cos(toLatitude) * Math.sin((toLongitude - longitude) / 2) ** 2
  return 2 * 6_371.009 * Math.asin(Math.sqrt(Math.min(1, square)))
}

/** Operands that cut the rows in two: the middle one of the values that there are, and its parts. */
export function operandsFor(operator: string, values: readonly unknown[], sample: unknown): unknown[] {
  // What is compared with is of a thousand characters at most.
  const known = values.filter((value) => value !== null && !(typeof value === 'string' && value.length > 900))
  const middle = known.toSorted(compare)[Math.floor(known.length / 2)] ?? sample
  const other = known.find((value) => compare(value, middle) !== 0) ?? middle
  const lists = known.flatMap((value) => (Array.isArray(value) ? value as unknown[] : []))
  switch (operator) {
    case 'isEmpty': return [true, false]
    case 'in': case 'notIn': return [[middle, other], []]
    case 'contains': return [String(middle).slice(1, 4).toUpperCase()]
    case 'startsWith': return [String(middle).slice(0, 3).toLowerCase()]
    case 'has': return lists.length > 0 ? [lists[0]] : []
    case 'hasAny': case 'hasNone': return lists.length > 0 ? [lists.slice(0, 2), []] : []
    case 'near': return isRecord(middle) ? [{ latitude: middle['latitude'], longitude: middle['longitude'], km: 150 }] : []
    default: return middle === undefined ? [] : [middle]
  }
}
