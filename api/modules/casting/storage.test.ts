import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, faultAt, openDesk, organisation, textAt, unique, unknownId, type Desk } from './fixtures/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

describe('MC-55 the public site runs registered documents only', () => {
  it('answers a registered one, and no other', async () => {
    const document = '{ castingOffers { items { id title } } }'
    expect(at(await desk.public(document), 'castingOffers', 'items')).toBeInstanceOf(Array)
    await expect(desk.ask(document, {}, null)).rejects.toMatchObject({ code: expect.stringMatching(/UNAUTHENTICATED|FORBIDDEN/) as unknown })
  })
})

describe('MC-60 each write is one transaction', () => {
  it('a mutation that fails half-way leaves nothing', async () => {
    const name = unique('Compagnie')
    const taken = textAt(await anOffer(desk), 'reference')
    const client = { organisation: { create: organisation(name) }, offers: { create: [{ title: 'Un', reference: taken }] } }
    await expect(desk.create('Client', client)).rejects.toMatchObject({ code: expect.stringMatching(/CONFLICT|BAD_USER_INPUT/) as unknown })
    expect(await desk.count('party', 'name = $1', name)).toBe(0)
  })
})

describe('MC-61 clients are stored', () => {
  it('under one number and one id', async () => {
    const client = await desk.create('Client', { organisation: { create: organisation(unique('Théâtre')) } }, 'id number companyName lines')
    const [row] = await desk.server.sql('select number, company_name, lines from client where id = $1', [client.id])
    expect(row).toEqual({ number: at(client, 'number'), company_name: at(client, 'companyName'), lines: ['CASTING'] })
  })
})

describe('MC-62 diffusion partners are stored', () => {
  it('and their organisation cannot be deleted', async () => {
    const partner = await desk.create('DiffusionPartner', { organisation: { create: organisation(unique('Site')) }, siteName: 'Site', siteUrl: 'https://site.example.test' }, 'id since state organisation { id }')
    expect(partner).toMatchObject({ state: 'ACTIVE', since: expect.any(String) as unknown })
    await expect(desk.remove('Organisation', textAt(partner, 'organisation', 'id'))).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('MC-63 offers are stored with links', () => {
  it('that PostgreSQL itself keeps', async () => {
    const { id } = await anOffer(desk)
    await expect(desk.server.sql('update casting_offer set profession_id = $1 where id = $2', [unknownId, id])).rejects.toThrow(/foreign key/)
  })
})

describe('MC-65 editorial content is stored', () => {
  it('one article to an address', async () => {
    const article = await desk.create('Article', { title: unique('Texte') }, 'id slug')
    await expect(desk.server.sql("insert into article (title, slug, state) values ('Autre', $1, 'DRAFT')", [at(article, 'slug')])).rejects.toThrow(/unique/)
  })
})

describe('MC-66 addresses are shared records', () => {
  it('one change is a change everywhere', async () => {
    const address = await desk.create('Address', { line1: '2 quai de la Fosse', city: 'Nantes', countryCode: 'FR', position: { latitude: 47.21, longitude: -1.56 } })
    const made = await desk.create('Organisation', { name: unique('Studio'), addresses: { connect: [address.id] } })
    const person = await desk.create('Person', { lastName: unique('Dubois'), addresses: { connect: [address.id] } })
    await desk.update('Organisation', made.id, { addresses: { update: [{ id: address.id, input: { line1: '3 quai de la Fosse' } }] } })
    expect(await desk.one('Person', person.id, 'addresses { line1 position { latitude } }')).toEqual({ addresses: [{ line1: '3 quai de la Fosse', position: { latitude: 47.21 } }] })
  })

  it('in countries that exist', async () => {
    await expect(desk.create('Address', { city: 'Nantes', countryCode: 'XQ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'countryCode' }] })
  })
})

describe('MC-67 contacts are stored once', () => {
  it('whatever the number of organisations they speak for', async () => {
    const [one, two] = await Promise.all([desk.create('Organisation', organisation(unique('Un'))), desk.create('Organisation', organisation(unique('Deux')))])
    const person = await desk.create('Person', { lastName: unique('Dubois'), employers: { connect: [one.id] } })
    await desk.update('Person', person.id, { employers: { connect: [two.id] } })
    expect(await desk.one('Organisation', one.id, 'members { id }')).toEqual({ members: [{ id: person.id }] })
    expect(await desk.one('Organisation', two.id, 'members { id }')).toEqual({ members: [{ id: person.id }] })
  })

  it('with an address that can be written to', async () => {
    await expect(desk.create('Person', { lastName: 'Dubois', email: 'dubois@' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('email') })
  })
})
