import { AppError } from '../model/errors.ts'
import type { Labels } from '../model/labels.ts'

const MINUTE = 60_000

export interface Rate {
  readonly limit: number
  readonly remaining: number
  /** Seconds until it is whole again. */
  readonly reset: number
}

interface Window {
  readonly start: number
  count: number
  readonly before: number
}

/**
 * Calls per minute, by whatever name the caller is counted under. The minute slides: of the one before counts the part
 * that still lies within the last sixty seconds.
 */
export class RateLimit {
  readonly #windows = new Map<string, Window>()
  readonly #now: () => number

  constructor(now: () => number = () => Date.now()) {
    this.#now = now
  }

  /** @throws AppError RATE_LIMITED */
  take(name: string, limit: number): Rate {
    const now = this.#now()
    const window = this.#window(name, now)
    const rate = rateOf({ used: window.count, before: window.before, passed: (now - window.start) / MINUTE, limit })
    window.count++
    return rate
  }

  #window(name: string, now: number): Window {
    const start = Math.floor(now / MINUTE) * MINUTE
    const known = this.#windows.get(name)
    if (known?.start === start) return known
    // Names come from keys and addresses: those of minutes ago are forgotten.
    if (this.#windows.size >= 10_000) for (const [other, { start: at }] of this.#windows) if (at < start - MINUTE) this.#windows.delete(other)
    const window = { start, count: 0, before: known?.start === start - MINUTE ? known.count : 0 }
    this.#windows.set(name, window)
    return window
  }
}

/** One call more, where `passed` of the minute is over. @throws AppError RATE_LIMITED */
export function rateOf({ used, before, passed, limit }: { readonly used: number; readonly before: number; readonly passed: number; readonly limit: number }): Rate {
  const sliding = used + before * (1 - passed)
  const reset = Math.max(1, Math.ceil((1 - passed) * MINUTE / 1_000))
  if (sliding + 1 > limit) throw tooMany(reset, { limit, remaining: 0, reset }, { fr: 'Trop de demandes : {limit} par minute.', en: 'Too many requests: {limit} per minute.' })
  return { limit, remaining: Math.max(0, Math.floor(limit - sliding - 1)), reset }
}

export const tooMany = (retryAfter: number, rate: Rate, message: Labels): AppError =>
  new AppError('RATE_LIMITED', [{ reason: 'rateLimited', message, values: { limit: rate.limit } }], { retryAfter, rate })
