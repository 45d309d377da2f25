import { invariant, me, myDepartment, myOrganisation, now, rowRule } from '#model'
import type { Address } from '../core/address.ts'
import type { Client } from '../core/client.ts'
import type { FileAsset } from '../core/fileAsset.ts'
import type { Person } from '../core/person.ts'
import type { Article } from './article.ts'
import type { CastingOffer } from './castingOffer.ts'
import type { DiffusionPartner } from './diffusionPartner.ts'
import type { PartnerFeed } from './partnerFeed.ts'
import type { Prospect } from './prospect.ts'

const nowPublished = {
  state: { eq: 'PUBLISHED' },
  publishFrom: { lte: now },
  or: [{ publishUntil: { isEmpty: true } }, { publishUntil: { gt: now } }],
} as const

export const published = rowRule<CastingOffer>('published', { fr: 'offres publiées et non expirées', en: 'published, unexpired offers' }, nowPublished)

export const publishedWithContact = rowRule<CastingOffer>(
  'publishedWithContact', { fr: 'offres publiées dont le contact est public', en: 'published offers with a public contact' },
  { ...nowPublished, contactPublic: { eq: true } },
)

export const publishedArticle = rowRule<Article>('publishedArticle', { fr: 'articles publiés', en: 'published articles' }, { state: { eq: 'PUBLISHED' }, publishAt: { lte: now } })

export const ownOffer = rowRule<CastingOffer>('ownOffer', { fr: 'ses propres offres', en: 'one’s own offers' }, { author: { id: { eq: me } } })
export const offerOfDepartment = rowRule<CastingOffer>('offerOfDepartment', { fr: 'offres de son département', en: 'offers of one’s department' }, { author: { department: { id: { eq: myDepartment } } } })

export const ownProspect = rowRule<Prospect>('ownProspect', { fr: 'les prospects dont on est responsable', en: 'prospects that one is responsible for' }, { responsible: { id: { eq: me } } })
export const prospectOfDepartment = rowRule<Prospect>('prospectOfDepartment', { fr: 'prospects de son département', en: 'prospects of one’s department' }, { responsible: { department: { id: { eq: myDepartment } } } })

export const ownArticle = rowRule<Article>('ownArticle', { fr: 'ses propres articles', en: 'one’s own articles' }, { author: { id: { eq: me } } })

export const clientOfPublished = rowRule<Client & { offers: CastingOffer[] }>(
  'clientOfPublished', { fr: 'clients d’une offre publiée', en: 'clients of a published offer' }, { offers: { some: nowPublished } },
)

export const placeOfPublished = rowRule<Address & { castingOffers: CastingOffer[] }>(
  'placeOfPublished', { fr: 'lieux d’une offre publiée', en: 'places of a published offer' }, { castingOffers: { some: nowPublished } },
)

export const contactOfPublished = rowRule<Person & { castingOffers: CastingOffer[] }>(
  'contactOfPublished', { fr: 'contacts publics d’une offre publiée', en: 'public contacts of a published offer' },
  { castingOffers: { some: { ...nowPublished, contactPublic: { eq: true } } } },
)

export const imageOfPublished = rowRule<FileAsset & { articles: Article[] }>(
  'imageOfPublished', { fr: 'images d’un article publié', en: 'images of a published article' },
  { articles: { some: { state: { eq: 'PUBLISHED' }, publishAt: { lte: now } } } },
)

export const imageOfArticle = rowRule<FileAsset & { articles: Article[] }>('imageOfArticle', { fr: 'images d’un article', en: 'images of an article' }, { articles: { some: {} } })

/** Until conversion a partnership is information on a prospect only (C-03). */
export const acceptedPartner = rowRule<DiffusionPartner>('acceptedPartner', { fr: 'devenus partenaires', en: 'who became partners' }, { state: { ne: 'PROSPECTIVE' } })

export const ownPartnership = rowRule<DiffusionPartner>('ownPartnership', { fr: 'son propre partenariat', en: 'one’s own partnership' }, { organisation: { id: { eq: myOrganisation } } })

/** A partnership that is suspended, or only a prospect's yet, has no feed (MC-08, MC-14). */
export const ownFeed = rowRule<PartnerFeed>(
  'ownFeed', { fr: 'ses propres flux, tant que le partenariat est actif', en: 'one’s own feeds, while the partnership is active' },
  { partner: { organisation: { id: { eq: myOrganisation } }, state: { eq: 'ACTIVE' } } },
)

export const publicationEndsAfterItStarts = invariant<CastingOffer>({
  name: 'publicationEndsAfterItStarts',
  message: { fr: 'La publication doit finir après son début.', en: 'Publication must end after it starts.' },
  path: 'publishUntil',
  holds: (row) => row.publishFrom == null || row.publishUntil == null || row.publishUntil > row.publishFrom,
  sql: 'publish_until > publish_from',
})

export const publicContactIsGiven = invariant<CastingOffer>({
  name: 'publicContactIsGiven',
  message: { fr: 'Indiquez le contact à publier.', en: 'Name the contact to publish.' },
  path: 'contact',
  holds: (row) => row.contactPublic !== true || row.contact != null,
  sql: 'not contact_public or contact_id is not null',
})
