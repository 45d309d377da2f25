import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129143110_partner_terms extends Migration {
  override readonly name = '20261129143110_partner_terms'

  override up(): void {
    this.addSql(`create unlogged table if not exists guard.document_faults (grant_id uuid, minute integer, calls bigint not null, faults bigint not null, primary key (grant_id, minute));
comment on table guard.document_faults is $$Faulty calls of approved documents by grant and minute.$$`)
    this.addSql(`alter table "api_key" add "addresses" jsonb null`)
    this.addSql(`create or replace function "history_of_api_key"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."prefix" is distinct from old."prefix" then change_of('prefix', to_json(old."prefix"), to_json(new."prefix")) end,
    case when new."token_hash" is distinct from old."token_hash" then change_of('tokenHash', to_json(case when old."token_hash" is not null then '•' end), to_json(case when new."token_hash" is not null then '•' end)) end,
    case when new."scopes" is distinct from old."scopes" then change_of('scopes', to_json(old."scopes"), to_json(new."scopes")) end,
    case when new."only" is distinct from old."only" then change_of('only', to_json(old."only"), to_json(new."only")) end,
    case when new."addresses" is distinct from old."addresses" then change_of('addresses', to_json(old."addresses"), to_json(new."addresses")) end,
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
  }

  override down(): void {
    this.addSql(`alter table "api_key" drop column "addresses"`)
    this.addSql(`drop table if exists guard.document_faults`)
    this.addSql(`create or replace function "history_of_api_key"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."prefix" is distinct from old."prefix" then change_of('prefix', to_json(old."prefix"), to_json(new."prefix")) end,
    case when new."token_hash" is distinct from old."token_hash" then change_of('tokenHash', to_json(case when old."token_hash" is not null then '•' end), to_json(case when new."token_hash" is not null then '•' end)) end,
    case when new."scopes" is distinct from old."scopes" then change_of('scopes', to_json(old."scopes"), to_json(new."scopes")) end,
    case when new."only" is distinct from old."only" then change_of('only', to_json(old."only"), to_json(new."only")) end,
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
  }
}
