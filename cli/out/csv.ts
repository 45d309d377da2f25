import { cleanData } from './clean.ts'

export type Cell = string | number | boolean | null

/** A cell that a spreadsheet would take for a formula gets a quote before it; plain negative numbers are none. */
const formula = /^[=+\-@\t\r]/
const number = /^-?\d+(\.\d+)?$/
const quoted = /[",\r\n]/
/** Most texts have nothing that needs a second look. */
const special = /["',\r\n=+\-@\t\u0000-\u001f\u007f-\u009f]/

/** RFC 4180: commas, CRLF, quotes where they are needed. */
export function csvLine(cells: readonly Cell[]): string {
  let line = ''
  for (let index = 0; index < cells.length; index++) line += (index === 0 ? '' : ',') + csvCell(cells[index] ?? null)
  return `${line}\r\n`
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  if (!special.test(cell)) return cell
  const safe = formula.test(cell) && !number.test(cell) ? `'${cell}` : cell
  const text = cleanData(safe)
  return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
