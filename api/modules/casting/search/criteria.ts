import sql, { raw, type Sql } from 'sql-template-tag'
import { Address } from '#schema/core/address.ts'
import { CastingOffer } from '#schema/casting/castingOffer.ts'
import { Profession } from '#schema/casting/profession.ts'
import type { Reading } from '../../../read/rootQuery.ts'
import { wrong } from '../../input.ts'
import type { Found } from './newest.ts'
import { around, type Place } from './place.ts'
import type { Way } from './way.ts'

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
  /** Undefined without words. */
  readonly found: Found | undefined
  /** The words as they were written. */
  readonly written: Sql
  readonly place: Place | undefined
  /** All conditions, or all but that of one facet, for offers that are found in this way. */
  conditions(way: Way, without?: Facet): Sql[]
  isNarrowedBy(facet: Facet): boolean
}

const MAX_VALUES = 50

/** The words; undefined where nothing that could be one was written. */
export const wordsOf = ({ words }: Args): string | undefined => (typeof words === 'string' && /[\p{L}\p{N}]/u.test(words) ? words : undefined)

export function criteriaOf(reading: Reading, args: Args, found: Found | undefined, place: Place | undefined): Criteria {
  const chosen = new Map(facetNames.flatMap((facet) => (args[facet] === undefined ? [] : [[facet, valuesOf(args, facet)] as const])))
  checkRights(reading, found !== undefined, place !== undefined, chosen)
  const common = (way: Way): Sql[] => [
    onView, ...(way.slice === undefined ? [] : [sql`p.slice = ${raw(String(way.slice))}`]),
    ...(found ? [withWords(found, way)] : []), ...(place ? around(place, way) : []), ...dates(args),
  ]
  return {
    found, place,
    written: sql`plainto_tsquery('coulisses', ${args['words']}::text)`,
    conditions: (way, without) => [...common(way), ...[...chosen].flatMap(([facet, values]) => (facet === without ? [] : [condition(facet, values)]))],
    isNarrowedBy: (facet) => chosen.has(facet),
  }
}

const withWords = ({ words, spelt }: Found, { by }: Way): Sql => (by === 'place' || by === 'date' ? sql`(p.words @@ ${words}) is true` : sql`p.words @@ ${spelt}`)

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
