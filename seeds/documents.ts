import { PersistedQuery } from '../schema/core/persistedQuery.ts'
import { siteDocuments } from '../api/generated/siteDocuments.ts'
import type { Work } from '../api/write/types.ts'

/**
 * The documents of the site that come with the product: whoever reviewed the change that brought them has approved
 * them. One whose text was changed under the same version is refused, like anybody's.
 */
export async function completeDocuments(work: Work): Promise<void> {
  const stored = await work.rows(PersistedQuery, { client: { eq: 'SITE' } })
  const known = new Set(stored.map(({ document }) => document))
  // Documents of before aliases had one text for each name.
  for (const { id, name } of stored.filter(({ alias }) => alias == null)) await work.set(PersistedQuery, id, { alias: `${name}.v1` })
  const missing = siteDocuments.filter(({ document }) => !known.has(document))
  await work.createMany(PersistedQuery, missing.map((document) => ({ ...document, client: 'SITE' })), missing.map(() => ({ state: 'ACTIVE' })))
}
