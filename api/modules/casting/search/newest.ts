import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading } from '../../../read/rootQuery.ts'
import { square, type Place } from './place.ts'
import type { By } from './way.ts'

/** What the words of a search mean, and how the offers are found that have them. */
export interface Found {
  /** The words as a query of the full text, with all that is forgiven. */
  readonly words: Sql
  /** The same for an index: what is unfinished is spelt out. */
  readonly spelt: Sql
  readonly by: By
  /** Whether slice by slice, until there are enough. */
  readonly sliced: boolean
  /** Whether none of the newest has them: then their index tells of few. */
  readonly isRare: boolean
  /** Those published since are looked through first; undefined where they are few enough to put them all in order. */
  readonly edge: Sql | undefined
}

/** So many of the newest are looked through before all others. */
const NEWEST = 2_000

/** So few around a place are read one by one, whatever their words; of so many its index tells for longer than it takes to read those with words of which there are few. */
const [FEW, MANY] = [5_000, 100_000]
/** Of so many newest offers, so many with the words are not few; so many make them common: reading one after the other finds them sooner than their index. */
const [SAMPLE, SOME, COMMON] = [100, 10, 20]

/** Reads an index and a hundred offers. @param asOf when the first page was asked */
export async function foundBy(reading: Reading, words: string, asOf: string | undefined, place: Place | undefined): Promise<Found> {
  const from = asOf === undefined ? raw('now()') : sql`${asOf}::timestamptz`
  const newest = (columns: string, limit: number): Sql => sql`(select ${raw(columns)} from published_offer where published_from <= ${from} order by published_from desc limit ${raw(String(limit))}) p`
  const [row] = await reading.query(sql`with asked as materialized (select offer_words(${words}::text) as words)
    select asked.words::text, spelt_out(asked.words)::text as spelt, n.*, (select count(*)::int from ${newest('words', SAMPLE)} where p.words @@ asked.words) as common,
      (select reltuples::float8 from pg_class where oid = 'published_offer'::regclass) as "all"
    from asked, (select coalesce(min(published_from), 'infinity')::text as edge, count(*)::int as seen, ${place ? sql`count(*) filter (where ${square(place)})` : raw('count(*)')}::int as near from ${newest('published_from, latitude, longitude', NEWEST)}) n`)
  const number = (name: string): number => Number(row?.[name])
  const query = (name: string): Sql => sql`${row?.[name] ?? null}::tsquery`
  const all = number('seen') < NEWEST ? number('seen') : Math.max(number('all'), NEWEST)
  const around = number('near') * (all / Math.max(1, number('seen')))
  const few = place !== undefined && around <= FEW
  const by = few ? 'place' : place ? wayAround(around, number('common')) : number('common') >= COMMON ? 'date' : 'words'
  return {
    words: query('words'), spelt: query('spelt'), isRare: number('common') === 0, by, sliced: !few && by !== 'date',
    edge: all <= NEWEST || few ? undefined : sql`${String(row?.['edge'])}::timestamptz`,
  }
}

/** @param around how many lie around the place @param common how many of the sample have the words */
function wayAround(around: number, common: number): By {
  if (around > MANY) return common < SOME ? 'words' : undefined
  return common >= COMMON ? 'place' : undefined
}
