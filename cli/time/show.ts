import type { Locale } from '../text/labels.ts'
import { wallAt } from './zone.ts'

const months: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

const dayText = (year: number, month: number, day: number, locale: Locale): string => `${day} ${months[locale][month - 1] ?? ''} ${year}`

/** `2023-06-04` → `4 juin 2023`, `4 Jun 2023` */
export function showDay(iso: string, locale: Locale): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return Number.isNaN(year + month + day) ? iso : dayText(year, month, day, locale)
}

/** `4 juin 2023 à 13h`, `4 Jun 2023 @ 1PM`: what is shown can be typed. */
export function showInstant(iso: string, zone: string, locale: Locale): string {
  const instant = new Date(iso)
  if (Number.isNaN(instant.getTime())) return iso
  const { year, month, day, hour, minute } = wallAt(instant, zone)
  const minutes = String(minute).padStart(2, '0')
  const date = dayText(year, month, day, locale)
  if (locale === 'fr') return `${date} à ${hour}h${minute === 0 ? '' : minutes}`
  return `${date} @ ${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${minutes}`}${hour < 12 ? 'AM' : 'PM'}`
}
