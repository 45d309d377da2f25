import { PartnerFeed } from '../schema/casting/partnerFeed.ts'
import { PersistedQuery } from '../schema/core/persistedQuery.ts'
import { builtInDocuments } from '../api/generated/builtInDocuments.ts'
import type { Work } from '../api/write/types.ts'

/**
 * The documents that come with the product: whoever reviewed the change that brought them has approved
 * them. One whose text was changed under the same version is refused, like anybody's.
 */
export async function completeDocuments(work: Work): Promise<void> {
  const stored = await work.rows(PersistedQuery, { name: { in: [...new Set(builtInDocuments.map(({ name }) => name))] } })
  const known = new Set(stored.map(({ document }) => document))
  // Documents of before aliases had one text for each name.
  for (const { id, name } of stored.filter(({ alias }) => alias == null)) await work.set(PersistedQuery, id, { alias: `${name}.v1` })
  const missing = builtInDocuments.filter(({ document }) => !known.has(document))
  await work.createMany(PersistedQuery, missing.map((document) => ({ ...document })), missing.map(() => ({ state: 'ACTIVE' })))
}

/** Feeds of before each stood for a document were agreed on with their partners: they go on, within the usual limits. */
export async function completeFeeds(work: Work): Promise<void> {
  const feeds = await work.rows(PartnerFeed, { query: { isEmpty: true } })
  // The house's own word is enough: what it makes of a feed without a document is a feed with the usual one, and its grant.
  for (const { id } of feeds) await work.update(PartnerFeed, id, { query: null })
}
