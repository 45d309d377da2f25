import sql, { raw, type Sql } from 'sql-template-tag'

/** Characters that no text of ours holds (private use), so that what is marked is marked by us. */
const [OPEN, CLOSE] = ['\uE000', '\uE001']
const MARKS = `StartSel=${OPEN}, StopSel=${CLOSE}`

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ' }

/** A text with its found words marked, from HTML or plain text, before it is made safe. */
export const marked = (text: Sql, words: Sql, options: 'whole' | 'part'): Sql =>
  sql`ts_headline('coulisses', translate(regexp_replace(${text}, '<[^>]*>', ' ', 'g'), ${OPEN + CLOSE}, ''), ${words}, ${raw(`'${MARKS}, ${options === 'whole' ? 'HighlightAll=true' : 'MaxFragments=2, MaxWords=18, MinWords=8, FragmentDelimiter=" … "'}'`)})`

/** HTML of ours: text, and `<mark>` around what was found; nothing that somebody wrote is a tag. */
export function asHtml(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const plain = text.replace(/&(?:#(\d{1,7})|(\w{2,6}));/g, (whole, code: string | undefined, name: string | undefined) =>
    (code === undefined ? entities[name ?? ''] ?? whole : Number(code) <= 0x10FFFF ? String.fromCodePoint(Number(code)) : ''))
  const safe = plain.replace(/\s+/g, ' ').trim().replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return safe.replaceAll(OPEN, '<mark>').replaceAll(CLOSE, '</mark>')
}
