import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDocuments, type Documents } from './fixtures/documents.ts'

/** A document may be approved although it asks more than some may read: what is not theirs stays closed at every door. */
let documents: Documents
beforeAll(async () => { documents = await openDocuments() })
afterAll(() => documents.server.close())

it('a visitor is told which field is not his, and that it is denied, and is answered the rest', async () => {
  await documents.server.sql(`update casting_offer set internal_note = 'canary' where state = 'PUBLISHED'`)
  const made = await documents.inService('{ castingOffers(page: { size: 2 }) { items { id title _denied internalNote } } }')
  const { json } = await documents.at(`/site/${String(made['alias'])}`)
  const codes = json.errors?.map(({ extensions }) => (extensions as { code: string }).code)
  expect({ codes: [...new Set(codes)], text: JSON.stringify(json).includes('canary') }).toEqual({ codes: ['UNAUTHENTICATED'], text: false })
  const items = (json.data as { castingOffers: { items: readonly Record<string, unknown>[] } }).castingOffers.items
  expect(items).toHaveLength(2)
  for (const item of items) expect(item).toMatchObject({ title: expect.any(String), _denied: ['internalNote'], internalNote: null })
})
