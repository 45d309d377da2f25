import { LRUCache } from 'lru-cache'
import type { Audit, AuditEvent } from '../access/audit.ts'
import type { Principal } from '../access/principal.ts'
import { AppError } from '../model/errors.ts'

export interface Turned {
  readonly door: 'SITE' | 'PARTNER'
  readonly by: Pick<Principal, 'userId' | 'requestId'>
  readonly address: string
  /** As it was asked for. */
  readonly document: string | undefined
}

export type RefusalRecord = (error: unknown, turned: Turned) => void

const MINUTE = 60_000
const KEPT = 1_000
/** Entries per minute for each door: whoever is turned away as often as he likes fills nothing. */
const MOST = 60
/** What was refused to somebody; that a document does not exist, or that he asks too often, is nothing of the kind. */
const isTold = ({ code, issues }: AppError): boolean => (code === 'FORBIDDEN' && issues[0]?.reason !== 'otherDoor') || code === 'BAD_USER_INPUT'

/**
 * Puts on record what the doors of approved documents refuse: the same of the same caller once a minute, with how
 * often it was since. Bad keys are recorded where they are read.
 */
export function createRefusalRecord(audit: Audit, now = () => performance.now()): RefusalRecord {
  const known = new LRUCache<string, { at: number; times: number }>({ max: KEPT })
  const spent: Record<Turned['door'], { since: number; count: number }> = { SITE: { since: -Infinity, count: 0 }, PARTNER: { since: -Infinity, count: 0 } }
  const mayWrite = (door: Turned['door'], at: number): boolean => {
    const minute = spent[door]
    if (at - minute.since >= MINUTE) spent[door] = { since: at, count: 0 }
    spent[door].count += 1
    return spent[door].count <= MOST
  }
  return (error, { door, by, address, document }) => {
    if (!(error instanceof AppError) || !isTold(error)) return
    const [{ reason, path } = { reason: error.code }] = error.issues
    const key = [door, document, reason, by.userId ?? address].join(' ')
    const before = known.get(key)
    const at = now()
    if (before && at - before.at < MINUTE) {
      before.times += 1
      return
    }
    known.set(key, { at, times: 1 })
    if (!mayWrite(door, at)) return
    const details = { ...(document === undefined ? {} : { document: document.slice(0, 120) }), ...(path === undefined ? {} : { paths: [path.slice(0, 200)] }), ...(before && before.times > 1 ? { timesBefore: before.times } : {}) }
    const event: AuditEvent = { action: 'REFUSED', by: { ...by, origin: door }, address, operation: door === 'SITE' ? '/site' : '/partner', reason, details }
    void audit(event)
  }
}
