import type { Json } from '../remote/graphql.ts'
import { isObject } from '../remote/graphql.ts'
import type { Labels, Locale } from '../text/labels.ts'

/** Minor units of a currency (ISO 4217). */
function digitsOf(currency: string): number {
  if (currency === 'EUR') return 2
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** `{ amount: 123456, currency: "EUR" }` → `1234.56` */
export function decimalOf(value: Json): string | null {
  if (!isObject(value) || typeof value['amount'] !== 'number') return null
  const digits = digitsOf(String(value['currency']))
  const amount = String(Math.abs(value['amount'])).padStart(digits + 1, '0')
  const sign = value['amount'] < 0 ? '-' : ''
  return digits === 0 ? sign + amount : `${sign}${amount.slice(0, -digits)}.${amount.slice(-digits)}`
}

export function showMoney(value: Json, locale: Locale): string {
  const decimal = decimalOf(value)
  if (decimal === null || !isObject(value)) return ''
  const [whole = '', part] = decimal.split('.')
  const grouped = whole.replaceAll(/(?<=\d)(?=(\d{3})+$)/g, locale === 'fr' ? '\u00a0' : ',')
  const text = part === undefined ? grouped : `${grouped}${locale === 'fr' ? ',' : '.'}${part}`
  const currency = String(value['currency'])
  if (currency !== 'EUR') return `${text} ${currency}`
  return locale === 'fr' ? `${text} €` : `€${text}`
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Labels }

export const no = (fr: string, en: string): { readonly ok: false; readonly why: Labels } => ({ ok: false, why: { fr, en } })

const LARGEST = 15

/** An amount as people type it: `1 234,56 €`, `1,234.56`, `1500`, `EUR 20`. */
export function parseMoney(text: string, locale: Locale): Read<{ amount: number; currency: string }> {
  const bare = text.replaceAll('€', 'EUR').replaceAll(/[\s\u00a0\u202f']/g, '').toUpperCase()
  const found = /^([A-Z]{3})?(-?[\d.,]+)([A-Z]{3})?$/.exec(bare)
  if (!found || (found[1] && found[3])) return no('un montant est attendu, par exemple 1 234,56', 'an amount is expected, for example 1,234.56')
  const currency = found[1] ?? found[3] ?? 'EUR'
  const number = decimalText(found[2] ?? '', locale)
  const digits = digitsOf(currency)
  const parts = number === undefined ? null : /^(-?\d+)(?:\.(\d+))?$/.exec(number)
  if (!parts) return no('ce montant peut se lire de deux façons : écrivez 1234,56', 'this amount can be read in two ways: write 1234.56')
  const [, whole = '', cents = ''] = parts
  if (cents.length > digits) return no(`au plus ${digits} décimales`, `${digits} decimals at most`)
  if (whole.length > LARGEST - digits) return no('ce montant est trop grand', 'this amount is too large')
  return { ok: true, value: { amount: Number(whole + cents.padEnd(digits, '0')), currency } }
}

/** With a point for the decimals and nothing between the thousands; undefined where that can be meant in two ways. */
function decimalText(text: string, locale: Locale): string | undefined {
  const last = text.at(Math.max(text.lastIndexOf(','), text.lastIndexOf('.')))
  if (last === undefined || !/[.,]/.test(text)) return text
  const mark = last === ',' ? ',' : '.'
  const other = mark === ',' ? '.' : ','
  const once = text.indexOf(mark) === text.lastIndexOf(mark)
  const grouped = new RegExp(`^-?\\d{1,3}(\\${other}\\d{3})+\\${mark}\\d+$`).test(text)
  if (text.includes(other)) return grouped && once ? text.replaceAll(other, '').replace(mark, '.') : undefined
  const thousands = new RegExp(`^-?[1-9]\\d{0,2}(\\${mark}\\d{3})+$`).test(text)
  if (!thousands) return once ? text.replace(mark, '.') : undefined
  // 1,234 is thousands in English and three decimals in French; 1.234 is either in French.
  const decimal = locale === 'fr' ? ',' : '.'
  if (mark === decimal && once) return text.replace(mark, '.')
  return locale === 'fr' && once ? undefined : text.replaceAll(mark, '')
}
