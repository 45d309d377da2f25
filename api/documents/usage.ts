import type { Query } from '../read/index.ts'
import type { Report } from '../server/report.ts'
import { bucketOf, BUCKETS } from '../ports/callTimes.ts'

/** One call, as it is counted. */
export interface Call {
  readonly documentId: string
  readonly grantId: string | undefined
  readonly milliseconds: number
  readonly rows: number
  readonly bytes: number
  /** Answered from memory. */
  readonly kept: boolean
  readonly outcome: 'answered' | 'failed' | 'refused'
  /** What was wrong is how he asked (`blame.ts`). */
  readonly fault?: boolean
}

interface Count {
  readonly documentId: string
  readonly grantId: string | undefined
  readonly day: string
  calls: number
  kept: number
  errors: number
  refused: number
  faults: number
  rows: number
  bytes: number
  readonly times: number[]
}

interface RowsOfDay {
  readonly day: string
  readonly rows: Promise<number>
  here: number
}

/** Milliseconds in which calls gather: they are counted in memory and written together. */
const GATHER = 2_000

const WRITE = `
with told as (select * from jsonb_to_recordset($1::jsonb) u(day date, document_id uuid, grant_id uuid, calls bigint, kept bigint, errors bigint, refused bigint, faults bigint, row_count bigint, bytes bigint, times jsonb)),
  minutes as (
    insert into guard.document_faults as f (grant_id, minute, calls, faults)
    select grant_id, extract(epoch from now())::int / 60, sum(calls), sum(faults) from told where grant_id is not null group by grant_id order by grant_id
    on conflict (grant_id, minute) do update set calls = f.calls + excluded.calls, faults = f.faults + excluded.faults)
insert into document_usage (id, day, document_id, grant_id, calls, kept, errors, refused, row_count, bytes, times, last_used_at)
select new_id(), u.day, u.document_id, u.grant_id, u.calls, u.kept, u.errors, u.refused, u.row_count, u.bytes, u.times, now()
from told u join persisted_query d on d.id = u.document_id
where u.grant_id is null or exists (select from document_grant g where g.id = u.grant_id)
on conflict (day, document_id, grant_id) do update set
  calls = document_usage.calls + excluded.calls, kept = document_usage.kept + excluded.kept, errors = document_usage.errors + excluded.errors,
  refused = document_usage.refused + excluded.refused, row_count = document_usage.row_count + excluded.row_count, bytes = document_usage.bytes + excluded.bytes,
  times = (select jsonb_agg(coalesce((document_usage.times ->> i)::bigint, 0) + coalesce((excluded.times ->> i)::bigint, 0) order by i) from generate_series(0, ${BUCKETS - 1}) i),
  last_used_at = excluded.last_used_at`

const ROWS_TODAY = `select coalesce(sum(row_count), 0)::float8 as rows from document_usage where day = $1::date and grant_id = $2`

/** Calls per day, document and grant; what several instances count adds up. */
export class Usage {
  readonly #query: Query
  readonly #report: Report
  readonly #now: () => number
  #counts = new Map<string, Count>()
  /** Rows of today by grant: what the database said, and what has come since. */
  readonly #rows = new Map<string, { readonly day: string; rows: Promise<number>; here: number }>()
  #timer: NodeJS.Timeout | undefined
  #day = { at: -Infinity, name: '' }
  #writing: Promise<void> = Promise.resolve()

  constructor(query: Query, report: Report, now: () => number = () => Date.now()) {
    this.#query = query
    this.#report = report
    this.#now = now
  }

  add(call: Call): void {
    const count = this.#countOf(this.#today(), call)
    count.calls++
    count.kept += Number(call.kept)
    count.errors += Number(call.outcome === 'failed')
    count.refused += Number(call.outcome === 'refused')
    count.faults += Number(call.fault === true)
    count.bytes += call.bytes
    const bucket = bucketOf(call.milliseconds)
    count.times[bucket] = (count.times[bucket] ?? 0) + 1
    this.#addRows(count, call.rows)
  }

