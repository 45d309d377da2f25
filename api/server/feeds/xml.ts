import type { FeedOffer } from './offer.ts'

/** Text in XML: characters that XML knows no way to write are left out. */
export const xml = (value: string): string =>
  value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** An element; nothing where there is nothing to say. */
export const element = (name: string, value: string | number | null | undefined, attributes = ''): string =>
  value === null || value === undefined ? '' : `<${name}${attributes}>${xml(String(value))}</${name}>`

const told = [
  'reference', 'posts', 'startsOn', 'publishedUntil', 'client', 'profession', 'domain', 'contractType', 'city', 'postcode', 'region', 'country', 'latitude', 'longitude',
  'contactName', 'contactEmail', 'contactPhone',
] as const

/** What neither RSS nor Atom has a word for, in our own. */
export const ownWords = (offer: FeedOffer): string => told.map((name) => element(`c:${name}`, offer[name])).join('')
