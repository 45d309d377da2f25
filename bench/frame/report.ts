import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import type { Result } from './result.ts'

const file = new URL('../README.md', import.meta.url)
const [from, to] = ['<!-- figures -->', '<!-- /figures -->']

/** Puts the figures of a whole run into the page; what people wrote around them stays. */
export function writeReport(results: readonly Result[]): void {
  const page = readFileSync(file, 'utf8')
  const [before, rest] = page.split(from)
  const after = rest?.split(to)[1]
  if (before === undefined || after === undefined) throw new Error(`README.md has no place for the figures: ${from} … ${to}`)
  writeFileSync(file, `${before}${from}\n${table(results)}\n${to}${after}`)
}

function table(results: readonly Result[]): string {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${availableParallelism()} cores shared by everything, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ${process.platform}, Node ${process.versions.node}`
  return [
    `Run of ${new Date().toISOString().slice(0, 10)} on ${machine}.`, '',
    '| | Goal | Measured | |', '|---|---|---|---|',
    ...results.map(({ what, goal, measured, met }) => `| ${what} | ${goal} | ${measured} | ${met ? 'met' : '**missed**'} |`), '',
    'Behind the figures (median, ± half the distance between the quartiles):', '',
    ...results.map(({ what, detail }) => `- ${what}: ${detail}`),
  ].join('\n')
}
