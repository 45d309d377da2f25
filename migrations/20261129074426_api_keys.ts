import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129074426_api_keys extends Migration {
  override readonly name = '20261129074426_api_keys'

  override up(): void {
    this.addSql(`create table "api_key" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(80) not null, "prefix" varchar(12) not null, "token_hash" varchar(64) not null, "scopes" text[] not null, "user_id" uuid not null, "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "state" varchar(40) not null default 'ACTIVE', primary key ("id"));

alter table "api_key" add constraint "api_key__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "api_key" add constraint "api_key__user_id_fkey" foreign key ("user_id") references "user" ("id") on update no action on delete no action deferrable initially immediate`)
    this.addSql(`-- of name varchar(80)
alter table "api_key" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A')) stored`)
    this.addSql(`create index "api_key__search_index" on "api_key" using gin ("search")`)
    this.addSql(`create unique index "api_key__token_hash_unique" on "api_key" ("token_hash")`)
    this.addSql(`alter table "api_key" add constraint "api_key__scopes_choice" check ("scopes" <@ array['GRAPHQL_READ', 'GRAPHQL_WRITE', 'DOCUMENTS_RUN']::text[])`)
    this.addSql(`alter table "api_key" add constraint "api_key__state_choice" check ("state" in ('ACTIVE', 'REVOKED'))`)
    this.addSql(`create index "api_key__created_at_index" on "api_key" ("created_at", "id")`)
    this.addSql(`create index "api_key__name_folded_index" on "api_key" (fold("name"), "id")`)
    this.addSql(`create index "api_key__created_by_index" on "api_key" ("created_by_id")`)
    this.addSql(`create index "api_key__user_index" on "api_key" ("user_id")`)
    this.addSql(`create index "api_key__name_trigram" on "api_key" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "api_key" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_api_key"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."prefix" is distinct from old."prefix" then change_of('prefix', to_json(old."prefix"), to_json(new."prefix")) end,
    case when new."token_hash" is distinct from old."token_hash" then change_of('tokenHash', to_json(case when old."token_hash" is not null then '•' end), to_json(case when new."token_hash" is not null then '•' end)) end,
    case when new."scopes" is distinct from old."scopes" then change_of('scopes', to_json(old."scopes"), to_json(new."scopes")) end,
    case when new."user_id" is distinct from old."user_id" then change_of('user', to_json(old."user_id"), to_json(new."user_id")) end,
    case when new."expires_at" is distinct from old."expires_at" then change_of('expiresAt', to_json(to_char(old."expires_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."expires_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."last_used_at" is distinct from old."last_used_at" then change_of('lastUsedAt', to_json(to_char(old."last_used_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."last_used_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ApiKey', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "api_key" for each row execute function "history_of_api_key"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "api_key" for each statement execute function refuse_change()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "api_key"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "api_key"; exception when undefined_table then null; end $$;
drop function if exists "history_of_api_key"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "api_key"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "api_key__name_trigram"`)
    this.addSql(`drop index if exists "api_key__user_index"`)
    this.addSql(`drop index if exists "api_key__created_by_index"`)
    this.addSql(`drop index if exists "api_key__name_folded_index"`)
    this.addSql(`drop index if exists "api_key__created_at_index"`)
    this.addSql(`alter table if exists "api_key" drop constraint if exists "api_key__state_choice"`)
    this.addSql(`alter table if exists "api_key" drop constraint if exists "api_key__scopes_choice"`)
    this.addSql(`drop index if exists "api_key__token_hash_unique"`)
    this.addSql(`drop index if exists "api_key__search_index"`)
    this.addSql(`alter table if exists "api_key" drop column if exists "search"`)
    this.addSql(`drop table if exists "api_key" cascade`)
  }
}
