import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { field, idsOf, list, one, refusal } from './fixtures/ask.ts'
import { openWorld, type World } from './fixtures/database.ts'
import { ada, archived, bare, bob, client1, client2, draft, emile, fill, future, garnier, id, nord, onClient, onOffer, onPerson, plain, star, unknown, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { readList } from './index.ts'
import { entityOf } from '../model/model.ts'

let world: World
const hers = id('a', 6)
beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
  await world.put('Offer', { id: hers, title: 'La sienne', internalNote: 'Brouillon privé', state: 'DRAFT', author: ada, fee: { amount: 5, currency: 'EUR' } })
})
afterAll(() => world.close())

/** What stands where he may not read: GraphQL answers it as an error of the field. */
const refused = expect.objectContaining({ code: 'FORBIDDEN' })

const visitor = () => world.reader(['visitor'])
/** Ada may see drafts without notes, and of her own offers the notes and the fee. */
const scout = () => world.reader(['scout'], ada)

describe('rows', () => {
  test('that the caller may not read are missing', async () => {
    expect(await idsOf(visitor(), 'Offer', {})).toEqual([star, plain])
    expect(await one(visitor(), 'Offer', draft, 'title')).toBeNull()
    expect(await one(visitor(), 'Offer', future, 'title')).toBeNull()
  })
  test('at the other end of a relation are missing as well', async () => {
    const reader = world.reader(['visitor'])
    expect(await one(reader, 'Client', archived, 'companyName', field('offers', ['title']))).toEqual({ companyName: 'Vieux Client', '@offers': [] })
    expect(await one(reader, 'Client', client1, field('offers', ['title']), { key: 'n', name: 'offersCount', args: {} }).then((row) => row?.['@offers'])).toHaveLength(2)
    expect(await one(scout(), 'Offer', draft, field('client', ['companyName']))).toEqual({ '@client': { companyName: null } })
  })
  test('of a caller without any right are none', async () => {
    const nobody = world.reader([])
    expect((await list(nobody, 'Offer', {}, 'id')).items).toEqual([])
    expect(await one(nobody, 'Offer', star, 'id')).toBeNull()
    expect(await readList(nobody, entityOf(worldModel, 'Offer'), {}, { items: undefined, total: true, pageInfo: false })).toMatchObject({ total: 0 })
  })
  test('that are his own follow from who he is; a visitor is nobody', async () => {
    expect(await idsOf(world.reader(['member'], bob), 'User', {})).toEqual([bob])
    expect(await idsOf(world.reader(['member']), 'User', {})).toEqual([])
  })
  test('are all for the house', async () => {
    expect(await idsOf(world.house(), 'Offer', {})).toHaveLength(6)
  })
})

