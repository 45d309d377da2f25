import sql, { raw, type Sql } from 'sql-template-tag'
import { Address } from '#schema/core/address.ts'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { Profession } from '#schema/casting/profession.ts'
import type { Reading } from '../../../read/rootQuery.ts'
import { wrong } from '../../input.ts'
import type { By } from './newest.ts'
import { around, type Place } from './place.ts'

/** What a search may be narrowed by that is counted, too. */
export const facets = {
  domains: { column: 'domain_id', many: false },
  professions: { column: 'profession_id', many: false },
  contractTypes: { column: 'contract_type_id', many: false },
  regions: { column: 'region_id', many: false },
  categories: { column: 'category_ids', many: true },
} as const
export type Facet = keyof typeof facets
export const facetNames = Object.keys(facets) as readonly Facet[]

export type Args = Readonly<Record<string, unknown>>

/** A search as conditions on `published_offer p`. */
export interface Criteria {
  /** The words as a query of the full text, with all that is forgiven; undefined where there are none. */
  readonly words: Sql | undefined
  /** The words as they were written. */
  readonly written: Sql | undefined
  readonly place: Place | undefined
  /** All conditions, or all but that of one facet, so that the offers are found by this index. */
  conditions(by: By, without?: Facet): Sql[]
  isNarrowedBy(facet: Facet): boolean
}

const MAX_VALUES = 50

/** The words as a query of the full text; undefined where nothing that could be a word was written. */
export const wordsOf = ({ words }: Args): Sql | undefined =>
  (typeof words === 'string' && /[\p{L}\p{N}]/u.test(words) ? sql`offer_words(${words}::text)` : undefined)

export function criteriaOf(reading: Reading, args: Args, words: Sql | undefined, place: Place | undefined): Criteria {
  const chosen = new Map(facetNames.flatMap((facet) => (args[facet] === undefined ? [] : [[facet, valuesOf(args, facet)] as const])))
  checkRights(reading, words !== undefined, place !== undefined, chosen)
  const common = (by: By): Sql[] => [onView, ...(words ? [sql`(p.words @@ ${words})${raw(by === 'place' ? ' is true' : '')}`] : []), ...(place ? around(place, by === 'words') : []), ...dates(args)]
  return {
    words, place,
    written: words && sql`plainto_tsquery('coulisses', ${args['words']}::text)`,
    conditions: (by, without) => [...common(by), ...[...chosen].flatMap(([facet, values]) => (facet === without ? [] : [condition(facet, values)]))],
    isNarrowedBy: (facet) => chosen.has(facet),
  }
}

/** Whatever the search looks at must be the caller's to read. */
function checkRights(reading: Reading, words: boolean, place: boolean, chosen: ReadonlyMap<Facet, unknown>): void {
  const offer = reading.view(CastingOffer)
  offer.check('publishFrom', 'publishUntil', 'startsOn', 'profession', 'contractType', 'categories', 'address')
  if (words) offer.check('title', 'reference', 'description', 'client')
  if (chosen.has('domains')) reading.view(Profession).check('domain')
  if (place) reading.view(Address).check('position')
  if (words || chosen.has('regions')) reading.view(Address).check('region', 'city')
}

const onView = sql`p.published_from <= now() and (p.published_until is null or p.published_until > now())`

function valuesOf(args: Args, facet: Facet): readonly string[] {
  const values = args[facet] as readonly string[]
  if (values.length > MAX_VALUES) throw wrong(facet, 'tooMany', { fr: `Au plus ${MAX_VALUES} valeurs.`, en: `At most ${MAX_VALUES} values.` })
  return values
}

function condition(facet: Facet, values: readonly string[]): Sql {
  const column = raw(`p.${facets[facet].column}`)
  return facets[facet].many ? sql`${column} && ${values}::uuid[]` : sql`${column} = any(${values}::uuid[])`
}

function dates(args: Args): Sql[] {
  const { startsFrom, startsUntil, publishedSince } = args
  return [
    ...(startsFrom === undefined ? [] : [sql`p.starts_on >= ${startsFrom}::date`]),
    ...(startsUntil === undefined ? [] : [sql`p.starts_on <= ${startsUntil}::date`]),
    ...(publishedSince === undefined ? [] : [sql`p.published_from >= ${publishedSince}::timestamptz`]),
  ]
}
