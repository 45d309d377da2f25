import type { FeedFormat, FeedOffer } from './offer.ts'
import { element, ownWords, xml } from './xml.ts'

const entryOf = (offer: FeedOffer): string => `<entry><id>urn:uuid:${offer.id}</id>${element('title', offer.title ?? '')}${element('updated', offer.changedAt)}${element('published', offer.publishedFrom)}${
  offer.client === null ? '' : `<author>${element('name', offer.client)}</author>`}${
  [offer.profession, offer.domain, offer.contractType, ...(offer.categories ?? [])].map((tag) => (tag === null ? '' : `<category term="${xml(tag)}"/>`)).join('')}${
  element('content', offer.description ?? '', ' type="html"')}${ownWords(offer)}</entry>\n`

/** Atom (RFC 4287), with the tombstones of RFC 6721 and the mark of a whole feed of RFC 5005. */
export const atom: FeedFormat = {
  contentType: 'application/atom+xml; charset=utf-8',
  open: ({ id, title, home, self, at, complete, nextSince }) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:c="urn:coulisses:feed" xml:lang="fr">
<id>urn:uuid:${id}</id>${element('title', title)}${element('updated', at)}<author><name>Coulisses</name></author><link rel="self" type="application/atom+xml" href="${xml(self)}"/><link rel="alternate" type="text/html" href="${xml(home)}"/>${
  complete ? '<fh:complete/>' : ''}${element('c:nextSince', nextSince)}
`,
  offer: entryOf,
  gone: (id, at) => `<at:deleted-entry ref="urn:uuid:${id}" when="${at}"/>\n`,
  close: () => '</feed>\n',
}
