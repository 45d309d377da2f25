import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, openDesk, organisation, textAt, unique, type Desk } from './fixtures/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const names = async (plural: string, more = ''): Promise<readonly string[]> => {
  const items = at(await desk.ask(`{ ${plural}(page: { size: 100 }) { items { name ${more} } } }`), plural, 'items')
  return Array.isArray(items) ? items.map((item: unknown) => textAt(item, 'name')) : []
}
const inOrder = (list: readonly string[]) => [...list].sort(new Intl.Collator('fr', { sensitivity: 'base', ignorePunctuation: false }).compare)

/** What every reference list does: one name, in one list, once. Answers the refusal of the second. */
const sameName = async (entity: string, more: object = {}): Promise<unknown> => {
  const name = unique('Élément')
  await desk.create(entity, { name, ...more })
  return desk.create(entity, { name: name.toUpperCase(), ...more }).catch((error: unknown) => error)
}
const duplicate = { code: 'CONFLICT', fields: [{ path: 'name' }] }
const inUse = async (entity: string, id: string) => {
  await expect(desk.remove(entity, id)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/\b1\b/) as unknown })
  await desk.one(entity, id, 'id')
}

describe('MC-31 a contract type is found by part of its name or code', () => {
  it('without accents and case', async () => {
    const name = unique('Intermittent énergique')
    const made = await desk.create('ContractType', { name, code: unique('X').slice(-8) })
    for (const q of ['interm', 'ENERGIQUE', name.slice(-8)]) {
      expect(at(await desk.list('contractTypes', { q }, 'id'), 'items')).toContainEqual({ id: made.id })
    }
    expect(await desk.list('contractTypes', { q: 'introuvablement' }, 'id')).toEqual({ total: 0, items: [] })
  })
})

describe('MC-32 contract types are listed with their uses', () => {
  it('in alphabetical order', async () => {
    const offer = await anOffer(desk)
    expect(await desk.one('ContractType', textAt(offer, 'contractType', 'id'), 'name code offersCount')).toMatchObject({ offersCount: 1 })
    const listed = (await names('contractTypes')).filter((name) => /^[A-Z]/.test(name))
    expect(listed.map((name) => name.slice(0, 3))).toEqual(inOrder(listed).map((name) => name.slice(0, 3)))
  })
})

describe('MC-33 a contract type is added', () => {
  it('once', async () => { expect(await sameName('ContractType')).toMatchObject(duplicate) })
})

describe('MC-34 a contract type is renamed', () => {
  it('for the offers that use it', async () => {
    const offer = await anOffer(desk)
    const name = unique('Saisonnier')
    await desk.update('ContractType', textAt(offer, 'contractType', 'id'), { name })
    expect(await desk.one('CastingOffer', offer.id, 'contractType { name }')).toEqual({ contractType: { name } })
  })
})

describe('MC-35 a contract type is deleted', () => {
  it('unless it is in use', async () => {
    const unused = await desk.create('ContractType', { name: unique('Inutile') })
    expect(await desk.remove('ContractType', unused.id)).toBe(true)
    await inUse('ContractType', textAt(await anOffer(desk), 'contractType', 'id'))
  })
})

describe('MC-36 professions are listed with their domain', () => {
  it('and filtered by it', async () => {
    const domain = await desk.create('ProfessionDomain', { name: unique('Cirque') })
    const name = unique('Jongleur / Jongleuse')
    await desk.create('Profession', { name, domain: { connect: domain.id } })
    expect(await desk.list('professions', { domain: { id: { eq: domain.id } } }, 'name domain { id }')).toEqual({ total: 1, items: [{ name, domain: { id: domain.id } }] })
  })
})

describe('MC-37 a profession is added inside one domain', () => {
  it('never without', async () => {
    await expect(desk.create('Profession', { name: unique('Jongleur') })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'domain' }] })
  })

  it('once in it, and once in another', async () => {
    const domain = await desk.create('ProfessionDomain', { name: unique('Cirque') })
    expect(await sameName('Profession', { domain: { connect: domain.id } })).toMatchObject(duplicate)
    const other = await desk.create('ProfessionDomain', { name: unique('Rue') })
    const name = unique('Jongleur')
    await desk.create('Profession', { name, domain: { connect: domain.id } })
    await desk.create('Profession', { name, domain: { connect: other.id } })
  })
})

