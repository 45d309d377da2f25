import { createHash } from 'node:crypto'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { isDay } from '../model/fields/date.ts'
import { isId } from '../model/fields/id.ts'
import { parseInstant } from '../model/fields/instant.ts'
import { cleanText } from '../model/fields/text.ts'
import type { Labels } from '../model/labels.ts'
import { refuse } from './refusal.ts'
import type { SortKey } from './sort.ts'

/** Where a page ended: the values of its last row by the order of the list, as texts. */
export type Position = readonly (string | null)[]

const MAX_LENGTH = 20_000

/** Which list a cursor belongs to. */
const signatureOf = (list: string, keys: readonly SortKey[]): string =>
  createHash('sha256').update([list, ...keys.map(({ name, direction }) => `${name} ${direction}`)].join()).digest('base64url').slice(0, 8)

export const encodeCursor = (list: string, keys: readonly SortKey[], position: Position): string =>
  Buffer.from(JSON.stringify([signatureOf(list, keys), ...position])).toString('base64url')

/** Reads a cursor that a caller gives back. Nothing in it is trusted but what has the form that a row could have. */
export function decodeCursor(list: string, keys: readonly SortKey[], cursor: string, path = 'page.after'): Position {
  const given: unknown = cursor.length > MAX_LENGTH ? undefined : parsed(cursor)
  if (!Array.isArray(given)) return damaged(path)
  const [signature, ...values] = given as readonly unknown[]
  if (typeof signature !== 'string') return damaged(path)
  if (signature !== signatureOf(list, keys)) refuse(path, 'foreignCursor', foreign)
  if (values.length !== keys.length) return damaged(path)
  return keys.map((key, index) => {
    const value = values[index]
    if (value === null && key.nullable) return null
    return typeof value === 'string' && hasForm(value, key.type) ? value : damaged(path)
  })
}

const foreign: Labels = { fr: 'Ce curseur vient d’une autre liste ou d’un autre tri.', en: 'This cursor comes from another list or another sort.' }

const damaged = (path: string): never => refuse(path, 'damagedCursor', { fr: 'Ce curseur est illisible : reprenez au début de la liste.', en: 'This cursor cannot be read: start again from the beginning of the list.' })

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

function hasForm(value: string, type: string): boolean {
  switch (baseType(type)) {
    case 'uuid': return isId(value)
    case 'boolean': return value === 'true' || value === 'false'
    case 'date': return isDay(value)
    case 'timestamptz': return parseInstant(value).ok
    case 'integer': case 'bigint': return /^-?\d{1,18}$/.test(value)
    case 'numeric': return /^-?\d{1,40}(\.\d{1,20})?$/.test(value)
    default: return cleanText(value, MAX_LENGTH, true).ok
  }
}

const baseType = (type: string): string => type.replace(/\s*\(.*/, '')

/** The place of a value in a comparison: whole numbers are wide, so that one beyond the column is no error. */
export function bindKey({ type }: SortKey, value: string): Sql {
  const base = baseType(type)
  return sql`${value}${raw(`::${wide[base] ?? base}`)}`
}

const wide: Readonly<Record<string, string>> = { integer: 'bigint', varchar: 'text', char: 'bpchar' }

/** The values of a row by the order of the list, as texts from which they come back without loss. */
export const positionOf = (keys: readonly SortKey[]): Sql => sql`json_build_array(${join(keys.map(asText), ', ')})`

function asText({ type, shown: value }: SortKey): Sql {
  switch (baseType(type)) {
    case 'timestamptz': return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    case 'date': return sql`to_char(${value}, 'YYYY-MM-DD')`
    default: return sql`${value}::text`
  }
}
