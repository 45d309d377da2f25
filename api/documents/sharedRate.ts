import type { Query } from '../read/index.ts'
import { rateOf, type Rate } from './quota.ts'

const MINUTE = 60_000
/** For which the counts of the others are taken as they were told. */
const FRESH = 1_000

interface Window {
  readonly grantId: string
  readonly minute: number
  /** Calls of this minute by all instances, without those of ours that are not told yet. */
  all: number
  before: number
  toldAt: number
}

interface Told { readonly grantId: string; readonly minute: number; readonly calls: number }

const EXCHANGE = `
with asked as (select * from jsonb_to_recordset($1::jsonb) a(grant_id uuid, minute integer, calls integer)),
  added as (
    insert into guard.document_calls as c (grant_id, minute, calls) select grant_id, minute, calls from asked where calls > 0 order by grant_id, minute
    on conflict (grant_id, minute) do update set calls = c.calls + excluded.calls returning grant_id, minute, calls),
  gone as (
    delete from guard.document_calls c using (select grant_id, minute from guard.document_calls where minute < (select min(minute) from asked) - 10 for update skip locked) old
    where c.grant_id = old.grant_id and c.minute = old.minute)
select grant_id, minute, calls from added
union all
select c.grant_id, c.minute, c.calls from guard.document_calls c join asked a on a.grant_id = c.grant_id and (c.minute = a.minute - 1 or (c.minute = a.minute and a.calls = 0))
where not exists (select from added d where d.grant_id = c.grant_id and d.minute = c.minute)`

/**
 * Calls per minute and grant, by all instances together. Each counts its own calls in memory, tells them once a second at
 * most, and is told those of the others in the same statement: between two such moments it may let through what they
 * let through as well. While the database is away it counts alone.
 */
export class SharedRate {
  readonly #query: Query
  readonly #now: () => number
  readonly #windows = new Map<string, Window>()
  /** By grant and minute: counted here, and not told yet. */
  readonly #untold = new Map<string, Told>()
  readonly #wanted = new Set<Window>()
  #telling: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(query: Query, now: () => number = () => Date.now()) {
    this.#query = query
    this.#now = now
  }

  /** @throws AppError RATE_LIMITED */
  async take(grantId: string, limit: number): Promise<Rate> {
    const window = this.#window(grantId)
    while (this.#now() - window.toldAt >= FRESH) {
      this.#wanted.add(window)
      await this.flush()
    }
    const key = `${grantId} ${window.minute}`
    const untold = this.#untold.get(key)?.calls ?? 0
    const rate = rateOf({ used: window.all + untold, before: window.before, passed: Math.min(1, this.#now() / MINUTE - window.minute), limit })
    this.#untold.set(key, { grantId, minute: window.minute, calls: untold + 1 })
    this.#timer ??= setTimeout(() => { void this.flush() }, FRESH).unref()
    return rate
  }

  /** Tells what was counted, one statement after the other. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    return (this.#telling ??= this.#tell().finally(() => { this.#telling = undefined }))
  }

  #window(grantId: string): Window {
    const minute = Math.floor(this.#now() / MINUTE)
    const known = this.#windows.get(grantId)
    if (known?.minute === minute) return known
    const window = { grantId, minute, all: 0, before: 0, toldAt: -Infinity }
    this.#windows.set(grantId, window)
    return window
  }

  async #tell(): Promise<void> {
    const wanted = [...this.#wanted]
    this.#wanted.clear()
    const told = [...this.#untold.values()]
    const asked = wanted.filter(({ grantId, minute }) => !this.#untold.has(`${grantId} ${minute}`)).map(({ grantId, minute }) => ({ grantId, minute, calls: 0 }))
    if (told.length + asked.length === 0) return
    try {
      const rows = await this.#query(EXCHANGE, [JSON.stringify([...told, ...asked].map(({ grantId, minute, calls }) => ({ grant_id: grantId, minute, calls })))])
      for (const one of told) this.#forget(one)
      for (const row of rows) this.#learn(String(row['grant_id']), Number(row['minute']), Number(row['calls']))
    } catch {
      // The database is away, which is told where keys are looked up: each counts alone, and tells later.
    }
    for (const window of wanted) window.toldAt = this.#now()
  }

  #forget({ grantId, minute, calls }: Told): void {
    const key = `${grantId} ${minute}`
    const left = (this.#untold.get(key)?.calls ?? 0) - calls
    if (left > 0) this.#untold.set(key, { grantId, minute, calls: left })
    else this.#untold.delete(key)
  }

  #learn(grantId: string, minute: number, calls: number): void {
    const window = this.#windows.get(grantId)
    if (window?.minute === minute) window.all = calls
    if (window?.minute === minute + 1) window.before = calls
    if (window) window.toldAt = this.#now()
  }
}
