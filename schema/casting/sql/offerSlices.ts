/** Each with an index of words of its own. */
export const offerSlices = [0, 1, 2, 3] as const
export type OfferSlice = (typeof offerSlices)[number]

const lastByte = 'get_byte(uuid_send(offer_id), 15)'

/** One, two, five and eight sixteenths of the offers, by the last byte of the id, which is chance: each slice is like the whole. */
export const sliceOfOffer = `case when ${lastByte} < 16 then 0 when ${lastByte} < 48 then 1 when ${lastByte} < 128 then 2 else 3 end`

/** Quarters of a degree. */
const BANDS = 4

/**
 * Within which parallels an offer lies, and its slice: an index finds what lies between two longitudes within some
 * parallels of a slice, where between two latitudes it would read all around the world.
 */
export const bandOfOffer = `floor(latitude * ${BANDS})::int * ${offerSlices.length} + slice`

/** The same for all that may lie between two latitudes, in degrees. */
export function bandsBetween(south: number, north: number, slices: readonly OfferSlice[]): number[] {
  const [first, last] = [Math.floor(south * BANDS), Math.floor(north * BANDS)]
  return Array.from({ length: last - first + 1 }, (_, band) => slices.map((slice) => (first + band) * offerSlices.length + slice)).flat()
}
