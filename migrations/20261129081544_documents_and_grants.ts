import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129081544_documents_and_grants extends Migration {
  override readonly name = '20261129081544_documents_and_grants'

  override up(): void {
    this.addSql(`drop index if exists "persisted_query__name_folded_index"`)
    this.addSql(`alter table if exists "persisted_query" drop constraint if exists "persisted_query__state_choice"`)
    this.addSql(`drop index if exists "persisted_query__name_unique"`)
    this.addSql(`drop index if exists "persisted_query__search_index"`)
    this.addSql(`alter table if exists "persisted_query" drop column if exists "search"`)
    this.addSql(`create table "document_grant" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "partner_id" uuid not null, "document_id" uuid not null, "variables" jsonb null, "rate_per_minute" integer not null default 60, "rows_per_day" integer null, "page_limit" integer null, "cache_seconds" integer null, "valid_from" timestamptz(3) null, "valid_until" timestamptz(3) null, "proposed_by_id" uuid null, "approved_by_id" uuid null, "reason" text null, "state" varchar(40) not null default 'PROPOSED', primary key ("id"));

alter table "persisted_query" add "revision" integer not null default 1, add "alias" varchar(90) null, add "operation_name" varchar(100) null, add "variables" jsonb null, add "cache_seconds" integer not null default 30, add "submitted_by_id" uuid null, add "approved_by_id" uuid null, add "reason" text null, add "disclosed" jsonb null, add "deprecated_at" timestamptz(3) null, add "sunset_at" timestamptz(3) null, add "successor_id" uuid null;
alter table "persisted_query" add constraint "persisted_query__submitted_by_id_fkey" foreign key ("submitted_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "persisted_query" add constraint "persisted_query__approved_by_id_fkey" foreign key ("approved_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "persisted_query" add constraint "persisted_query__successor_id_fkey" foreign key ("successor_id") references "persisted_query" ("id") on update no action on delete no action deferrable initially immediate;
alter table "persisted_query" alter column "name" type varchar(80) using ("name"::varchar(80));
alter table "persisted_query" alter column "state" set default 'DRAFT';

alter table "document_grant" add constraint "document_grant__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__partner_id_fkey" foreign key ("partner_id") references "diffusion_partner" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__document_id_fkey" foreign key ("document_id") references "persisted_query" ("id") on update no action on delete no action deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__proposed_by_id_fkey" foreign key ("proposed_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;
alter table "document_grant" add constraint "document_grant__approved_by_id_fkey" foreign key ("approved_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate`)
    this.addSql(`create unique index "document_grant__partner_document_unique" on "document_grant" ("partner_id", "document_id") where "state" is distinct from 'ENDED'`)
    this.addSql(`alter table "document_grant" add constraint "document_grant__state_choice" check ("state" in ('PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED'))`)
    this.addSql(`alter table "document_grant" add constraint "document_grant__grant_ends_after_it_starts_check" check (valid_until > valid_from)`)
    this.addSql(`create index "document_grant__created_at_index" on "document_grant" ("created_at", "id")`)
    this.addSql(`create index "document_grant__created_by_index" on "document_grant" ("created_by_id")`)
    this.addSql(`create index "document_grant__partner_index" on "document_grant" ("partner_id")`)
    this.addSql(`create index "document_grant__document_index" on "document_grant" ("document_id")`)
    this.addSql(`create index "document_grant__proposed_by_index" on "document_grant" ("proposed_by_id")`)
    this.addSql(`create index "document_grant__approved_by_index" on "document_grant" ("approved_by_id")`)
    this.addSql(`create or replace trigger "touch" before update on "document_grant" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_document_grant"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."partner_id" is distinct from old."partner_id" then change_of('partner', to_json(old."partner_id"), to_json(new."partner_id")) end,
    case when new."document_id" is distinct from old."document_id" then change_of('document', to_json(old."document_id"), to_json(new."document_id")) end,
    case when new."variables" is distinct from old."variables" then change_of('variables', to_json(old."variables"), to_json(new."variables")) end,
    case when new."rate_per_minute" is distinct from old."rate_per_minute" then change_of('ratePerMinute', to_json(old."rate_per_minute"), to_json(new."rate_per_minute")) end,
    case when new."rows_per_day" is distinct from old."rows_per_day" then change_of('rowsPerDay', to_json(old."rows_per_day"), to_json(new."rows_per_day")) end,
    case when new."page_limit" is distinct from old."page_limit" then change_of('pageLimit', to_json(old."page_limit"), to_json(new."page_limit")) end,
    case when new."cache_seconds" is distinct from old."cache_seconds" then change_of('cacheSeconds', to_json(old."cache_seconds"), to_json(new."cache_seconds")) end,
    case when new."valid_from" is distinct from old."valid_from" then change_of('validFrom', to_json(to_char(old."valid_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."valid_from" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."valid_until" is distinct from old."valid_until" then change_of('validUntil', to_json(to_char(old."valid_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."valid_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."proposed_by_id" is distinct from old."proposed_by_id" then change_of('proposedBy', to_json(old."proposed_by_id"), to_json(new."proposed_by_id")) end,
    case when new."approved_by_id" is distinct from old."approved_by_id" then change_of('approvedBy', to_json(old."approved_by_id"), to_json(new."approved_by_id")) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'DocumentGrant', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "document_grant" for each row execute function "history_of_document_grant"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "document_grant" for each statement execute function refuse_change()`)
    this.addSql(`-- of name varchar(80), alias varchar(90)
alter table "persisted_query" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("alias", '')) || to_tsvector('coulisses_plain', coalesce("alias", '')), 'A')) stored`)
    this.addSql(`create index "persisted_query__search_index" on "persisted_query" using gin ("search")`)
    this.addSql(`create unique index "persisted_query__alias_unique" on "persisted_query" ("alias")`)
    this.addSql(`create unique index "persisted_query__name_revision_unique" on "persisted_query" ("name", "revision")`)
    this.addSql(`alter table "persisted_query" add constraint "persisted_query__state_choice" check ("state" in ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'ACTIVE', 'DEPRECATED', 'SUSPENDED', 'RETIRED'))`)
    this.addSql(`create index "persisted_query__alias_folded_index" on "persisted_query" (fold("alias"), "id")`)
    this.addSql(`create index "persisted_query__submitted_by_index" on "persisted_query" ("submitted_by_id")`)
    this.addSql(`create index "persisted_query__approved_by_index" on "persisted_query" ("approved_by_id")`)
    this.addSql(`create index "persisted_query__successor_index" on "persisted_query" ("successor_id")`)
    this.addSql(`create index "persisted_query__alias_trigram" on "persisted_query" using gin (fold("alias") gin_trgm_ops)`)
    this.addSql(`create or replace function "history_of_persisted_query"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."revision" is distinct from old."revision" then change_of('revision', to_json(old."revision"), to_json(new."revision")) end,
    case when new."alias" is distinct from old."alias" then change_of('alias', to_json(old."alias"), to_json(new."alias")) end,
    case when new."hash" is distinct from old."hash" then change_of('hash', to_json(old."hash"), to_json(new."hash")) end,
    case when new."document" is distinct from old."document" then change_of('document', to_json(old."document"), to_json(new."document")) end,
    case when new."operation_name" is distinct from old."operation_name" then change_of('operationName', to_json(old."operation_name"), to_json(new."operation_name")) end,
    case when new."client" is distinct from old."client" then change_of('client', to_json(old."client"), to_json(new."client")) end,
    case when new."variables" is distinct from old."variables" then change_of('variables', to_json(old."variables"), to_json(new."variables")) end,
    case when new."cache_seconds" is distinct from old."cache_seconds" then change_of('cacheSeconds', to_json(old."cache_seconds"), to_json(new."cache_seconds")) end,
    case when new."submitted_by_id" is distinct from old."submitted_by_id" then change_of('submittedBy', to_json(old."submitted_by_id"), to_json(new."submitted_by_id")) end,
    case when new."approved_by_id" is distinct from old."approved_by_id" then change_of('approvedBy', to_json(old."approved_by_id"), to_json(new."approved_by_id")) end,
    case when new."reason" is distinct from old."reason" then change_of('reason', to_json(old."reason"), to_json(new."reason")) end,
    case when new."disclosed" is distinct from old."disclosed" then change_of('disclosed', to_json(old."disclosed"), to_json(new."disclosed")) end,
    case when new."deprecated_at" is distinct from old."deprecated_at" then change_of('deprecatedAt', to_json(to_char(old."deprecated_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."deprecated_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."sunset_at" is distinct from old."sunset_at" then change_of('sunsetAt', to_json(to_char(old."sunset_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."sunset_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."successor_id" is distinct from old."successor_id" then change_of('successor', to_json(old."successor_id"), to_json(new."successor_id")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PersistedQuery', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "persisted_query" for each row execute function "history_of_persisted_query"()`)
  }

  override down(): void {
    this.addSql(`drop index if exists "persisted_query__alias_trigram"`)
    this.addSql(`drop index if exists "persisted_query__successor_index"`)
    this.addSql(`drop index if exists "persisted_query__approved_by_index"`)
    this.addSql(`drop index if exists "persisted_query__submitted_by_index"`)
    this.addSql(`drop index if exists "persisted_query__alias_folded_index"`)
    this.addSql(`alter table if exists "persisted_query" drop constraint if exists "persisted_query__state_choice"`)
    this.addSql(`drop index if exists "persisted_query__name_revision_unique"`)
    this.addSql(`drop index if exists "persisted_query__alias_unique"`)
    this.addSql(`drop index if exists "persisted_query__search_index"`)
    this.addSql(`alter table if exists "persisted_query" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "document_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "document_grant"; exception when undefined_table then null; end $$;
drop function if exists "history_of_document_grant"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "document_grant"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "document_grant__approved_by_index"`)
    this.addSql(`drop index if exists "document_grant__proposed_by_index"`)
    this.addSql(`drop index if exists "document_grant__document_index"`)
    this.addSql(`drop index if exists "document_grant__partner_index"`)
    this.addSql(`drop index if exists "document_grant__created_by_index"`)
    this.addSql(`drop index if exists "document_grant__created_at_index"`)
    this.addSql(`alter table if exists "document_grant" drop constraint if exists "document_grant__grant_ends_after_it_starts_check"`)
    this.addSql(`alter table if exists "document_grant" drop constraint if exists "document_grant__state_choice"`)
    this.addSql(`drop index if exists "document_grant__partner_document_unique"`)
    this.addSql(`drop table if exists "document_grant" cascade;

alter table "persisted_query" drop constraint "persisted_query__submitted_by_id_fkey";
alter table "persisted_query" drop constraint "persisted_query__approved_by_id_fkey";
alter table "persisted_query" drop constraint "persisted_query__successor_id_fkey";

alter table "persisted_query" drop column "revision", drop column "alias", drop column "operation_name", drop column "variables", drop column "cache_seconds", drop column "submitted_by_id", drop column "approved_by_id", drop column "reason", drop column "disclosed", drop column "deprecated_at", drop column "sunset_at", drop column "successor_id";
alter table "persisted_query" alter column "name" type varchar(120) using ("name"::varchar(120));
alter table "persisted_query" alter column "state" set default 'ACTIVE'`)
    this.addSql(`-- of name varchar(120)
alter table "persisted_query" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "persisted_query__search_index" on "persisted_query" using gin ("search")`)
    this.addSql(`create unique index "persisted_query__name_unique" on "persisted_query" ("name")`)
    this.addSql(`alter table "persisted_query" add constraint "persisted_query__state_choice" check ("state" in ('ACTIVE', 'RETIRED'))`)
    this.addSql(`create index "persisted_query__name_folded_index" on "persisted_query" (fold("name"), "id")`)
    this.addSql(`create or replace function "history_of_persisted_query"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."hash" is distinct from old."hash" then change_of('hash', to_json(old."hash"), to_json(new."hash")) end,
    case when new."document" is distinct from old."document" then change_of('document', to_json(old."document"), to_json(new."document")) end,
    case when new."client" is distinct from old."client" then change_of('client', to_json(old."client"), to_json(new."client")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PersistedQuery', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "persisted_query" for each row execute function "history_of_persisted_query"()`)
  }
}
