import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../../model/errors.ts'
import { scrub } from '../scrub.ts'

/** What a program of ours tells of a fault of its own. It is not believed: it may hold anything. */
export interface ToldFault {
  /** `TypeError: x is undefined`. */
  readonly message: string
  /** Lines of a stack, as the runtime of the program writes them. */
  readonly stack?: string | null
  /** The page, the command. */
  readonly where?: string | null
  readonly release?: string | null
}

/** An error as if it had arisen here, with the words of people taken out. */
export function errorOf({ message, stack }: ToldFault): Error {
  const [, name = 'Error', words = message] = /^([A-Z]\w{0,60}): (.*)$/s.exec(message) ?? []
  const error = new Error(withoutQuotes(scrub(words.slice(0, 2_000))))
  error.name = name
  error.stack = [`${name}:`, ...framesOf(stack ?? '')].join('\n')
  return error
}

/** What stands in quotes may be a value; names in our code are told all the same. */
const withoutQuotes = (text: string): string => text.replace(/(["«“‘'`])(?![\w$.]{1,40}["»”’'`])[^"»”’'`]{1,500}["»”’'`]/g, '$1…')

const FRAME = /^\s*(?:at\s+)?(?:async\s+)?([\w$.<>[\] ]{0,80}?)\s*[@(]?\s*(?:[^\s()@?#]{0,400}\/)?([\w.-]{1,80}\.[a-z]{1,4})(?:\?[^\s():]{0,400})?(:\d+(?::\d+)?)\)?\s*$/

/** `    at load (…/main.js:1:2)`, `load@https://…/main.js:1:2`: the function, the file without its address, the place. */
function framesOf(stack: string): string[] {
  return stack.slice(0, 20_000).split('\n').flatMap((line) => {
    const [, name = '', file = '', place = ''] = FRAME.exec(line) ?? []
    return file === '' ? [] : [`    at ${name.trim() || 'anonymous'} (${file}${place})`]
  }).slice(0, 20)
}

const PER_MINUTE = 20

/** A program in a loop, or somebody who likes to write, must not fill the list. */
export function limitFaults(): (userId: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ keyPrefix: 'faults', points: PER_MINUTE, duration: 60 })
  return async (userId) => {
    try {
      await limiter.consume(userId)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      throw new AppError('RATE_LIMITED', [{ reason: 'tooManyFaults', message: { fr: 'Trop d’erreurs signalées : réessayez plus tard.', en: 'Too many errors reported: try again later.' } }], { retryAfter: Math.ceil(refusal.msBeforeNext / 1_000) })
    }
  }
}
