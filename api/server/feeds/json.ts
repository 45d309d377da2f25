import type { FeedFormat, FeedOffer } from './offer.ts'

type Value = string | number | readonly string[] | null

/** A member of an object as JSON, after a comma; nothing where there is nothing. An object of each offer would only be made to be written. */
const member = (name: string, value: Value): string => (value === null ? '' : `,"${name}":${JSON.stringify(value)}`)

/** An object of the members that there are; nothing where there are none. */
const object = (name: string, members: string): string => (members === '' ? '' : `,"${name}":{${members.slice(1)}}`)

const place = ({ city, postcode, region, country, latitude, longitude }: FeedOffer): string =>
  object('place', member('city', city) + member('postcode', postcode) + member('region', region) + member('country', country) + member('latitude', latitude) + member('longitude', longitude))

const contact = ({ contactName, contactEmail, contactPhone }: FeedOffer): string =>
  object('contact', member('name', contactName) + member('email', contactEmail) + member('phone', contactPhone))

const ownWords = (offer: FeedOffer): string => object('_coulisses',
  member('reference', offer.reference) + member('posts', offer.posts) + member('starts_on', offer.startsOn) + member('published_until', offer.publishedUntil) + member('client', offer.client)
  + member('profession', offer.profession) + member('domain', offer.domain) + member('contract_type', offer.contractType) + member('categories', offer.categories ?? []) + place(offer) + contact(offer))

const itemOf = (offer: FeedOffer): string =>
  `{"id":"${offer.id}"${member('title', offer.title ?? '')}${member('content_html', offer.description ?? '')}${member('date_published', offer.publishedFrom)},"date_modified":"${offer.changedAt}"${
    member('tags', [offer.profession, offer.domain, offer.contractType, ...(offer.categories ?? [])].filter((tag) => tag !== null))}${ownWords(offer)}}`

/** JSON Feed 1.1; what it has no word for stands in its extension `_coulisses`. */
export const json: FeedFormat = {
  contentType: 'application/feed+json; charset=utf-8',
  open: ({ title, home, self }) =>
    `${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, home_page_url: home, feed_url: self, language: 'fr' }).slice(0, -1)},"items":[`,
  offer: (offer, first) => (first ? '' : ',') + itemOf(offer),
  close: ({ complete, nextSince, at }, gone) => `],"_coulisses":${JSON.stringify({ read_at: at, complete, next_since: nextSince, gone })}}\n`,
}
