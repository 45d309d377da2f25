import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf, fieldsOf } from '../model/model.ts'
import { field, list, one, select } from './fixtures/ask.ts'
import { openWorld, type NotingReader, type World } from './fixtures/database.ts'
import { ada, archived, bare, client1, contract, draft, emile, fill, missing, nord, onClient, onOffer, onPerson, plain, star, unknown, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { explainSql, readList, readMany } from './index.ts'
import type { Selected } from './types.ts'

let world: World
let clerk: NotingReader
beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
  clerk = world.reader(['clerk'])
})
afterAll(() => world.close())

const offer = entityOf(worldModel, 'Offer')
const names = (selected: Selected, args: Record<string, unknown>, key = selected.key): Selected => ({ ...selected, key, args })

describe('a record', () => {
  test('holds every kind of field in the form of the API', async () => {
    const fields = fieldsOf(offer).map((member) => member.name).filter((name) => !['version', 'createdAt', 'updatedAt'].includes(name))
    expect(await one(clerk, 'Offer', star, ...fields)).toEqual({
      id: star, title: 'Danseuse étoile', internalNote: 'Payer vite', description: '<p>Deux mois de <strong>répétitions</strong></p>', posts: 3, size: 5_000_000_000, weight: '12.500',
      fee: { amount: 125_000, currency: 'EUR' }, contactPublic: true, state: 'PUBLISHED', moods: ['GAY', 'WILD'], startsOn: '2096-11-20', publishFrom: '2020-05-01T10:00:00.500Z',
      audition: { at: '2026-07-14T18:00:00.000Z', zone: 'Europe/Paris' }, duration: 90, email: 'casting@example.test', web: 'https://example.test/a', phone: { raw: '01 44 55 66 77', e164: '+33144556677' },
      country: 'FR', language: 'fr', currency: 'EUR', share: 12.5, place: { latitude: 48.8566, longitude: 2.3522 }, extra: { a: [1, 2] }, iban: 'age-encrypted',
    })
  })
  test('without values holds nulls', async () => {
    const fields = ['posts', 'fee', 'moods', 'startsOn', 'publishFrom', 'audition', 'phone', 'place', 'extra']
    const row = await one(clerk, 'Offer', bare, ...fields, field('client', ['id']), field('contract', ['id']), field('categories', ['id']), 'id')
    expect(row).toEqual({ ...Object.fromEntries(fields.map((name) => [name, null])), id: bare, '@client': null, '@contract': null, '@categories': [] })
  })
  test('holds a field once however many aliases ask it, and nothing for its type', async () => {
    expect(await one(clerk, 'Offer', bare, 'title', { key: 'other', name: 'title', args: {} }, '__typename')).toEqual({ title: 'Vide' })
    expect(await one(clerk, 'Offer', bare, '__typename')).toEqual({})
  })
  test('that is missing is null', async () => {
    expect(await one(clerk, 'Offer', missing, 'id')).toBeNull()
    expect(await one(clerk, 'Client', star, 'id')).toBeNull()
  })
  test('has a title: the first that is not empty, also that of a related record', async () => {
    const { items } = await list(clerk, 'Client', { filter: { state: { isEmpty: false } }, sort: [{ id: 'ASC' }] }, '_label')
    expect(items).toEqual([{ _label: 'Théâtre du Nord' }, { _label: 'Opéra Garnier' }, { _label: 'Vieux Client' }])
  })
})

describe('several records by id', () => {
  test('come in the order of their ids, each once, without those that are missing', async () => {
    const rows = await readMany(clerk, offer, [plain, missing, star.toUpperCase(), draft, star], select('title'))
    expect(rows).toEqual([{ title: 'Choriste' }, { title: 'Danseuse étoile' }, { title: '100 % Comédie_musicale' }])
  })
  test('may be none', async () => {
    expect(await readMany(clerk, offer, [], select('id'))).toEqual([])
  })
})

