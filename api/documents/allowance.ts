import type { AppError } from '../model/errors.ts'
import type { Query } from '../read/index.ts'
import { tooMany, type Rate } from './quota.ts'
import { refusals } from './refusals.ts'
import type { Granted } from './registry.ts'
import { SharedRate } from './sharedRate.ts'
import type { Usage } from './usage.ts'

/** How much a grant gives: calls of a minute, rows of a day, rows of a page. */
export class Allowance {
  readonly #calls: SharedRate
  readonly #usage: Usage

  constructor(query: Query, usage: Usage) {
    this.#calls = new SharedRate(query)
    this.#usage = usage
  }

  /** A call of the minute. @throws AppError RATE_LIMITED */
  take({ id, ratePerMinute }: Granted): Promise<Rate> {
    return this.#calls.take(id, ratePerMinute)
  }

  /** @throws AppError RATE_LIMITED once the rows of the day are used up */
  async checkRows({ id, rowsPerDay }: Granted): Promise<void> {
    if (rowsPerDay !== undefined && await this.#usage.rowsToday(id) >= rowsPerDay) throw this.#dayIsOver(rowsPerDay)
  }

  /**
   * Asked of what is no page, and so might be longer than any: its rows are counted from here on, until it is settled what was
   * given of them. @throws AppError
   */
  async fit({ id, document, rowsPerDay = Infinity, pageLimit = Infinity }: Granted, rowsUpTo: (most: number) => Promise<number>): Promise<() => void> {
    const left = rowsPerDay === Infinity ? Infinity : rowsPerDay - await this.#usage.rowsToday(id)
    const most = Math.min(left, pageLimit)
    const rows = most === Infinity ? 0 : await rowsUpTo(most + 1)
    if (rows > most) throw pageLimit <= left ? refusals.tooLong(pageLimit) : this.#dayIsOver(rowsPerDay)
    if (rowsPerDay === Infinity) return () => undefined
    const settle = await this.#usage.reserve({ documentId: document.id, grantId: id }, rows, rowsPerDay)
    if (!settle) throw this.#dayIsOver(rowsPerDay)
    return settle
  }

  flush(): Promise<void> {
    return this.#calls.flush()
  }

  #dayIsOver(rowsPerDay: number): AppError {
    const wait = this.#usage.secondsLeftToday()
    return tooMany(wait, { limit: rowsPerDay, remaining: 0, reset: wait }, { fr: 'Vos {limit} lignes du jour sont lues, ou cette lecture les dépasserait.', en: 'Your {limit} rows of the day are read, or this reading would exceed them.' })
  }
}
