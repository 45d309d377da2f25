import { derived } from '#model'

/**
 * The offers that are published, or will be when their time comes, as the public search looks for them:
 * one narrow row each, with the words that visitors may read and nothing else. What is withdrawn,
 * expired or a draft is not here, nor is a note, a contact or an author.
 */
const table = derived({
  name: 'table published_offer', needs: ['text search configuration coulisses', 'text search configuration coulisses_plain'],
  create: `create table published_offer (
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
create index published_offer__words_index on published_offer using gin (words)`,
  drop: 'drop table if exists published_offer',
})

const words = (weight: string, text: string): string =>
  `setweight(to_tsvector('coulisses', ${text}) || to_tsvector('coulisses_plain', ${text}), '${weight}')`

/** `search` holds the title, the reference and the description. */
const source = `
  select o.id, o.publish_from, o.publish_until, o.starts_on, o.profession_id, p.domain_id, o.contract_type_id, a.region_id, a.position, a.position_longitude,
    array(select c.casting_category_id from casting_offer_categories c where c.casting_offer_id = o.id),
    o.search || ${words('A', `concat_ws(' ', p.name, p.feminine, p.masculine)`)} || ${words('D', `concat_ws(' ', a.city, c.company_name)`)}
  from casting_offer o join profession p on p.id = o.profession_id join client c on c.id = o.client_id left join address a on a.id = o.address_id
  where o.state = 'PUBLISHED' and o.publish_from is not null`

const columns = ['published_from', 'published_until', 'starts_on', 'profession_id', 'domain_id', 'contract_type_id', 'region_id', 'latitude', 'longitude', 'category_ids', 'words']

/** Makes the rows of some offers anew; of all of them where none is named. */
const refresh = derived({
  name: 'function refresh_published_offers', needs: ['table published_offer', 'search words of casting_offer'], replaces: true,
  create: `create or replace function refresh_published_offers(offers uuid[]) returns void language plpgsql as $refresh$
begin
  -- In place, never taken out and put back: whoever withdraws the offer meanwhile then finds the row to take away.
  delete from published_offer p where (offers is null or offer_id = any(offers))
    and not exists (select from casting_offer o where o.id = p.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
  insert into published_offer (offer_id, ${columns.join(', ')}) ${source} and (offers is null or o.id = any(offers))
  on conflict (offer_id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')};
end $refresh$;
select refresh_published_offers(null)`,
  drop: 'drop function if exists refresh_published_offers(uuid[])',
})

/** What each table that an offer shows something of does to the rows of the search. */
const following = (on: string, when: string, offers: string, first = '') => derived({
  name: `trigger publish of ${on}`, needs: ['function refresh_published_offers'], replaces: true,
  create: `create or replace function publish_${on}() returns trigger language plpgsql as $publish$
begin${first}
  perform refresh_published_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (${offers}) o) found where found.ids is not null;
  return null;
end $publish$;
create or replace trigger publish after ${when} on ${on} for each row execute function publish_${on}()`,
  drop: `do $$ begin drop trigger if exists publish on ${on}; exception when undefined_table then null; end $$;
drop function if exists publish_${on}()`,
})

const shownOf = (column: string): string => `select p.offer_id from published_offer p join casting_offer o on o.id = p.offer_id where o.${column} = new.id`

const followed = ['state', 'publish_from', 'publish_until', 'starts_on', 'profession_id', 'contract_type_id', 'client_id', 'address_id', 'search']
const ofRow = (row: string): string => `(${followed.map((column) => `${row}.${column}`).join(', ')})`

/** What a newly published offer shows is held until it is seen: whoever changes it meanwhile does not know of the offer yet. */
const held = `
  if tg_op <> 'DELETE' and new.state = 'PUBLISHED' then
    perform from profession p join profession_domain d on d.id = p.domain_id where p.id = new.profession_id for share;
    perform from client where id = new.client_id for share;
    perform from contract_type where id = new.contract_type_id for share;
    perform from address where id = new.address_id for share;
    perform from region r join address a on a.region_id = r.id where a.id = new.address_id for share of r;
    perform from party where id = new.contact_id and new.contact_public for share;
    perform from casting_category k join casting_offer_categories c on c.casting_category_id = k.id where c.casting_offer_id = new.id for share of k;
  end if;`

export const publishedOfferObjects = [
  table, refresh,
  following('casting_offer', 'insert or update or delete',
    `select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or ${ofRow('new')} is distinct from ${ofRow('old')})`, held),
  following('casting_offer_categories', 'insert or update or delete', 'select offer_id from published_offer where offer_id in (new.casting_offer_id, old.casting_offer_id)'),
  following('profession', 'update of name, feminine, masculine, domain_id', shownOf('profession_id')),
  following('client', 'update of company_name', shownOf('client_id')),
  following('address', 'update of city, region_id, position, position_longitude', shownOf('address_id')),
]
