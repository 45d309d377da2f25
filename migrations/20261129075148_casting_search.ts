import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129075148_casting_search extends Migration {
  override readonly name = '20261129075148_casting_search'

  override up(): void {
    this.addSql(`create extension if not exists fuzzystrmatch`)
    this.addSql(`create table "town" ("id" uuid not null default new_id(), "version" integer not null default 1, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "created_by_id" uuid null, "name" varchar(120) not null, "postcode" varchar(16) not null, "region_id" uuid null, "country_code" char(2) not null default 'FR', "population" integer null, "position" numeric(9, 6) not null, "position_longitude" numeric(9, 6) not null, primary key ("id"));

alter table "town" add constraint "town__created_by_id_fkey" foreign key ("created_by_id") references "user" ("id") on update no action on delete set null deferrable initially immediate;
alter table "town" add constraint "town__region_id_fkey" foreign key ("region_id") references "region" ("id") on update no action on delete no action deferrable initially immediate`)
    this.addSql(`-- of name varchar(120), postcode varchar(16)
alter table "town" add column "search" tsvector generated always as (setweight(to_tsvector('coulisses', coalesce("name", '')) || to_tsvector('coulisses_plain', coalesce("name", '')), 'A') || setweight(to_tsvector('coulisses', coalesce("postcode", '')) || to_tsvector('coulisses_plain', coalesce("postcode", '')), 'B')) stored`)
    this.addSql(`create index "town__search_index" on "town" using gin ("search")`)
    this.addSql(`create unique index "town__country_code_postcode_name_unique" on "town" ("country_code", lower("postcode"), lower("name"))`)
    this.addSql(`create index "town__name_folded_index" on "town" (fold("name"), "id")`)
    this.addSql(`create index "town__created_at_index" on "town" ("created_at", "id")`)
    this.addSql(`create index "town__created_by_index" on "town" ("created_by_id")`)
    this.addSql(`create index "town__region_index" on "town" ("region_id")`)
    this.addSql(`create index "town__name_trigram" on "town" using gin (fold("name") gin_trgm_ops)`)
    this.addSql(`create index "town__postcode_trigram" on "town" using gin (fold("postcode") gin_trgm_ops)`)
    this.addSql(`create or replace trigger "touch" before update on "town" for each row when (new.version = old.version or new.updated_at = old.updated_at) execute function touch()`)
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
    this.addSql(`create or replace trigger "refuse_truncate" before truncate on "town" for each statement execute function refuse_change()`)
    this.addSql(`create function words_of(given text) returns text[] language sql immutable strict parallel safe
  return array(select found[1] from regexp_matches(fold(given), '[[:alnum:]]+', 'g') found)`)
    this.addSql(`create function stem_of(word text) returns text language sql immutable strict parallel safe
  return (select lexeme from unnest(to_tsvector('coulisses', word)) limit 1)`)
    this.addSql(`create table trade_word (word text not null, stem text not null, other text not null, primary key (word, other));
create index trade_word__stem_index on trade_word (stem);
create function learn_trade(called text, feminine text, masculine text) returns void language plpgsql as $learn$
declare
  his text[] := words_of(coalesce(masculine, split_part(called, ' / ', 1)));
  hers text[] := words_of(coalesce(feminine, nullif(split_part(called, ' / ', 2), ''), masculine, called));
begin
  -- A form that is told in other words altogether has no word of its own for each of the other's.
  if cardinality(his) <> cardinality(hers) then hers := his; end if;
  insert into trade_word (word, stem, other)
    select distinct pair.word, stem_of(pair.word), stem_of(pair.other)
    from (select * from unnest(his, hers) t (word, other) union all select * from unnest(hers, his) t (word, other)) pair
    where length(pair.word) > 2 and stem_of(pair.word) is not null and stem_of(pair.other) is not null
    order by 1, 3
  on conflict do nothing;
end $learn$;
select learn_trade(name, feminine, masculine) from profession order by id`)
    this.addSql(`create or replace function other_forms(given text, given_stem text) returns tsquery language sql stable as $forms$
  with known as (select distinct other from trade_word where stem = given_stem),
  near as (
    select word, stem, other, levenshtein_less_equal(word, given, 2) as distance from trade_word
    where not exists (select from known) and length(given) between 4 and 40 and left(word, 1) = left(given, 1) and abs(length(word) - length(given)) <= 2
  ),
  nearest as (
    select unnest(array[stem, other]) as other from near
    where distance <= case when length(given) < 6 then 1 else 2 end and distance = (select min(distance) from near)
  )
  select string_agg(distinct quote_literal(other), ' | ')::tsquery from (select other from known union all select other from nearest) forms
$forms$`)
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
    this.addSql(`create or replace function learn_words_of_profession() returns trigger language plpgsql as $learn$
begin
  perform learn_trade(new.name, new.feminine, new.masculine);
  return null;
end $learn$;
create or replace trigger learn_words after insert or update of name, feminine, masculine on profession for each row execute function learn_words_of_profession()`)
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
    perform from profession where id = new.profession_id for share;
    perform from client where id = new.client_id for share;
    perform from address where id = new.address_id for share;
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

  override down(): void {
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
    this.addSql(`do $$ begin drop trigger if exists learn_words on profession; exception when undefined_table then null; end $$;
drop function if exists learn_words_of_profession()`)
    this.addSql(`drop function if exists offer_words(text)`)
    this.addSql(`drop function if exists other_forms(text, text)`)
    this.addSql(`drop function if exists learn_trade(text, text, text);
drop table if exists trade_word`)
    this.addSql(`drop function if exists stem_of(text)`)
    this.addSql(`drop function if exists words_of(text)`)
    this.addSql(`do $$ begin drop trigger if exists "refuse_truncate" on "town"; exception when undefined_table then null; end $$`)
    this.addSql(`do $$ begin drop trigger if exists "history" on "town"; exception when undefined_table then null; end $$;
drop function if exists "history_of_town"()`)
    this.addSql(`do $$ begin drop trigger if exists "touch" on "town"; exception when undefined_table then null; end $$`)
    this.addSql(`drop index if exists "town__postcode_trigram"`)
    this.addSql(`drop index if exists "town__name_trigram"`)
    this.addSql(`drop index if exists "town__region_index"`)
    this.addSql(`drop index if exists "town__created_by_index"`)
    this.addSql(`drop index if exists "town__created_at_index"`)
    this.addSql(`drop index if exists "town__name_folded_index"`)
    this.addSql(`drop index if exists "town__country_code_postcode_name_unique"`)
    this.addSql(`drop index if exists "town__search_index"`)
    this.addSql(`alter table if exists "town" drop column if exists "search"`)
    this.addSql(`drop table if exists "town" cascade`)
  }
}
