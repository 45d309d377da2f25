import type { Series } from './rounds.ts'

/** One line of the table. */
export interface Result {
  readonly what: string
  readonly goal: string
  readonly measured: string
  readonly met: boolean
  /** What the figure was made of. */
  readonly detail: string
}

export const atLeast = (what: string, goal: number, measured: number, detail: string, unit = '×'): Result =>
  ({ what, goal: `≥ ${goal}${space(unit)}`, measured: `${short(measured)}${space(unit)}`, met: measured >= goal, detail })

export const atMost = (what: string, goal: number, measured: number, detail: string, unit = '×'): Result =>
  ({ what, goal: `≤ ${goal}${space(unit)}`, measured: `${short(measured)}${space(unit)}`, met: measured <= goal, detail })

export const told = (series: ReadonlyMap<string, Series>, unit: string): string =>
  [...series.values()].map(({ name, median, spread }) => `${name} ${short(median)} ${unit} (±${(spread * 100).toFixed(0)} %)`).join(' · ')

const space = (unit: string): string => (unit === '×' ? ' ×' : ` ${unit}`)
export const short = (figure: number): string => (Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toPrecision(3))
