import sql, { type Sql } from 'sql-template-tag'
import { isEmpty, type OperatorFamily, type Place, type Subject } from './operator.ts'

/** Kilometres of one degree of latitude, on a sphere of the earth's mean radius. */
const KM_PER_DEGREE = 111.195
const EARTH_KM = 6_371.009

/** Within so many kilometres of a place, as the crow flies. The band of latitudes comes first: an index can hold it. */
export const position: OperatorFamily = {
  near: { takes: 'place', condition: near },
  isEmpty,
}

function near(subject: Subject, { latitude, longitude, km }: Place): Sql {
  const reach = km / KM_PER_DEGREE
  const at = subject.column()
  const band = sql`${at} between ${latitude - reach}::numeric and ${latitude + reach}::numeric`
  const north = sql`sin(radians((${at}::float8 - ${latitude}::float8) / 2)) ^ 2`
  const east = sql`cos(radians(${latitude}::float8)) * cos(radians(${at}::float8)) * sin(radians((${subject.column('longitude')}::float8 - ${longitude}::float8) / 2)) ^ 2`
  return sql`(${band} and 2 * ${EARTH_KM}::float8 * asin(sqrt(least(1, ${north} + ${east}))) <= ${km}::float8)`
}
