import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129140727_search_speed extends Migration {
  override readonly name = '20261129140727_search_speed'

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
    this.addSql(`create table published_word (word text collate "C" not null);
create index published_word__word_index on published_word (word)`)
    this.addSql(`create or replace function learn_published_words(offers uuid[]) returns void language plpgsql as $learn$
begin
  if offers is null then
    insert into published_word select s.word from ts_stat('select words from published_offer') s where s.word ~ '^[[:alpha:]]' and not exists (select from published_word w where w.word = s.word);
  else
    insert into published_word select distinct l.lexeme from published_offer p, unnest(p.words) l where p.offer_id = any(offers) and l.lexeme ~ '^[[:alpha:]]' and not exists (select from published_word w where w.word = l.lexeme);
  end if;
end $learn$`)
    this.addSql(`create or replace function spelt_out(asked tsquery) returns tsquery language plpgsql stable as $spelt$
declare
  -- Letters and digits, as words_of gives them.
  beginning text := substring(asked::text from '''([[:alpha:]][[:alnum:]]*)'':[*]');
  known text[];
begin
  select array_agg(word) into known from (
    select distinct word from published_word where word >= beginning and word < beginning || chr(1114111) limit 21
  ) w;
  if beginning is null or cardinality(known) > 20 or exists (select from unnest(known) word where word ~ '[''\\\\]') then return asked; end if;
  return replace(asked::text, quote_literal(beginning) || ':*',
    coalesce((select '( ' || string_agg(quote_literal(word), ' | ') || ' )' from unnest(known) word), quote_literal(beginning)))::tsquery;
end $spelt$`)
    this.addSql(`create table published_offer (
  offer_id uuid primary key, published_from timestamptz not null, published_until timestamptz, starts_on date,
  profession_id uuid not null, domain_id uuid not null, contract_type_id uuid not null, region_id uuid,
  latitude double precision, longitude double precision, category_ids uuid[] not null, words tsvector not null,
  slice smallint not null generated always as (case when get_byte(uuid_send(offer_id), 15) < 16 then 0 when get_byte(uuid_send(offer_id), 15) < 48 then 1 when get_byte(uuid_send(offer_id), 15) < 128 then 2 else 3 end) stored
);
create index published_offer__published_from_index on published_offer (published_from, offer_id);
create index published_offer__newest_index on published_offer (published_from, latitude, longitude);
create index published_offer__place_index on published_offer ((floor(latitude * 4)::int * 4 + slice), longitude);
create index published_offer__profession_index on published_offer (profession_id, published_from);
create index published_offer__domain_index on published_offer (domain_id, published_from);
create index published_offer__contract_type_index on published_offer (contract_type_id, published_from);
create index published_offer__region_index on published_offer (region_id, published_from);
create index published_offer__categories_index on published_offer using gin (category_ids);
create index published_offer__words_0_index on published_offer using gin (words) where slice = 0;
create index published_offer__words_1_index on published_offer using gin (words) where slice = 1;
create index published_offer__words_2_index on published_offer using gin (words) where slice = 2;
create index published_offer__words_3_index on published_offer using gin (words) where slice = 3`)
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
  perform learn_published_words(offers);
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
    this.addSql(`drop function if exists spelt_out(tsquery)`)
    this.addSql(`drop function if exists learn_published_words(uuid[])`)
    this.addSql(`drop table if exists published_word`)
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
  }
}
