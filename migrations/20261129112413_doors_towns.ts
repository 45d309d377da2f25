import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129112413_doors_towns extends Migration {
  override readonly name = '20261129112413_doors_towns'

  override up(): void {
    this.addSql(`drop index if exists "town__search_index"`)
    this.addSql(`alter table if exists "town" drop column if exists "search"`)
    this.addSql(`alter table "town" add "other_postcodes" varchar(200) null, add "insee_code" varchar(5) null, add "position_estimated" boolean null`)
    this.addSql(`-- of name varchar(120), postcode varchar(16), other_postcodes varchar(200)
alter table "town" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("postcode", '')) || to_tsvector('coulisses_plain', coalesce("postcode", '')), 'B') || setweight(to_tsvector('coulisses', coalesce("other_postcodes", '')) || to_tsvector('coulisses_plain', coalesce("other_postcodes", '')), 'C')) stored`)
    this.addSql(`create index "town__search_index" on "town" using gin ("search")`)
    this.addSql(`create unique index "town__insee_code_unique" on "town" ("insee_code")`)
    this.addSql(`create index "town__other_postcodes_trigram" on "town" using gin (fold("other_postcodes") gin_trgm_ops)`)
    this.addSql(`create or replace function "history_of_town"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."postcode" is distinct from old."postcode" then change_of('postcode', to_json(old."postcode"), to_json(new."postcode")) end,
    case when new."other_postcodes" is distinct from old."other_postcodes" then change_of('otherPostcodes', to_json(old."other_postcodes"), to_json(new."other_postcodes")) end,
    case when new."insee_code" is distinct from old."insee_code" then change_of('inseeCode', to_json(old."insee_code"), to_json(new."insee_code")) end,
    case when new."region_id" is distinct from old."region_id" then change_of('region', to_json(old."region_id"), to_json(new."region_id")) end,
    case when new."country_code" is distinct from old."country_code" then change_of('countryCode', to_json(old."country_code"), to_json(new."country_code")) end,
    case when new."population" is distinct from old."population" then change_of('population', to_json(old."population"), to_json(new."population")) end,
    case when (new."position", new."position_longitude") is distinct from (old."position", old."position_longitude") then change_of('position', to_json(case when old."position" is null then null else json_build_object('latitude', old."position", 'longitude', old."position_longitude") end), to_json(case when new."position" is null then null else json_build_object('latitude', new."position", 'longitude', new."position_longitude") end)) end,
    case when new."position_estimated" is distinct from old."position_estimated" then change_of('positionEstimated', to_json(old."position_estimated"), to_json(new."position_estimated")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Town', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "town" for each row execute function "history_of_town"()`)
    this.addSql(`create function town_name(given text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(regexp_replace(regexp_replace(' ' || fold(given) || ' ', '[^[:alnum:]]+', ' ', 'g'), ' ste ', ' sainte ', 'g'), ' st ', ' saint ', 'g'))`)
    this.addSql(`create function town_keys(name text, postcode text, others text) returns text[] language sql immutable parallel safe
  return array[town_name(name), regexp_replace(town_name(name), '^(l|la|le|les) ', ''), postcode] || coalesce(string_to_array(others, ' '), '{}')`)
    this.addSql(`create index town__keys_index on town using gin (town_keys(name, postcode, other_postcodes)) with (fastupdate = off)`)
  }

  override down(): void {
    this.addSql(`drop index if exists town__keys_index`)
    this.addSql(`drop function if exists town_keys(text, text, text)`)
    this.addSql(`drop function if exists town_name(text)`)
    this.addSql(`drop index if exists "town__other_postcodes_trigram"`)
    this.addSql(`drop index if exists "town__insee_code_unique"`)
    this.addSql(`drop index if exists "town__search_index"`)
    this.addSql(`alter table if exists "town" drop column if exists "search"`)
    this.addSql(`alter table "town" drop column "other_postcodes", drop column "insee_code", drop column "position_estimated"`)
    this.addSql(`-- of name varchar(120), postcode varchar(16)
alter table "town" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("postcode", '')) || to_tsvector('coulisses_plain', coalesce("postcode", '')), 'B')) stored`)
    this.addSql(`create index "town__search_index" on "town" using gin ("search")`)
    this.addSql(`create or replace function "history_of_town"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."name" is distinct from old."name" then change_of('name', to_json(old."name"), to_json(new."name")) end,
    case when new."postcode" is distinct from old."postcode" then change_of('postcode', to_json(old."postcode"), to_json(new."postcode")) end,
    case when new."region_id" is distinct from old."region_id" then change_of('region', to_json(old."region_id"), to_json(new."region_id")) end,
    case when new."country_code" is distinct from old."country_code" then change_of('countryCode', to_json(old."country_code"), to_json(new."country_code")) end,
    case when new."population" is distinct from old."population" then change_of('population', to_json(old."population"), to_json(new."population")) end,
    case when (new."position", new."position_longitude") is distinct from (old."position", old."position_longitude") then change_of('position', to_json(case when old."position" is null then null else json_build_object('latitude', old."position", 'longitude', old."position_longitude") end), to_json(case when new."position" is null then null else json_build_object('latitude', new."position", 'longitude', new."position_longitude") end)) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'Town', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "town" for each row execute function "history_of_town"()`)
  }
}
