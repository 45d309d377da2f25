import { isDay } from './fields/date.ts'

/** A day and an hour as a clock on the wall shows them. */
export interface LocalTime {
  /** `2023-06-04` */
  readonly day: string
  readonly hour: number
  readonly minute: number
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'janv'], ['february', 'fevrier', 'fevr', 'fev'], ['march', 'mars'], ['april', 'avril', 'avr'], ['may', 'mai'], ['june', 'juin'],
  ['july', 'juillet', 'juil'], ['august', 'aout'], ['september', 'septembre', 'sept'], ['october', 'octobre'], ['november', 'novembre'], ['december', 'decembre'],
]

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.,\s\u00a0\u202f]+/g, ' ').trim()

const monthOf = (word: string): number => 1 + MONTHS.findIndex((names) => names.some((name) => name === word || name.slice(0, 3) === word || (word.length > 3 && name.startsWith(word))))

/** `@ 1PM`, `13:00`, `13h`, `13 h 30`, `à 9am`. */
const CLOCK = '(?:@|a|at|,)? ?(\\d{1,2})(?: ?(?:h|:) ?(\\d{2})?| ?h)? ?(am|pm)?'
const FORMS: readonly { readonly form: RegExp; readonly day: (found: readonly string[]) => readonly [string, number, string]; readonly clock: number }[] = [
  { form: new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})[t ] ?${CLOCK}(?::\\d{2})?$`), day: ([, year = '', month = '', day = '']) => [year, Number(month), day], clock: 4 },
  { form: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4}) ${CLOCK}$`), day: ([, day = '', month = '', year = '']) => [year, Number(month), day], clock: 4 },
  { form: new RegExp(`^(?:\\p{L}+ )?(\\d{1,2})(?:er|st|nd|rd|th)? (\\p{L}+) (\\d{4}) ${CLOCK}$`, 'u'), day: ([, day = '', month = '', year = '']) => [year, monthOf(month), day], clock: 4 },
  { form: new RegExp(`^(?:\\p{L}+ )?(\\p{L}+) (\\d{1,2})(?:st|nd|rd|th)? (\\d{4}) ${CLOCK}$`, 'u'), day: ([, month = '', day = '', year = '']) => [year, monthOf(month), day], clock: 4 },
]

/** A day and an hour as people write them, in French or English; undefined where nobody could say which one is meant. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const words = folded(text)
  for (const { form, day, clock } of FORMS) {
    const found = form.exec(words)
    if (!found) continue
    const [year, month, dayOfMonth] = day(found)
    const hour = hourOf(Number(found[clock]), found[clock + 2])
    const minute = Number(found[clock + 1] ?? 0)
    const date = `${year}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
    return isDay(date) && hour !== undefined && minute < 60 ? { day: date, hour, minute } : undefined
  }
  return undefined
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

/** The clock of a zone at an instant, as if it were that of UTC: milliseconds. */
function clockIn(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at)
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/**
 * The instant at which the clocks of a zone show a time; the first of the two where they are put back,
 * undefined where they are put forward over it.
 */
export function instantIn(zone: string, { day, hour, minute }: LocalTime): string | undefined {
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000
  const day24 = 86_400_000
  const candidates = [wanted - day24, wanted + day24].map((near) => wanted - (clockIn(zone, near) - near)).filter((at) => clockIn(zone, at) === wanted)
  return candidates.length === 0 ? undefined : new Date(Math.min(...candidates)).toISOString()
}
