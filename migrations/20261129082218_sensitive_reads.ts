import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129082218_sensitive_reads extends Migration {
  override readonly name = '20261129082218_sensitive_reads'

  override up(): void {
    this.addSql(`alter table "party" add "birth_date" text null`)
    this.addSql(`create or replace function "history_of_party"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."display_name" is distinct from old."display_name" then change_of('displayName', to_json(old."display_name"), to_json(new."display_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when (new."phone", new."phone_e164") is distinct from (old."phone", old."phone_e164") then change_of('phone', to_json(case when old."phone" is null then null else json_build_object('raw', old."phone", 'e164', old."phone_e164") end), to_json(case when new."phone" is null then null else json_build_object('raw', new."phone", 'e164', new."phone_e164") end)) end,
    case when new."website" is distinct from old."website" then change_of('website', to_json(old."website"), to_json(new."website")) end,
    case when new."source" is distinct from old."source" then change_of('source', to_json(old."source"), to_json(new."source")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."legal_name" is distinct from old."legal_name" then change_of('legalName', to_json(old."legal_name"), to_json(new."legal_name")) end,
    case when new."legal_status_id" is distinct from old."legal_status_id" then change_of('legalStatus', to_json(old."legal_status_id"), to_json(new."legal_status_id")) end,
    case when new."registration_no" is distinct from old."registration_no" then change_of('registrationNo', to_json(old."registration_no"), to_json(new."registration_no")) end,
    case when new."size_band" is distinct from old."size_band" then change_of('sizeBand', to_json(old."size_band"), to_json(new."size_band")) end,
    case when new."sector" is distinct from old."sector" then change_of('sector', to_json(old."sector"), to_json(new."sector")) end,
    case when new."logo_id" is distinct from old."logo_id" then change_of('logo', to_json(old."logo_id"), to_json(new."logo_id")) end,
    case when new."first_name" is distinct from old."first_name" then change_of('firstName', to_json(old."first_name"), to_json(new."first_name")) end,
    case when new."last_name" is distinct from old."last_name" then change_of('lastName', to_json(old."last_name"), to_json(new."last_name")) end,
    case when new."job_title" is distinct from old."job_title" then change_of('jobTitle', to_json(old."job_title"), to_json(new."job_title")) end,
    case when new."birth_date" is distinct from old."birth_date" then change_of('birthDate', to_json(case when old."birth_date" is not null then '•' end), to_json(case when new."birth_date" is not null then '•' end)) end,
    case when new."picture_id" is distinct from old."picture_id" then change_of('picture', to_json(old."picture_id"), to_json(new."picture_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    case coalesce(new.kind, old.kind) when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "party" for each row execute function "history_of_party"()`)
  }

  override down(): void {
    this.addSql(`alter table "party" drop column "birth_date"`)
    this.addSql(`create or replace function "history_of_party"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."display_name" is distinct from old."display_name" then change_of('displayName', to_json(old."display_name"), to_json(new."display_name")) end,
    case when new."email" is distinct from old."email" then change_of('email', to_json(old."email"), to_json(new."email")) end,
    case when (new."phone", new."phone_e164") is distinct from (old."phone", old."phone_e164") then change_of('phone', to_json(case when old."phone" is null then null else json_build_object('raw', old."phone", 'e164', old."phone_e164") end), to_json(case when new."phone" is null then null else json_build_object('raw', new."phone", 'e164', new."phone_e164") end)) end,
    case when new."website" is distinct from old."website" then change_of('website', to_json(old."website"), to_json(new."website")) end,
    case when new."source" is distinct from old."source" then change_of('source', to_json(old."source"), to_json(new."source")) end,
    case when new."notes" is distinct from old."notes" then change_of('notes', to_json(old."notes"), to_json(new."notes")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."legal_name" is distinct from old."legal_name" then change_of('legalName', to_json(old."legal_name"), to_json(new."legal_name")) end,
    case when new."legal_status_id" is distinct from old."legal_status_id" then change_of('legalStatus', to_json(old."legal_status_id"), to_json(new."legal_status_id")) end,
    case when new."registration_no" is distinct from old."registration_no" then change_of('registrationNo', to_json(old."registration_no"), to_json(new."registration_no")) end,
    case when new."size_band" is distinct from old."size_band" then change_of('sizeBand', to_json(old."size_band"), to_json(new."size_band")) end,
    case when new."sector" is distinct from old."sector" then change_of('sector', to_json(old."sector"), to_json(new."sector")) end,
    case when new."logo_id" is distinct from old."logo_id" then change_of('logo', to_json(old."logo_id"), to_json(new."logo_id")) end,
    case when new."first_name" is distinct from old."first_name" then change_of('firstName', to_json(old."first_name"), to_json(new."first_name")) end,
    case when new."last_name" is distinct from old."last_name" then change_of('lastName', to_json(old."last_name"), to_json(new."last_name")) end,
    case when new."job_title" is distinct from old."job_title" then change_of('jobTitle', to_json(old."job_title"), to_json(new."job_title")) end,
    case when new."picture_id" is distinct from old."picture_id" then change_of('picture', to_json(old."picture_id"), to_json(new."picture_id")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    case coalesce(new.kind, old.kind) when 'ORGANISATION' then 'Organisation' when 'PERSON' then 'Person' else 'Party' end, coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "party" for each row execute function "history_of_party"()`)
  }
}
