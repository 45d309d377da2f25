import { DiffusionPartner } from '#schema/casting/diffusionPartner.ts'
import { DocumentGrant } from '#schema/casting/documentGrant.ts'
import { PartnerFeed } from '#schema/casting/partnerFeed.ts'
import { PersistedQuery } from '#schema/core/persistedQuery.ts'
import { documentDeskOf } from '../../ports/documents.ts'
import { reactions, type Stored, type Work } from '../../write/types.ts'
import { conflict, isHouse, linkOf, linkedId, wrong } from '../input.ts'

/** Comes with the product: `documents/partner/`. */
const USUAL = 'partner-feed'

/** The document that a feed stands for unless another one is named: the usual one, in its newest version in service. */
async function usualDocument(work: Work): Promise<string> {
  const versions = await work.rows(PersistedQuery, { name: { eq: USUAL }, client: { eq: 'PARTNER' }, state: { eq: 'ACTIVE' } })
  const [newest] = [...versions].sort((one, other) => Number(other.revision) - Number(one.revision))
  if (newest) return newest.id
  throw conflict('noFeedDocument', { fr: `Aucune version de ${USUAL} n’est en service : nommez la requête de ce flux.`, en: `No version of ${USUAL} is in service: name the document of this feed.` }, 'query')
}

/** It must be one that reads a feed, and may be granted to a partner. */
function checkFeedDocument({ model }: Work, { client, document }: Stored<PersistedQuery>): void {
  if (client === 'PARTNER' && documentDeskOf(model).check(String(document), undefined).roots.includes('readFeed')) return
  throw wrong('query', 'notAFeed', { fr: 'La requête d’un flux lit `readFeed`, par la porte des partenaires.', en: 'The document of a feed reads `readFeed`, at the partners’ door.' })
}

/** No feed answers without a grant: where its partner has none for its document yet, one is proposed, and approved like every other. */
async function proposeGrant(work: Work, { partner, query }: Stored<PartnerFeed>): Promise<void> {
  const document = await work.row(PersistedQuery, String(query))
  if (document) checkFeedDocument(work, document)
  await work.row(DiffusionPartner, String(partner), true)
  const known = await work.count(DocumentGrant, { partner: { id: { eq: String(partner) } }, document: { id: { eq: String(query) } }, state: { ne: 'ENDED' } })
  // What the house itself brings along was agreed on before.
  if (known === 0) await work.asHouse().create(DocumentGrant, { partner: { connect: partner }, document: { connect: query } }, isHouse(work) ? { state: 'ACTIVE' } : {})
}

export const partnerFeedReactions = [
  reactions(PartnerFeed, {
    prepare: async (work, input, current) =>
      (linkedId(input, 'query', current) === undefined && !linkOf(input, 'query')?.create ? { ...input, query: { connect: await usualDocument(work) } } : input),
    created: (work, feed) => proposeGrant(work, feed),
    updated: async (work, feed, before) => {
      if (feed.query !== before.query) await proposeGrant(work, feed)
    },
  }),
]
