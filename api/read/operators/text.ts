import sql, { raw, type Sql } from 'sql-template-tag'
import { planAnew } from '../sql.ts'
import { exact } from './exact.ts'
import type { OperatorFamily } from './operator.ts'

const escaping = raw(String.raw`'([%_\\])', '\\\1', 'g'`)

/**
 * The value without accents and case, in which `%`, `_` and `\` stand for themselves: escaped after
 * folding, which may itself make such a character out of another one. Planned anew each time: only who
 * sees the pattern can tell a word of three rows, which the index of trigrams finds, from one of all rows,
 * of which the order of the list soon meets enough.
 */
const pattern = (value: Sql, before: string): Sql => sql`${planAnew}(${raw(before)}regexp_replace(fold(${value}::text), ${escaping}) || '%')`

/** For a column that is folded already, or holds digits. */
export const inside = (value: string): Sql => pattern(sql`${value}`, `'%' || `)

/** Equality minds accents and case; the beginning and the inside of a text do not. */
export const text: OperatorFamily = {
  ...exact,
  contains: { takes: 'value', condition: (subject, value) => sql`fold(${subject.column()}) like ${pattern(value, `'%' || `)}` },
  startsWith: { takes: 'value', condition: (subject, value) => sql`fold(${subject.column()}) like ${pattern(value, '')}` },
}