describe('MC-38 a profession moves to another domain', () => {
  it('and the public finds its offers there', async () => {
    const offer = await anOffer(desk)
    await desk.run('publishCastingOffer', offer.id)
    const domain = await desk.create('ProfessionDomain', { name: unique('Opéra') })
    await desk.update('Profession', textAt(offer, 'profession', 'id'), { domain: { connect: domain.id } })
    const document = 'query ($id: ID!) { castingOffers(filter: { profession: { domain: { id: { eq: $id } } } }) { items { id } } }'
    expect(at(await desk.public(document, { id: domain.id }), 'castingOffers', 'items')).toEqual([{ id: offer.id }])
  })
})

describe('MC-39 a profession is deleted', () => {
  it('unless an offer uses it', async () => {
    const offer = await anOffer(desk)
    await inUse('Profession', textAt(offer, 'profession', 'id'))
    const unused = await desk.create('Profession', { name: unique('Inutile'), domain: { connect: at(offer, 'profession', 'domain', 'id') } })
    expect(await desk.remove('Profession', unused.id)).toBe(true)
  })
})

describe('MC-40 domains are listed with the number of their professions', () => {
  it('counted', async () => {
    const domain = await desk.create('ProfessionDomain', { name: unique('Voix') })
    await desk.create('Profession', { name: unique('Doubleur'), domain: { connect: domain.id } })
    expect(await desk.one('ProfessionDomain', domain.id, 'professionsCount')).toEqual({ professionsCount: 1 })
  })
})

describe('MC-41 a domain is added', () => {
  it('once', async () => { expect(await sameName('ProfessionDomain')).toMatchObject(duplicate) })
})

describe('MC-42 a domain is renamed', () => {
  it('for its professions', async () => {
    const domain = await desk.create('ProfessionDomain', { name: unique('Voix') })
    const profession = await desk.create('Profession', { name: unique('Doubleur'), domain: { connect: domain.id } })
    const name = unique('Voix et doublage')
    await desk.update('ProfessionDomain', domain.id, { name })
    expect(await desk.one('Profession', profession.id, 'domain { name }')).toEqual({ domain: { name } })
  })
})

describe('MC-43 a domain is deleted', () => {
  it('when it is empty', async () => {
    const offer = await anOffer(desk)
    await inUse('ProfessionDomain', textAt(offer, 'profession', 'domain', 'id'))
    expect(await desk.remove('ProfessionDomain', (await desk.create('ProfessionDomain', { name: unique('Vide') })).id)).toBe(true)
  })
})

describe('MC-44 legal statuses are listed', () => {
  it('with code and name', async () => {
    const made = await desk.create('LegalStatus', { name: unique('Association'), code: unique('A').slice(-8) })
    expect(await desk.one('LegalStatus', made.id, 'name code')).toMatchObject({ code: expect.any(String) as unknown })
  })
})

describe('MC-45 a legal status is added', () => {
  it('once', async () => { expect(await sameName('LegalStatus')).toMatchObject(duplicate) })
})

describe('MC-46 a legal status is renamed', () => {
  it('for the organisations that carry it', async () => {
    const status = await desk.create('LegalStatus', { name: unique('Société') })
    const carrier = await desk.create('Organisation', { ...organisation(unique('Studio')), legalStatus: { connect: status.id } })
    const name = unique('Société coopérative')
    await desk.update('LegalStatus', status.id, { name })
    expect(await desk.one('Organisation', carrier.id, 'legalStatus { name }')).toEqual({ legalStatus: { name } })
  })
})

describe('MC-47 a legal status is deleted', () => {
  it('unless an organisation carries it', async () => {
    const status = await desk.create('LegalStatus', { name: unique('Société') })
    await desk.create('Organisation', { ...organisation(unique('Studio')), legalStatus: { connect: status.id } })
    await inUse('LegalStatus', status.id)
    expect(await desk.remove('LegalStatus', (await desk.create('LegalStatus', { name: unique('Vide') })).id)).toBe(true)
  })
})

describe('MC-64 categories are a list like the others', () => {
  it('assigned to offers, and searched by', async () => {
    const offer = await anOffer(desk)
    const category = textAt(offer, 'categories', 0, 'id')
    expect(await desk.list('castingOffers', { categories: { some: { id: { eq: category } } } }, 'id')).toEqual({ total: 1, items: [{ id: offer.id }] })
    await inUse('CastingCategory', category)
  })

  it('whose names PostgreSQL itself keeps apart', async () => {
    const name = unique('Publicité')
    await desk.create('CastingCategory', { name })
    await expect(desk.server.sql('insert into casting_category (name) values ($1)', [name.toUpperCase()])).rejects.toThrow(/unique/)
  })
})
