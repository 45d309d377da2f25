import { createHash } from 'node:crypto'

/** An entry as it is digested: every column as PostgreSQL writes it, so that no reading can change it. */
export interface DigestedEntry {
  readonly id: string
  readonly at: string
  readonly salt: string | null
  /** Salts of the fields that are left of an entry of which others were redacted. */
  readonly salts: Readonly<Record<string, string>> | null
  readonly changes: readonly (readonly [field: string, value: string])[] | null
  readonly [column: string]: unknown
}

const plain = ['id', 'action', 'entity_type', 'entity_id', 'records', 'operation', 'reason', 'details', 'origin', 'user_id', 'request_id', 'address', 'version'] as const

/** The columns of `DigestedEntry`, of the table `e`. Functions of PostgreSQL's own only: ours could have been replaced. */
export const DIGESTED = `${plain.map((name) => `e.${name}::text`).join(', ')}, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, e.salt::text, e.salts,
  (select json_agg(json_build_array(c.key, c.value::text) order by c.key collate "C") from jsonb_each(case when jsonb_typeof(e.changes) = 'object' then e.changes end) c) as changes`

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The digest of an entry. The value of each field goes in by a digest of its own, salted so that nobody can
 * guess it: a value may be taken away later, when the law says so, and the digest of the entry stays the same.
 */
export function digestOf(entry: DigestedEntry): string {
  const fields = (entry.changes ?? []).map(([field, value]) => [field, redactedDigest(value) ?? sha256(saltOf(entry, field) + value)])
  return createHash('sha256').update(JSON.stringify([entry.at, ...plain.map((name) => entry[name] ?? null), entry.changes ? fields : null])).digest('base64url')
}

/** As the SQL function `audit_field_salt`. */
const saltOf = ({ salt, salts }: DigestedEntry, field: string): string => salts?.[field] ?? sha256(`${salt ?? ''}${field}`)

/** What stands in the place of a value that was taken away. */
function redactedDigest(value: string): string | undefined {
  return /^\{"redacted": "([0-9a-f]{64})"\}$/.exec(value)?.[1]
}

/** The fields of an entry whose values were taken away. */
export const redactedFields = ({ changes }: DigestedEntry): readonly string[] => (changes ?? []).filter(([, value]) => redactedDigest(value) !== undefined).map(([field]) => field)

export interface Seal {
  readonly day: string
  /** From 1 in each day. */
  readonly number: number
  readonly sealedAt: string
  /** Hash of the seal before, of the day before for the first of a day; '' for the very first. */
  readonly previous: string
  readonly ids: readonly string[]
  readonly digests: readonly string[]
}

/** What binds entries to all that came before them. */
export function hashOf({ day, number, sealedAt, previous, ids, digests }: Seal): string {
  const hash = createHash('sha256').update(`${previous}\n${day}\n${number}\n${sealedAt}\n`)
  for (const [index, id] of ids.entries()) hash.update(`${id} ${digests[index] ?? ''}\n`)
  return hash.digest('base64url')
}
