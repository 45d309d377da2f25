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

export const offerChangeObjects = [table, clock, epoch, note]
