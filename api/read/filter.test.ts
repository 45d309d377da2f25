import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf, fieldsOf } from '../model/model.ts'
import { idsOf } from './fixtures/ask.ts'
import { openWorld, type World } from './fixtures/database.ts'
import { ada, ballet, bare, bob, circus, client1, client2, contract, draft, emile, fill, future, garnier, missing, musical, nord, onClient, onOffer, onPerson, plain, star, unknown, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { families } from './operators/index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
})
afterAll(() => world.close())

const found = (filter: object, entity = 'Offer') => idsOf(world.reader(['clerk']), entity, { ...filter })
const all = [star, draft, bare, future, plain]
const others = [bare, future, plain]

/** One offer has every field, one has other values of every field, three have (almost) none: `[operand, ids]` by operator. */
type Cases = Readonly<Record<string, readonly (readonly [operand: unknown, ids: readonly string[]])[]>>
const exact = (value: unknown, other: unknown): Cases => ({
  eq: [[value, [star]]], ne: [[value, [draft, ...others]]], in: [[[value, other], [star, draft]], [[], []]], notIn: [[[value], [draft, ...others]], [[], all]],
  isEmpty: [[true, others], [false, [star, draft]]],
})
const ordered = (small: unknown, large: unknown, [smaller, larger] = [draft, star]): Cases => ({
  ...exact(smaller === star ? small : large, smaller === star ? large : small),
  lt: [[large, [smaller]], [small, []]], lte: [[small, [smaller]], [large, [smaller, larger].toSorted()]], gt: [[small, [larger]], [large, []]], gte: [[large, [larger]], [small, [smaller, larger].toSorted()]],
})
const text = (value: string, other: string, part: string, beginning: string): Cases => ({
  ...exact(value, other), contains: [[part, [star]], ['nowhere', []]], startsWith: [[beginning, [star]], [part === beginning ? 'nowhere' : part, []]],
})
const presence: Cases = { isEmpty: [[true, others], [false, [star, draft]]] }

const cases: Readonly<Record<string, Cases>> = {
  internalNote: text('Payer vite', 'Attendre la réponse', 'ER VI', 'payer'),
  posts: ordered(1, 3), size: ordered(1, 5_000_000_000), weight: ordered('-0.25', '12.5'), fee: ordered(0, 125_000), duration: ordered(0, 90), share: ordered(0, 12.5),
  moods: { has: [['GAY', [star]], ['SAD', []]], hasAny: [[['SAD', 'WILD'], [star]], [[], []]], hasNone: [[['GAY', 'SAD'], [draft, ...others]], [[], all]], isEmpty: [[true, [draft, ...others]], [false, [star]]] },
  startsOn: ordered('2024-02-29', '2096-11-20'), audition: ordered('2024-01-01T01:00:00+01:00', '2026-07-14T18:00:00Z'),
  email: text('casting@example.test', 'Zoe@Example.test', 'STING@', 'CASTING'), web: text('https://example.test/a', 'http://example.test', 'test/A', 'https:'),
  phone: text('01 44 55 66 77', '+ 666 12345', '55 66', '01 44'), country: exact('FR', 'BE'), language: exact('fr', 'en'), currency: exact('EUR', 'USD'),
  place: {
    near: [[{ latitude: 48.85, longitude: 2.35, km: 5 }, [star]], [{ latitude: 48.85, longitude: 2.35, km: 300 }, [star, draft]], [{ latitude: -48.85, longitude: 2.35, km: 300 }, []], [{ latitude: 90, longitude: 180, km: 20_040 }, [star, draft]]],
    ...presence,
  },
  extra: presence, iban: presence,
}

describe('every operator of every kind of field', () => {
  for (const [name, operators] of Object.entries(cases)) {
    for (const [operator, pairs] of Object.entries(operators)) {
      test.each(pairs)(`${name}: { ${operator}: %j }`, async (operand, ids) => {
        expect(await found({ [name]: { [operator]: operand } })).toEqual(ids)
      })
    }
  }

  const tested = { ...cases, ...Object.fromEntries(['id', 'title', 'state', 'contactPublic', 'publishFrom', 'version', 'createdAt', 'updatedAt', 'description'].map((name) => [name, {}])) }
  test('is tried here', () => {
    const untried = fieldsOf(entityOf(worldModel, 'Offer')).flatMap((member) => {
      if (!(member.name in tested)) return [member.name]
      const family = families[member.many ? 'list' : member.kind.filter]
      return member.name in cases ? Object.keys(family).filter((operator) => !(operator in (cases[member.name] ?? {}))).map((operator) => `${member.name}.${operator}`) : []
    })
    expect(untried).toEqual([])
  })
})

describe('a text', () => {
  test.each([
    ['ETOILE', [star]], ['étoile', [star]], ['œ', []], ['100 %', [draft]], ['%', [draft]], ['_', [draft]], ['\\', []], ['％', [draft]], ["'; drop table offer; --", []], ['', all],
  ])('contains %j without accents and case, and wildcards stand for themselves', async (part, ids) => {
    expect(await found({ title: { contains: part } })).toEqual(ids)
  })
  test('equals with accents and case', async () => {
    expect(await found({ title: { eq: 'Danseuse etoile' } })).toEqual([])
  })
  test('of several lines is found', async () => {
    expect(await found({ description: { contains: 'REPETITIONS' } })).toEqual([star])
  })
})

