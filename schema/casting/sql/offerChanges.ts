import { derived } from '#model'

/**
 * For the feeds of partners: each offer that was ever published, with the transaction that last changed
 * what a feed shows of it. Transactions, not times, since one that began earlier may be committed later:
 * a feed remembers the snapshot it was read in, and the next reading answers what that snapshot did not
 * see. Under which trades, contracts and regions an offer was ever published tells which feeds must hear
 * that it is gone. An offer that is deleted, withdrawn or expired stays here as its own tombstone.
 */
const table = derived({
  name: 'table offer_change',
  create: `create table offer_change (
  offer_id uuid primary key, position xid8 not null, changed_at timestamptz not null, published_from timestamptz, published_until timestamptz,
  domains uuid[] not null, professions uuid[] not null, contract_types uuid[] not null, regions uuid[] not null
);
create index offer_change__position_index on offer_change (position);
create index offer_change__published_from_index on offer_change (published_from);
create index offer_change__published_until_index on offer_change (published_until)`,
  drop: 'drop table if exists offer_change',
})

/** Snapshots by the minute, so that a partner may also say a time; and which database it is: after a backup is put back, transactions are counted anew. */
const clock = derived({
  name: 'table feed_snapshot',
  create: 'create table feed_snapshot (at timestamptz primary key, taken pg_snapshot not null)',
  drop: 'drop table if exists feed_snapshot',
})
const epoch = derived({
  name: 'table feed_epoch',
  create: `create table feed_epoch (id uuid primary key);
insert into feed_epoch select gen_random_uuid()`,
  drop: 'drop table if exists feed_epoch',
})

const union = (column: string): string => `${column} = (select array_agg(distinct id) from unnest(offer_change.${column} || excluded.${column}) id)`
const unions = ['domains', 'professions', 'contract_types'].map(union)

/** Notes that what feeds show of these offers has changed in this transaction; of all of them where none is named. */
const note = derived({
  name: 'function note_offers', needs: ['table offer_change'], replaces: true,
  create: `create or replace function note_offers(offers uuid[]) returns void language sql as $note$
  insert into offer_change (offer_id, position, changed_at, published_from, published_until, domains, professions, contract_types, regions)
    select o.id, pg_current_xact_id(), clock_timestamp(), o.publish_from, o.publish_until, array[p.domain_id], array[o.profession_id], array[o.contract_type_id], array_remove(array[a.region_id], null)
    from casting_offer o join profession p on p.id = o.profession_id left join address a on a.id = o.address_id
    where o.state = 'PUBLISHED' and o.publish_from is not null and (offers is null or o.id = any(offers))
    order by o.id
  on conflict (offer_id) do update set position = excluded.position, changed_at = excluded.changed_at, published_from = excluded.published_from, published_until = excluded.published_until,
    ${unions.join(', ')}, regions = (select coalesce(array_agg(distinct id), '{}') from unnest(offer_change.regions || excluded.regions) id);
  update offer_change c set position = pg_current_xact_id(), changed_at = clock_timestamp(), published_from = null, published_until = null
    where c.offer_id = any(offers) and c.published_from is not null
      and not exists (select from casting_offer o where o.id = c.offer_id and o.state = 'PUBLISHED' and o.publish_from is not null);
$note$;
select note_offers(null)`,
  drop: 'drop function if exists note_offers(uuid[])',
})

const noting = (on: string, when: string, offers: string, before = '') => derived({
  name: `trigger note of ${on}`, needs: ['function note_offers'], replaces: true,
  create: `create or replace function note_${on}() returns trigger language plpgsql as $note$
begin${before}
  perform note_offers(found.ids) from (select array_agg(offer_id order by offer_id) as ids from (${offers}) o) found where found.ids is not null;
  return null;
end $note$;
create or replace trigger note after ${when} on ${on} for each row execute function note_${on}()`,
  drop: `do $$ begin drop trigger if exists note on ${on}; exception when undefined_table then null; end $$;
drop function if exists note_${on}()`,
})

/** What a feed shows of the row itself; an internal note is nobody's business. */
const shown = [
  'state', 'title', 'reference', 'description', 'posts', 'starts_on', 'publish_from', 'publish_until', 'client_id', 'profession_id', 'contract_type_id', 'address_id', 'contact_public',
]
const ofRow = (row: string): string => `(${shown.map((column) => `${row}.${column}`).join(', ')}, case when ${row}.contact_public then ${row}.contact_id end)`
const live = 'select c.offer_id from offer_change c join casting_offer o on o.id = c.offer_id and c.published_from is not null'

/** Whoever moves an address or a trade to another region or domain holds the new one until he is seen, as a published offer holds all that it shows. */
const hold = (of: string, column: string): string => `
  perform from ${of} where id = new.${column} for share;`

export const offerChangeObjects = [
  table, clock, epoch, note,
  noting('casting_offer', 'insert or update or delete',
    `select coalesce(new.id, old.id) as offer_id where 'PUBLISHED' in (new.state, old.state) and (tg_op <> 'UPDATE' or ${ofRow('new')} is distinct from ${ofRow('old')})`),
  noting('casting_offer_categories', 'insert or update or delete', 'select offer_id from offer_change where published_from is not null and offer_id in (new.casting_offer_id, old.casting_offer_id)', `
  if tg_op <> 'DELETE' then perform from casting_category where id = new.casting_category_id for share; end if;`),
  noting('casting_category', 'update', 'select c.offer_id from casting_offer_categories k join offer_change c on c.offer_id = k.casting_offer_id and c.published_from is not null where k.casting_category_id = new.id'),
  noting('profession', 'update', `${live} where o.profession_id = new.id`, hold('profession_domain', 'domain_id')),
  noting('profession_domain', 'update', `${live} join profession p on p.id = o.profession_id where p.domain_id = new.id`),
  noting('contract_type', 'update', `${live} where o.contract_type_id = new.id`),
  noting('client', 'update of company_name', `${live} where o.client_id = new.id and new.company_name is distinct from old.company_name`),
  noting('address', 'update', `${live} where o.address_id = new.id`, hold('region', 'region_id')),
  noting('region', 'update', `${live} join address a on a.id = o.address_id where a.region_id = new.id`),
  noting('party', 'update of display_name, first_name, last_name, email, phone, phone_e164', `${live} where o.contact_id = new.id and o.contact_public`),
]
