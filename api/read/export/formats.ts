import sql, { join, raw, type Sql } from 'sql-template-tag'
import { literal } from '../sql.ts'
import type { Value } from './columns.ts'

/** A column of an export, by its name. */
export interface Column extends Value {
  readonly name: string
}

const key = /^[_A-Za-z][_0-9A-Za-z.]{0,59}$/

/** One way to write rows as text. */
export interface ExportFormat {
  /** What a column may be called: words of people in a table, which none takes for a formula, keys where programs read. */
  readonly names: RegExp
  readonly contentType: string
  readonly ending: string
  /** Before the first row. */
  open(columns: readonly Column[]): string
  /** SQL of the text of a row. */
  row(columns: readonly Column[]): Sql
  /** Between two rows. */
  readonly between: string
  /** After the last row. */
  close(rows: number): string
}

/** RFC 4180: commas, CRLF, quotes where they are needed; `csv_cell` also keeps spreadsheets from taking a text for a formula. */
const csv: ExportFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  ending: 'csv',
  names: /^[\p{L}_][^\p{C}]{0,79}$/u,
  open: (columns) => `${columns.map(({ name }) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(',')}\r\n`,
  row: (columns) => sql`${join(columns.map(({ text, harmless }) => (harmless ? sql`coalesce(${text}, '')` : sql`csv_cell(${text})`)), ` || ',' || `)} || ${raw(`E'\\r\\n'`)}`,
  between: '',
  close: () => '',
}

const object = (columns: readonly Column[]): Sql =>
  sql`row_to_json((select r from (select ${join(columns.map(({ name, json }) => sql`${json} as ${raw(`"${name}"`)}`), ', ')}) r))::text`

/** One object per line. */
const ndjson: ExportFormat = {
  names: key,
  contentType: 'application/x-ndjson; charset=utf-8',
  ending: 'ndjson',
  open: () => '',
  row: (columns) => sql`${object(columns)} || ${raw(`E'\\n'`)}`,
  between: '',
  close: () => '',
}

/** An array of objects, each on its line. */
const json: ExportFormat = {
  names: key,
  contentType: 'application/json; charset=utf-8',
  ending: 'json',
  open: () => '[',
  row: (columns) => sql`${raw(literal('\n'))} || ${object(columns)}`,
  between: ',',
  close: (rows) => (rows === 0 ? ']\n' : '\n]\n'),
}

export const exportFormats = { CSV: csv, NDJSON: ndjson, JSON: json } as const

export type FormatName = keyof typeof exportFormats

export const isFormat = (name: unknown): name is FormatName => typeof name === 'string' && Object.hasOwn(exportFormats, name)
