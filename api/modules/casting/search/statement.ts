import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { CastingCategory } from '#schema/casting/castingCategory.ts'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { Profession } from '#schema/casting/profession.ts'
import { ProfessionDomain } from '#schema/casting/professionDomain.ts'
import { ContractType } from '#schema/core/contractType.ts'
import { Region } from '#schema/core/region.ts'
import { offerSlices } from '#schema/casting/sql/offerSlices.ts'
import type { Reading } from '../../../read/rootQuery.ts'
import { facetNames, facets, type Criteria, type Facet } from './criteria.ts'
import type { Position } from './cursor.ts'
import { marked } from './highlight.ts'
import { distance } from './place.ts'
import type { Way } from './way.ts'

/** How many offers are counted, and put in order by relevance: of more, the newest. */
export const COUNTED = 1_000
const VALUES = 100

export interface Wanted {
  readonly criteria: Criteria
  readonly byRelevance: boolean
  readonly first: number
  readonly after: Position | undefined
}

const entities = { domains: ProfessionDomain, professions: Profession, contractTypes: ContractType, regions: Region, categories: CastingCategory } as const
/** Through which member of the offer a facet is read. */
const through: Readonly<Record<Facet, string>> = { domains: 'profession', professions: 'profession', contractTypes: 'contractType', regions: 'address', categories: 'categories' }

/**
 * One statement for a page, the number of offers found and those of each facet. The size of the answer,
 * not the number of published offers, says what it costs: nothing is counted or put in order beyond
 * `COUNTED` offers. Its plan depends on the words, so it is made anew each time.
 */
export function searchStatement(reading: Reading, wanted: Wanted): Sql {
  const { criteria, byRelevance } = wanted
  const counts = reading.asks('total') || reading.asks('more') || reading.asks('facets')
  const asked = facetNames.filter((facet) => reading.asks('facets', facet))
  const own = asked.filter((facet) => criteria.isNarrowedBy(facet))
  const sets = [
    ...(counts || byRelevance ? [sql`hits as materialized (${visible(reading, counted(wanted), byRelevance ? sql`${kept}, ${rank(criteria)} as rank` : kept)})`] : []),
    ...own.map((facet) => sql`${raw(`"${facet}"`)} as materialized (${visible(reading, inTurn(waysOf(criteria).map((way) => limited(criteria.conditions(way, facet)))), raw(`p.${facets[facet].column}`))})`),
    sql`page as materialized (${byRelevance ? rankedPage(wanted) : datedPage(wanted)})`,
  ]
  return sql`/* plan anew */ with ${join(sets, ', ')}
    select (select coalesce(json_agg(${hit(reading, wanted)} order by page.place), '[]') from ${shown(reading, wanted)}) as items,
      (select count(*)::int from page) as rows, ${now} as "asOf",
      ${counts ? raw('(select count(*)::int from hits)') : raw('0')} as found,
      ${facetsOf(reading, asked, own)} as facets`
}

const text = (time: string): string => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const now = raw(text('now()'))
const where = (conditions: readonly Sql[]): Sql => join(conditions, ' and ', ' where ')
const enough = raw(` limit ${COUNTED + 1}`)
const limited = (conditions: readonly Sql[], limit = enough): Sql => sql`select p.* from published_offer p${where(conditions)}${limit}`
const newestFirst = raw(' order by p.published_from desc, p.offer_id desc')

const waysOf = ({ found }: Criteria): Way[] => (found?.sliced ? offerSlices.map((slice) => ({ by: found.by, slice })) : [{ by: found?.by }])

/** One after the other, until there are enough: PostgreSQL does not begin with what is not needed any more. In no order: that keeps a million offers as quick as ten thousand. */
const inTurn = (sets: readonly Sql[]): Sql => sql`${together(sets)}${sets.length === 1 ? empty : enough}`
const together = (sets: readonly Sql[]): Sql => (sets.length === 1 ? join(sets) : join(sets.map((set) => sql`(${set})`), ' union all '))

/** The offers to count. The best are looked for among the newest: in all of them where they are few, otherwise first in those that were published last. */
function counted({ criteria, byRelevance, after }: Wanted): Sql {
  const { found } = criteria
  const set = (way: Way, more: readonly Sql[] = [], limit = enough): Sql => limited([...criteria.conditions(way), ...(after && byRelevance ? [sql`p.published_from <= ${after.asOf}::timestamptz`] : []), ...more], limit)
  if (!byRelevance || !found) return inTurn(waysOf(criteria).map((way) => set(way)))
  if (!found.edge) return inTurn(waysOf(criteria).map((way) => set(way, [], sql`${newestFirst}${enough}`)))
  const [newer, older] = [sql`p.published_from >= ${found.edge}`, sql`p.published_from < ${found.edge}`]
  return inTurn([set({ by: 'date' }, [newer]), ...waysOf(criteria).map((way) => set(way, [older]))])
}