describe('fields', () => {
  test('that he may not read are not there', async () => {
    expect(await one(visitor(), 'Offer', star, 'id', 'title', 'internalNote', 'fee', 'state', field('author', ['fullName']), field('cast', ['name']))).toEqual({ id: star, title: 'Danseuse étoile' })
  })
  test('that he may read on some rows are there', async () => {
    expect((await list(visitor(), 'Offer', { sort: [{ id: 'ASC' }] }, 'title', field('contact', ['name']))).items).toEqual([{ title: 'Danseuse étoile' }, { title: 'Choriste' }])
  })
  test('of two grants are not lent to the rows of the other', async () => {
    const { items } = await list(scout(), 'Offer', { sort: [{ id: 'ASC' }] }, 'id', 'title', 'state', 'internalNote', 'fee')
    expect(items).toEqual([
      { id: star, title: 'Danseuse étoile', state: refused, internalNote: 'Payer vite', fee: { amount: 125_000, currency: 'EUR' } },
      { id: draft, title: '100 % Comédie_musicale', state: 'DRAFT', internalNote: refused, fee: refused },
      { id: bare, title: 'Vide', state: 'DRAFT', internalNote: refused, fee: refused },
      { id: plain, title: 'Choriste', state: refused, internalNote: null, fee: null },
      { id: hers, title: 'La sienne', state: 'DRAFT', internalNote: 'Brouillon privé', fee: { amount: 5, currency: 'EUR' } },
    ])
  })
  test('that he may read on other rows only are refused on these, and named in `_denied` where that is asked', async () => {
    expect(await one(scout(), 'Offer', star, 'title', 'state', '_denied')).toEqual({ title: 'Danseuse étoile', state: refused, _denied: ['state'] })
    expect(await one(scout(), 'Offer', draft, 'state', field('client', ['companyName', '_denied']), '_denied')).toMatchObject({ _denied: [] })
    expect(await one(scout(), 'Offer', star, field('client', ['companyName'], { key: 'whom' }), '_denied')).toEqual({ '@whom': refused, _denied: ['whom'] })
  })
  test('that he may read nowhere are named in `_denied` as well', async () => {
    expect(await one(visitor(), 'Offer', star, 'title', 'internalNote', '_denied')).toEqual({ title: 'Danseuse étoile', _denied: ['internalNote'] })
    expect(await one(visitor(), 'Offer', star, 'title', '_denied')).toEqual({ title: 'Danseuse étoile', _denied: [] })
  })
  test('give no title where it stands in them', async () => {
    expect(await one(world.reader(['reader']), 'Party', unknown, '_label')).toBeNull()
    expect(await one(visitor(), 'Client', client1, '_label')).toEqual({ _label: 'Théâtre du Nord' })
  })
  test('that the API does not know are unknown, and nobody reads them', async () => {
    expect(await refusal(list(world.reader(['clerk']), 'User', { filter: { passwordHash: { startsWith: '$argon2id' } } }, 'id'))).toBe('BAD_USER_INPUT filter.passwordHash unknownField')
    expect(await refusal(list(world.reader(['clerk']), 'User', { sort: [{ passwordHash: 'ASC' }] }, 'id'))).toBe('BAD_USER_INPUT sort.0.passwordHash unknownField')
    await expect(one(world.reader(['clerk']), 'User', ada, 'passwordHash')).rejects.toThrow('User has no member passwordHash')
  })
})

describe('a question about what he may not read', () => {
  test.each([
    [{ internalNote: { eq: 'Payer vite' } }, 'filter.internalNote.eq'], [{ or: [{ title: { eq: 'x' } }, { not: { fee: { gt: 1 } } }] }, 'filter.or.1.not.fee.gt'],
    [{ author: { fullName: { startsWith: 'A' } } }, 'filter.author.fullName'], [{ cast: { some: { name: { eq: 'x' } } } }, 'filter.cast.some'], [{ client: { secret: { contains: 'owes' } } }, 'filter.client.secret.contains'],
    [{ client: { offers: { some: { internalNote: { isEmpty: false } } } } }, 'filter.client.offers.some.internalNote.isEmpty'], [{ createdBy: { isEmpty: false } }, 'filter.createdBy.isEmpty'],
  ])('is refused: %j', async (filter, path) => {
    expect(await refusal(list(visitor(), 'Offer', { filter }, 'id'))).toBe(`FORBIDDEN ${path} forbidden`)
  })
  test('is refused in a sort, and in what is asked of a relation', async () => {
    expect(await refusal(list(visitor(), 'Offer', { sort: [{ title: 'ASC' }, { internalNote: 'ASC' }] }, 'id'))).toBe('FORBIDDEN sort.1.internalNote forbidden')
    expect(await refusal(list(visitor(), 'Offer', {}, field('client', [field('offers', ['title'], { args: { filter: { posts: { gt: 1 } } } })])))).toBe('FORBIDDEN client.offers.filter.posts.gt forbidden')
    expect(await refusal(list(visitor(), 'Offer', {}, field('client', [{ key: 'n', name: 'offersCount', args: { filter: { posts: { gt: 1 } } } }])))).toBe('FORBIDDEN client.n.filter.posts.gt forbidden')
    expect(await refusal(list(visitor(), 'Client', {}, field('offers', ['title'], { args: { sort: [{ posts: 'ASC' }] } })))).toBe('FORBIDDEN offers.sort.0.posts forbidden')
  })
  test('by a relation to a record that he may not read finds what finds nothing', async () => {
    // The scout may read the client of a draft, but archived clients not at all: it is as if there were none.
    await world.put('Offer', { id: id('a', 7), title: 'Pour un ancien', state: 'DRAFT', client: archived })
    const find = (filter: object) => idsOf(scout(), 'Offer', { title: { eq: 'Pour un ancien' }, ...filter })
    expect(await find({ client: { companyName: { contains: 'vieux' } } })).toEqual([])
    expect(await find({ client: { isEmpty: false } })).toEqual([])
    expect(await find({ client: { isEmpty: true } })).toHaveLength(1)
    expect(await find({ client: { id: { eq: archived } } })).toEqual([])
    expect(await find({ not: { client: { id: { eq: archived } } } })).toHaveLength(1)
    expect(await idsOf(world.reader(['visitor']), 'Client', { offers: { some: { title: { contains: 'Vide' } } } })).toEqual([])
  })
})

