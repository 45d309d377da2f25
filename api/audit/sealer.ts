import type { Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import { ask, patienceOf } from '../server/database/ask.ts'
import { asUnavailable } from '../server/database/unavailable.ts'
import { DIGESTED, digestOf, hashOf, type DigestedEntry, type Seal } from './digest.ts'
import type { Head, Heads } from './heads.ts'

export interface SealerOptions {
  readonly pool: Pool
  readonly heads: Heads
  readonly report: (error: unknown, context: { readonly where: string }) => void
  /** Told the last seal of a day once the day is over, and at the stop: a log that leaves this machine keeps it from whoever rules here. */
  readonly announce: (head: Head) => void
  /** Milliseconds between two looks. */
  readonly every?: number
  readonly now?: () => Date
}

export interface Sealer {
  /** Seals what waits; answers how many entries. */
  seal(): Promise<number>
  start(): void
  stop(): Promise<void>
}

const EVERY = 5_000
/** Entries of one seal. */
const BATCH = 1_000

/**
 * Links the entries of the audit trail into one chain per day, each day beginning with the end of the one
 * before. Nobody who writes waits for it: an entry notes in its own transaction that it waits, and is seen
 * here when that has committed, so that none is passed over, however long it took.
 */
export function createSealer(options: SealerOptions): Sealer {
  const { report, announce, heads, every = EVERY } = options
  let timer: NodeJS.Timeout | undefined
  let working: Promise<number> | undefined
  let last: Head | undefined

  async function seal(): Promise<number> {
    let sum = 0
    for (let count = BATCH; count === BATCH;) {
      const made = await inTransaction(options.pool, (asking) => sealBatch(asking, options.now?.() ?? new Date()))
      if (!made) return sum
      if (last && last.day !== made.head.day) announce(last)
      last = made.head
      heads.keep(made.head)
      count = made.count
      sum += count
    }
    return sum
  }

  const quietly = async (): Promise<number> => {
    try {
      return await seal()
    } catch (error) {
      // The entries wait: it is done at the next look.
      if (!asUnavailable(error)) report(error, { where: 'audit seal' })
      return 0
    }
  }
  const next = (): void => {
    timer = setTimeout(() => { working = quietly(); void working.then(next) }, every)
  }
  return {
    seal, start: next,
    stop: async () => {
      clearTimeout(timer)
      await working
      clearTimeout(timer)
      await quietly()
      if (last) announce(last)
    },
  }
}

/** One process seals at a time; who finds another one at it leaves it the work. */
const LOCK = `select pg_try_advisory_xact_lock(hashtext('coulisses.audit.seal')) as mine`
const TAKE = `with taken as (delete from audit_pending where ctid = any(array(select ctid from audit_pending limit ${BATCH})) returning entry_id)
  select taken.entry_id::text as entry, ${DIGESTED} from taken left join audit_entry e on e.id = taken.entry_id order by e.at, taken.entry_id`
const LAST = `select to_char(day, 'YYYY-MM-DD') as day, number, hash from audit_seal order by day desc, number desc limit 1`
const MAKE = `insert into audit_seal (day, number, sealed_at, entries, previous, hash, ids, digests) values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8)`

type Ask = <Row extends QueryResultRow>(question: string | QueryConfig) => Promise<QueryResult<Row>>

async function sealBatch(asking: Ask, now: Date): Promise<{ readonly head: Head; readonly count: number } | undefined> {
  const { rows: [lock] } = await asking<{ mine: boolean }>(LOCK)
  if (!lock?.mine) return undefined
  const { rows } = await asking<DigestedEntry & { entry: string; id: string | null }>(TAKE)
  if (rows.length === 0) return undefined
  const { rows: [last] } = await asking<Head>(LAST)
  const today = now.toISOString().slice(0, 10)
  // A clock that was set back does not open a day that is over.
  const day = last && last.day > today ? last.day : today
  const seal: Seal = {
    day, number: last?.day === day ? Number(last.number) + 1 : 1, sealedAt: now.toISOString(), previous: last?.hash ?? '',
    // Gone before it was sealed: its place stays, and says so.
    ids: rows.map(({ entry }) => entry), digests: rows.map((row) => (row.id === null ? '' : digestOf(row))),
  }
  const hash = hashOf(seal)
  await asking({ text: MAKE, values: [seal.day, seal.number, seal.sealedAt, rows.length, seal.previous, hash, seal.ids, seal.digests.join(' ')] })
  return { head: { day, number: seal.number, hash }, count: rows.length }
}

async function inTransaction<T>(pool: Pool, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = true
  try {
    const asking: Ask = (question) => ask(client, question, patienceOf(pool))
    await asking('begin')
    const result = await work(asking)
    await asking('commit')
    broken = false
    return result
  } finally {
    // A connection on which something failed is not used again: that ends its transaction as well.
    client.release(broken)
  }
}
