import sql, { empty, raw, type Sql } from 'sql-template-tag'
import { bandOfOffer, bandsBetween, offerSlices } from '#schema/casting/sql/offerSlices.ts'
import { Region } from '#schema/core/region.ts'
import { Town } from '#schema/core/town.ts'
import type { Reading } from '../../../read/rootQuery.ts'
import { wrong } from '../../input.ts'
import type { Args } from './criteria.ts'
import type { Way } from './way.ts'

/** A circle on the map. */
export interface Place {
  readonly latitude: number
  readonly longitude: number
  readonly km: number
  /** Of the town, where one was asked for. */
  readonly name: string | undefined
  readonly postcode?: string
  readonly region?: string | undefined
  /** The position is that of the neighbours. */
  readonly estimated?: boolean
  /** Smaller towns of the same name. */
  readonly others?: readonly { readonly name: string; readonly postcode: string; readonly region: string | undefined }[]
}

const STANDARD_KM = 30

/** The middle is a town, by its name or postcode, or a position. */
export async function placeOf(reading: Reading, { town, near, km }: Args): Promise<Place | undefined> {
  const radius = typeof km === 'number' ? km : STANDARD_KM
  if (near !== undefined && town !== undefined) throw wrong('near', 'townAndPosition', { fr: 'Donnez une commune ou une position, pas les deux.', en: 'Give a town or a position, not both.' })
  if (near !== undefined) return { ...(near as { latitude: number; longitude: number }), km: radius, name: undefined }
  if (typeof town === 'string') return { ...(await townNamed(reading, town)), km: radius }
  if (km !== undefined) throw wrong('km', 'noPlace', { fr: 'Une distance se compte d’une commune ou d’une position.', en: 'A distance is counted from a town or a position.' })
  return undefined
}

/** Towns of one name that are told beside the one that was taken. */
const OTHERS = 5

/**
 * «St Étienne», «saint-etienne», «Rochelle» for La Rochelle and «42000» are found. Of several of one name the largest is taken, and the others are
 * told: whoever means one of them says its region, its department or its postcode, «Saint-Denis, La Réunion» or «Saint-Denis (93)».
 */
async function townNamed(reading: Reading, given: string): Promise<Omit<Place, 'km'>> {
  const [, name = given, where = ''] = /^([^,(]+)[,(]([^,()]+)\)?\s*$/.exec(given) ?? []
  const [town, region] = [reading.view(Town), reading.view(Region, 'r')]
  town.check('name', 'postcode', 'otherPostcodes', 'population', 'region', 'position', 'positionEstimated')
  const inRegion = (what: Sql): Sql => sql`(select ${what} from ${region.from} where ${region.id} = region_id and ${region.rows})`
  const beside = where.trim() === '' ? empty : sql` and (town_name(${where}) = ${inRegion(sql`town_name(${region.label})`)} or postcode like ${digitsIn(where)})`
  const rows = await reading.query(sql`
    select name, postcode, ${inRegion(region.label)} as region, position::float8 as latitude, position_longitude::float8 as longitude, coalesce(position_estimated, false) as estimated
    from ${town.from} where ${town.rows} and town_keys(name, postcode, other_postcodes) && array[town_name(${name}), ${name.trim()}]${beside}
    order by population desc nulls last, id limit ${raw(String(OTHERS + 1))}`)
  const [found, ...others] = rows.map(townOf)
  if (!found) throw wrong('town', 'unknownTown', { fr: 'Commune inconnue : donnez son nom entier ou son code postal.', en: 'Unknown town: give its whole name or its postcode.' })
  return { ...found, others: others.map(({ name: called, postcode, region: there }) => ({ name: called, postcode, region: there })) }
}

/** The beginning of a postcode, as a pattern; of what is none, one that no postcode has. */
const digitsIn = (where: string): string => (/^\s*\d{2,5}\s*$/.test(where) ? `${where.trim()}%` : '-')

const townOf = (row: Readonly<Record<string, unknown>>) => ({
  name: String(row['name']), postcode: String(row['postcode']), region: row['region'] == null ? undefined : String(row['region']),
  latitude: Number(row['latitude']), longitude: Number(row['longitude']), estimated: row['estimated'] === true,
})

const KM_PER_DEGREE = 111.195

/** First what an index gives, or a square is read, then the circle in it. */
export const around = (place: Place, way: Way): Sql[] => [near(place, way), sql`${distance(place)} <= ${place.km}::float8`]

function near(place: Place, { by, slice }: Way): Sql {
  if (by === 'words') return sql`(${square(place)}) is true`
  if (by === 'date') return square(place)
  const { south, north } = edges(place)
  return sql`${raw(bandOfOffer)} = any(${bandsBetween(south, north, slice === undefined ? offerSlices : [slice])}::int[])${beside(place)}`
}

const edges = ({ latitude, km }: Place): { south: number; north: number } => ({ south: latitude - km / KM_PER_DEGREE, north: latitude + km / KM_PER_DEGREE })

export function square(place: Place): Sql {
  const { south, north } = edges(place)
  return sql`p.latitude between ${south}::float8 and ${north}::float8${beside(place)}`
}

function beside({ latitude, longitude, km }: Place): Sql {
  const high = km / KM_PER_DEGREE
  const parallel = Math.cos(((Math.abs(latitude) + high) * Math.PI) / 180)
  const wide = parallel <= 0.01 ? 360 : high / parallel
  // Across the date line the square would fall apart: there the circle alone decides.
  return longitude - wide < -180 || longitude + wide > 180 ? empty : sql` and p.longitude between ${longitude - wide}::float8 and ${longitude + wide}::float8`
}

/** Kilometres from the middle, along the great circle. */
export const distance = ({ latitude, longitude }: Place): Sql =>
  sql`(12742 * asin(least(1, sqrt(sin(radians(p.latitude - ${latitude}::float8) / 2) ^ 2 + cos(radians(${latitude}::float8)) * cos(radians(p.latitude)) * sin(radians(p.longitude - ${longitude}::float8) / 2) ^ 2))))`
