/** What a state means for people, by the words that states have: going well, waiting, over, gone wrong. */
const tones = {
  leaf: ['ACTIVE', 'PUBLISHED', 'CONVERTED', 'CONFIRMED', 'SIGNED', 'DONE', 'READY', 'VALID', 'PAID', 'ACCEPTED', 'APPROVED', 'CONNECTED', 'SENT', 'ENABLED', 'ON', 'WON', 'REACHED', 'AGREED', 'RELEASED'],
  sky: ['OPEN', 'INVITED', 'PROSPECTIVE', 'NEW', 'SUBMITTED', 'REQUESTED', 'RUNNING', 'DOING', 'IN_PROGRESS', 'OPTION', 'SCHEDULED', 'PLANNED', 'PROPOSED', 'NEGOTIATING'],
  amber: ['PENDING', 'QUEUED', 'WAITING', 'INACTIVE', 'WITHDRAWN', 'LATE', 'PARTIAL', 'BLOCKED', 'DEPRECATED', 'CHANGES_REQUESTED', 'SUSPENDED', 'UPLOADING'],
  rose: ['REFUSED', 'REJECTED', 'CANCELLED', 'FAILED', 'ERROR', 'DELETED', 'ERASED', 'LOST', 'REVOKED', 'DISPUTED', 'DECLINED', 'MISSED'],
  grey: ['DRAFT', 'EXPIRED', 'ARCHIVED', 'ENDED', 'CLOSED', 'RETIRED', 'MERGED', 'OFF', 'DISABLED', 'IDEA', 'NOT_CONFIGURED', 'TERMINATED'],
} as const
export type Tone = keyof typeof tones | 'plum'

const byValue = new Map(Object.entries(tones).flatMap(([tone, values]) => values.map((value) => [value as string, tone as Tone] as const)))
const others: readonly Tone[] = ['grey', 'plum', 'sky', 'amber', 'leaf', 'rose']

/** The tone of a state; a word that is not known gets one by its place, so that states stay apart. */
export const toneOf = (value: string, index: number): Tone => byValue.get(value) ?? others[Math.max(index, 0) % others.length] ?? 'grey'
