import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asUnavailable } from '../database/unavailable.ts'
import type { House } from '../house.ts'
import type { Logger } from '../log.ts'
import type { Reporter } from '../report.ts'
import { createKeeper, type Keeper } from '../reports/keeper.ts'
import { traceOf } from '../scrub.ts'

/** From here on unforeseen errors are kept in the list that administrators read. */
export function openKeeper({ query }: House, log: Logger, keepIn: Reporter['keepIn']): Keeper {
  const keeper = createKeeper({
    query,
    // To the log alone: a report of a report would have no end.
    complain: (error) => { if (!asUnavailable(error)) log.warn({ error: traceOf(error) }, 'error reports were not kept') },
  })
  keepIn(keeper)
  return keeper
}

/** What runs: the version of the package, or what whoever installed it calls it. */
export function release(): string {
  const given = process.env['RELEASE']?.trim()
  if (given) return given.slice(0, 60)
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as object
  return typeof version === 'string' ? version : 'unknown'
}
