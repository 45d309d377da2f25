import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129091524_audit_chain_reports extends Migration {
  override readonly name = '20261129091524_audit_chain_reports'

  override up(): void {
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`create table "error_report" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "fingerprint" varchar(64) not null, "message" varchar(500) not null, "stack" text null, "context" jsonb null, "release" varchar(60) not null, "count" integer not null default 1, "first_at" timestamptz(3) not null, "last_at" timestamptz(3) not null, "source" varchar(40) not null, "user_id" uuid null, "state" varchar(40) not null default 'OPEN', primary key ("id"));

create table "encryption_key" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(40) not null, "number" integer not null, "algorithm" varchar(40) not null, "public_key" varchar(120) not null, "private_key_ref" varchar(200) not null, "active_from" timestamptz(3) not null, "retired_at" timestamptz(3) null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

create table "audit_seal" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "day" date not null, "number" integer not null, "sealed_at" timestamptz(3) not null, "entries" integer not null, "previous" varchar(64) null, "hash" varchar(64) not null, "ids" uuid[] null, "digests" text null, primary key ("id"));

alter table "audit_entry" add "salt" uuid null, add "salts" jsonb null;

alter table "error_report" add constraint "error_report__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "error_report" add constraint "error_report__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "encryption_key" add constraint "encryption_key__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "audit_seal" add constraint "audit_seal__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('READ', 'CREATE', 'UPDATE', 'DELETE', 'SIGN_IN', 'REFUSED', 'EXPORT', 'REDACTED'))`)
    this.addSql(`create table audit_pending (entry_id uuid not null);
insert into audit_pending select id from "audit_entry"`)
    this.addSql(`create or replace function audit_field_salt(salt uuid, salts jsonb, field text) returns text language sql immutable parallel safe
  return coalesce(salts ->> field, encode(sha256(convert_to(coalesce(salt::text, '') || field, 'UTF8')), 'hex'))`)
    this.addSql(`create or replace function audit_hidden(changes jsonb, salt uuid, salts jsonb, fields text[]) returns jsonb language sql immutable parallel safe
  return (select jsonb_object_agg(key, case when key = any(fields) then jsonb_build_object('redacted', encode(sha256(convert_to(audit_field_salt(salt, salts, key) || value::text, 'UTF8')), 'hex')) else value end) from jsonb_each(changes))`)
    this.addSql(`create or replace function audit_salts(changes jsonb, salt uuid, salts jsonb, fields text[]) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(key, audit_field_salt(salt, salts, key)), '{}') from jsonb_each(changes) where not key = any(fields) and not value ? 'redacted')`)
    this.addSql(`create or replace function audit_redact(entity text, record uuid, fields text[]) returns integer language plpgsql as $$
declare
  hidden integer;
begin
  update "audit_entry" e set changes = audit_hidden(e.changes, e.salt, e.salts, told.fields), salts = audit_salts(e.changes, e.salt, e.salts, told.fields), salt = null
  from (select id, array_agg(key) as fields from "audit_entry", jsonb_each(changes) where entity_type = entity and entity_id = record and key = any(fields) and not value ? 'redacted' group by id) told
  where e.id = told.id;
  get diagnostics hidden = row_count;
  return hidden;
end $$`)
    this.addSql(`create or replace function note_audit_entry() returns trigger language plpgsql as $$
begin
  new.salt := gen_random_uuid();
  new.salts := null;
  insert into audit_pending (entry_id) values (new.id);
  return new;
end $$;
create or replace trigger "note" before insert on "audit_entry" for each row execute function note_audit_entry()`)
    this.addSql(`create or replace function keep_audit_entry() returns trigger language plpgsql as $$
declare
  fields text[];
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'UPDATE' then
    select array_agg(key order by key) into fields from jsonb_each(old.changes) where value is distinct from new.changes -> key;
    if fields is not null and new.salt is null and new.changes = audit_hidden(old.changes, old.salt, old.salts, fields) and new.salts = audit_salts(old.changes, old.salt, old.salts, fields)
      and to_jsonb(new) - '{changes,salt,salts}'::text[] = to_jsonb(old) - '{changes,salt,salts}'::text[] then
      insert into "audit_entry" (at, action, entity_type, entity_id, details, version, origin, user_id, request_id)
        values (clock_timestamp(), 'REDACTED', old.entity_type, old.entity_id, jsonb_build_object('entry', old.id, 'fields', fields), 0, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
      return new;
    end if;
  end if;
  raise exception '% of % is refused: its history would have a hole', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger "append_only" before update or delete on "audit_entry" for each row execute function keep_audit_entry()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "audit_entry" for each statement execute function refuse_change()`)
    this.addSql(`create unique index "audit_seal__day_number_unique" on "audit_seal" ("day", "number")`)
    this.addSql(`create index "audit_seal__sealed_at_index" on "audit_seal" ("sealed_at", "id")`)
    this.addSql(`create or replace trigger "append_only" before update or delete on "audit_seal" for each row execute function refuse_change();
create or replace trigger "refuse_truncate" before truncate on "audit_seal" for each statement execute function refuse_change()`)
    this.addSql(`create unique index "encryption_key__name_number_unique" on "encryption_key" ("name", "number")`)
    this.addSql(`create unique index "encryption_key__public_key_unique" on "encryption_key" ("public_key")`)
    this.addSql(`alter table "encryption_key" add constraint "encryption_key__state_choice" check ("state" in ('ACTIVE', 'RETIRED'))`)
    this.addSql(`create index "encryption_key__number_index" on "encryption_key" ("number", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "encryption_key" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_encryption_key"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."number" is distinct from old."number" then change_of('number', to_json(old."number"), to_json(new."number")) end,
    case when new."algorithm" is distinct from old."algorithm" then change_of('algorithm', to_json(old."algorithm"), to_json(new."algorithm")) end,
    case when new."public_key" is distinct from old."public_key" then change_of('publicKey', to_json(old."public_key"), to_json(new."public_key")) end,
    case when new."private_key_ref" is distinct from old."private_key_ref" then change_of('privateKeyRef', to_json(old."private_key_ref"), to_json(new."private_key_ref")) end,
    case when new."active_from" is distinct from old."active_from" then change_of('activeFrom', to_json(to_char(old."active_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."active_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."retired_at" is distinct from old."retired_at" then change_of('retiredAt', to_json(to_char(old."retired_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."retired_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'EncryptionKey', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "encryption_key" for each row execute function "history_of_encryption_key"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "encryption_key" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "encryption_key" for each statement execute function announce_change()`)
    this.addSql(`-- of message varchar(500)
alter table "error_report" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("message", '')) || to_tsvector('coulisses_plain', coalesce("message", '')), 'A')) stored`)
    this.addSql(`create index "error_report__search_index" on "error_report" using gin ("search")`)
    this.addSql(`create unique index "error_report__fingerprint_release_unique" on "error_report" ("fingerprint", "release")`)
    this.addSql(`alter table "error_report" add constraint "error_report__source_choice" check ("source" in ('API', 'CLI', 'ADMIN', 'SITE', 'JOB'))`)
    this.addSql(`alter table "error_report" add constraint "error_report__state_choice" check ("state" in ('OPEN', 'RESOLVED', 'REOPENED'))`)
    this.addSql(`create index "error_report__state_last_at_index" on "error_report" ("state", "last_at", "id")`)
    this.addSql(`create index "error_report__last_at_index" on "error_report" ("last_at", "id")`)
    this.addSql(`create index "error_report__message_folded_index" on "error_report" (fold("message"), "id")`)
    this.addSql(`create index "error_report__created_at_index" on "error_report" ("created_at", "id")`)
    this.addSql(`create index "error_report__created_by_index" on "error_report" ("created_by_id")`)
    this.addSql(`create index "error_report__user_index" on "error_report" ("user_id")`)
    this.addSql(`create index "error_report__message_trigram" on "error_report" using gin (fold("message") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "error_report" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "touch" on "error_report"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "error_report__message_trigram"`)
    this.addSql(`drop index if exists "error_report__user_index"`)
    this.addSql(`drop index if exists "error_report__created_by_index"`)
    this.addSql(`drop index if exists "error_report__created_at_index"`)
    this.addSql(`drop index if exists "error_report__message_folded_index"`)
    this.addSql(`drop index if exists "error_report__last_at_index"`)
    this.addSql(`drop index if exists "error_report__state_last_at_index"`)
    this.addSql(`alter table if exists "error_report" drop constraint if exists "error_report__state_choice"`)
    this.addSql(`alter table if exists "error_report" drop constraint if exists "error_report__source_choice"`)
    this.addSql(`drop index if exists "error_report__fingerprint_release_unique"`)
    this.addSql(`drop index if exists "error_report__search_index"`)
    this.addSql(`alter table if exists "error_report" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "encryption_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "encryption_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "encryption_key"; exception when undefined_table then null; end $$;
drop function if exists "history_of_encryption_key"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "encryption_key"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "encryption_key__number_index"`)
    this.addSql(`alter table if exists "encryption_key" drop constraint if exists "encryption_key__state_choice"`)
    this.addSql(`drop index if exists "encryption_key__public_key_unique"`)
    this.addSql(`drop index if exists "encryption_key__name_number_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "append_only" on "audit_seal"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "refuse_truncate" on "audit_seal"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "audit_seal__sealed_at_index"`)
    this.addSql(`drop index if exists "audit_seal__day_number_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "audit_entry"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "append_only" on "audit_entry"; exception when undefined_table then null; end $$;
drop function if exists keep_audit_entry()`)
    this.addSql(`do $$ begin drop trigger if exists "note" on "audit_entry"; exception when undefined_table then null; end $$`)
    this.addSql(`drop function if exists audit_redact(text, uuid, text[])`)
    this.addSql(`drop function if exists audit_salts(jsonb, uuid, jsonb, text[])`)
    this.addSql(`drop function if exists audit_hidden(jsonb, uuid, jsonb, text[])`)
    this.addSql(`drop function if exists audit_field_salt(uuid, jsonb, text)`)
    this.addSql(`drop table if exists audit_pending`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`drop table if exists "error_report" cascade;
drop table if exists "encryption_key" cascade;
drop table if exists "audit_seal" cascade;

alter table "audit_entry" drop column "salt", drop column "salts"`)
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('READ', 'CREATE', 'UPDATE', 'DELETE', 'SIGN_IN', 'REFUSED', 'EXPORT'))`)
    this.addSql(`create or replace trigger "append_only" before update or delete on "audit_entry" for each row execute function refuse_change();
create or replace trigger "refuse_truncate" before truncate on "audit_entry" for each statement execute function refuse_change()`)
  }
}
