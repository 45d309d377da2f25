import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, openDesk, textAt, unique, unknownId, type Desk } from './fixtures/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const PUBLIC_OFFER = 'query ($id: ID!) { castingOffer(id: $id) { id title client { companyName } profession { name } contractType { name } address { city } contact { displayName } } }'
const PUBLIC_SEARCH = 'query ($reference: String) { castingOffers(filter: { reference: { eq: $reference } }) { items { id } } }'
const found = async (reference: unknown) => at(await desk.public(PUBLIC_SEARCH, { reference }), 'castingOffers', 'items')
const refusal = expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED|BAD_USER_INPUT/) as unknown
const published = async (more: Readonly<Record<string, unknown>> = {}) => {
  const offer = await anOffer(desk, more)
  await desk.run('publishCastingOffer', offer.id)
  return offer
}

describe('MC-23 employees list every offer', () => {
  it('whatever its state, and by state', async () => {
    const draft = await anOffer(desk)
    const shown = await published()
    const filter = (state: string) => desk.list('castingOffers', { state: { eq: state }, id: { in: [draft.id, shown.id] } }, 'id client { companyName } profession { name } contractType { name } publishFrom publishUntil state')
    expect(await filter('DRAFT')).toMatchObject({ total: 1, items: [{ id: draft.id, state: 'DRAFT' }] })
    expect(await filter('PUBLISHED')).toMatchObject({ total: 1, items: [{ id: shown.id, state: 'PUBLISHED', publishFrom: expect.any(String) as unknown }] })
  })
})

describe('an offer is found by words', () => {
  it.each(['comedie musicale', 'DANSEUSES', 'danseu', 'theatre'])('%s', async (q) => {
    const { id } = await anOffer(desk)
    expect(await desk.list('castingOffers', { q, id: { eq: id } }, 'id')).toEqual({ total: 1, items: [{ id }] })
  })
})

describe('MC-24 an offer is added', () => {
  it('as a draft, with a reference of its own', async () => {
    const offer = await anOffer(desk)
    expect(offer).toMatchObject({ state: 'DRAFT', reference: expect.stringMatching(/^CAST-\d{4}-\d{4,}$/) as unknown })
  })

  it('with references that differ, however many are added at once', async () => {
    const first = await anOffer(desk)
    const input = { title: 'Figurant', client: { connect: at(first, 'client', 'id') }, profession: { connect: at(first, 'profession', 'id') }, contractType: { connect: at(first, 'contractType', 'id') } }
    const offers = await Promise.all(Array.from({ length: 8 }, () => desk.create('CastingOffer', input, 'reference')))
    expect(new Set(offers.map((offer) => at(offer, 'reference'))).size).toBe(8)
  })

  it('not with a publication that ends before it starts', async () => {
    await expect(anOffer(desk, { publishFrom: '2026-05-02T08:00:00Z', publishUntil: '2026-05-01T08:00:00Z' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'publishUntil' }] })
  })

  it('not for a client that does not exist', async () => {
    await expect(anOffer(desk, { client: { connect: unknownId } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'client' }] })
  })

  it('not under a reference that is taken', async () => {
    const offer = await anOffer(desk)
    await expect(anOffer(desk, { reference: textAt(offer, 'reference').toLowerCase() })).rejects.toMatchObject({ code: 'CONFLICT', fields: [{ path: 'reference' }] })
  })
})

describe('MC-25 an offer is changed, published and withdrawn', () => {
  it('and the public sees it follow', async () => {
    const offer = await published()
    const reference = at(offer, 'reference')
    expect(await found(reference)).toEqual([{ id: offer.id }])
    await desk.update('CastingOffer', offer.id, { title: 'Un autre titre' })
    expect(at(await desk.public(PUBLIC_OFFER, { id: offer.id }), 'castingOffer')).toMatchObject({ title: 'Un autre titre', address: { city: 'Nantes' }, client: { companyName: expect.any(String) as unknown } })
    expect(await desk.run('withdrawCastingOffer', offer.id, 'state')).toEqual({ state: 'WITHDRAWN' })
    expect(await found(reference)).toEqual([])
    expect(await desk.run('publishCastingOffer', offer.id, 'state')).toEqual({ state: 'PUBLISHED' })
  })

  it('not published without what the public needs', async () => {
    const offer = await anOffer(desk, { description: undefined, address: undefined })
    await expect(desk.run('publishCastingOffer', offer.id)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'description' }, { path: 'address' }] })
  })

  it('not published when it would be over already', async () => {
    const offer = await anOffer(desk, { publishFrom: '2026-01-01T08:00:00Z', publishUntil: '2026-01-02T08:00:00Z' })
    await expect(desk.run('publishCastingOffer', offer.id)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'publishUntil' }] })
  })

  it('not withdrawn before it is published', async () => {
    await expect(desk.run('withdrawCastingOffer', (await anOffer(desk)).id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('MC-26 an offer is deleted', () => {
  it('everywhere, and once', async () => {
    const offer = await published()
    expect(await desk.remove('CastingOffer', offer.id)).toBe(true)
    await expect(desk.public(PUBLIC_OFFER, { id: offer.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(desk.remove('CastingOffer', offer.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('MC-49 the public sees what is published, and no more', () => {
  it('no draft', async () => {
    await expect(desk.public(PUBLIC_OFFER, { id: (await anOffer(desk)).id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('no offer before its time, none after it', async () => {
    const later = await published({ publishFrom: '2099-01-01T08:00:00Z' })
    expect(await found(at(later, 'reference'))).toEqual([])
    const over = await published()
    await desk.server.sql("update casting_offer set publish_from = '2026-01-01', publish_until = '2026-01-02' where id = $1", [over.id])
    expect(await found(at(over, 'reference'))).toEqual([])
  })

  it('a contact when it is public only', async () => {
    const contact = await desk.create('Person', { firstName: 'Anne', lastName: unique('Dubois') })
    const hidden = await published({ contact: { connect: contact.id } })
    expect(at(await desk.public(PUBLIC_OFFER, { id: hidden.id }), 'castingOffer', 'contact')).toBeNull()
    await desk.update('CastingOffer', hidden.id, { contactPublic: true })
    expect(at(await desk.public(PUBLIC_OFFER, { id: hidden.id }), 'castingOffer', 'contact')).toMatchObject({ displayName: expect.stringContaining('Anne') as unknown })
  })

  it('nothing internal', async () => {
    const { id } = await published()
    for (const field of ['internalNote', 'author { id }', 'state', 'createdBy { id }']) {
      await expect(desk.public(`query ($id: ID!) { castingOffer(id: $id) { id ${field} } }`, { id })).rejects.toMatchObject({ code: refusal })
    }
  })
})

describe('MC-59 the public reads with published-only scope', () => {
  it('whatever the filter asks', async () => {
    const draft = await anOffer(desk)
    const crafted = '{ castingOffers(filter: { state: { eq: DRAFT } }) { items { id } } }'
    await expect(desk.public(crafted)).rejects.toMatchObject({ code: refusal })
    expect(await found(at(draft, 'reference'))).toEqual([])
  })

  it('for a partner too', async () => {
    const draft = await anOffer(desk)
    const answer = await desk.ask('query ($id: ID!) { castingOffers(filter: { id: { eq: $id } }) { items { id } } }', { id: draft.id }, desk.partner)
    expect(at(answer, 'castingOffers', 'items')).toEqual([])
  })
})
