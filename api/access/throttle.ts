import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, type IRateLimiterOptions, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { AppError } from '../model/errors.ts'

/** What is tried: each has a count of its own for an account, all of them one for an address. */
export type Attempt = 'signIn' | 'secondFactor' | 'password' | 'reset'

export interface ThrottleLimits {
  /** Failed sign-ins in a minute. */
  readonly perAccount: number
  /** Failed attempts of any kind in a minute. */
  readonly perAddress: number
}

/** Slows down whoever guesses; an attempt that names no account counts for its address only. Attempts count before they are tried, so that a hundred at once count as a hundred. */
export interface Throttle {
  /** @throws AppError RATE_LIMITED, with the seconds to wait. */
  attempt(account: string | undefined, address: string, what?: Attempt): Promise<void>
  /** The attempt was right: it does not count. */
  succeeded(account: string | undefined, address: string, what?: Attempt): Promise<void>
}

/** What the counts ask of a database. */
export interface Counts {
  query(question: { readonly text: string; readonly values: readonly unknown[] }): Promise<unknown>
}

const MINUTE = 60

/**
 * With a database the counts stand there, so that several instances share them; without one in the
 * memory of this process. A key that is over its limit is refused from memory: a flood costs no statement.
 */
export function createThrottle({ perAccount, perAddress }: ThrottleLimits = { perAccount: 5, perAddress: 20 }, database?: Counts): Throttle {
  const limiter = (keyPrefix: string, points: number, duration: number): RateLimiterAbstract => {
    const options: IRateLimiterOptions = { keyPrefix, points, duration }
    return database ? new RateLimiterPostgres({ ...options, storeClient: database, storeType: 'pool', schemaName: 'guard', tableName: 'throttle', tableCreated: true, inMemoryBlockOnConsumed: points + 1 }) : new RateLimiterMemory(options)
  }
  const addresses = limiter('address', perAddress, MINUTE)
  const accounts: Readonly<Record<Attempt, RateLimiterAbstract>> = {
    signIn: limiter('account', perAccount, MINUTE), password: limiter('password', perAccount, MINUTE),
    // Six digits are few, and whoever tries them knows the password already.
    secondFactor: limiter('code', perAccount, 15 * MINUTE), reset: limiter('reset', 3, 60 * MINUTE),
  }
  return {
    attempt: async (account, address, what = 'signIn') => {
      // The address first: a guesser that is stopped there does not lock somebody else's account.
      await consume(addresses, addressKey(address))
      if (account !== undefined) await consume(accounts[what], accountKey(account))
    },
    succeeded: async (account, address, what = 'signIn') => {
      if (account !== undefined) await accounts[what].delete(accountKey(account))
      await addresses.reward(addressKey(address))
    },
  }
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooManyAttempts(Math.ceil(refusal.msBeforeNext / 1_000))
    throw refusal
  }
}

const tooManyAttempts = (retryAfter: number): AppError => new AppError('RATE_LIMITED', [{
  reason: 'tooManyAttempts', values: { seconds: retryAfter },
  message: { fr: 'Trop de tentatives : réessayez dans {seconds} secondes.', en: 'Too many attempts: try again in {seconds} seconds.' },
}], { retryAfter })

/** Of one length, whatever was given as an e-mail address. */
const accountKey = (account: string): string => createHash('sha256').update(account.trim().toLowerCase()).digest('base64url')

/** A home has 2^64 addresses of IPv6: they count as one. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()
}
