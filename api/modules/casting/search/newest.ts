import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading } from '../../../read/rootQuery.ts'
import { square, type Place } from './place.ts'

/** Of all that are published, the newest: where the best are looked for first, and what tells about the others. */
export interface Newest {
  /** When the oldest of them was published. */
  readonly edge: Sql
  /** How the newest are found, and the older ones. */
  readonly newer: By
  readonly older: By
}

/**
 * The one way to go to the offers with the words around the place, where both together would tell of too many: `words` by
 * their index, and the place is read in what it leads to; `place` by that of the place, or of the date, and the words are
 * read. Undefined: PostgreSQL chooses.
 */
export type By = 'place' | 'words' | undefined

/** So many are looked through in the time in which a search may be answered, however many there are. */
const NEWEST = 10_000

/** So few around a place are read one by one, whatever their words; of so many its index tells for longer than it takes to read those with the words. */
const [FEW, MANY] = [5_000, 100_000]
/** Of so many newest offers, so many with the words make them common: of a million the index of words would tell a hundred thousand and more. */
const [SAMPLE, COMMON] = [100, 15]

/** Reads an index and a hundred offers. @param asOf when the first page was asked */
export async function newestOf(reading: Reading, words: Sql, asOf: string | undefined, place: Place | undefined): Promise<Newest> {
  const from = asOf === undefined ? raw('now()') : sql`${asOf}::timestamptz`
  const newest = (columns: string, limit: number): Sql => sql`(select ${raw(columns)} from published_offer where published_from <= ${from} order by published_from desc limit ${raw(String(limit))}) p`
  const [row] = await reading.query(sql`/* plan anew */ select coalesce(min(published_from), 'infinity')::text as edge, count(*)::int as seen, ${place ? sql`count(*) filter (where ${square(place)})` : raw('count(*)')}::int as near,
    (select count(*)::int from ${newest('words', SAMPLE)} where p.words @@ ${words}) as common, (select reltuples::float8 from pg_class where oid = 'published_offer'::regclass) as "all"
    from ${newest('published_from, latitude, longitude', NEWEST)}`)
  const number = (name: string): number => Number(row?.[name])
  const counts = { seen: number('seen'), near: number('near'), all: number('all'), isCommon: number('common') >= COMMON, isRare: number('common') === 0 }
  return { edge: sql`${String(row?.['edge'])}::timestamptz`, ...(place ? waysAround(counts) : ways(counts)) }
}

interface Counts { readonly seen: number; readonly near: number; readonly all: number; readonly isCommon: boolean; readonly isRare: boolean }
type Ways = Pick<Newest, 'newer' | 'older'>

/** Without a place. */
function ways({ seen, all, isCommon }: Counts): Ways {
  const by = isCommon && all > seen ? 'place' : undefined
  return { newer: by, older: by }
}

function waysAround({ seen, near, all, isCommon, isRare }: Counts): Ways {
  const isAll = seen < NEWEST || all <= seen
  const around = isAll ? near : near * (all / seen)
  const older = around < FEW || isCommon ? 'place' : around > MANY ? 'words' : undefined
  // Words that one in a hundred has stand in the index more often than there are newest offers around the place.
  return { older, newer: isAll || older === 'place' || isRare ? older : 'place' }
}
