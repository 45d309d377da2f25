import { no, ok, single, type FieldKind, type FieldOptions } from './kind.ts'

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day of the calendar: `2026-02-31` is not. */
export function isDay(value: string): boolean {
  const found = FORM.exec(value)
  if (!found || value < '0001-01-01') return false
  return isDayOf(Number(found[1]), Number(found[2]), Number(found[3]))
}

/** Whether a month has such a day; months are from 1 to 12. */
export const isDayOf = (year: number, month: number, day: number): boolean => day >= 1 && day <= daysIn(year, month)

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
/** Of a month from 1 to 12; of another one none. */
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : DAYS[month - 1] ?? 0)
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** A day without a time: `2026-11-20`. */
export const date: FieldKind<FieldOptions> = {
  name: 'date',
  graphql: 'Date',
  filter: 'ordered',
  sort: 'plain',
  columns: single('date'),
  parse: (value) =>
    typeof value === 'string' && isDay(value)
      ? ok(value)
      : no('notDate', { fr: 'Cette date n’existe pas : écrivez par exemple 2026-11-20.', en: 'This date does not exist: write for example 2026-11-20.' }),
  select: (column) => `to_char(${column('')}, 'YYYY-MM-DD')`,
}
