import type { Colours } from './colour.ts'
import { clean } from './clean.ts'
import { fit, measure, pad } from './width.ts'

export interface Column {
  readonly title: string
  /** Numbers stand at the right. */
  readonly right: boolean
}

const GAP = 2
const LEAST = 4

export interface Layout {
  /** Widths of the columns that fit; the last ones are left out where the terminal is too narrow. */
  readonly widths: readonly number[]
}

/** Widths from the first rows, so that what follows them stands under the same headings. What measures these texts is loaded before. */
export function layOut(columns: readonly Column[], rows: readonly (readonly string[])[], available: number): Layout {
  const natural = columns.map(({ title }, index) => rows.reduce((most, row) => Math.max(most, measure(row[index] ?? '')), measure(title)))
  let shown = columns.length
  while (shown > 1 && least(natural.slice(0, shown)) > available) shown--
  return { widths: shrink(natural.slice(0, shown), available) }
}

const least = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + Math.min(width, LEAST) + GAP, -GAP)

/** Takes from the widest until all fit. */
function shrink(widths: readonly number[], available: number): number[] {
  const fitted = [...widths]
  const room = available - GAP * (fitted.length - 1)
  let surplus = fitted.reduce((sum, width) => sum + width, 0) - room
  while (surplus > 0) {
    const widest = Math.max(...fitted)
    if (widest <= LEAST) break
    const index = fitted.lastIndexOf(widest)
    const next = Math.max(LEAST, ...fitted.filter((width) => width < widest))
    const taken = Math.min(surplus, Math.max(1, widest - next))
    fitted[index] = widest - taken
    surplus -= taken
  }
  return fitted
}

export const heading = (columns: readonly Column[], layout: Layout, colours: Colours): string =>
  colours.strong(line(columns, columns.map(({ title }) => title), layout))

export function line(columns: readonly Column[], cells: readonly string[], { widths }: Layout): string {
  return widths.map((width, index) => pad(fit(cells[index] ?? '', width), width, columns[index]?.right)).join(' '.repeat(GAP)).trimEnd()
}

/** Cells of a record, fit for a terminal. */
export const cells = (texts: readonly string[]): string[] => texts.map(clean)
