import type { FeedFormat, FeedOffer } from './offer.ts'

const known = (values: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined => {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

const itemOf = (offer: FeedOffer): object => ({
  id: offer.id, title: offer.title ?? '', content_html: offer.description ?? '',
  ...(offer.publishedFrom === null ? {} : { date_published: offer.publishedFrom }), date_modified: offer.changedAt,
  tags: [offer.profession, offer.domain, offer.contractType, ...(offer.categories ?? [])].filter((tag) => tag !== null),
  _coulisses: known({
    reference: offer.reference, posts: offer.posts, starts_on: offer.startsOn, published_until: offer.publishedUntil, client: offer.client,
    profession: offer.profession, domain: offer.domain, contract_type: offer.contractType, categories: offer.categories ?? [],
    place: known({ city: offer.city, postcode: offer.postcode, region: offer.region, country: offer.country, latitude: offer.latitude, longitude: offer.longitude }),
    contact: known({ name: offer.contactName, email: offer.contactEmail, phone: offer.contactPhone }),
  }),
})

/** JSON Feed 1.1; what it has no word for stands in its extension `_coulisses`. */
export const json: FeedFormat = {
  contentType: 'application/feed+json; charset=utf-8',
  open: ({ title, home, self }) =>
    `${JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, home_page_url: home, feed_url: self, language: 'fr' }).slice(0, -1)},"items":[`,
  offer: (offer, first) => `${first ? '' : ','}${JSON.stringify(itemOf(offer))}`,
  close: ({ complete, nextSince, at }, gone) => `],"_coulisses":${JSON.stringify({ read_at: at, complete, next_since: nextSince, gone })}}\n`,
}
