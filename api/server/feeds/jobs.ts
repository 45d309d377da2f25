import type { FeedFormat, FeedOffer } from './offer.ts'

/** A JobPosting of schema.org, with all that it and search engines require. */
const posting = (offer: FeedOffer): object => ({
  '@type': 'JobPosting', '@id': `urn:uuid:${offer.id}`,
  title: offer.title ?? '', description: offer.description ?? '', datePosted: offer.publishedFrom, ...(offer.publishedUntil === null ? {} : { validThrough: offer.publishedUntil }),
  identifier: { '@type': 'PropertyValue', name: 'Coulisses', value: offer.reference ?? offer.id },
  hiringOrganization: { '@type': 'Organization', name: offer.client ?? 'Coulisses' },
  jobLocation: {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress', addressCountry: offer.country ?? 'FR', ...(offer.city === null ? {} : { addressLocality: offer.city }),
      ...(offer.postcode === null ? {} : { postalCode: offer.postcode }), ...(offer.region === null ? {} : { addressRegion: offer.region }),
    },
    ...(offer.latitude === null || offer.longitude === null ? {} : { geo: { '@type': 'GeoCoordinates', latitude: offer.latitude, longitude: offer.longitude } }),
  },
  ...(offer.contractType === null ? {} : { employmentType: offer.contractType }), ...(offer.profession === null ? {} : { occupationalCategory: offer.profession }),
  ...(offer.domain === null ? {} : { industry: offer.domain }), ...(offer.posts === null ? {} : { totalJobOpenings: offer.posts }), ...(offer.startsOn === null ? {} : { jobStartDate: offer.startsOn }),
  ...(offer.contactEmail === null && offer.contactName === null ? {} : {
    applicationContact: { '@type': 'ContactPoint', ...(offer.contactName === null ? {} : { name: offer.contactName }), ...(offer.contactEmail === null ? {} : { email: offer.contactEmail }), ...(offer.contactPhone === null ? {} : { telephone: offer.contactPhone }) },
  }),
})

const item = (value: object, first: boolean): string => `${first ? '' : ','}${JSON.stringify(value)}\n`

/** JSON-LD of schema.org: a DataFeed whose items are postings, or only say that one is gone. */
export const jobs: FeedFormat = {
  contentType: 'application/ld+json; charset=utf-8',
  open: ({ id, title, self, at, complete, nextSince }) => `${JSON.stringify({
    '@context': 'https://schema.org', '@type': 'DataFeed', '@id': `urn:uuid:${id}`, name: title, url: self, dateModified: at,
    additionalProperty: [{ '@type': 'PropertyValue', name: 'nextSince', value: nextSince }, { '@type': 'PropertyValue', name: 'complete', value: complete }],
  }).slice(0, -1)},"dataFeedElement":[\n`,
  offer: (offer, first) => item({ '@type': 'DataFeedItem', dateModified: offer.changedAt, item: posting(offer) }, first),
  gone: (id, at, first) => item({ '@type': 'DataFeedItem', dateDeleted: at, item: { '@type': 'Thing', '@id': `urn:uuid:${id}` } }, first),
  close: () => ']}\n',
}