  #countOf(day: string, { documentId, grantId }: Pick<Call, 'documentId' | 'grantId'>): Count {
    const key = `${day} ${documentId} ${grantId ?? ''}`
    const count = this.#counts.get(key) ?? { documentId, grantId, day, calls: 0, kept: 0, errors: 0, refused: 0, faults: 0, rows: 0, bytes: 0, times: Array.from({ length: BUCKETS }, () => 0) }
    this.#counts.set(key, count)
    return count
  }

  #addRows(count: Count, rows: number): void {
    count.rows += rows
    const today = count.grantId === undefined ? undefined : this.#rows.get(count.grantId)
    if (today?.day === count.day) today.here += rows
    this.#timer ??= setTimeout(() => { void this.flush() }, GATHER).unref()
  }

  /**
   * Counts rows before they are given, if the day has as many left: whoever asks meanwhile, here or at another instance, finds
   * them gone. What is answered takes them back, once it is known how many were given.
   */
  async reserve(of: { readonly documentId: string; readonly grantId: string }, rows: number, perDay: number): Promise<(() => void) | undefined> {
    for (;;) {
      const today = this.#rowsOf(of.grantId)
      const told = await today.rows
      // The sum and its count are one step; what was told meanwhile is asked anew.
      if (this.#rows.get(of.grantId) !== today) continue
      if (told + today.here + rows > perDay) return undefined
      this.#addRows(this.#countOf(today.day, of), rows)
      return () => { this.#addRows(this.#countOf(today.day, of), -rows) }
    }
  }

  /** Rows that a grant has been given today, by all instances, as far as they have told. */
  async rowsToday(grantId: string): Promise<number> {
    const today = this.#rowsOf(grantId)
    return (await today.rows) + today.here
  }

  #rowsOf(grantId: string): RowsOfDay {
    const day = this.#today()
    const known = this.#rows.get(grantId)
    if (known?.day === day) return known
    // What is being written is either there or here, never in between.
    const rows = this.#writing.then(() => this.#query(ROWS_TODAY, [day, grantId])).then(([row]) => Number(row?.['rows'] ?? 0))
    const today = { day, rows, here: this.#untold(day, grantId) }
    this.#rows.set(grantId, today)
    rows.catch(() => { if (this.#rows.get(grantId) === today) this.#rows.delete(grantId) })
    return today
  }

  /** Counted here, and not written yet. */
  #untold(day: string, grantId: string): number {
    return [...this.#counts.values()].reduce((sum, count) => (count.grantId === grantId && count.day === day ? sum + count.rows : sum), 0)
  }

  /** Until the rows of a new day may be read; on the two days when the clocks change, an hour more or less. */
  secondsLeftToday(): number {
    const [hours = 0, minutes = 0, seconds = 0] = timeInParis.format(this.#now()).split(':').map(Number)
    return 86_400 - (hours * 60 + minutes) * 60 - seconds
  }

  /** Writes what was counted. What cannot be written waits for the next time. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async #write(): Promise<void> {
    const counts = this.#counts
    if (counts.size === 0) return
    this.#counts = new Map()
    try {
      await this.#query(WRITE, [JSON.stringify([...counts.values()].map(rowOf))])
    } catch (error) {
      for (const [key, count] of counts) this.#counts.set(key, merged(count, this.#counts.get(key)))
      this.#timer ??= setTimeout(() => { void this.flush() }, GATHER * 5).unref()
      this.#report(error, { where: 'document usage' })
    } finally {
      // What the database knows now, with what the other instances told it, is asked anew.
      this.#rows.clear()
    }
  }

  /** Partners' days are those of the desk. */
  #today(): string {
    const now = this.#now()
    // To say a day takes longer than to count a call.
    if (now - this.#day.at >= 1_000 || now < this.#day.at) this.#day = { at: now, name: dayInParis.format(now) }
    return this.#day.name
  }
}

const timeInParis = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const dayInParis = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

const rowOf = ({ day, documentId, grantId, calls, kept, errors, refused, faults, rows, bytes, times }: Count): object =>
  ({ day, document_id: documentId, grant_id: grantId ?? null, calls, kept, errors, refused, faults, row_count: rows, bytes, times })

const merged = (one: Count, other: Count | undefined): Count => (other === undefined ? one : {
  ...one, calls: one.calls + other.calls, kept: one.kept + other.kept, errors: one.errors + other.errors, refused: one.refused + other.refused, faults: one.faults + other.faults,
  rows: one.rows + other.rows, bytes: one.bytes + other.bytes, times: one.times.map((count, index) => count + (other.times[index] ?? 0)),
})