/** What is kept of the offers that were found: everything but their words, which are most of a row. */
const kept = raw(['offer_id', 'published_from', 'latitude', 'longitude', ...facetNames.map((facet) => facets[facet].column)].map((column) => `p.${column}`).join(', '))
const nothing = raw(`''::tsquery`)

/** What is written as it was asked comes before what was forgiven. */
const rank = ({ found, written }: Criteria): Sql => sql`(ts_rank(p.words, ${found?.words ?? nothing}) + 2 * ts_rank(p.words, ${written}))::real`

/** Of these the caller is shown those that he may read: asked of the few that were found, not of all that there are. */
function visible(reading: Reading, offers: Sql, columns: Sql): Sql {
  const offer = reading.view(CastingOffer)
  const all = sql`select ${columns} from (${offers}) p`
  return offer.whole ? all : sql`${all} where exists (select from ${offer.from} where ${offer.id} = p.offer_id and ${offer.rows})`
}

/** By date every page is a walk along an index, however far; where hardly any offer has the words, it is these that are put in order. */
function datedPage({ criteria, after, first }: Wanted): Sql {
  const { found } = criteria
  const ways: Way[] = found?.sliced && !found.isRare ? [{ by: 'date' }] : waysOf(criteria)
  const beyond = after ? [sql`(p.published_from, p.offer_id) < (${after.publishedFrom}::timestamptz, ${after.id}::uuid)`] : []
  const page = sql`${newestFirst} limit ${raw(String(first + 1))}`
  return sql`select p.*, 0::real as rank, row_number() over (order by p.published_from desc, p.offer_id desc) as place
    from (select p.* from (${together(ways.map((way) => limited([...criteria.conditions(way), ...beyond], page)))}) p${page}) p`
}

function rankedPage({ after, first }: Wanted): Sql {
  const beyond = after ? sql` where (p.rank, p.published_from, p.offer_id) < (${after.rank}::real, ${after.publishedFrom}::timestamptz, ${after.id}::uuid)` : empty
  return sql`select p.*, row_number() over (order by p.rank desc, p.published_from desc, p.offer_id desc) as place
    from (select p.* from hits p${beyond} order by p.rank desc, p.published_from desc, p.offer_id desc limit ${raw(String(first + 1))}) p`
}

/** The offers of the page, read as the read engine reads them. */
function shown(reading: Reading, { first }: Wanted): Sql {
  const offer = reading.view(CastingOffer)
  return sql`page join ${offer.from} on ${offer.id} = page.offer_id and ${offer.rows} cross join lateral (select ${offer.columns(['items', 'offer'])}) r where page.place <= ${raw(String(first))}`
}

function hit(reading: Reading, { criteria: { found, place } }: Wanted): Sql {
  const offer = reading.view(CastingOffer)
  const mark = (member: string, options: 'whole' | 'part'): Sql => (found ? marked(offer.column(member), found.words, options) : raw('null'))
  const asks = (field: string): boolean => reading.asks('items', field)
  return sql`json_build_object('offer', row_to_json(r), 'rank', page.rank::text, 'publishedFrom', ${raw(text('page.published_from'))}, 'id', page.offer_id,
    'title', ${asks('title') ? mark('title', 'whole') : raw('null')}, 'snippet', ${asks('snippet') ? mark('description', 'part') : raw('null')},
    'distance', ${place && asks('distance') ? sql`(select round(${distance(place)}::numeric, 1)::float8 from (select page.*) p)` : raw('null')})`
}

/** Each facet is counted among the offers that all the other criteria let through. */
function facetsOf(reading: Reading, asked: readonly Facet[], own: readonly Facet[]): Sql {
  const counts = asked.map((facet) => {
    reading.view(CastingOffer).check(through[facet])
    const value = reading.view(entities[facet], 'f')
    const set = raw(own.includes(facet) ? `"${facet}"` : 'hits')
    const ids = facets[facet].many ? sql`select unnest(category_ids) as id from ${set}` : sql`select ${raw(facets[facet].column)} as id from ${set}`
    return sql`${raw(`'${facet}'`)}, (select coalesce(json_agg(v), '[]') from (select v.id, ${value.label} as name, v.count from (select id, count(*)::int as count from (${ids}) i group by id) v
      join ${value.from} on ${value.id} = v.id and ${value.rows} order by v.count desc, 2 limit ${raw(String(VALUES))}) v)`
  })
  return counts.length === 0 ? raw(`'{}'::json`) : sql`json_build_object(${join(counts, ', ')})`
}
