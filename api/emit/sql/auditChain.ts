import { actor, actorValues } from './audit.ts'
import { quote } from './names.ts'
import type { SqlObject } from './object.ts'
import type { Table } from './tables.ts'
import { trigger } from './trigger.ts'

/** Entries of the audit trail that are not sealed yet: beside the entities, for nobody reads it but the sealer. */
export const PENDING = 'audit_pending'

/**
 * What makes a change of the audit trail show: each entry notes, in its own transaction, that it waits to be
 * sealed (api/audit/sealer.ts), and gets the salt of its digest. It then stays as it is, except that values
 * may be taken out of it (C-41), each leaving its digest, and with an entry that says so.
 */
export const auditChain = (table: Table): SqlObject[] => [waiting(table), ...hiding, redact(table), note(table), kept(table)]

const waiting = (table: Table): SqlObject => ({
  name: `table ${PENDING}`, create: `create table ${PENDING} (entry_id uuid not null);\ninsert into ${PENDING} select id from ${quote(table.name)}`, drop: `drop table if exists ${PENDING}`,
})

const note = (table: Table): SqlObject => ({
  ...trigger(table.name, 'note', 'before insert', 'for each row execute function note_audit_entry()'), needs: [`table ${PENDING}`],
  create: `create or replace function note_audit_entry() returns trigger language plpgsql as $$
begin
  new.salt := gen_random_uuid();
  new.salts := null;
  insert into ${PENDING} (entry_id) values (new.id);
  return new;
end $$;
${trigger(table.name, 'note', 'before insert', 'for each row execute function note_audit_entry()').create}`,
})

const sha256 = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

/** The salt of one field, and an entry without some of its values; `digestOf` in api/audit/digest.ts reckons the same. */
const hiding: readonly SqlObject[] = [
  {
    name: 'function audit_field_salt', replaces: true,
    create: `create or replace function audit_field_salt(salt uuid, salts jsonb, field text) returns text language sql immutable parallel safe
  return coalesce(salts ->> field, ${sha256(`coalesce(salt::text, '') || field`)})`,
    drop: 'drop function if exists audit_field_salt(uuid, jsonb, text)',
  },
  {
    name: 'function audit_hidden', replaces: true, needs: ['function audit_field_salt'],
    create: `create or replace function audit_hidden(changes jsonb, salt uuid, salts jsonb, fields text[]) returns jsonb language sql immutable parallel safe
  return (select jsonb_object_agg(key, case when key = any(fields) then jsonb_build_object('redacted', ${sha256('audit_field_salt(salt, salts, key) || value::text')}) else value end) from jsonb_each(changes))`,
    drop: 'drop function if exists audit_hidden(jsonb, uuid, jsonb, text[])',
  },
  {
    name: 'function audit_salts', replaces: true, needs: ['function audit_field_salt'],
    create: `create or replace function audit_salts(changes jsonb, salt uuid, salts jsonb, fields text[]) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(key, audit_field_salt(salt, salts, key)), '{}') from jsonb_each(changes) where not key = any(fields) and not value ? 'redacted')`,
    drop: 'drop function if exists audit_salts(jsonb, uuid, jsonb, text[])',
  },
]

/** Takes the values of fields of a record out of its history; answers from how many entries. */
const redact = (table: Table): SqlObject => ({
  name: 'function audit_redact', replaces: true, needs: ['function audit_hidden', 'function audit_salts'],
  create: `create or replace function audit_redact(entity text, record uuid, fields text[]) returns integer language plpgsql as $$
declare
  hidden integer;
begin
  update ${quote(table.name)} e set changes = audit_hidden(e.changes, e.salt, e.salts, told.fields), salts = audit_salts(e.changes, e.salt, e.salts, told.fields), salt = null
  from (select id, array_agg(key) as fields from ${quote(table.name)}, jsonb_each(changes) where entity_type = entity and entity_id = record and key = any(fields) and not value ? 'redacted' group by id) told
  where e.id = told.id;
  get diagnostics hidden = row_count;
  return hidden;
end $$`,
  drop: 'drop function if exists audit_redact(text, uuid, text[])',
})

/** Refuses every change but the one by which values are taken out, and writes down that this was done. */
const kept = (table: Table): SqlObject => {
  const rows = trigger(table.name, 'append_only', 'before update or delete', 'for each row execute function keep_audit_entry()')
  return {
    ...rows, needs: ['function audit_hidden', 'function audit_salts'],
    create: `create or replace function keep_audit_entry() returns trigger language plpgsql as $$
declare
  fields text[];
  actor jsonb := ${actor};
begin
  if tg_op = 'UPDATE' then
    select array_agg(key order by key) into fields from jsonb_each(old.changes) where value is distinct from new.changes -> key;
    if fields is not null and new.salt is null and new.changes = audit_hidden(old.changes, old.salt, old.salts, fields) and new.salts = audit_salts(old.changes, old.salt, old.salts, fields)
      and to_jsonb(new) - '{changes,salt,salts}'::text[] = to_jsonb(old) - '{changes,salt,salts}'::text[] then
      insert into ${quote(table.name)} (at, action, entity_type, entity_id, details, version, origin, user_id, request_id)
        values (clock_timestamp(), 'REDACTED', old.entity_type, old.entity_id, jsonb_build_object('entry', old.id, 'fields', fields), 0, ${actorValues});
      return new;
    end if;
  end if;
  raise exception '% of % is refused: its history would have a hole', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
${rows.create}`,
    drop: `${rows.drop};\ndrop function if exists keep_audit_entry()`,
  }
}
