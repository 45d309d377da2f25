import { setTimeout as delay } from 'node:timers/promises'
import { Client, type Pool } from 'pg'
import { CHANGES } from '../emit/sql/announceChange.ts'
import type { Report } from '../server/report.ts'

export interface Listening {
  /** Rows of this table have changed, and the change can be read. */
  changed(table: string): void
  /** What happens in the database is not heard (any more). */
  lost(): void
  /** From now on it is. */
  heard(): void
}

export interface Changes {
  start(): void
  stop(): Promise<void>
}

/** Milliseconds between two questions whether the line still holds, and how long its answer may take: a busy machine is slow, not gone. */
const PULSE = 500
const PATIENCE = 3_000
const RETRY = 250
const LONGEST_RETRY = 5_000

/** Listens to the changes of all instances on a connection of its own. */
export const createChanges = (pool: Pool, listening: Listening, report: Report): Changes => new Listener(pool, listening, report)

class Listener implements Changes {
  readonly #pool: Pool
  readonly #listening: Listening
  readonly #report: Report
  #running: Promise<void> | undefined
  #client: Client | undefined
  #stopped = new AbortController()

  constructor(pool: Pool, listening: Listening, report: Report) {
    this.#pool = pool
    this.#listening = listening
    this.#report = report
  }

  start(): void {
    this.#running ??= this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#client?.end().catch(() => undefined)
    await this.#running
  }

  async #run(): Promise<void> {
    let wait = RETRY
    while (!this.#stopped.signal.aborted) {
      try {
        await this.#listen(() => { wait = RETRY })
      } catch (error) {
        if (wait >= LONGEST_RETRY) this.#report(error, { where: 'changes' })
      }
      this.#listening.lost()
      await delay(wait, undefined, { signal: this.#stopped.signal }).catch(() => undefined)
      wait = Math.min(wait * 2, LONGEST_RETRY)
    }
  }

  /** Until the connection ends, one way or the other. */
  async #listen(connected: () => void): Promise<void> {
    const client = new Client({ ...this.#pool.options, application_name: 'coulisses changes', query_timeout: PATIENCE })
    this.#client = client
    const ended = new Promise<void>((resolve) => { client.once('end', resolve) })
    // It ends by itself after an error, and an unheard one would end the process.
    client.on('error', () => undefined)
    client.on('notification', ({ payload }) => { if (payload !== undefined) this.#listening.changed(payload) })
    try {
      await client.connect()
      await client.query(`listen ${CHANGES}`)
      connected()
      this.#listening.heard()
      await Promise.race([ended, this.#pulse(client)])
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  /** A line that was cut without a word is noticed by asking. */
  async #pulse(client: Client): Promise<void> {
    for (;;) {
      await delay(PULSE, undefined, { signal: this.#stopped.signal })
      await client.query('select 1')
    }
  }
}
