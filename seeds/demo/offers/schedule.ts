import { random } from '../random.ts'
import type { Medium, OfferState } from './types.ts'

const shares: readonly (readonly [state: OfferState, count: number])[] = [['PUBLISHED', 220], ['DRAFT', 30], ['EXPIRED', 35], ['WITHDRAWN', 15]]

/** States of the offers, shuffled; as many as the shares add up to. */
export const states: readonly OfferState[] = random(1848).shuffle(shares.flatMap(([state, count]) => Array.from({ length: count }, () => state)))

/** In days from today: publication starts, publication ends, work starts. */
interface Slot {
  readonly from: number
  readonly until: number
  readonly start: number
}

export function slot(state: OfferState, seed: number): Slot {
  const { between } = random(seed)
  if (state === 'DRAFT') {
    const from = between(1, 20)
    const until = from + between(25, 60)
    return { from, until, start: until + between(14, 90) }
  }
  if (state === 'EXPIRED') {
    const until = -between(3, 110)
    return { from: until - between(25, 60), until, start: until + between(7, 75) }
  }
  const from = -between(1, 45)
  const until = between(5, 75)
  return { from, until, start: until + between(10, 100) }
}

const openAir: ReadonlySet<Medium> = new Set(['street', 'park'])

/** Nothing starts in the year-end holidays; what is done outdoors starts in spring, else it waits for the next one. */
export function inSeason(day: string, medium: Medium, seed: number): string {
  const [year, month, date] = day.split('-').map(Number)
  if (year !== undefined && ((month === 12 && (date ?? 1) > 18) || (month === 1 && (date ?? 1) < 5))) {
    return inSeason(`${String(month === 12 ? year + 1 : year)}-01-${String(random(seed).between(5, 18)).padStart(2, '0')}`, medium, seed)
  }
  if (!openAir.has(medium) || year === undefined || month === undefined || (month >= 4 && month <= 6)) return day
  return isoDay(new Date(Date.UTC(month < 4 ? year : year + 1, 3, random(seed).between(3, 60))))
}

const dayLength = 86_400_000

/** The day that is so many days away from another, at midnight UTC. */
export const daysAfter = (day: Date, count: number): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()) + count * dayLength)

export const isoDay = (day: Date): string => day.toISOString().slice(0, 10)

/** An instant of that day, in UTC. */
export const instant = (day: Date, hours: number, minutes = 0): string => new Date(day.getTime() + (hours * 60 + minutes) * 60_000).toISOString()
