import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Result } from './result.ts'

const page = new URL('../README.md', import.meta.url)
const kept = new URL('../figures.json', import.meta.url)
const [from, to] = ['<!-- figures -->', '<!-- /figures -->']

/** What one comparison measured last, and when. */
interface Figures {
  readonly on: string
  readonly machine: string
  readonly results: readonly Result[]
}

/**
 * Keeps the figures of the comparisons that ran, and puts the last ones of all into the page, in this order.
 * Each comparison is one interleaved run, so they may be taken one by one.
 */
export function writeReport(ran: ReadonlyMap<string, readonly Result[]>, order: readonly string[]): void {
  const known = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Record<string, Figures>) : {}
  for (const [name, results] of ran) known[name] = { on: new Date().toISOString().slice(0, 10), machine: machine(), results }
  const figures = Object.fromEntries(order.flatMap((name) => (known[name] ? [[name, known[name]]] : [])))
  writeFileSync(kept, `${JSON.stringify(figures, undefined, 2)}\n`)
  const [before, rest] = readFileSync(page, 'utf8').split(from)
  const after = rest?.split(to)[1]
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for the figures: ${from} … ${to}`)
  writeFileSync(page, `${before}${from}\n${table(Object.values(figures))}\n${to}${after}`)
}

const machine = (): string =>
  `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores shared by everything, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}, Node ${process.versions.node}`

function table(figures: readonly Figures[]): string {
  const results = figures.flatMap((one) => one.results.map((result) => ({ ...result, on: one.on })))
  return [
    `On ${[...new Set(figures.map((one) => one.machine))].join('; ')}.`, '',
    '| | Goal | Measured | | On |', '|---|---|---|---|---|',
    ...results.map(({ what, goal, measured, met, on }) => `| ${what} | ${goal} | ${measured} | ${met ? 'met' : '**missed**'} | ${on} |`), '',
    'Behind the figures (median, ± half the distance between the quartiles):', '',
    ...results.map(({ what, detail }) => `- ${what}: ${detail}`),
  ].join('\n')
}
