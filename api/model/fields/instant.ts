import { isDayOf } from './date.ts'
import { instantIn, parseLocalTime } from '../localTime.ts'
import { no, ok, type FieldKind, type FieldOptions, type Parsed } from './kind.ts'

export interface InstantOptions extends FieldOptions {
  /** Keeps the IANA zone in which the instant was meant beside it. */
  readonly zone?: boolean
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/

const FIRST = Date.parse('0001-01-01T00:00:00.000Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

export function parseInstant(value: unknown): Parsed {
  const found = typeof value === 'string' ? FORM.exec(value) : null
  const time = found && isDayOf(Number(found[1]), Number(found[2]), Number(found[3])) ? Date.parse(found[0]) : Number.NaN
  // An offset may lead out of the years that four digits can write.
  if (Number.isNaN(time) || time < FIRST || time > LAST) {
    return no('notInstant', { fr: 'Cette date et heure n’existe pas : écrivez par exemple 2026-11-20T14:00:00Z.', en: 'This date and time does not exist: write for example 2026-11-20T14:00:00Z.' })
  }
  return ok(new Date(time).toISOString())
}

export function isZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 60 || !/^[A-Za-z]/.test(value)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** An instant to the millisecond, stored and answered in UTC, with its zone beside it where `zone` asks for it. */
export const instant: FieldKind<InstantOptions> = {
  name: 'instant',
  graphql: 'DateTime',
  filter: 'ordered',
  sort: 'plain',
  columns: () => [{ part: '', type: 'timestamptz(3)' }],
  parse: parseInstant,
  select: (column) => utc(column('')),
}

/** An instant, or a time on the clocks of a zone as people write it: « 4 juin 2023 13h ». */
function parseIn(zone: string, value: unknown): Parsed {
  const time = typeof value === 'string' ? parseLocalTime(value) : undefined
  return parseInstant((time && instantIn(zone, time)) ?? value)
}

/** An instant and the IANA zone in which people meant it. */
export const zonedInstant: FieldKind<InstantOptions> = {
  name: 'zonedInstant',
  graphql: 'ZonedInstant',
  graphqlInput: 'ZonedInstantInput',
  graphqlOperand: 'DateTime',
  filter: 'ordered',
  sort: 'plain',
  columns: () => [{ part: '', type: 'timestamptz(3)' }, { part: 'zone', type: 'varchar(60)' }],
  parse: (value) => {
    const given = typeof value === 'object' && value !== null && 'at' in value ? value : { at: value }
    const zone = 'zone' in given && given.zone != null ? given.zone : 'Europe/Paris'
    const at = parseIn(isZone(zone) ? zone : 'UTC', given.at)
    if (!at.ok) return at
    return isZone(zone) ? ok(at.values[''], { zone }) : no('unknownZone', { fr: 'Fuseau horaire inconnu : écrivez par exemple Europe/Paris.', en: 'Unknown time zone: write for example Europe/Paris.' })
  },
  compose: (parts) => ({ at: parts[''], zone: parts['zone'] }),
  parseOperand: parseInstant,
  select: (column) => `case when ${column('')} is null then null else json_build_object('at', ${utc(column(''))}, 'zone', ${column('zone')}) end`,
  parts: { at: (column) => utc(column('')), zone: (column) => column('zone') },
  cell: 'at',
}

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
