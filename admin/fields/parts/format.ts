import { useLocale } from 'ra-core'

/** Where times are shown that carry no zone of their own. */
export const HOUSE_ZONE = 'Europe/Paris'

const cache = new Map<string, unknown>()
function kept<T>(key: string, make: () => T): T {
  if (!cache.has(key)) cache.set(key, make())
  // Only `kept` writes here, one type to a key.
  return cache.get(key) as T
}

export const dayFormat = (locale: string): Intl.DateTimeFormat => kept(`day ${locale}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }))
export const instantFormat = (locale: string, zone: string): Intl.DateTimeFormat =>
  kept(`instant ${locale} ${zone}`, () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }))
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))
export const namesOf = (locale: string, type: Intl.DisplayNamesType): Intl.DisplayNames =>
  kept(`names ${locale} ${type}`, () => new Intl.DisplayNames(locale, { type, fallback: 'code' }))

export function useInstant(): (value: unknown, zone?: string) => string {
  const locale = useLocale()
  return (value, zone = HOUSE_ZONE) => {
    const date = typeof value === 'string' ? new Date(value) : undefined
    return date && !Number.isNaN(date.getTime()) ? instantFormat(locale, zone).format(date) : ''
  }
}

/** `95` → `1 h 35` */
export function writtenDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

/** `1 h 35`, `1:35`, `1h35`, `95`, `95 min` → 95; a text that is none of them stays, for the server to name its fault. */
export function readDuration(text: string): number | string | null {
  const given = text.trim().toLowerCase()
  if (given === '') return null
  const found = /^(?:(\d+)\s*(?:h|:)\s*)?(\d{1,5})?\s*(?:min|m)?$/.exec(given)
  if (!found || (found[1] === undefined && found[2] === undefined)) return text
  return Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0)
}

/** Number of decimals of a currency, by ISO 4217: two for the euro, none for the yen. */
export const decimalsOf = (currency: string): number => {
  try {
    return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** `1 234,56` or `1,234.56` or `1234.56` → `1234.56`; undefined where it is no number. */
export function readNumber(text: string): string | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f']/g, '')
  const comma = plain.lastIndexOf(',')
  const point = plain.lastIndexOf('.')
  // Of both, the last one is the decimal sign; the other groups thousands.
  const pointed = comma > point ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '')
  return /^-?\d+(\.\d*)?$/.test(pointed) ? pointed.replace(/\.$/, '') : undefined
}