describe('yes or no', () => {
  test.each([[{ eq: true }, [star]], [{ eq: false }, [draft, plain]], [{ ne: true }, [draft, bare, future, plain]], [{ isEmpty: true }, [bare, future]]])('%j', async (condition, ids) => {
    expect(await found({ contactPublic: condition })).toEqual(ids)
  })
})

describe('a state, an id, an instant', () => {
  test.each([
    [{ state: { in: ['DRAFT', 'EXPIRED'] } }, [draft, bare]], [{ state: { ne: 'DRAFT' } }, [star, future, plain]], [{ id: { in: [star, missing] } }, [star]], [{ id: { eq: star.toUpperCase() } }, [star]],
    [{ publishFrom: { gte: '2021-01-01T01:00:00+01:00', lt: '2999-01-01T00:00:00Z' } }, [draft, plain]], [{ publishFrom: { eq: '2024-02-29T23:59:59.999Z' } }, [draft]], [{ posts: { lt: 9_007_199_254_740_991 } }, [star, draft]],
  ])('%j', async (filter, ids) => {
    expect(await found(filter)).toEqual(ids)
  })
})

describe('conditions together', () => {
  test.each([
    [{}, all], [{ and: [] }, all], [{ or: [] }, []], [{ not: {} }, []], [{ or: [{ posts: { eq: 3 } }, { title: { eq: 'Vide' } }] }, [star, bare]],
    [{ state: { eq: 'DRAFT' }, posts: { isEmpty: true } }, [bare]], [{ and: [{ state: { eq: 'DRAFT' } }, { not: { title: { eq: 'Vide' } } }] }, [draft]],
    // What is empty is not 3: a negation holds for it.
    [{ not: { posts: { eq: 3 } } }, [draft, ...others]], [{ not: { not: { posts: { eq: 3 } } } }, [star]], [{ not: { posts: { ne: 3 } } }, [star]],
  ])('%j', async (filter, ids) => {
    expect(await found(filter)).toEqual(ids)
  })
})

describe('through relations', () => {
  test.each([
    ['Offer', { client: { companyName: { contains: 'nord' } } }, [star, plain]], ['Offer', { client: { isEmpty: true } }, [bare]], ['Offer', { client: { isEmpty: false, state: { eq: 'ACTIVE' } } }, [star, draft, plain]],
    ['Offer', { client: { id: { in: [client2, missing] } } }, [draft]], ['Offer', { client: {} }, [star, draft, future, plain]], ['Offer', { not: { client: { id: { eq: client1 } } } }, [draft, bare, future]],
    // There must be a client that has not this name.
    ['Offer', { client: { companyName: { ne: 'Théâtre du Nord' } } }, [draft, future]], ['Offer', { profession: { domain: { name: { eq: 'Danse' } } } }, [star, future]],
    ['Offer', { categories: { some: { name: { startsWith: 'comedie' } } } }, [star, draft]], ['Offer', { categories: { none: { id: { eq: ballet } } } }, [draft, ...others]], ['Offer', { categories: { some: {} } }, [star, draft]],
    ['Offer', { categories: { some: { id: { in: [musical] } }, none: { id: { in: [ballet, circus] } } } }, [draft]], ['Offer', { cast: { some: { height: { gte: 180 } } } }, [star]],
    ['Offer', { contract: { name: { contains: 'etoile' } } }, [star]], ['Offer', { contract: { isEmpty: true } }, [draft, ...others]], ['Offer', { contract: { id: { eq: contract } } }, [star]],
    ['Offer', { sponsor: { name: { contains: 'theatre' } } }, [star]], ['Offer', { contact: { employers: { some: { siret: { startsWith: '123' } } } } }, [star]], ['Offer', { author: { id: { ne: ada } } }, [draft]], ['Offer', { author: { id: { notIn: [bob] } } }, [star, plain]],
    ['Client', { offers: { some: { state: { eq: 'PUBLISHED' }, posts: { gt: 2 } } } }, [client1]], ['Client', { offers: { none: {} } }, []], ['Category', { offers: { none: {} } }, [circus]],
    ['Person', { roles: { some: { id: { eq: star } } } }, [zoe, emile]], ['Party', { name: { startsWith: 'o' } }, [garnier]], ['Organisation', { members: { some: { id: { eq: emile } } } }, [nord, garnier]],
    ['Person', { contactOf: { some: { title: { eq: 'Choriste' } } } }, [unknown]],
    ['Comment', { subject: { entity: 'Offer' } }, [onOffer]], ['Comment', { subject: { entity: 'Person', id: unknown } }, [onPerson]], ['Comment', { subject: { isEmpty: true } }, []], ['Comment', { not: { subject: { entity: 'Offer' } } }, [onPerson, onClient]],
  ])('%s %j', async (entity, filter, ids) => {
    expect(await found(filter, entity)).toEqual([...ids].toSorted())
  })
})

describe('a list that answers what people still work with', () => {
  test('leaves the others out', async () => {
    expect(await found({}, 'Client')).toEqual([client1, client2])
    expect(await found({ companyName: { contains: 'client' } }, 'Client')).toEqual([])
  })
  test('answers them to a filter that names the field itself, wherever it stands', async () => {
    expect(await found({ state: { eq: 'ARCHIVED' } }, 'Client')).toHaveLength(1)
    expect(await found({ or: [{ not: { state: { eq: 'ACTIVE' } } }] }, 'Client')).toHaveLength(1)
  })
})