describe('relations', () => {
  test('three levels deep are one statement', async () => {
    const reader = world.reader(['clerk'])
    const { items } = await list(reader, 'Client', { sort: [{ companyName: 'ASC' }], page: { size: 1 } },
      field('offers', ['title', field('profession', ['name', field('domain', ['name'])]), names(field('cast', ['name', names(field('employers', ['name']), { sort: [{ name: 'DESC' }] })]), {})]))
    expect(reader.asked).toHaveLength(1)
    expect(items).toEqual([{
      '@offers': [
        { title: 'Choriste', '@profession': { name: 'Comédien', '@domain': { name: 'Musique' } }, '@cast': [] },
        {
          title: 'Danseuse étoile', '@profession': { name: 'Danseuse', '@domain': { name: 'Danse' } },
          '@cast': [{ name: 'Émile Zola', '@employers': [{ name: 'Théâtre du Nord' }, { name: 'Opéra Garnier' }] }, { name: 'Zoé Dupont', '@employers': [{ name: 'Théâtre du Nord' }] }],
        },
      ],
    }])
  })
  test('under two aliases have arguments of their own', async () => {
    const offers = field('offers', ['title'])
    const row = await one(clerk, 'Client', client1,
      names(offers, { filter: { posts: { eq: 3 } } }, 'three'), names(offers, { sort: [{ title: 'DESC' }], limit: 1 }, 'last'), names(offers, { sort: [{ title: 'DESC' }], limit: 1, offset: 1 }, 'second'),
      { key: 'count', name: 'offersCount', args: {} }, { key: 'none', name: 'offersCount', args: { filter: { posts: { gt: 3 } } } })
    expect(row).toEqual({ '@three': [{ title: 'Danseuse étoile' }], '@last': [{ title: 'Danseuse étoile' }], '@second': [{ title: 'Choriste' }], '@count': 2, '@none': 0 })
  })
  test('keep their own order, unless another one is asked', async () => {
    const cast = field('cast', ['name'])
    expect(await one(clerk, 'Offer', star, cast, names(cast, { sort: [{ height: 'DESC' }] }, 'byHeight'), field('categories', ['name']))).toEqual({
      '@cast': [{ name: 'Émile Zola' }, { name: 'Zoé Dupont' }], '@byHeight': [{ name: 'Zoé Dupont' }, { name: 'Émile Zola' }], '@categories': [{ name: 'Ballet' }, { name: 'Comédie musicale' }],
    })
  })
  test('of one to one, and seen from the other side, are found', async () => {
    expect(await one(clerk, 'Offer', star, field('contract', ['id', field('offer', ['id'])]), field('author', ['fullName']), field('poster', ['name']))).toEqual({
      '@contract': { id: contract, '@offer': { id: star } }, '@author': { fullName: 'Ada Lovelace' }, '@poster': { name: 'affiche.png' },
    })
    expect(await one(clerk, 'Person', zoe, names(field('roles', ['id']), {}), field('contactOf', ['id']), { key: 'n', name: 'rolesCount', args: {} })).toEqual({ '@roles': [{ id: star }], '@contactOf': [{ id: star }], '@n': 1 })
    expect(await one(clerk, 'User', ada, { key: 'offersCount', name: 'offersCount', args: {} })).toEqual({ '@offersCount': 2 })
  })
  test('to any entity tell which one, and its title', async () => {
    const { items } = await list(clerk, 'Comment', { sort: [{ id: 'ASC' }] }, 'id', { key: 'subject', name: 'subject', args: {} }, field('subject', ['entity'], { key: 'short' }))
    expect(items).toEqual([
      { id: onOffer, '@subject': { entity: 'Offer', id: star, label: 'Danseuse étoile' }, '@short': { entity: 'Offer', id: star, label: null } },
      { id: onPerson, '@subject': { entity: 'Person', id: unknown, label: 'Unknown' }, '@short': { entity: 'Person', id: unknown, label: null } },
      { id: onClient, '@subject': { entity: 'Client', id: archived, label: 'Vieux Client' }, '@short': { entity: 'Client', id: archived, label: null } },
    ])
  })
})

