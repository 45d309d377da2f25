import { isDay } from '../../../model/fields/date.ts'
import { isId } from '../../../model/fields/id.ts'
import { parseInstant } from '../../../model/fields/instant.ts'
import { wrong } from '../../input.ts'

/**
 * How far a partner has read: the snapshot of the database that his last reading saw, and when. Whatever
 * that snapshot did not see comes next, however late it was committed.
 */
export interface FeedPosition {
  /** Of which database: after a backup is put back, transactions are counted anew. */
  readonly epoch: string
  /** Of what the feed is limited to; another one means another feed. */
  readonly filter: string
  readonly snapshot: string
  readonly at: string
}

/** `since`, as it was given: where a reading ended, or a time. */
export type Since = { readonly position: FeedPosition } | { readonly time: string }

const SNAPSHOT = /^\d{1,18}:\d{1,18}:(\d{1,18}(,\d{1,18})*)?$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
const MAX_LENGTH = 8_000

export const encodePosition = ({ epoch, filter, snapshot, at }: FeedPosition): string =>
  Buffer.from(JSON.stringify([epoch, filter, snapshot, at])).toString('base64url')

/** Nothing in a position is trusted but what has the form that one could have. */
export function decodePosition(given: string): FeedPosition | undefined {
  const [epoch, filter, snapshot, at] = listIn(given)
  const sound = isId(epoch) && typeof filter === 'string' && typeof snapshot === 'string' && isSnapshot(snapshot) && typeof at === 'string' && TIME.test(at) && !Number.isNaN(Date.parse(at))
  return sound ? { epoch, filter, snapshot, at } : undefined
}

function isSnapshot(given: string): boolean {
  if (!SNAPSHOT.test(given)) return false
  const [xmin = '', xmax = '', running = ''] = given.split(':')
  const ids = running === '' ? [] : running.split(',').map(BigInt)
  const inOrder = ids.every((id, index) => id >= BigInt(xmin) && id < BigInt(xmax) && (index === 0 || id > (ids[index - 1] ?? 0n)))
  return BigInt(xmin) > 0n && BigInt(xmin) <= BigInt(xmax) && inOrder
}

export function listIn(given: string): readonly unknown[] {
  if (given.length > MAX_LENGTH) return []
  try {
    const list: unknown = JSON.parse(Buffer.from(given, 'base64url').toString())
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

const sinceHelp = { fr: 'Donnez la valeur nextSince de votre dernière lecture, ou une date ISO 8601.', en: 'Give the value nextSince of your last reading, or an ISO 8601 date.' }

/** @throws AppError BAD_USER_INPUT for what is neither a position nor a date */
export function sinceOf(given: string | undefined): Since | undefined {
  if (given === undefined) return undefined
  const position = decodePosition(given)
  if (position) return { position }
  if (isDay(given)) return { time: `${given}T00:00:00.000Z` }
  const parsed = parseInstant(given)
  if (!parsed.ok) throw wrong('since', 'notSince', sinceHelp)
  return { time: String(parsed.values['']) }
}
