import type { FeedFormat, FeedOffer } from './offer.ts'
import { element, ownWords, xml } from './xml.ts'

const day = (time: string): string => new Date(time).toUTCString()

const itemOf = (offer: FeedOffer): string => `<item><guid isPermaLink="false">urn:uuid:${offer.id}</guid>${element('title', offer.title ?? '')}${element('description', offer.description ?? '')}${
  offer.publishedFrom === null ? '' : element('pubDate', day(offer.publishedFrom))}${[offer.profession, offer.domain, offer.contractType, ...(offer.categories ?? [])].map((tag) => element('category', tag)).join('')}${
  ownWords(offer)}</item>\n`

/** RSS 2.0, with the tombstones of RFC 6721, the mark of a whole feed of RFC 5005, and our own words under `c`. */
export const rss: FeedFormat = {
  contentType: 'application/rss+xml; charset=utf-8',
  open: ({ title, home, self, at, complete, nextSince }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:c="urn:coulisses:feed"><channel>
${element('title', title)}${element('link', home)}${element('description', title)}<language>fr</language>${element('lastBuildDate', day(at))}<atom:link rel="self" type="application/rss+xml" href="${xml(self)}"/>${
  complete ? '<fh:complete/>' : ''}${element('c:nextSince', nextSince)}
`,
  offer: itemOf,
  gone: (id, at) => `<at:deleted-entry ref="urn:uuid:${id}" when="${at}"/>\n`,
  close: () => '</channel></rss>\n',
}
