import type { Audit, AuditEvent } from '../access/audit.ts'
import { asUnavailable } from '../server/database/unavailable.ts'
import { entryOf, INSERT, type Entry } from './entry.ts'

export interface JournalOptions {
  /** Runs one SQL statement. */
  readonly query: (text: string, values: readonly unknown[]) => Promise<unknown>
  /** Told when an entry could not be written at all, by its kind and number. */
  readonly report: (error: unknown, context: { readonly where: string }) => void
  /** Entries that wait to be written, at most. */
  readonly room?: number
}

export interface Journal {
  readonly audit: Audit
  /** Whether so many entries wait that whoever adds one should wait for it to be written. */
  crowded(): boolean
  /** Writes what waits. */
  stop(): Promise<void>
}

interface Waiting {
  readonly entry: Entry
  readonly answer: Promise<boolean>
  readonly tell: (written: boolean) => void
}

const ROOM = 10_000
const BATCH = 500
/** Milliseconds in which entries gather that nobody waits for; those that must not be lost are written at once. */
const GATHER = 250
const RETRY = 1_000

/** Writes the entries that are no changes of rows: in batches, in the background, in the order in which they came. */
export const createJournal = (options: JournalOptions): Journal => {
  const journal = new BatchedJournal(options)
  return { audit: (event) => journal.add(event), crowded: () => journal.crowded, stop: () => journal.stop() }
}

class BatchedJournal {
  readonly #options: JournalOptions
  readonly #room: number
  #waiting: Waiting[] = []
  #leftOut = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined

  constructor(options: JournalOptions) {
    this.#options = options
    this.#room = options.room ?? ROOM
  }

  /** Half full: reads now wait until theirs is written, so that only what nobody can hold back fills the rest. */
  get crowded(): boolean {
    return this.#waiting.length >= this.#room / 2
  }

  add(event: AuditEvent): Promise<boolean> {
    const same = isAnonymous(event) ? this.#waiting.find(({ entry }) => isRepeated(entry, event)) : undefined
    if (same) {
      same.entry.details = { ...same.entry.details, times: Number(same.entry.details?.['times'] ?? 1) + 1 }
      return same.answer
    }
    if (this.#waiting.length >= this.#room) return this.#leave(event.action)
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.#waiting.push({ entry: entryOf(event), answer: promise, tell: resolve })
    this.#writeIn(event.action === 'READ' || (isAnonymous(event) && event.action === 'REFUSED') ? GATHER : 0)
    return promise
  }

  async stop(): Promise<void> {
    await this.#writing
    await this.#write()
    clearTimeout(this.#timer)
    const lost = this.#waiting.length + [...this.#leftOut.values()].reduce((sum, count) => sum + count, 0)
    if (lost > 0) this.#options.report(new Error(`${lost} entries of the audit trail could not be written before the stop`), { where: 'audit' })
  }

  /** Counted, and told in an entry of its own as soon as there is room. */
  #leave(action: string): Promise<boolean> {
    this.#leftOut.set(action, (this.#leftOut.get(action) ?? 0) + 1)
    return Promise.resolve(false)
  }

  #due = Infinity

  #writeIn(milliseconds: number): void {
    const due = performance.now() + milliseconds
    if (this.#writing || due >= this.#due) return
    clearTimeout(this.#timer)
    this.#due = due
    this.#timer = setTimeout(() => { this.#writing = this.#write().finally(() => { this.#writing = undefined; this.#again() }) }, milliseconds)
  }

  /** What came while the last batch was being written, or what the database did not take. */
  #again(): void {
    if (this.#waiting.length > 0) this.#writeIn(this.#away ? RETRY : GATHER / 10)
  }

  #away = false

  async #write(): Promise<void> {
    this.#due = Infinity
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH)
      const kept = await this.#insert(batch)
      this.#away = kept.length > 0
      for (const one of batch) one.tell(!kept.includes(one))
      this.#waiting.unshift(...kept)
      if (this.#away) return
      this.#tellLeftOut()
    }
  }

  /** Writes a batch; answers what must be tried again. One faulty entry does not keep the others from being written. */
  async #insert(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    try {
      await this.#options.query(INSERT, [JSON.stringify(batch.map(({ entry }) => entry))])
      return []
    } catch (error) {
      if (asUnavailable(error)) return batch
      if (batch.length > 1) return (await Promise.all(batch.map((one) => this.#insert([one])))).flat()
      this.#options.report(error, { where: `audit ${batch[0]?.entry.action ?? ''}` })
      return []
    }
  }

  #tellLeftOut(): void {
    for (const [action, count] of this.#leftOut) {
      void this.add({ action: 'REFUSED', by: { userId: undefined, origin: 'JOB', requestId: 'audit' }, operation: 'audit', reason: 'leftOut', details: { action, count } })
      this.#leftOut.delete(action)
    }
  }
}

/** Whoever has no account can be refused as often as he likes: the same refusals are told together. */
const isAnonymous = ({ reason, by }: AuditEvent): boolean => reason !== undefined && by.userId === undefined && by.origin !== 'JOB'

const isRepeated = (entry: Entry, { action, address, operation, reason, records: [record] = [] }: AuditEvent): boolean =>
  entry.entity_id === (record ?? null) && entry.user_id === null && entry.action === action && entry.address === (address ?? null) && entry.operation === (operation ?? null) && entry.reason === (reason ?? null)
