import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129080655_modules extends Migration {
  override readonly name = '20261129080655_modules'

  override up(): void {
    this.addSql(`create table "module" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "key" varchar(40) not null, "name" varchar(80) not null, "enabled" boolean not null default true, primary key ("id"));

create table "module_setting" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "module_id" uuid not null, "key" varchar(60) not null, "value" jsonb not null, primary key ("id"));

alter table "module" add constraint "module__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;

alter table "module_setting" add constraint "module_setting__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "module_setting" add constraint "module_setting__module_id_fkey" foreign key ("module_id") references "module" ("id") on update no action on delete cascade deferrable initially immediate`)
    this.addSql(`-- of name varchar(80)
alter table "module" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "module__search_index" on "module" using gin ("search")`)
    this.addSql(`create unique index "module__key_unique" on "module" ("key")`)
    this.addSql(`create index "module__name_folded_index" on "module" (fold("name"), "id")`)
    this.addSql(`create index "module__name_trigram" on "module" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "module" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_module"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."key" is distinct from old."key" then change_of('key', to_json(old."key"), to_json(new."key")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."enabled" is distinct from old."enabled" then change_of('enabled', to_json(old."enabled"), to_json(new."enabled")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Module', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "module" for each row execute function "history_of_module"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "module" for each statement execute function refuse_change()`)
    this.addSql(`create unique index "module_setting__module_key_unique" on "module_setting" ("module_id", "key")`)
    this.addSql(`create index "module_setting__key_folded_index" on "module_setting" (fold("key"), "id")`)
    this.addSql(`create or replace trigger "touch" before update on "module_setting" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_module_setting"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."module_id" is distinct from old."module_id" then change_of('module', to_json(old."module_id"), to_json(new."module_id")) end,
    case when new."key" is distinct from old."key" then change_of('key', to_json(old."key"), to_json(new."key")) end,
    case when new."value" is distinct from old."value" then change_of('value', to_json(old."value"), to_json(new."value")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ModuleSetting', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "module_setting" for each row execute function "history_of_module_setting"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "module_setting" for each statement execute function refuse_change()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "module_setting"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "module_setting"; exception when undefined_table then null; end $$;
drop function if exists "history_of_module_setting"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "module_setting"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "module_setting__key_folded_index"`)
    this.addSql(`drop index if exists "module_setting__module_key_unique"`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "module"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "module"; exception when undefined_table then null; end $$;
drop function if exists "history_of_module"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "module"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "module__name_trigram"`)
    this.addSql(`drop index if exists "module__name_folded_index"`)
    this.addSql(`drop index if exists "module__key_unique"`)
    this.addSql(`drop index if exists "module__search_index"`)
    this.addSql(`alter table if exists "module" drop column if exists "search"`)
    this.addSql(`alter table "module_setting" drop constraint "module_setting__module_id_fkey";

drop table if exists "module" cascade;
drop table if exists "module_setting" cascade`)
  }
}
