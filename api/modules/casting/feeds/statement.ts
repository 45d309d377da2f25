import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import type { Sight } from '../../../read/rootQuery.ts'
import type { Feed, FeedFilter } from './feed.ts'

const columns: Readonly<Record<keyof FeedFilter, { readonly now: string; readonly ever: string }>> = {
  domains: { now: 'p.domain_id', ever: 'c.domains' }, professions: { now: 'p.profession_id', ever: 'c.professions' },
  contractTypes: { now: 'p.contract_type_id', ever: 'c.contract_types' }, regions: { now: 'p.region_id', ever: 'c.regions' },
}
const limits = Object.keys(columns) as readonly (keyof FeedFilter)[]
const limiting = (filter: FeedFilter): readonly (keyof FeedFilter)[] => limits.filter((name) => filter[name].length > 0)

/** Which rows of `published_offer p` the feed holds now. */
const inFilter = ({ filter }: Feed): Sql => join([
  sql`p.published_from <= now() and (p.published_until is null or p.published_until > now())`,
  ...limiting(filter).map((name) => sql`${raw(columns[name].now)} = any(${filter[name]}::uuid[])`),
], ' and ')

/** The same, among those that the caller may read. */
const inFeed = (feed: Feed, offer: Sight): Sql =>
  sql`${inFilter(feed)} and coalesce((select true from ${offer.from} where ${offer.id} = p.offer_id and ${offer.rows}), false)`

/**
 * Which rows of `offer_change c` have moved since a position: what it did not see, and what came or went
 * by the clock alone. Only of offers that the feed may ever have held.
 */
export function movedSince({ snapshot, at }: NonNullable<Feed['from']>, { filter }: Feed): Sql {
  const passed = (time: string): Sql => sql`(${raw(time)} > least(${at}::timestamptz, now()) and ${raw(time)} <= greatest(${at}::timestamptz, now()))`
  return join([
    sql`((c.position >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(c.position, ${snapshot}::pg_snapshot)) or ${passed('c.published_from')} or ${passed('c.published_until')})`,
    ...limiting(filter).map((name) => sql`${raw(columns[name].ever)} && ${filter[name]}::uuid[]`),
  ], ' and ')
}

/** The next offers by their ids, as `offer_id` and whether they are `here`: in the feed, or gone from it. */
export function nextOffers(feed: Feed, offer: Sight, after: string | undefined, limit: number): Sql {
  const beyond = (column: string): Sql => (after === undefined ? empty : sql` and ${raw(column)} > ${after}::uuid`)
  const size = raw(String(limit))
  if (!feed.from) return sql`select p.offer_id, true as here from published_offer p where ${inFeed(feed, offer)}${beyond('p.offer_id')} order by p.offer_id limit ${size}`
  return sql`${moved(feed, feed.from, offer)}${beyond('c.offer_id')} order by c.offer_id limit ${size}`
}

const moved = (feed: Feed, from: NonNullable<Feed['from']>, offer: Sight): Sql => sql`select c.offer_id, exists (select from published_offer p where p.offer_id = c.offer_id and ${inFeed(feed, offer)}) as here
    from offer_change c where ${movedSince(from, feed)}`

/** The rows of a whole reading, by their ids: `n.offer_id`, `n.here`, and, where it is here, the offer itself under its alias; `joined` is what else is joined to it. */
export function allOffers(feed: Feed, offer: Sight, columns: Sql, joined: Sql): Sql {
  if (!feed.from) return sql`select ${columns} from (select p.offer_id, true as here from published_offer p where ${inFilter(feed)}) n join ${offer.from} on ${offer.id} = n.offer_id left join offer_change m on m.offer_id = n.offer_id${joined} where ${offer.rows} order by n.offer_id`
  return sql`select ${columns} from (${moved(feed, feed.from, offer)}) n left join ${offer.from} on n.here and ${offer.id} = n.offer_id left join offer_change m on m.offer_id = n.offer_id${joined} order by n.offer_id`
}
