import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { locales, type Locale } from '../model/labels.ts'

/** Browsers of one house send one header: it is read once. */
const known = new LRUCache<string, Locale>({ max: 200 })

/** The language that a caller reads best among ours; French when he says nothing. */
export function preferredLocale(header: string | undefined): Locale {
  if (header === undefined || header === '' || header.length > 200) return locales[0]
  const locale = known.get(header) ?? negotiate(header)
  known.set(header, locale)
  return locale
}

function negotiate(header: string): Locale {
  const [preferred] = new Negotiator({ headers: { 'accept-language': header } }).languages([...locales])
  return locales.find((locale) => locale === preferred) ?? locales[0]
}
