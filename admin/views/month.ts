import { isObject } from '../data/meta.ts'
import { HOUSE_ZONE } from '../fields/parts/format.ts'

const DAY = 86_400_000

/** Days as `2026-11-29`: what a calendar is made of, whatever the zone of the browser. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
export const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const addDays = (day: string, days: number): string => dayOf(timeOf(day) + days * DAY)

export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: HOUSE_ZONE }).format()
export const firstOf = (day: string): string => `${day.slice(0, 7)}-01`

export function addMonths(day: string, months: number): string {
  const date = new Date(timeOf(firstOf(day)))
  date.setUTCMonth(date.getUTCMonth() + months)
  return dayOf(date.getTime())
}

/** The weeks that show a month, Monday first. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = firstOf(month)
  const monday = addDays(first, -((new Date(timeOf(first)).getUTCDay() + 6) % 7))
  const last = addDays(addMonths(first, 1), -1)
  const weeks: string[][] = []
  for (let day = monday; day <= last; day = addDays(day, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)))
  return weeks
}

/** A moment as it is stored: an instant, one with its zone, or a day. */
export function momentOf(value: unknown): { readonly at: string; readonly zone: string } | undefined {
  if (typeof value === 'string') return { at: value, zone: HOUSE_ZONE }
  if (isObject(value) && typeof value['at'] === 'string') return { at: value['at'], zone: typeof value['zone'] === 'string' ? value['zone'] : HOUSE_ZONE }
  return undefined
}

/** The day on the clocks of its zone. */
export function dayIn(value: unknown): string | undefined {
  const moment = momentOf(value)
  if (!moment) return undefined
  return moment.at.length === 10 ? moment.at : new Intl.DateTimeFormat('en-CA', { timeZone: moment.zone }).format(Date.parse(moment.at))
}

/** Longer than this, only its first day is shown. */
const LONGEST = 7

export function daysOf(start: unknown, end: unknown): readonly string[] {
  const first = dayIn(start)
  if (first === undefined) return []
  const last = dayIn(end) ?? first
  const length = Math.round((timeOf(last) - timeOf(first)) / DAY) + 1
  return length >= 1 && length <= LONGEST ? Array.from({ length }, (_, index) => addDays(first, index)) : [first]
}
