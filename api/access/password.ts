import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../model/errors.ts'
import type { Issue } from '../model/issue.ts'

/** argon2id is the library's own default; 19 MiB and two passes are what OWASP asks for. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Hash of thirty-two random bytes that nobody kept: compared with where there is none, so that it takes as long. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$MOzptj5CIao8khv+U/H0ag$3T/KMY7DazwLzDBSYykaqeSAOoMJY4LdN0Y56DBiz6I'

const MIN = 12
const MAX = 128

/** What is wrong with a new password, if anything. Length counts, not the kinds of characters (NIST SP 800-63B). */
export function passwordIssue(password: unknown, path = 'password'): Issue | undefined {
  if (typeof password !== 'string' || !password.isWellFormed() || password.includes('\0')) {
    return { path, reason: 'notText', message: { fr: 'Un texte est attendu.', en: 'A text is expected.' } }
  }
  const length = [...password].length
  if (length < MIN) return { path, reason: 'tooShort', message: { fr: 'Au moins {min} caractères.', en: 'At least {min} characters.' }, values: { min: MIN } }
  if (length > MAX) return { path, reason: 'tooLong', message: { fr: 'Au plus {max} caractères.', en: 'At most {max} characters.' }, values: { max: MAX } }
  return undefined
}

/** One machine writes é as one character, another as two: both open the same account. */
const normal = (password: string): string => password.normalize('NFKC')

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), cost))

/** Takes as long without a hash as with one: the time does not tell whether an account exists. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await inTurn(() => verify(stored ?? nobodys, normal(password)))
  return right && stored !== undefined
}

const AT_ONCE = 2
/** About two seconds of waiting; whoever comes later is told to try again instead. */
const MOST_WAITING = 100
let running = 0
const waiting: (() => void)[] = []

/**
 * Two at a time. Node has four threads for all its heavy work, files and signatures included: a crowd
 * at the sign-in must not keep the others waiting.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running++
  else if (waiting.length < MOST_WAITING) await new Promise<void>((resolve) => waiting.push(resolve))
  else throw crowded()
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const crowded = (): AppError => new AppError('UNAVAILABLE', [{
  reason: 'crowded', message: { fr: 'Trop de connexions à la fois : réessayez dans un instant.', en: 'Too many are signing in at once: try again in a moment.' },
}])
