import type { AuditEvent } from '../access/audit.ts'

/** An entry of the audit trail in the columns of its table. */
export interface Entry {
  readonly at: string
  readonly action: AuditEvent['action']
  readonly entity_type: string | null
  readonly entity_id: string | null
  readonly records: readonly string[] | null
  readonly operation: string | null
  readonly reason: string | null
  details: Readonly<Record<string, unknown>> | null
  readonly origin: string
  readonly user_id: string | null
  readonly request_id: string
  readonly address: string | null
}

/** Version 0: these are no versions of the record. */
export const INSERT = `insert into audit_entry (at, action, entity_type, entity_id, records, operation, reason, details, origin, user_id, request_id, address, version)
  select at, action, entity_type, entity_id, records, operation, reason, details, origin, user_id, request_id, address, 0
  from jsonb_to_recordset($1::jsonb) as entry(at timestamptz, action text, entity_type text, entity_id uuid, records uuid[], operation text, reason text, details jsonb,
    origin text, user_id uuid, request_id text, address text)`

/** One record stands where the changes of a record stand; several are a list. */
export function entryOf({ action, by, address, operation, reason, entity, records = [], details }: AuditEvent): Entry {
  return {
    at: new Date().toISOString(), action, entity_type: cut(entity, 60),
    entity_id: records.length === 1 ? (records[0] ?? null) : null,
    records: records.length > 1 ? records : null,
    operation: cut(operation, 200), reason: cut(reason, 60), details: details ?? null,
    origin: by.origin, user_id: by.userId ?? null, request_id: cut(by.requestId, 60) ?? '', address: cut(address, 60),
  }
}

/** What PostgreSQL takes: no NUL, no half of a character. */
const cut = (text: string | undefined, length: number): string | null => text?.replaceAll('\0', '').slice(0, length).toWellFormed() ?? null
