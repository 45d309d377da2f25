import sql, { join, type Sql } from 'sql-template-tag'
import { cleanText } from '../model/fields/text.ts'
import { nullOperand, refuse, refuseWith } from './refusal.ts'

const MAX_CHARACTERS = 200
const MAX_WORDS = 10

/** A word begins with a letter or a digit; `@`, `.` and `_` hold addresses and file names together. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}@._]*/gu
const CODE = /[\p{N}@._]/u

/**
 * What is typed into a search box as a query of PostgreSQL's full text: every word must be there, in
 * any of its forms or as the beginning of a word. Undefined where there is no word. Words are made of
 * letters and digits alone, so nothing that is typed can be an operator or an error. A subselect of its
 * own: a plan that is kept would otherwise make the query anew for every row.
 */
export function queryOf(text: string, path: string): Sql | undefined {
  const words = wordsOf(text)
  if (words.length > MAX_WORDS) refuse(path, 'tooManyWords', { fr: 'Au plus {max} mots.', en: 'At most {max} words.' }, { max: MAX_WORDS })
  const last = words.at(-1)
  // «le», «la» are no words to PostgreSQL; alone they are the beginning of one that is being typed.
  return last === undefined ? undefined : sql`(select coalesce(nullif(${join(words.map(wordQuery), ' && ')}, ''::tsquery), ${asWritten(last)}::tsquery))`
}

/** What was typed, made fit to be looked for. */
export function textOf(q: unknown, path: string): string {
  if (q === null) return nullOperand(path)
  const clean = cleanText(typeof q === 'string' ? q.replace(/\s+/g, ' ').trim() : q, MAX_CHARACTERS, false)
  return clean.ok ? String(clean.values['']) : refuseWith(path, clean.issue)
}

/** What the whole of a text may be besides words: the number of a record, a part of an address, some digits of a telephone number. */
export interface Fragments {
  readonly number?: string
  readonly address?: string
  readonly digits?: string
}

const FEWEST_DIGITS = 4

export function fragmentsOf(text: string): Fragments {
  const number = /^(?:#|n[°o]\.? ?)?(\d{1,15})$/i.exec(text)?.[1]
  // Whatever has neither is a name, of which the words find it.
  const address = /^[^\s]*[^\s@.][@.][^\s@.]|^@[^\s]{2}/.test(text) && !text.includes(' ') ? text : undefined
  const dialled = /^[+\d][\d .()/-]*$/.test(text) ? text.replace(/^\+|\(0\)|\D/g, '') : ''
  return { ...(number === undefined ? {} : { number }), ...(address === undefined ? {} : { address }), ...(dialled.length < FEWEST_DIGITS ? {} : { digits: dialled }) }
}

export const wordsOf = (text: string): string[] => [...text.matchAll(WORD)].map(([word]) => word)

/** In any of its forms, as the beginning of a word, and what looks like an address or a number also as it stands. */
function wordQuery(word: string): Sql {
  const forms = sql`plainto_tsquery('coulisses', ${word}) || to_tsquery('coulisses_plain', ${`'${word}':*`})`
  return CODE.test(word) ? sql`(${forms} || ${asWritten(word)}::tsquery)` : sql`(${forms})`
}

/** PostgreSQL keeps the sign before a number with it: `REF-2026` is «ref» and «-2026». */
const signs = ['', '-', '+', '/']

/** Without accents and case, as the words of the column are. */
function asWritten(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (/^\p{N}/u.test(bare) ? signs : ['']).map((sign) => `'${sign}${bare}':*`).join(' | ')
}
