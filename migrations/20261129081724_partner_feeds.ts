import { Migration } from '@mikro-orm/migrations'

/** Written by `npm run migration:create`; applied migrations are never edited. */
export class Migration20261129081724_partner_feeds extends Migration {
  override readonly name = '20261129081724_partner_feeds'

  override up(): void {
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
    this.addSql(`create table offer_change (
  offer_id uuid primary key, position xid8 not null, changed_at timestamptz not null, published_from timestamptz, published_until timestamptz,
  domains uuid[] not null, professions uuid[] not null, contract_types uuid[] not null, regions uuid[] not null
);
create index offer_change__position_index on offer_change (position);
create index offer_change__published_from_index on offer_change (published_from);
create index offer_change__published_until_index on offer_change (published_until)`)
    this.addSql(`create table feed_snapshot (at timestamptz primary key, taken pg_snapshot not null)`)
    this.addSql(`create table feed_epoch (id uuid primary key);
insert into feed_epoch select gen_random_uuid()`)
    this.addSql(`create or replace function note_offers(offers uuid[]) returns void language sql as $note$
  insert into offer_change (offer_id, position, changed_at, published_from, published_until, domains, professions, contract_types, regions)
    select o.id, pg_current_xact_id(), clock_timestamp(), o.publish_from, o.publish_until, array[p.domain_id], array[o.profession_id], array[o.contract_type_id], array_remove(array[a.region_id], null)
    from casting_offer o join profession p on p.id = o.profession_id left join address a on a.id = o.address_id
    where o.state = 'PUBLISHED' and o.publish_from is not null and (offers is null or o.id = any(offers))
    order by o.id
  on conflict (offer_id) do update set position = excluded.position, changed_at = excluded.changed_at, published_from = excluded.published_from, published_until = excluded.published_until,
    domains = (select array_agg(distinct id) from unnest(offer_change.domains || excluded.domains) id), professions = (select array_agg(distinct id) from unnest(offer_change.professions || excluded.professions) id), contract_types = (select array_agg(distinct id) from unnest(offer_change.contract_types || excluded.contract_types) id), regions = (select coalesce(array_agg(distinct id), '{}') from unnest(offer_change.regions || excluded.regions) id);
  update offer_change c set position = pg_current_xact_id(), changed_at = clock_timestamp(), published_from = null, published_until = null
    where c.offer_id = any(offers) and c.published_from is not null
      and not exists (select from casting_offer o where o.id = c.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
$note$;
select note_offers(null)`)
    this.addSql(`create or replace function note_casting_offer() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or (new.state, new.title, new.reference, new.description, new.posts, new.starts_on, new.publish_from, new.publish_until, new.client_id, new.profession_id, new.contract_type_id, new.address_id, new.contact_public, case when new.contact_public then new.contact_id end) is distinct from (old.state, old.title, old.reference, old.description, old.posts, old.starts_on, old.publish_from, old.publish_until, old.client_id, old.profession_id, old.contract_type_id, old.address_id, old.contact_public, case when old.contact_public then old.contact_id end))) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after insert or update or delete on casting_offer for each row execute function note_casting_offer()`)
    this.addSql(`create or replace function note_casting_offer_categories() returns trigger language plpgsql as $note$
begin
  if tg_op <> 'DELETE' then perform from casting_category where id = new.casting_category_id for share; end if;
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select offer_id from offer_change where published_from is not null and offer_id in (new.casting_offer_id, old.casting_offer_id)) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after insert or update or delete on casting_offer_categories for each row execute function note_casting_offer_categories()`)
    this.addSql(`create or replace function note_casting_category() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from casting_offer_categories k join offer_change c on c.offer_id = k.casting_offer_id and c.published_from is not null where k.casting_category_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on casting_category for each row execute function note_casting_category()`)
    this.addSql(`create or replace function note_profession() returns trigger language plpgsql as $note$
begin
  perform from profession_domain where id = new.domain_id for share;
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.profession_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on profession for each row execute function note_profession()`)
    this.addSql(`create or replace function note_profession_domain() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null join profession p on p.id = o.profession_id where p.domain_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on profession_domain for each row execute function note_profession_domain()`)
    this.addSql(`create or replace function note_contract_type() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.contract_type_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on contract_type for each row execute function note_contract_type()`)
    this.addSql(`create or replace function note_client() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.client_id = new.id and new.company_name is distinct from old.company_name) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update of company_name on client for each row execute function note_client()`)
    this.addSql(`create or replace function note_address() returns trigger language plpgsql as $note$
begin
  perform from region where id = new.region_id for share;
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.address_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on address for each row execute function note_address()`)
    this.addSql(`create or replace function note_region() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null join address a on a.id = o.address_id where a.region_id = new.id) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update on region for each row execute function note_region()`)
    this.addSql(`create or replace function note_party() returns trigger language plpgsql as $note$
begin
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null where o.contact_id = new.id and o.contact_public) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after update of display_name, first_name, last_name, email, phone, phone_e164 on party for each row execute function note_party()`)
  }

  override down(): void {
    this.addSql(`do $$ begin drop trigger if exists note on party; exception when undefined_table then null; end $$;
drop function if exists note_party()`)
    this.addSql(`do $$ begin drop trigger if exists note on region; exception when undefined_table then null; end $$;
drop function if exists note_region()`)
    this.addSql(`do $$ begin drop trigger if exists note on address; exception when undefined_table then null; end $$;
drop function if exists note_address()`)
    this.addSql(`do $$ begin drop trigger if exists note on client; exception when undefined_table then null; end $$;
drop function if exists note_client()`)
    this.addSql(`do $$ begin drop trigger if exists note on contract_type; exception when undefined_table then null; end $$;
drop function if exists note_contract_type()`)
    this.addSql(`do $$ begin drop trigger if exists note on profession_domain; exception when undefined_table then null; end $$;
drop function if exists note_profession_domain()`)
    this.addSql(`do $$ begin drop trigger if exists note on profession; exception when undefined_table then null; end $$;
drop function if exists note_profession()`)
    this.addSql(`do $$ begin drop trigger if exists note on casting_category; exception when undefined_table then null; end $$;
drop function if exists note_casting_category()`)
    this.addSql(`do $$ begin drop trigger if exists note on casting_offer_categories; exception when undefined_table then null; end $$;
drop function if exists note_casting_offer_categories()`)
    this.addSql(`do $$ begin drop trigger if exists note on casting_offer; exception when undefined_table then null; end $$;
drop function if exists note_casting_offer()`)
    this.addSql(`drop function if exists note_offers(uuid[])`)
    this.addSql(`drop table if exists feed_epoch`)
    this.addSql(`drop table if exists feed_snapshot`)
    this.addSql(`drop table if exists offer_change`)
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
  }
}
