import { derived } from '#model'
import { bandOfOffer, offerSlices, sliceOfOffer } from './offerSlices.ts'

/** An index of words tells all offers with a word before the first can be read: by slices, a thousand are mostly found in the first, and the others are left alone. */
const sliceIndexes = offerSlices.map((slice) => `create index published_offer__words_${slice}_index on published_offer using gin (words) where slice = ${slice}`)

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
  latitude double precision, longitude double precision, category_ids uuid[] not null, words tsvector not null,
  slice smallint not null generated always as (${sliceOfOffer}) stored
);
create index published_offer__published_from_index on published_offer (published_from, offer_id);
create index published_offer__newest_index on published_offer (published_from, latitude, longitude);
create index published_offer__place_index on published_offer ((${bandOfOffer}), longitude);
create index published_offer__profession_index on published_offer (profession_id, published_from);
create index published_offer__domain_index on published_offer (domain_id, published_from);
create index published_offer__contract_type_index on published_offer (contract_type_id, published_from);
create index published_offer__region_index on published_offer (region_id, published_from);
create index published_offer__categories_index on published_offer using gin (category_ids);
${sliceIndexes.join(';\n')}`,
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
  name: 'function refresh_published_offers', needs: ['table published_offer', 'function learn_published_words', 'search words of casting_offer'], replaces: true,
  create: `create or replace function refresh_published_offers(offers uuid[]) returns void language plpgsql as $refresh$
begin
  -- In place, never taken out and put back: whoever withdraws the offer meanwhile then finds the row to take away.
  delete from published_offer p where (offers is null or offer_id = any(offers))
    and not exists (select from casting_offer o where o.id = p.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
  insert into published_offer (offer_id, ${columns.join(', ')}) ${source} and (offers is null or o.id = any(offers))
  on conflict (offer_id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')};
  perform learn_published_words(offers);
end $refresh$;
select refresh_published_offers(null)`,
  drop: 'drop function if exists refresh_published_offers(uuid[])',
})

export const publishedOfferObjects = [table, refresh]
