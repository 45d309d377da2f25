import { readFile, stat } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { Failure } from '../failure.ts'

export interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly Line[]
  /** It was not UTF-8, as spreadsheets of Windows write it. */
  readonly windows: boolean
}

export interface Line {
  /** In the file, the header being 1. */
  readonly line: number
  readonly cells: readonly string[]
}

const MOST_BYTES = 50_000_000
const MOST_ROWS = 50_000
const MOST_COLUMNS = 200

const tooLarge = (fr: string, en: string): Failure => new Failure(1, { fr: `Ce fichier est trop grand : ${fr} au plus.`, en: `This file is too large: ${en} at most.` })

/** Reads a CSV file as spreadsheets write them: comma, semicolon or tab; any ends of lines, mixed; byte order marks. */
export async function readSheet(path: string): Promise<Sheet> {
  const bytes = await readBytes(path)
  const { text, windows } = decode(bytes)
  const records = split(text)
  const [header, ...rows] = records
  if (!header) throw new Failure(1, { fr: '{path} est vide.', en: '{path} is empty.' }, { path })
  if (header.cells.length > MOST_COLUMNS) throw tooLarge(`${MOST_COLUMNS} colonnes`, `${MOST_COLUMNS} columns`)
  if (rows.length > MOST_ROWS) throw tooLarge(`${MOST_ROWS} lignes`, `${MOST_ROWS} lines`)
  return { header: header.cells.map((cell) => cell.trim()), rows, windows }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) throw tooLarge('50 Mo', '50 MB')
    return await readFile(path)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(1, { fr: '{path} ne peut pas être lu.', en: '{path} cannot be read.' }, { path }, [String(error)])
  }
}

function decode(bytes: Buffer): { text: string; windows: boolean } {
  // Some programs write a byte order mark before a file that has one.
  const bare = (text: string): string => text.replace(/^\ufeff+/, '')
  try {
    return { text: bare(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)), windows: false }
  } catch {
    return { text: bare(new TextDecoder('windows-1252').decode(bytes)), windows: true }
  }
}

function split(text: string): Line[] {
  try {
    const records = parse(text, {
      // Each end of a line by itself: one file may mix them.
      record_delimiter: ['\r\n', '\n', '\r'], delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: 1_000_000,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    throw new Failure(1, { fr: 'Ce fichier n’est pas un CSV : {reason}', en: 'This file is no CSV: {reason}' }, { reason: error instanceof Error ? error.message : String(error) })
  }
}

/** What stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '')
  const count = (mark: string): number => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** What our own exports write before a formula is not part of the value. */
export const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')
