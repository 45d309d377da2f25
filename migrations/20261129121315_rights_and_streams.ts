import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129121315_rights_and_streams extends Migration {
  override readonly name = '20261129121315_rights_and_streams'

  override up(): void {
    this.addSql(`do $$ begin drop trigger if exists publish on address; exception when undefined_table then null; end $$;
drop function if exists publish_address()`)
    this.addSql(`do $$ begin drop trigger if exists publish on client; exception when undefined_table then null; end $$;
drop function if exists publish_client()`)
    this.addSql(`do $$ begin drop trigger if exists publish on profession; exception when undefined_table then null; end $$;
drop function if exists publish_profession()`)
    this.addSql(`do $$ begin drop trigger if exists publish on casting_offer_categories; exception when undefined_table then null; end $$;
drop function if exists publish_casting_offer_categories()`)
    this.addSql(`do $$ begin drop trigger if exists publish on casting_offer; exception when undefined_table then null; end $$;
drop function if exists publish_casting_offer()`)
    this.addSql(`drop function if exists refresh_published_offers(uuid[])`)
    this.addSql(`drop table if exists published_offer`)
    this.addSql(`drop index if exists "town__search_index"`)
    this.addSql(`alter table if exists "town" drop column if exists "search"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__method_choice"`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`create function csv_quoted(value text) returns text language sql immutable parallel safe
  return case when value ~ '[",\\r\\n]' then '"' || replace(value, '"', '""') || '"' else value end;
create function csv_shown(value text) returns text language sql immutable parallel safe
  return (select string_agg(case when code < 32 and code not in (9, 10, 13) then chr(9216 + code) when code = 127 then chr(9249) when code between 128 and 159 then '⟨' || lpad(upper(to_hex(code)), 4, '0') || '⟩' else letter end, '' order by place)
    from (select letter, place, ascii(letter) as code from regexp_split_to_table(value, '') with ordinality as l(letter, place)) letters);
create function csv_guarded(value text) returns text language sql immutable parallel safe
  return case when value ~ '^[=+@\\t\\r-]' and value !~ '^-?[0-9]+([.][0-9]+)?$' then '''' || value else value end;
create function csv_cell(value text) returns text language sql immutable parallel safe
  return case
    when value ~ '[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]' then csv_quoted(csv_shown(csv_guarded(value)))
    when value ~ '^[=+@\\t\\r-]|[",\\r\\n]' then csv_quoted(csv_guarded(value))
    else coalesce(value, '') end`)
    this.addSql(`create unlogged table if not exists guard.document_calls (grant_id uuid, minute integer, calls integer not null, primary key (grant_id, minute));
comment on table guard.document_calls is $$Calls of approved documents by grant and minute.$$`)
    this.addSql(`create table "planned_switch" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "at" timestamptz(3) not null, "enabled" boolean not null default false, "planned_by_id" uuid not null, "note" text null, "state" varchar(40) not null default 'PLANNED', primary key ("id"));

create table "planned_switch_modules" ("planned_switch_id" uuid not null, "module_id" uuid not null, primary key ("planned_switch_id", "module_id"));

create table "export_permit" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "requested_by_id" uuid not null, "list" varchar(60) not null, "fields" text not null, "filter" text null, "digest" varchar(64) not null, primary key ("id"));

alter table "town" add "other_postcodes" varchar(200) null, add "insee_code" varchar(5) null, add "position_estimated" boolean null;

alter table "api_key" add "only" jsonb null;

alter table "planned_switch" add constraint "planned_switch__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "planned_switch" add constraint "planned_switch__planned_by_id_fkey" foreign key ("planned_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate;

alter table "planned_switch_modules" add constraint "planned_switch_modules__planned_switch_id_fkey" foreign key ("planned_switch_id") references "planned_switch" ("id") on update no action on delete cascade deferrable initially immediate;
alter table "planned_switch_modules" add constraint "planned_switch_modules__module_id_fkey" foreign key ("module_id") references "module" ("id") on update no action on delete cascade deferrable initially immediate;

alter table "export_permit" add constraint "export_permit__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "export_permit" add constraint "export_permit__requested_by_id_fkey" foreign key ("requested_by_id") references "user" ("id") on update no action on delete no action deferrable initially immediate`)
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
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('READ', 'CREATE', 'UPDATE', 'DELETE', 'SIGN_IN', 'SIGN_OUT', 'CREDENTIALS', 'REFUSED', 'EXPORT', 'REDACTED'))`)
    this.addSql(`create index "client__updated_at_index" on "client" ("updated_at", "id")`)
    this.addSql(`create index "client__first_contact_on_index" on "client" ("first_contact_on", "id")`)
    this.addSql(`create index "client__last_contact_at_index" on "client" ("last_contact_at", "id")`)
    this.addSql(`create index "contract__state_index" on "contract" ("state", "id")`)
    this.addSql(`create index "contract__title_index" on "contract" ("title", "id")`)
    this.addSql(`create index "event__title_index" on "event" ("title", "id")`)
    this.addSql(`create index "event__expected_attendees_index" on "event" ("expected_attendees", "id")`)
    this.addSql(`create index "export_permit__requested_by_digest_index" on "export_permit" ("requested_by_id", "digest", "id")`)
    this.addSql(`create index "export_permit__created_at_index" on "export_permit" ("created_at", "id")`)
    this.addSql(`create or replace trigger "touch" before update on "export_permit" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_export_permit"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."requested_by_id" is distinct from old."requested_by_id" then change_of('requestedBy', to_json(old."requested_by_id"), to_json(new."requested_by_id")) end,
    case when new."list" is distinct from old."list" then change_of('list', to_json(old."list"), to_json(new."list")) end,
    case when new."fields" is distinct from old."fields" then change_of('fields', to_json(old."fields"), to_json(new."fields")) end,
    case when new."filter" is distinct from old."filter" then change_of('filter', to_json(old."filter"), to_json(new."filter")) end,
    case when new."digest" is distinct from old."digest" then change_of('digest', to_json(old."digest"), to_json(new."digest")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'ExportPermit', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "export_permit" for each row execute function "history_of_export_permit"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "export_permit" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "export_permit" for each statement execute function announce_change()`)
    this.addSql(`create index "party__phone_digits" on "party" using gin ((regexp_replace("phone", '\\D', '', 'g') || ' ' || coalesce(substr("phone_e164", 2), '')) gin_trgm_ops)`)
    this.addSql(`alter table "payment" add constraint "payment__method_choice" check ("method" in ('TRANSFER', 'CHEQUE', 'CARD', 'CASH', 'OTHER', 'STRIPE'))`)
    this.addSql(`alter table "planned_switch" add constraint "planned_switch__state_choice" check ("state" in ('PLANNED', 'DONE', 'FAILED', 'CANCELLED'))`)
    this.addSql(`create index "planned_switch__state_at_index" on "planned_switch" ("state", "at", "id")`)
    this.addSql(`create index "planned_switch__at_index" on "planned_switch" ("at", "id")`)
    this.addSql(`create index "planned_switch__created_at_index" on "planned_switch" ("created_at", "id")`)
    this.addSql(`create index "planned_switch__created_by_index" on "planned_switch" ("created_by_id")`)
    this.addSql(`create index "planned_switch__planned_by_index" on "planned_switch" ("planned_by_id")`)
    this.addSql(`create or replace trigger "touch" before update on "planned_switch" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
    this.addSql(`create or replace function "history_of_planned_switch"() returns trigger language plpgsql as $history$
declare
  changed text := concat_ws(',',
    case when tg_op <> 'INSERT' and new."created_at" is distinct from old."created_at" then change_of('createdAt', to_json(to_char(old."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."created_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when tg_op <> 'INSERT' and new."created_by_id" is distinct from old."created_by_id" then change_of('createdBy', to_json(old."created_by_id"), to_json(new."created_by_id")) end,
    case when new."at" is distinct from old."at" then change_of('at', to_json(to_char(old."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), to_json(to_char(new."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end,
    case when new."enabled" is distinct from old."enabled" then change_of('enabled', to_json(old."enabled"), to_json(new."enabled")) end,
    case when new."planned_by_id" is distinct from old."planned_by_id" then change_of('plannedBy', to_json(old."planned_by_id"), to_json(new."planned_by_id")) end,
    case when new."note" is distinct from old."note" then change_of('note', to_json(old."note"), to_json(new."note")) end,
    case when new."state" is distinct from old."state" then change_of('state', to_json(old."state"), to_json(new."state")) end);
  actor jsonb;
begin
  if changed = '' and tg_op = 'UPDATE' then return null; end if;
  actor := nullif(current_setting('coulisses.actor', true), '')::jsonb;
  insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id) values (clock_timestamp(), case tg_op when 'INSERT' then 'CREATE' else tg_op end,
    'PlannedSwitch', coalesce(new.id, old.id), coalesce(new.version, old.version), ('{' || changed || '}')::jsonb, coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request');
  return null;
end $history$;
create or replace trigger "history" after insert or update or delete on "planned_switch" for each row execute function "history_of_planned_switch"()`)
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "planned_switch" for each statement execute function refuse_change()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "planned_switch" for each statement execute function announce_change()`)
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
    this.addSql(`create index "planned_switch_modules__module_id_index" on "planned_switch_modules" ("module_id", "planned_switch_id")`)
    this.addSql(`create or replace function "history_of_planned_switch_modules"() returns trigger language plpgsql as $history$
declare
  actor jsonb := nullif(current_setting('coulisses.actor', true), '')::jsonb;
begin
  if tg_op = 'INSERT' then
    if actor is null then
      update "planned_switch" set version = version + 1 where id in (select "planned_switch_id" from pairs_now);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PlannedSwitch', pairs.id, coalesce(owner.version, 0), jsonb_build_object('modules', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "planned_switch_id" as id, jsonb_agg("module_id") as added, '[]'::jsonb as removed, null::jsonb as reordered from pairs_now group by 1) pairs left join "planned_switch" owner on owner.id = pairs.id;
  elsif tg_op = 'DELETE' then
    if actor is null then
      update "planned_switch" set version = version + 1 where id in (select "planned_switch_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PlannedSwitch', pairs.id, coalesce(owner.version, 0), jsonb_build_object('modules', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select "planned_switch_id" as id, jsonb_agg("module_id") as removed, '[]'::jsonb as added, null::jsonb as reordered from pairs_before group by 1) pairs left join "planned_switch" owner on owner.id = pairs.id;
  else
    if actor is null then
      update "planned_switch" set version = version + 1 where id in (select "planned_switch_id" from pairs_now union select "planned_switch_id" from pairs_before);
    end if;
    insert into "audit_entry" (at, action, entity_type, entity_id, version, changes, origin, user_id, request_id)
      select clock_timestamp(), 'UPDATE', 'PlannedSwitch', pairs.id, coalesce(owner.version, 0), jsonb_build_object('modules', jsonb_build_object('added', pairs.added, 'removed', pairs.removed) || case when pairs.reordered is null then '{}' else jsonb_build_object('reordered', pairs.reordered) end), coalesce(actor ->> 'origin', 'SQL'), (actor ->> 'user')::uuid, actor ->> 'request'
      from (select pair.id, coalesce(jsonb_agg(pair.became) filter (where pair.was is null), '[]') as added, coalesce(jsonb_agg(pair.was) filter (where pair.became is null), '[]') as removed, null::jsonb as reordered
      from (select coalesce(n."planned_switch_id", o."planned_switch_id") as id, n."module_id" as became, o."module_id" as was, false as moved
        from pairs_now n full join pairs_before o on n."planned_switch_id" = o."planned_switch_id" and n."module_id" = o."module_id") pair
      group by pair.id having bool_or(pair.became is null or pair.was is null or pair.moved)) pairs left join "planned_switch" owner on owner.id = pairs.id;
  end if;
  return null;
end $history$;
create or replace trigger "history_insert" after insert on "planned_switch_modules" referencing new table as pairs_now for each statement execute function "history_of_planned_switch_modules"();
create or replace trigger "history_delete" after delete on "planned_switch_modules" referencing old table as pairs_before for each statement execute function "history_of_planned_switch_modules"();
create or replace trigger "history_update" after update on "planned_switch_modules" referencing old table as pairs_before new table as pairs_now for each statement execute function "history_of_planned_switch_modules"()`)
    this.addSql(`create or replace trigger "announce" after insert or update or delete or truncate on "planned_switch_modules" for each statement execute function announce_change()`)
    this.addSql(`create or replace function offer_words(given text) returns tsquery language plpgsql immutable as $words$
declare
  words text[] := (words_of(given))[1:10];
  word text;
  stem text;
  forms tsquery;
  found tsquery;
begin
  foreach word in array words loop
    stem := stem_of(word);
    -- «du», «son» are in no index: at the end of others they ask for nothing, alone they may be the beginning of a word.
    continue when stem is null and (found is not null or word <> words[cardinality(words)]);
    forms := case when stem is not null then quote_literal(stem)::tsquery end;
    forms := coalesce(forms || other_forms(word, stem), forms);
    if word = words[cardinality(words)] and length(word) > 2 then
      forms := coalesce(forms || (quote_literal(word) || ':*')::tsquery, (quote_literal(word) || ':*')::tsquery);
    end if;
    found := coalesce(found && forms, forms, found);
  end loop;
  return found;
end $words$`)
    this.addSql(`create table published_offer (
  offer_id uuid primary key, published_from timestamptz not null, published_until timestamptz, starts_on date,
  profession_id uuid not null, domain_id uuid not null, contract_type_id uuid not null, region_id uuid,
  latitude double precision, longitude double precision, category_ids uuid[] not null, words tsvector not null
);
create index published_offer__published_from_index on published_offer (published_from, offer_id);
create index published_offer__newest_index on published_offer (published_from, latitude, longitude);
create index published_offer__place_index on published_offer (latitude, longitude);
create index published_offer__profession_index on published_offer (profession_id, published_from);
create index published_offer__domain_index on published_offer (domain_id, published_from);
create index published_offer__contract_type_index on published_offer (contract_type_id, published_from);
create index published_offer__region_index on published_offer (region_id, published_from);
create index published_offer__categories_index on published_offer using gin (category_ids);
create index published_offer__words_index on published_offer using gin (words)`)
    this.addSql(`create or replace function refresh_published_offers(offers uuid[]) returns void language plpgsql as $refresh$
begin
  -- In place, never taken out and put back: whoever withdraws the offer meanwhile then finds the row to take away.
  delete from published_offer p where (offers is null or offer_id = any(offers))
    and not exists (select from casting_offer o where o.id = p.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
  insert into published_offer (offer_id, published_from, published_until, starts_on, profession_id, domain_id, contract_type_id, region_id, latitude, longitude, category_ids, words) 
  select o.id, o.publish_from, o.publish_until, o.starts_on, o.profession_id, p.domain_id, o.contract_type_id, a.region_id, a.position, a.position_longitude,
    array(select c.casting_category_id from casting_offer_categories c where c.casting_offer_id = o.id),
    o.search || setweight(to_tsvector('coulisses', concat_ws(' ', p.name, p.feminine, p.masculine)) || to_tsvector('coulisses_plain', concat_ws(' ', p.name, p.feminine, p.masculine)), 'A') || setweight(to_tsvector('coulisses', concat_ws(' ', a.city, c.company_name)) || to_tsvector('coulisses_plain', concat_ws(' ', a.city, c.company_name)), 'D')
  from casting_offer o join profession p on p.id = o.profession_id join client c on c.id = o.client_id left join address a on a.id = o.address_id
  where o.state = 'PUBLISHED' and o.publish_from is not null and (offers is null or o.id = any(offers))
  on conflict (offer_id) do update set published_from = excluded.published_from, published_until = excluded.published_until, starts_on = excluded.starts_on, profession_id = excluded.profession_id, domain_id = excluded.domain_id, contract_type_id = excluded.contract_type_id, region_id = excluded.region_id, latitude = excluded.latitude, longitude = excluded.longitude, category_ids = excluded.category_ids, words = excluded.words;
end $refresh$;
select refresh_published_offers(null)`)
    this.addSql(`create or replace function publish_casting_offer() returns trigger language plpgsql as $publish$
begin
  if tg_op <> 'DELETE' and new.state = 'PUBLISHED' then
    perform from profession p join profession_domain d on d.id = p.domain_id where p.id = new.profession_id for share;
    perform from client where id = new.client_id for share;
    perform from contract_type where id = new.contract_type_id for share;
    perform from address where id = new.address_id for share;
    perform from region r join address a on a.region_id = r.id where a.id = new.address_id for share of r;
    perform from party where id = new.contact_id and new.contact_public for share;
    perform from casting_category k join casting_offer_categories c on c.casting_category_id = k.id where c.casting_offer_id = new.id for share of k;
  end if;
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or (new.state, new.publish_from, new.publish_until, new.starts_on, new.profession_id, new.contract_type_id, new.client_id, new.address_id, new.search) is distinct from (old.state, old.publish_from, old.publish_until, old.starts_on, old.profession_id, old.contract_type_id, old.client_id, old.address_id, old.search))) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after insert or update or delete on casting_offer for each row execute function publish_casting_offer()`)
    this.addSql(`create or replace function publish_casting_offer_categories() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select offer_id from published_offer where offer_id in (new.casting_offer_id, old.casting_offer_id)) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after insert or update or delete on casting_offer_categories for each row execute function publish_casting_offer_categories()`)
    this.addSql(`create or replace function publish_profession() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.profession_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of name, feminine, masculine, domain_id on profession for each row execute function publish_profession()`)
    this.addSql(`create or replace function publish_client() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.client_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of company_name on client for each row execute function publish_client()`)
    this.addSql(`create or replace function publish_address() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.address_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of city, region_id, position, position_longitude on address for each row execute function publish_address()`)
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
    this.addSql(`do $$ begin drop trigger if exists publish on address; exception when undefined_table then null; end $$;
drop function if exists publish_address()`)
    this.addSql(`do $$ begin drop trigger if exists publish on client; exception when undefined_table then null; end $$;
drop function if exists publish_client()`)
    this.addSql(`do $$ begin drop trigger if exists publish on profession; exception when undefined_table then null; end $$;
drop function if exists publish_profession()`)
    this.addSql(`do $$ begin drop trigger if exists publish on casting_offer_categories; exception when undefined_table then null; end $$;
drop function if exists publish_casting_offer_categories()`)
    this.addSql(`do $$ begin drop trigger if exists publish on casting_offer; exception when undefined_table then null; end $$;
drop function if exists publish_casting_offer()`)
    this.addSql(`drop function if exists refresh_published_offers(uuid[])`)
    this.addSql(`drop table if exists published_offer`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "planned_switch_modules"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history_insert" on "planned_switch_modules"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_delete" on "planned_switch_modules"; exception when undefined_table then null; end $$;
do $$ begin drop trigger if exists "history_update" on "planned_switch_modules"; exception when undefined_table then null; end $$;
drop function if exists "history_of_planned_switch_modules"()`)
    this.addSql(`drop index if exists "planned_switch_modules__module_id_index"`)
    this.addSql(`drop index if exists "town__other_postcodes_trigram"`)
    this.addSql(`drop index if exists "town__insee_code_unique"`)
    this.addSql(`drop index if exists "town__search_index"`)
    this.addSql(`alter table if exists "town" drop column if exists "search"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "planned_switch"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "planned_switch"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "planned_switch"; exception when undefined_table then null; end $$;
drop function if exists "history_of_planned_switch"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "planned_switch"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "planned_switch__planned_by_index"`)
    this.addSql(`drop index if exists "planned_switch__created_by_index"`)
    this.addSql(`drop index if exists "planned_switch__created_at_index"`)
    this.addSql(`drop index if exists "planned_switch__at_index"`)
    this.addSql(`drop index if exists "planned_switch__state_at_index"`)
    this.addSql(`alter table if exists "planned_switch" drop constraint if exists "planned_switch__state_choice"`)
    this.addSql(`alter table if exists "payment" drop constraint if exists "payment__method_choice"`)
    this.addSql(`drop index if exists "party__phone_digits"`)
    this.addSql(`do $$ begin drop trigger if exists "announce" on "export_permit"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "export_permit"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "export_permit"; exception when undefined_table then null; end $$;
drop function if exists "history_of_export_permit"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "export_permit"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "export_permit__created_at_index"`)
    this.addSql(`drop index if exists "export_permit__requested_by_digest_index"`)
    this.addSql(`drop index if exists "event__expected_attendees_index"`)
    this.addSql(`drop index if exists "event__title_index"`)
    this.addSql(`drop index if exists "contract__title_index"`)
    this.addSql(`drop index if exists "contract__state_index"`)
    this.addSql(`drop index if exists "client__last_contact_at_index"`)
    this.addSql(`drop index if exists "client__first_contact_on_index"`)
    this.addSql(`drop index if exists "client__updated_at_index"`)
    this.addSql(`alter table if exists "audit_entry" drop constraint if exists "audit_entry__action_choice"`)
    this.addSql(`alter table "planned_switch_modules" drop constraint "planned_switch_modules__planned_switch_id_fkey";

drop table if exists "planned_switch" cascade;
drop table if exists "planned_switch_modules" cascade;
drop table if exists "export_permit" cascade;

alter table "api_key" drop column "only";

alter table "town" drop column "other_postcodes", drop column "insee_code", drop column "position_estimated"`)
    this.addSql(`drop table if exists guard.document_calls`)
    this.addSql(`drop function if exists csv_cell(text);
drop function if exists csv_guarded(text);
drop function if exists csv_shown(text);
drop function if exists csv_quoted(text)`)
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
    this.addSql(`alter table "audit_entry" add constraint "audit_entry__action_choice" check ("action" in ('READ', 'CREATE', 'UPDATE', 'DELETE', 'SIGN_IN', 'REFUSED', 'EXPORT', 'REDACTED'))`)
    this.addSql(`alter table "payment" add constraint "payment__method_choice" check ("method" in ('TRANSFER', 'CARD', 'CASH', 'STRIPE', 'OTHER'))`)
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
    this.addSql(`create or replace function offer_words(given text) returns tsquery language plpgsql immutable as $words$
declare
  words text[] := (words_of(given))[1:10];
  word text;
  stem text;
  forms tsquery;
  found tsquery;
begin
  foreach word in array words loop
    stem := stem_of(word);
    continue when stem is null and word <> words[cardinality(words)];
    forms := case when stem is not null then quote_literal(stem)::tsquery end;
    forms := coalesce(forms || other_forms(word, stem), forms);
    if word = words[cardinality(words)] and length(word) > 2 then
      forms := coalesce(forms || (quote_literal(word) || ':*')::tsquery, (quote_literal(word) || ':*')::tsquery);
    end if;
    found := coalesce(found && forms, forms, found);
  end loop;
  return found;
end $words$`)
    this.addSql(`create table published_offer (
  offer_id uuid primary key, published_from timestamptz not null, published_until timestamptz, starts_on date,
  profession_id uuid not null, domain_id uuid not null, contract_type_id uuid not null, region_id uuid,
  latitude double precision, longitude double precision, category_ids uuid[] not null, words tsvector not null
);
create index published_offer__published_from_index on published_offer (published_from, offer_id);
create index published_offer__place_index on published_offer (latitude, longitude);
create index published_offer__profession_index on published_offer (profession_id, published_from);
create index published_offer__domain_index on published_offer (domain_id, published_from);
create index published_offer__contract_type_index on published_offer (contract_type_id, published_from);
create index published_offer__region_index on published_offer (region_id, published_from);
create index published_offer__categories_index on published_offer using gin (category_ids);
create index published_offer__words_index on published_offer using gin (words)`)
    this.addSql(`create or replace function refresh_published_offers(offers uuid[]) returns void language plpgsql as $refresh$
begin
  -- In place, never taken out and put back: whoever withdraws the offer meanwhile then finds the row to take away.
  delete from published_offer p where (offers is null or offer_id = any(offers))
    and not exists (select from casting_offer o where o.id = p.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
  insert into published_offer (offer_id, published_from, published_until, starts_on, profession_id, domain_id, contract_type_id, region_id, latitude, longitude, category_ids, words) 
  select o.id, o.publish_from, o.publish_until, o.starts_on, o.profession_id, p.domain_id, o.contract_type_id, a.region_id, a.position, a.position_longitude,
    array(select c.casting_category_id from casting_offer_categories c where c.casting_offer_id = o.id),
    o.search || setweight(to_tsvector('coulisses', concat_ws(' ', p.name, p.feminine, p.masculine)) || to_tsvector('coulisses_plain', concat_ws(' ', p.name, p.feminine, p.masculine)), 'A') || setweight(to_tsvector('coulisses', concat_ws(' ', a.city, c.company_name)) || to_tsvector('coulisses_plain', concat_ws(' ', a.city, c.company_name)), 'D')
  from casting_offer o join profession p on p.id = o.profession_id join client c on c.id = o.client_id left join address a on a.id = o.address_id
  where o.state = 'PUBLISHED' and o.publish_from is not null and (offers is null or o.id = any(offers))
  on conflict (offer_id) do update set published_from = excluded.published_from, published_until = excluded.published_until, starts_on = excluded.starts_on, profession_id = excluded.profession_id, domain_id = excluded.domain_id, contract_type_id = excluded.contract_type_id, region_id = excluded.region_id, latitude = excluded.latitude, longitude = excluded.longitude, category_ids = excluded.category_ids, words = excluded.words;
end $refresh$;
select refresh_published_offers(null)`)
    this.addSql(`create or replace function publish_casting_offer() returns trigger language plpgsql as $publish$
begin
  if tg_op <> 'DELETE' and new.state = 'PUBLISHED' then
    perform from profession p join profession_domain d on d.id = p.domain_id where p.id = new.profession_id for share;
    perform from client where id = new.client_id for share;
    perform from contract_type where id = new.contract_type_id for share;
    perform from address where id = new.address_id for share;
    perform from region r join address a on a.region_id = r.id where a.id = new.address_id for share of r;
    perform from party where id = new.contact_id and new.contact_public for share;
    perform from casting_category k join casting_offer_categories c on c.casting_category_id = k.id where c.casting_offer_id = new.id for share of k;
  end if;
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or (new.state, new.publish_from, new.publish_until, new.starts_on, new.profession_id, new.contract_type_id, new.client_id, new.address_id, new.search) is distinct from (old.state, old.publish_from, old.publish_until, old.starts_on, old.profession_id, old.contract_type_id, old.client_id, old.address_id, old.search))) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after insert or update or delete on casting_offer for each row execute function publish_casting_offer()`)
    this.addSql(`create or replace function publish_casting_offer_categories() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select offer_id from published_offer where offer_id in (new.casting_offer_id, old.casting_offer_id)) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after insert or update or delete on casting_offer_categories for each row execute function publish_casting_offer_categories()`)
    this.addSql(`create or replace function publish_profession() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.profession_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of name, feminine, masculine, domain_id on profession for each row execute function publish_profession()`)
    this.addSql(`create or replace function publish_client() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.client_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of company_name on client for each row execute function publish_client()`)
    this.addSql(`create or replace function publish_address() returns trigger language plpgsql as $publish$
begin
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.address_id = new.id) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after update of city, region_id, position, position_longitude on address for each row execute function publish_address()`)
  }
}
