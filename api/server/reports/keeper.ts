import { fingerprintOf } from './fingerprint.ts'
import type { Trace } from '../scrub.ts'

export type ReportSource = 'API' | 'CLI' | 'ADMIN' | 'SITE' | 'JOB'

/** A fault as it is kept: scrubbed, with names and ids of ours only. */
export interface ReportedFault {
  readonly source: ReportSource
  readonly trace: Trace
  readonly release: string
  readonly userId?: string | undefined
  readonly context: Readonly<Record<string, unknown>>
}

type Row = Readonly<Record<'fingerprint' | 'release' | 'source' | 'message' | 'stack', string>> & { readonly user_id: string | null; readonly context: unknown; readonly count: number; readonly at: string }

/** Adds to what is known of the same faults; one that was called resolved is open again. */
export const KEEP_REPORTS = `insert into error_report (fingerprint, release, source, message, stack, context, count, first_at, last_at, user_id, state)
  select fingerprint, release, source, message, stack, context, count, at, at, user_id, 'OPEN'
  from jsonb_to_recordset($1::jsonb) as report(fingerprint text, release text, source text, message text, stack text, context jsonb, count int, at timestamptz, user_id uuid)
  on conflict (fingerprint, release) do update set count = error_report.count + excluded.count, last_at = excluded.last_at, context = excluded.context, user_id = excluded.user_id,
    message = excluded.message, state = case when error_report.state = 'RESOLVED' then 'REOPENED' else error_report.state end`

export function rowOf({ source, trace, release, userId, context }: ReportedFault, count = 1): Row {
  return {
    fingerprint: fingerprintOf(source, trace), release: release.slice(0, 60), source, count, at: new Date().toISOString(),
    message: `${trace.name}: ${trace.message}`.slice(0, 500), stack: stackOf(trace).slice(0, 8_000), context, user_id: userId ?? null,
  }
}

const stackOf = (trace: Trace): string =>
  [`${trace.name}${trace.code === undefined ? '' : ` (${trace.code})`}: ${trace.message}`, ...trace.at.map((frame) => `    at ${frame}`), ...(trace.cause ? [`caused by ${stackOf(trace.cause)}`] : [])].join('\n')

export interface Keeper {
  keep(fault: ReportedFault): void
  stop(): Promise<void>
}

export interface KeeperOptions {
  readonly query: (text: string, values: readonly unknown[]) => Promise<unknown>
  /** Told why they could not be written; they are in the log all the same. */
  readonly complain: (error: unknown) => void
}

const GATHER = 500
const RETRY = 5_000
/** Different faults that wait at once. A fault in a loop is one, with its count. */
const ROOM = 100

/** Writes the reports beside whatever failed: grouped, at most twice a second, and never in its way. */
export function createKeeper({ query, complain }: KeeperOptions): Keeper {
  const waiting = new Map<string, Row>()
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined
  let stopped = false

  async function write(): Promise<void> {
    timer = undefined
    const rows = [...waiting.values()]
    if (rows.length === 0) return
    waiting.clear()
    try {
      await query(KEEP_REPORTS, [JSON.stringify(rows)])
    } catch (error) {
      for (const row of rows) add(row)
      complain(error)
      if (!stopped) later(RETRY)
    }
  }
  const later = (milliseconds: number): void => { timer ??= setTimeout(() => { writing = write() }, milliseconds) }
  const add = (row: Row): void => {
    const key = `${row.fingerprint} ${row.release}`
    const known = waiting.get(key)
    if (known) waiting.set(key, { ...row, count: known.count + row.count })
    else if (waiting.size < ROOM) waiting.set(key, row)
  }
  return {
    keep: (fault) => {
      add(rowOf(fault))
      later(GATHER)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await writing
      await write()
    },
  }
}