describe('an abstract entity', () => {
  test('answers its kinds, each with its name', async () => {
    const { items } = await list(clerk, 'Party', { filter: { name: { contains: 'o' } } }, 'name')
    expect(items).toEqual([
      { name: 'Émile Zola', _entity: 'Person' }, { name: 'Opéra Garnier', _entity: 'Organisation' }, { name: 'Théâtre du Nord', _entity: 'Organisation' }, { name: 'Unknown', _entity: 'Person' }, { name: 'Zoé Dupont', _entity: 'Person' },
    ])
  })
  test('answers what is asked of one kind on its rows only', async () => {
    const rows = await readMany(clerk, entityOf(worldModel, 'Party'), [emile, nord], [
      { key: 'height', name: 'height', args: {}, only: 'Person' }, { key: 'siret', name: 'siret', args: {}, only: 'Organisation' },
      { ...field('members', ['name']), key: 'others', only: 'Organisation' }, { ...field('employers', ['name']), key: 'others', args: { sort: [{ name: 'ASC' }] }, only: 'Person' },
    ])
    expect(rows).toEqual([
      { _entity: 'Person', height: 165, siret: null, '@others': [{ name: 'Opéra Garnier' }, { name: 'Théâtre du Nord' }] },
      { _entity: 'Organisation', height: null, siret: '12345678900011', '@others': [{ name: 'Émile Zola' }, { name: 'Zoé Dupont' }] },
    ])
  })
  test('is told apart where a relation leads to it', async () => {
    const { items } = await list(clerk, 'Offer', { filter: { sponsor: { isEmpty: false } }, sort: [{ id: 'ASC' }] }, field('sponsor', ['name', { key: 'height', name: 'height', args: {}, only: 'Person' }]))
    expect(items).toEqual([{ '@sponsor': { name: 'Théâtre du Nord', height: null, _entity: 'Organisation' } }, { '@sponsor': { name: 'Zoé Dupont', height: 180, _entity: 'Person' } }])
  })
  test('does not answer another kind under the name of one', async () => {
    expect(await one(clerk, 'Person', nord, 'id')).toBeNull()
    expect((await list(clerk, 'Organisation', {}, 'id')).items).toHaveLength(2)
  })
})

describe('a list', () => {
  test('answers nothing that is not asked', async () => {
    const reader = world.reader(['clerk'])
    expect(await readList(reader, offer, {}, { items: undefined, total: true, pageInfo: false })).toMatchObject({ items: [], total: 5 })
    expect(reader.asked[0]?.text).not.toContain('json_agg')
    expect(await readList(reader, offer, {}, { items: undefined, total: false, pageInfo: false })).toMatchObject({ items: [] })
    expect(await readList(reader, offer, { page: { size: 5 } }, { items: undefined, total: false, pageInfo: true })).toMatchObject({ pageInfo: { hasNextPage: false } })
    expect((await readList(reader, offer, { page: { size: 2 } }, { items: select('__typename'), total: false, pageInfo: false })).items).toEqual([{}, {}])
  })
  test('is the same statement for other values', () => {
    const [first, second] = ([['a', [1]], ['b', [2, 3, 4]]] as const).map(([title, posts]) =>
      explainSql.list(clerk, offer, { filter: { title: { contains: title }, posts: { in: posts } }, page: { number: posts.length + 1 } }, { items: select('id'), total: true, pageInfo: false }))
    expect(first?.text).toBe(second?.text)
    expect(first?.values).not.toEqual(second?.values)
    expect(explainSql.many(clerk, offer, [star], select('id')).text).toBe(explainSql.many(clerk, offer, [bare, draft], select('id')).text)
    expect(explainSql.one(clerk, offer, star, select('id')).values).toEqual([star])
  })
})
