import { AppError } from '../../model/errors.ts'
import type { Labels } from '../../model/labels.ts'
import { codeOf } from '../startError.ts'

export type UnavailableReason = 'connection' | 'busy' | 'storage' | 'timeout' | 'locked'

const sentences: Readonly<Record<UnavailableReason, Labels>> = {
  connection: { fr: 'La base de données ne répond pas. Réessayez dans un instant.', en: 'The database is not answering. Try again in a moment.' },
  busy: { fr: 'Le service est très sollicité. Réessayez dans un instant.', en: 'The service is very busy. Try again in a moment.' },
  storage: { fr: 'Le disque de la base de données est plein : rien n’a été enregistré.', en: 'The disk of the database is full: nothing was saved.' },
  timeout: { fr: 'La demande était trop longue et a été arrêtée : rien n’a été enregistré.', en: 'The request took too long and was stopped: nothing was saved.' },
  locked: { fr: 'Quelqu’un d’autre enregistre la même chose. Réessayez dans un instant.', en: 'Someone else is saving the same thing. Try again in a moment.' },
}

/** The database cannot serve now; it may a moment later, without anyone of ours doing anything. */
export class UnavailableError extends AppError {
  readonly why: UnavailableReason

  constructor(why: UnavailableReason, cause: unknown) {
    super('UNAVAILABLE', [{ reason: why, message: sentences[why] }])
    this.name = 'UnavailableError'
    this.why = why
    this.cause = cause
  }
}

/** SQLSTATEs that say "not now"; any other one is about the statement and stays what it is. */
const states: Readonly<Record<string, UnavailableReason>> = {
  '57P01': 'connection', '57P02': 'connection', '57P03': 'connection', '57P05': 'connection', '25P03': 'connection',
  '53300': 'busy', '53200': 'busy', '53100': 'storage', '58030': 'storage', '57014': 'timeout', '55P03': 'locked',
}
const socketFaults = new Set([
  'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH',
])
/** What the driver says without a code. */
const lost = /^(Connection terminated|Client (has encountered a connection error|was closed)|Query read timeout|timeout expired|Cannot use a pool after)/
const noneFree = /^timeout exceeded when trying to connect/

/** The same error as an `UnavailableError` when it means that, through whatever wrapped it. */
export function asUnavailable(error: unknown): UnavailableError | undefined {
  for (let layer = error, depth = 0; layer instanceof Error && depth < 5; layer = layer.cause, depth++) {
    if (layer instanceof UnavailableError) return layer
    const why = reasonOf(layer)
    if (why !== undefined) return new UnavailableError(why, error)
  }
  return undefined
}

function reasonOf(error: Error): UnavailableReason | undefined {
  const code = codeOf(error) ?? ''
  const known = states[code]
  if (known !== undefined) return known
  if (socketFaults.has(code) || /^08...$/.test(code)) return 'connection'
  // A socket file that is gone: the server behind it is down.
  if (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return 'connection'
  if (noneFree.test(error.message)) return 'busy'
  return lost.test(error.message) ? 'connection' : undefined
}
