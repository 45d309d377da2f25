import sql, { raw, type Sql } from 'sql-template-tag'
import type { Caller } from '../access/principal.ts'
import { forbidden } from '../model/errors.ts'
import { isRecord } from './refusal.ts'
import type { Seen, Visibility } from './scope.ts'
import { literal } from './sql.ts'
import { memberOf, type Table } from './table.ts'
import type { Selection } from './types.ts'

/**
 * Stands in the JSON of a row for what the caller may not read of this row. No text of the database can be
 * it: PostgreSQL stores no NUL. So each condition is asked once, and whoever has a field everywhere pays nothing.
 */
const MARK = '\u0000'
const WRITTEN = `'"\\u0000"'::json`

/** A value as it is answered: marked, on the rows where the caller may not read it. */
export const marked = (seen: Exclude<Seen, 'none'>, value: Sql): Sql =>
  (seen === 'all' ? value : sql`case when ${seen} then to_json(${value}) else ${raw(WRITTEN)} end`)

/** The value of `_denied`: what is asked of the record and may be read on no row; the marks of a row are added to it. */
export function denied(visibility: Visibility, table: Table, selection: Selection): Sql {
  const names = selection.map(({ name }) => name).filter((name) => {
    const member = memberOf(table.entity, name)
    return member && visibility.field(table, member) === 'none'
  })
  return raw(`${literal(JSON.stringify([...new Set(names)]))}::json`)
}

/**
 * Puts a refusal where a mark stands, which GraphQL answers as an error of that field, and its name into `_denied`.
 * To whoever is not signed in it is nothing at all: what the public is not shown, it is not told of (MC-49).
 */
export function refuseMarked({ principal }: Caller, text: string, answer: unknown): void {
  if (text.includes(WRITTEN)) walk(answer, principal.userId === undefined ? nothing : forbidden)
}

/** The same for searches and feeds, whose offers are there to be shown: what is not is left empty, whoever asks. */
export function emptyMarked(text: string, answer: unknown): void {
  if (text.includes(WRITTEN)) walk(answer, nothing)
}

const nothing = (): null => null

type Refusal = (name: string) => Error | null

function walk(value: unknown, refusal: Refusal): void {
  if (Array.isArray(value)) for (const one of value) walk(one, refusal)
  else if (isRecord(value)) walkRecord(value, refusal)
}

function walkRecord(record: Record<string, unknown>, refusal: Refusal): void {
  for (const [key, value] of Object.entries(record)) {
    if (value === MARK) {
      const name = key.replace(/^@/, '')
      // Parsed for this request alone: it may be written to.
      record[key] = refusal(name)
      if (Array.isArray(record['_denied'])) record['_denied'].push(name)
    } else if (typeof value === 'object') walk(value, refusal)
  }
}
