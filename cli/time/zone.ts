/** A date and a time as a clock on a wall shows them. */
export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** In which the house works. */
export const USUAL_ZONE = 'Europe/Paris'

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  formats.set(zone, format)
  return format
}

export function isZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** What the clocks of a zone show at an instant. */
export function wallAt(instant: Date, zone: string): Wall {
  if (zone === USUAL_ZONE && isClockSet()) return byClock(instant)
  const parts = new Map<string, number>(formatOf(zone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (type: string): number => parts.get(type) ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second') }
}

let clockIsSet: boolean | undefined

/** The clock of the process itself knows the zone: a formatter loads tables of its own, which takes longer than to start. */
function isClockSet(): boolean {
  if (clockIsSet === undefined) {
    process.env['TZ'] = USUAL_ZONE
    // Where the process is not ours alone, it may be another one all the same.
    clockIsSet = [0, 6].map((month) => new Date(Date.UTC(2023, month)).getTimezoneOffset()).join() === '-60,-120'
  }
  return clockIsSet
}

const byClock = (instant: Date): Wall =>
  ({ year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate(), hour: instant.getHours(), minute: instant.getMinutes(), second: instant.getSeconds() })

const numberOf = ({ year, month, day, hour, minute, second }: Wall): number => Date.UTC(year, month - 1, day, hour, minute, second)

/**
 * The instant at which the clocks of a zone show this. When they are put back and show it twice it is
 * the first time; when they are put forward and skip it there is none.
 */
export function instantOf(wall: Wall, zone: string): Date | undefined {
  const shown = numberOf(wall)
  const offsets = [-86_400_000, 0, 86_400_000].map((away) => {
    const near = new Date(shown + away)
    return numberOf(wallAt(near, zone)) - Math.floor(near.getTime() / 1_000) * 1_000
  })
  const found = [...new Set(offsets)].map((offset) => new Date(shown - offset)).filter((instant) => numberOf(wallAt(instant, zone)) === shown)
  return found.sort((one, other) => one.getTime() - other.getTime())[0]
}

/** The date that a calendar has, or none: there is no 31 June. */
export function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
