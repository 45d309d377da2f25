import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Caller } from '../../access/principal.ts'
import { entityOf, type Model } from '../../model/model.ts'
import type { Feed } from '../../modules/casting/feeds/feed.ts'
import { movedSince, nextOffers } from '../../modules/casting/feeds/statement.ts'
import type { Query } from '../../read/index.ts'
import type { Sight } from '../../read/rootQuery.ts'
import { sightOf } from '../../read/view.ts'
import type { FeedOffer } from './offer.ts'

export interface FeedReader {
  readonly model: Model
  readonly query: Query
}

/** Offers of one statement: enough to be quick, few enough to be nothing in memory. */
const CHUNK = 500

const text = (value: Sql): Sql => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** One row per offer, the related records joined to it as far as the caller may read them. */
function chunk(model: Model, caller: Caller, feed: Feed, after: string | undefined): Sql {
  const see = (entity: string, alias: string): Sight => sightOf({ model, caller }, entityOf(model, entity), alias)
  const [offer, client, trade, domain, contract, place, region, person] = [
    see('CastingOffer', 't0'), see('Client', 'c'), see('Profession', 'f'), see('ProfessionDomain', 'd'), see('ContractType', 'k'), see('Address', 'a'), see('Region', 'r'), see('Person', 'q'),
  ] as const
  const category = see('CastingCategory', 'g')
  const joined = (sight: Sight, key: Sql): Sql => sql`left join ${sight.from} on ${sight.id} = ${key} and ${sight.rows}`
  const columns: Readonly<Record<Exclude<keyof FeedOffer, 'id' | 'here'>, Sql>> = {
    changedAt: text(raw('coalesce(m.changed_at, now())')),
    reference: offer.column('reference'), title: offer.column('title'), description: offer.column('description'), posts: offer.column('posts'), startsOn: sql`${offer.column('startsOn')}::text`,
    publishedFrom: text(offer.column('publishFrom')), publishedUntil: text(offer.column('publishUntil')),
    client: client.column('companyName'), profession: trade.column('name'), domain: domain.column('name'), contractType: contract.column('name'),
    categories: sql`(select json_agg(${category.column('name')} order by ${category.column('name')}) from casting_offer_categories p join ${category.from} on ${category.id} = p.casting_category_id and ${category.rows} where p.casting_offer_id = t0.id)`,
    city: place.column('city'), postcode: place.column('postcode'), region: region.column('name'), country: place.column('countryCode'),
    latitude: sql`${place.column('position')}::float8`, longitude: sql`case when ${place.column('position')} is not null then a.position_longitude::float8 end`,
    contactName: person.column('displayName'), contactEmail: person.column('email'), contactPhone: person.column('phone'),
  }
  return sql`select n.offer_id as id, n.here, ${join(Object.entries(columns).map(([name, value]) => sql`${value} as ${raw(`"${name}"`)}`), ', ')}
    from (${nextOffers(feed, offer, after, CHUNK)}) n left join offer_change m on m.offer_id = n.offer_id
    left join casting_offer t0 on n.here and t0.id = n.offer_id and ${offer.rows}
    ${joined(client, offer.column('client'))} ${joined(trade, offer.column('profession'))} ${joined(domain, trade.column('domain'))} ${joined(contract, offer.column('contractType'))}
    ${joined(place, offer.column('address'))} ${joined(region, place.column('region'))} ${joined(person, offer.column('contact'))}
    order by n.offer_id`
}

/**
 * The offers of a feed, some hundreds at a time, each time as they are then: no transaction stays open
 * for a slow reader. Each is told once, since they come by their ids; what changes behind the reader comes
 * with his next reading. The next rows are asked for while these are written.
 */
export async function* offersOf({ model, query }: FeedReader, caller: Caller, feed: Feed, mayGoOn: () => Promise<unknown>): AsyncGenerator<readonly FeedOffer[]> {
  const ask = async (after: string | undefined): Promise<readonly FeedOffer[]> => {
    const { text: statement, values } = chunk(model, caller, feed, after)
    const [rows] = await Promise.all([query(statement, values), mayGoOn()])
    return rows as unknown as readonly FeedOffer[]
  }
  let rows = await ask(undefined)
  for (;;) {
    const last = rows.length === CHUNK ? rows.at(-1) : undefined
    const next = last && ask(last.id)
    // Whoever goes away while these are written does not wait for the next: nobody else would hear of its failure.
    next?.catch(() => undefined)
    yield rows
    if (!next) return
    rows = await next
  }
}

/** Whether anything of the feed has moved since a position. */
export async function hasMoved({ query }: FeedReader, feed: Feed, from: NonNullable<Feed['from']>): Promise<boolean> {
  const { text: statement, values } = sql`select exists (select from offer_change c where ${movedSince(from, feed)}) as moved`
  const [row] = await query(statement, values)
  return row?.['moved'] === true
}
