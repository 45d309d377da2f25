import sql, { raw, type Sql } from 'sql-template-tag'
import { exact } from './exact.ts'
import type { OperatorFamily } from './operator.ts'

const escaping = raw(String.raw`'([%_\\])', '\\\1', 'g'`)

/**
 * The value without accents and case, in which `%`, `_` and `\` stand for themselves: escaped after
 * folding, which may itself make such a character out of another one. A subselect of its own: a plan
 * that is kept would otherwise make the pattern anew for every row.
 */
const pattern = (value: Sql, before: string): Sql => sql`(select ${raw(before)}regexp_replace(fold(${value}::text), ${escaping}) || '%')`

/** Equality minds accents and case; the beginning and the inside of a text do not. */
export const text: OperatorFamily = {
  ...exact,
  contains: { takes: 'value', condition: (subject, value) => sql`fold(${subject.column()}) like ${pattern(value, `'%' || `)}` },
  startsWith: { takes: 'value', condition: (subject, value) => sql`fold(${subject.column()}) like ${pattern(value, '')}` },
}
