import { no, type Read } from '../things/money.ts'
import { dayWords, monthWords, relativeDays, timeWords } from './words.ts'
import { exists, instantOf, wallAt, type Wall } from './zone.ts'

interface Day { readonly year: number; readonly month: number; readonly day: number }
interface Time { readonly hour: number; readonly minute: number; readonly second: number }

/** A text of which a beginning was understood. */
type Piece<T> = { readonly value: T; readonly rest: string } | undefined

const notADate = no('une date est attendue : 4 juin 2023, 2023-06-04, demain', 'a date is expected: 4 Jun 2023, 2023-06-04, tomorrow')
const notATime = no('une date et une heure sont attendues : 4 juin 2023 13h, demain 9h, 2023-06-04T13:00', 'a date and a time are expected: 4 Jun 2023 @ 1PM, tomorrow 9am, 2023-06-04T13:00')
const noSuchDay = no('cette date n’existe pas', 'this date does not exist')
const noSuchTime = no('cette heure n’existe pas ce jour-là', 'this time does not exist on that day')

/** Small letters without accents, one space between words; what only joins words is left out. */
const simplify = (text: string): string => text.toLowerCase().normalize('NFD').replaceAll(/\p{Mn}/gu, '')
  .replaceAll('’', '\'').replaceAll(/\ba\.m\.?/g, 'am').replaceAll(/\bp\.m\.?/g, 'pm')
  .replaceAll(/[,@]|\b(le|a|at|on|the|vers)\b(?!')/g, ' ').replaceAll(/\s+/g, ' ').trim()

/** A day as people type it; `now` and `zone` say what today is. */
export function parseDay(text: string, now: Date, zone: string): Read<string> {
  const found = readDay(simplify(text), wallAt(now, zone))
  if (!found || found.rest !== '') return notADate
  const { year, month, day } = found.value
  return exists(year, month, day) ? { ok: true, value: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` } : noSuchDay
}

const two = (number: number): string => String(number).padStart(2, '0')

/** An instant as people type it, meant by the clocks of `zone` unless it says its offset. Answers ISO in UTC. */
export function parseInstant(text: string, now: Date, zone: string): Read<string> {
  const simple = simplify(text)
  const day = readDay(simple, wallAt(now, zone))
  const time = day ? readTime(day.rest.replace(/^t(?=\d)/, '')) : undefined
  if (!day || !time) return notATime
  if (!exists(day.value.year, day.value.month, day.value.day)) return noSuchDay
  if (time.value.hour > 23 || time.value.minute > 59 || time.value.second > 59) return noSuchTime
  const wall: Wall = { ...day.value, ...time.value }
  const offset = /^(z|utc|([+-])(\d\d):?(\d\d))$/.exec(time.rest)
  if (time.rest !== '' && !offset) return notATime
  const instant = offset ? withOffset(wall, offset) : instantOf(wall, zone)
  return instant ? { ok: true, value: instant.toISOString() } : noSuchTime
}

function withOffset({ year, month, day, hour, minute, second }: Wall, [, , sign, hours, minutes]: RegExpExecArray): Date {
  const away = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  return new Date(Date.UTC(year, month - 1, day, hour, minute - away, second))
}

function readDay(text: string, today: Day): Piece<Day> {
  return numeric(text) ?? named(text, today) ?? relative(text, today)
}

/** `2023-06-04`, `04/06/2023`: the day first, as France writes it. */
function numeric(text: string): Piece<Day> {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text)
  if (iso) return piece(text, iso, day(iso[1], iso[2], iso[3]))
  const european = /^(\d\d?)[/.](\d\d?)[/.](\d{4})(?!\d)/.exec(text)
  return european ? piece(text, european, day(european[3], european[2], european[1])) : undefined
}

const day = (year: string | number | undefined, month: string | number | undefined, date: string | number | undefined): Day => ({ year: Number(year), month: Number(month), day: Number(date) })

const aMonth = [...monthWords.keys()].join('|')
const aWeekday = new RegExp(`^(${[...dayWords.keys()].join('|')})\\.? (?=\\d|${aMonth})`)
const dayFirst = new RegExp(`^(?<day>\\d\\d?)(?:er|st|nd|rd|th)? (?<month>${aMonth})\\.?(?: (?<year>\\d{4}))?(?![\\w:])`)
const monthFirst = new RegExp(`^(?<month>${aMonth})\\.? (?<day>\\d\\d?)(?:st|nd|rd|th)?(?: (?<year>\\d{4}))?(?![\\w:])`)

/** `4 juin 2023`, `sunday 4 Jun 2023`, `June 4th 2023`; without a year, the next one to come. */
function named(text: string, today: Day): Piece<Day> {
  // `mar` is a weekday in French and a month in English.
  for (const said of new Set([text.replace(aWeekday, ''), text])) {
    const found = dayFirst.exec(said) ?? monthFirst.exec(said)
    if (!found?.groups) continue
    const { day: date, month: name = '', year } = found.groups
    const number = monthWords.get(name) ?? 0
    const passed = number < today.month || (number === today.month && Number(date) < today.day)
    return piece(said, found, day(year ?? today.year + (passed ? 1 : 0), number, date))
  }
  return undefined
}

/** `demain`, `next friday`, `dans 3 jours`. */
function relative(text: string, today: Day): Piece<Day> {
  for (const [word, days] of relativeDays) if (new RegExp(`^${word}\\b`).test(text)) return { value: later(today, days), rest: text.slice(word.length).trim() }
  const away = /^(?:in|dans) (\d{1,3}) (days?|jours?|weeks?|semaines?)\b/.exec(text)
  if (away) return piece(text, away, later(today, Number(away[1]) * (/^[sw]/.test(away[2] ?? '') ? 7 : 1)))
  const weekday = new RegExp(`^(?:next )?(${[...dayWords.keys()].join('|')})(?: prochain)?\\b`).exec(text)
  const wanted = weekday ? dayWords.get(weekday[1] ?? '') : undefined
  if (!weekday || wanted === undefined) return undefined
  const now = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay()
  return piece(text, weekday, later(today, (wanted - now + 6) % 7 + 1))
}

function later({ year, month, day: date }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, date + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** `13h`, `13h30`, `13:30`, `1pm`, `1:30 PM`, `midi`. */
function readTime(text: string): Piece<Time> {
  for (const [word, hour] of timeWords) if (new RegExp(`^${word}\\b`).test(text)) return { value: { hour, minute: 0, second: 0 }, rest: text.slice(word.length).trim() }
  const found = /^(\d\d?)(?:(?:[:h.](\d\d))(?:[:](\d\d)(?:\.\d+)?)?| ?h(?:eures?)?(?: (\d\d))?)?(?: ?(am|pm))?/.exec(text)
  if (!found) return undefined
  const [whole, hours, minutes, seconds, after, half] = found
  // A bare number is no time.
  if (whole === hours) return undefined
  const hour = Number(hours)
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined
  return piece(text, found, { hour: half === undefined ? hour : hour % 12 + (half === 'pm' ? 12 : 0), minute: Number(minutes ?? after ?? 0), second: Number(seconds ?? 0) })
}

const piece = <T>(text: string, found: RegExpExecArray, value: T): Piece<T> => ({ value, rest: text.slice(found[0].length).trim() })
