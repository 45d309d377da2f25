import type { Principal } from '../access/principal.ts'
import type { Witness } from '../read/witness.ts'
import type { Journal } from './journal.ts'

/** An entry names so many records at most; more of them are more entries. */
const RECORDS = 500

/** Records the sensitive values that one root field answers. Only where the journal is crowded does the answer wait for it. */
export const recordReads = ({ audit, crowded }: Pick<Journal, 'audit' | 'crowded'>, by: Principal, address: string | undefined, operation: string): Witness =>
  (seen) => {
    const kept = seen.flatMap(({ entity, fields, ids, asked }) => (asked ? [[]] : chunks(ids)).map((records) =>
      audit({ action: 'READ', by, address, operation, entity, records, ...(fields.length > 0 ? { details: { fields, ...(asked ? { asked } : {}) } } : {}) })))
    return crowded() ? Promise.all(kept) : undefined
  }

const chunks = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / RECORDS) }, (_, index) => ids.slice(index * RECORDS, (index + 1) * RECORDS))
