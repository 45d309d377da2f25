import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Pool } from 'pg'
import type { Caller } from '../../access/principal.ts'
import { entityOf, type EntityModel, type Model } from '../../model/model.ts'
import type { Feed } from '../../modules/casting/feeds/feed.ts'
import { allOffers, movedSince, nextOffers } from '../../modules/casting/feeds/statement.ts'
import { valueAt } from '../../read/export/columns.ts'
import { Joins } from '../../read/export/joins.ts'
import type { Query } from '../../read/index.ts'
import { withMoments } from '../../read/run.ts'
import { rootTable } from '../../read/table.ts'
import { sightOf } from '../../read/view.ts'
import { visibilityOf } from '../../read/visibility.ts'
import { openStream, type RowStream, type TextRow } from '../database/stream.ts'
import type { FeedOffer } from './offer.ts'

export interface FeedReader {
  readonly model: Model
  readonly query: Query
  readonly pool: Pool
}

/** A slow line takes some minutes for a hundred thousand offers. */
const LONGEST_MILLISECONDS = 600_000

/** Where the values stand that are read as an export reads them, the related records joined as far as the caller may read them. */
const paths = [
  'reference', 'title', 'description', 'posts', 'startsOn', 'client.companyName', 'profession.name', 'profession.domain.name', 'contractType.name',
  'address.city', 'address.postcode', 'address.region.name', 'address.countryCode', 'address.position.latitude', 'address.position.longitude',
  'contact.displayName', 'contact.email', 'contact.phone.raw',
] as const

const text = (value: Sql): Sql => sql`(${value})::text`

/** All offers of a reading by their ids, in one snapshot; whatever changes behind it comes with the next reading. */
export function openOffers({ model, pool }: FeedReader, caller: Caller, feed: Feed, disclosed: ReadonlySet<string>): Promise<RowStream> {
  const visibility = visibilityOf(model, caller.rights)
  const table = rootTable(entityOf(model, 'CastingOffer'))
  const offer = sightOf({ model, caller }, table.entity)
  const joins = new Joins(visibility)
  // A feed shows what its document asks: that alone was approved.
  const shown = (path: string, column: () => Sql): Sql => (isDisclosed(table.entity, path.split('.'), { model, disclosed }) ? column() : raw('null::text'))
  const columns = [
    raw('n.offer_id::text'), raw('n.here::text'), raw('coalesce(m.changed_at, now())::text'), shown('publishFrom', () => text(offer.column('publishFrom'))), shown('publishUntil', () => text(offer.column('publishUntil'))),
    shown('categories.name', () => text(valueAt(visibility, joins, table, ['categories'], 'categories').json)), ...paths.map((path) => shown(path, () => valueAt(visibility, joins, table, path.split('.'), path).text)),
  ]
  return openStream({ pool, limit: LONGEST_MILLISECONDS }, withMoments(allOffers(feed, offer, join(columns, ', '), joins.sql), caller))
}

/** Whether the fields on a path are all asked; the parts of a value come with it. */
function isDisclosed(entity: EntityModel, [name = '', ...rest]: readonly string[], { model, disclosed }: { readonly model: Model; readonly disclosed: ReadonlySet<string> }): boolean {
  const member = entity.members.get(name)
  if (!member || !disclosed.has(`${entity.name}.${name}`)) return false
  return rest.length === 0 || !('target' in member) || isDisclosed(entityOf(model, member.target), rest, { model, disclosed })
}

/** How many offers a reading would hold, counted no further than is asked. */
export async function countOffers({ model, query }: FeedReader, caller: Caller, feed: Feed, most: number): Promise<number> {
  const offer = sightOf({ model, caller }, entityOf(model, 'CastingOffer'))
  const { text: statement, values } = withMoments(sql`select count(*)::int as found from (${nextOffers(feed, offer, undefined, most)}) n`, caller)
  const [row] = await query(statement, values)
  return Number(row?.['found'])
}

/** To the second, from the form in which sessions of ours write times, which are those of UTC. */
const timeIn = (text: string | null | undefined): string | null => (text == null ? null : `${text.slice(0, 10)}T${text.slice(11, 19)}Z`)

const numberIn = (text: string | null | undefined): number | null => (text == null ? null : Number(text))

/** A row of the statement above. */
export function offerIn(row: TextRow): FeedOffer {
  const [
    id, here, changedAt, publishedFrom, publishedUntil, categories, reference = null, title = null, description = null, posts, startsOn = null, client = null, profession = null, domain = null,
    contractType = null, city = null, postcode = null, region = null, country = null, latitude, longitude, contactName = null, contactEmail = null, contactPhone = null,
  ] = row
  return {
    id: id ?? '', here: here === 'true', changedAt: timeIn(changedAt) ?? '', publishedFrom: timeIn(publishedFrom), publishedUntil: timeIn(publishedUntil), categories: categories == null ? null : JSON.parse(categories) as readonly string[],
    reference, title, description, posts: numberIn(posts), startsOn, client, profession, domain, contractType, city, postcode, region, country,
    latitude: numberIn(latitude), longitude: numberIn(longitude), contactName, contactEmail, contactPhone,
  }
}

/** Whether anything of the feed has moved since a position. */
export async function hasMoved({ query }: Pick<FeedReader, 'query'>, feed: Feed, from: NonNullable<Feed['from']>): Promise<boolean> {
  const { text: statement, values } = sql`select exists (select from offer_change c where ${movedSince(from, feed)}) as moved`
  const [row] = await query(statement, values)
  return row?.['moved'] === true
}
