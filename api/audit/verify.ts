import type { ClientBase } from 'pg'
import { DIGESTED, digestOf, hashOf, redactedFields, type DigestedEntry, type Seal } from './digest.ts'
import type { Head } from './heads.ts'

/** One thing that is not as it was sealed: the day, the entry where it is one, and what. */
export interface AuditFault {
  readonly day: string
  readonly entry?: string
  readonly what: string
}

export interface Verified {
  readonly days: number
  readonly seals: number
  readonly entries: number
  readonly pending: number
  readonly faults: number
}

interface StoredSeal extends Seal {
  readonly hash: string
  readonly count: number
}

/** Seals, and entries, that are held at once. */
const SEALS = 10
const ENTRIES = 200
/** An entry may say a time before the seal before its own, by as long as a transaction may take. */
const LATE = 3_600_000

/**
 * Reckons the chain of the audit trail anew, from the entries as they are now, and tells what does not fit.
 * It reads in one snapshot, a few seals at a time; only its own code is trusted, no function of the database.
 */
export async function verifyAudit(client: ClientBase, heads: readonly Head[], tell: (fault: AuditFault) => void): Promise<Verified> {
  const sums = { days: 0, seals: 0, entries: 0, pending: 0, faults: 0 }
  const fault = (day: string, what: string, entry?: string): void => {
    sums.faults++
    tell({ day, what, ...(entry === undefined ? {} : { entry }) })
  }
  await client.query('begin isolation level repeatable read read only; set local statement_timeout = 0')
  try {
    await verifySeals(client, new Map(heads.map((head) => [head.day, head])), sums, fault)
    sums.pending = await verifyRest(client, fault)
    return sums
  } finally {
    await client.query('rollback')
  }
}

type Tell = (day: string, what: string, entry?: string) => void

async function verifySeals(client: ClientBase, heads: Map<string, Head>, sums: { days: number; seals: number; entries: number }, fault: Tell): Promise<void> {
  await client.query(`declare seals no scroll cursor for select to_char(day, 'YYYY-MM-DD') as day, number, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt",
    previous, hash, entries as count, ids::text[] as ids, string_to_array(digests, ' ') as digests from audit_seal order by day, number`)
  let before: StoredSeal | undefined
  for (;;) {
    const { rows } = await client.query<StoredSeal>(`fetch ${SEALS} from seals`)
    for (const seal of rows) {
      checkSeal(seal, before, heads, fault)
      await checkEntries(client, seal, before, fault)
      sums.seals += 1
      sums.entries += seal.ids.length
      if (seal.day !== before?.day) sums.days += 1
      before = seal
    }
    if (rows.length === 0) break
  }
  for (const { day, number } of heads.values()) fault(day, `seal ${number}, the last that was kept outside of the database, is gone: the end of the day was removed`)
}

function checkSeal(seal: StoredSeal, before: StoredSeal | undefined, heads: Map<string, Head>, fault: Tell): void {
  const { day, number } = seal
  const expected = before?.day === day ? before.number + 1 : 1
  if (number !== expected) fault(day, `seals ${expected} to ${number - 1} are missing`)
  if (seal.previous !== (before?.hash ?? '')) fault(day, `seal ${number} does not follow ${before ? `seal ${before.number} of ${before.day}` : 'the beginning'}: seals between them were removed, or one was replaced`)
  if (hashOf(seal) !== seal.hash || seal.count !== seal.ids.length) fault(day, `seal ${number} was changed`)
  const head = heads.get(day)
  if (head?.number !== number) return
  heads.delete(day)
  if (head.hash !== seal.hash) fault(day, `seal ${number} is not the one that was kept outside of the database: the day was written anew`)
}

async function checkEntries(client: ClientBase, seal: StoredSeal, before: StoredSeal | undefined, fault: Tell): Promise<void> {
  for (let from = 0; from < seal.ids.length; from += ENTRIES) {
    const ids = seal.ids.slice(from, from + ENTRIES)
    const { rows } = await client.query<DigestedEntry>(`select ${DIGESTED} from audit_entry e where e.id = any($1::uuid[])`, [ids])
    const found = new Map(rows.map((row) => [row.id, row]))
    for (const [index, id] of ids.entries()) {
      const entry = found.get(id)
      const digest = seal.digests[from + index]
      if (!entry) fault(seal.day, digest ? 'was removed' : 'was removed before it was sealed', id)
      else await checkEntry(client, entry, digest, seal, before, fault)
    }
  }
}

async function checkEntry(client: ClientBase, entry: DigestedEntry, digest: string | undefined, seal: StoredSeal, before: StoredSeal | undefined, fault: Tell): Promise<void> {
  if (digestOf(entry) !== digest) return fault(seal.day, 'was changed', entry.id)
  const at = Date.parse(`${entry.at}Z`)
  if (before && at < Date.parse(before.sealedAt) - LATE) fault(seal.day, `was added afterwards: it says ${entry.at}, long before it was written`, entry.id)
  const hidden = redactedFields(entry)
  if (hidden.length > 0 && !await isTold(client, entry, hidden)) fault(seal.day, `has no values of ${hidden.join(', ')}, and no entry says that they were taken out`, entry.id)
}

async function isTold(client: ClientBase, entry: DigestedEntry, hidden: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ fields: string[] }>(
    `select array(select jsonb_array_elements_text(details -> 'fields')) as fields from audit_entry where action = 'REDACTED' and entity_type = $1 and entity_id = $2 and details ->> 'entry' = $3`,
    [entry['entity_type'], entry['entity_id'], entry.id])
  const told = new Set(rows.flatMap(({ fields }) => fields))
  return hidden.every((field) => told.has(field))
}

/** Entries that are in no seal: they wait for one, or somebody has put them in. */
async function verifyRest(client: ClientBase, fault: Tell): Promise<number> {
  await client.query(`declare strangers no scroll cursor for select e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD') as day from audit_entry e
    left join (select unnest(ids) as id from audit_seal) s on s.id = e.id left join audit_pending p on p.entry_id = e.id where s.id is null and p.entry_id is null`)
  for (;;) {
    const { rows } = await client.query<{ id: string; day: string }>(`fetch ${ENTRIES} from strangers`)
    for (const { id, day } of rows) fault(day, 'is in no seal: it was put in, or kept from being sealed', id)
    if (rows.length === 0) break
  }
  const { rows: [waiting] } = await client.query<{ count: number }>('select count(*)::int as count from audit_pending')
  return waiting?.count ?? 0
}