describe('a field that he may read on some rows', () => {
  test.each([
    [{ internalNote: { eq: 'Attendre la réponse' } }, []], [{ internalNote: { ne: 'Attendre la réponse' } }, 'all'], [{ internalNote: { contains: 'e' } }, [star, hers]], [{ internalNote: { isEmpty: true } }, [draft, bare, plain]],
    [{ not: { internalNote: { contains: 'attendre' } } }, 'all'], [{ fee: { gte: 0 } }, [star, hers]], [{ fee: { in: [0, 5] } }, [hers]], [{ state: { eq: 'PUBLISHED' } }, []], [{ state: { notIn: ['PUBLISHED'] } }, 'all'],
  ])('is empty on the others to a filter: %j', async (filter, ids) => {
    const all = [star, draft, bare, plain, hers]
    expect(await idsOf(scout(), 'Offer', { ...filter, title: { ne: 'Pour un ancien' } })).toEqual(ids === 'all' ? all : ids)
  })
  test('is empty on the others to a sort, and in its cursor', async () => {
    const byFee = await readList(scout(), entityOf(worldModel, 'Offer'), { sort: [{ fee: 'DESC' }], page: { size: 3 }, filter: { title: { ne: 'Pour un ancien' } } }, { items: [{ key: 'id', name: 'id', args: {} }], total: false, pageInfo: true })
    expect(byFee.items.map((row) => row['id'])).toEqual([plain, bare, draft])
    expect(JSON.parse(Buffer.from(byFee.pageInfo.endCursor ?? '', 'base64url').toString())).toEqual([expect.any(String), null, draft])
  })
})

describe('the order that a list has by itself', () => {
  test('does not tell about a field that he may not read', async () => {
    const answer = await readList(scout(), entityOf(worldModel, 'Offer'), { page: { size: 1 } }, { items: [{ key: 'id', name: 'id', args: {} }], total: false, pageInfo: true })
    expect(JSON.parse(Buffer.from(answer.pageInfo.endCursor ?? '', 'base64url').toString())).toHaveLength(2)
  })
  test('is that of the table where he may read it', async () => {
    const reader = visitor()
    await list(reader, 'Offer', {}, 'id')
    expect(reader.asked[0]?.text).toContain('order by t0."publish_from" desc, t0."id" desc')
  })
})

describe('kinds of an abstract entity', () => {
  const reader = () => world.reader(['reader'], '01890000-0000-7000-8000-0000000000aa')
  test('hide as parties what they hide as persons', async () => {
    expect(await idsOf(reader(), 'Party', {})).toEqual([zoe, emile, nord, garnier].toSorted())
    expect(await one(reader(), 'Party', unknown, 'name')).toBeNull()
  })
  test('show a field of theirs on the rows where it may be read', async () => {
    const { items } = await list(reader(), 'Party', { filter: { id: { in: [zoe, emile] } } }, 'name', { key: 'height', name: 'height', args: {}, only: 'Person' })
    expect(items).toEqual([{ name: 'Émile Zola', height: refused, _entity: 'Person' }, { name: 'Zoé Dupont', height: 180, _entity: 'Person' }])
  })
})

describe('a relation to any entity', () => {
  test('gives the title of what he may read only', async () => {
    const { items } = await list(scout(), 'Comment', { sort: [{ id: 'ASC' }] }, 'id', { key: 'subject', name: 'subject', args: {} })
    expect(items.map((item) => [item['id'], (item['@subject'] as { label: unknown }).label])).toEqual([[onOffer, 'Danseuse étoile'], [onPerson, null], [onClient, null]])
  })
})

test('what a visitor of a client may read includes its name only', async () => {
  expect(await idsOf(visitor(), 'Client', {})).not.toContain(client2)
})
