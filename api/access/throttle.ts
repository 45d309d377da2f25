import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../model/errors.ts'

export interface ThrottleLimits {
  /** Failed attempts in a minute. */
  readonly perAccount: number
  readonly perAddress: number
}

/** Slows down whoever guesses. Attempts count before they are tried, so that a hundred at once count as a hundred. */
export interface Throttle {
  /** @throws AppError RATE_LIMITED, with the seconds to wait. */
  attempt(account: string, address: string): Promise<void>
  /** The attempt was right: it does not count. */
  succeeded(account: string, address: string): Promise<void>
}

const MINUTE = 60

/** In the memory of this process; several processes each allow as much. */
export function createThrottle({ perAccount, perAddress }: ThrottleLimits = { perAccount: 5, perAddress: 20 }): Throttle {
  const accounts = new RateLimiterMemory({ keyPrefix: 'account', points: perAccount, duration: MINUTE })
  const addresses = new RateLimiterMemory({ keyPrefix: 'address', points: perAddress, duration: MINUTE })
  return {
    attempt: async (account, address) => {
      // The address first: a guesser that is stopped there does not lock somebody else's account.
      await consume(addresses, addressKey(address))
      await consume(accounts, accountKey(account))
    },
    succeeded: async (account, address) => {
      await accounts.delete(accountKey(account))
      await addresses.reward(addressKey(address))
    },
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
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
