import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, Kind, type FieldNode, type FragmentDefinitionNode } from 'graphql'
import { entityOf } from '../model/model.ts'
import { openWorld, type World } from './fixtures/database.ts'
import { compiled, dataOf, interpreted, readingSchema, type Variables } from './fixtures/graphql.ts'
import { archived, client1, emile, fill, nord, star, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { listSelectionOf, selectionOf } from './index.ts'
import type { SelectionInfo } from './selection.ts'

const schema = readingSchema(worldModel)
let world: World
beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
})
afterAll(() => world.close())

describe.each([['graphql-js', interpreted], ['graphql-jit', compiled]] as const)('what a document asks, run by %s,', (_name, run) => {
  const ask = async (text: string, variables?: Variables) => {
    const reader = world.reader(['clerk'])
    const data = await dataOf(run(schema, text, reader, variables))
    return { data, statements: reader.asked.length }
  }

  test('is answered by one statement, whatever the nesting and the aliases', async () => {
    expect(await ask(`query ($id: ID!, $limit: Int = 1, $word: String!) {
      client(id: $id) {
        __typename name: companyName _label
        first: offers(limit: $limit, sort: [{ title: ASC }]) { title fee { amount } money: fee { currency } }
        second: offers(sort: [{ title: DESC }], filter: { categories: { some: { name: { contains: $word } } } }) { ...offer categories { name } }
        total: offersCount some: offersCount(filter: { posts: { isEmpty: true } })
      }
    } fragment offer on Offer { profession { name domain { name } } ...more } fragment more on Offer { profession { id: name } }`, { id: client1, word: 'comedie' })).toEqual({
      statements: 1,
      data: {
        client: {
          __typename: 'Client', name: 'Théâtre du Nord', _label: 'Théâtre du Nord', first: [{ title: 'Choriste', fee: null, money: null }],
          second: [{ profession: { name: 'Danseuse', domain: { name: 'Danse' }, id: 'Danseuse' }, categories: [{ name: 'Ballet' }, { name: 'Comédie musicale' }] }], total: 2, some: 1,
        },
      },
    })
  })

  test('may be left out or put in by variables', async () => {
    const text = `query ($with: Boolean!, $sort: [OfferSort!]) { offers(page: { size: 1 }, sort: $sort) {
      total @include(if: $with) items { title client @skip(if: $with) { companyName } ... @include(if: $with) { author { fullName } } ...extra @include(if: $with) } pageInfo { hasNextPage } } } fragment extra on Offer { posts }`
    expect(await ask(text, { with: true, sort: [{ title: 'DESC' }] })).toEqual({ statements: 1, data: { offers: { total: 5, items: [{ title: 'Vide', author: null, posts: null }], pageInfo: { hasNextPage: true } } } })
    expect(await ask(text, { with: false, sort: { title: 'ASC' } })).toEqual({ statements: 1, data: { offers: { items: [{ title: '100 % Comédie_musicale', client: { companyName: null } }], pageInfo: { hasNextPage: true } } } })
  })

  test('of an abstract entity is asked of its kinds, each with what stands above', async () => {
    expect(await ask(`query ($ids: [ID!]!) { partiesByIds(ids: $ids) {
      __typename id: name ...on Party { name }
      ... on Person { height work: employers(sort: [{ name: ASC }]) { name } } ...organisation
    } } fragment organisation on Organisation { siret work: members { __typename ... on Party { email } } _label }`, { ids: [nord, emile] })).toEqual({
      statements: 1,
      data: { partiesByIds: [
        { __typename: 'Organisation', id: 'Théâtre du Nord', name: 'Théâtre du Nord', siret: '12345678900011', work: [{ __typename: 'Person', email: null }, { __typename: 'Person', email: 'zoe@example.test' }], _label: 'Théâtre du Nord' },
        { __typename: 'Person', id: 'Émile Zola', name: 'Émile Zola', height: 165, work: [{ name: 'Opéra Garnier' }, { name: 'Théâtre du Nord' }] },
      ] },
    })
  })

  test('of a relation to an abstract entity, or to any entity, is told apart', async () => {
    expect(await ask(`{ offers(filter: { sponsor: { isEmpty: false } }, sort: [{ id: ASC }]) { items { sponsor { __typename name ... on Person { height } } } }
      comments(sort: [{ id: ASC }], page: { size: 2 }) { items { subject { entity id title: label } } } }`)).toEqual({
      statements: 2,
      data: {
        offers: { items: [{ sponsor: { __typename: 'Organisation', name: 'Théâtre du Nord' } }, { sponsor: { __typename: 'Person', name: 'Zoé Dupont', height: 180 } }] },
        comments: { items: [{ subject: { entity: 'Offer', id: star, title: 'Danseuse étoile' } }, { subject: { entity: 'Person', id: expect.any(String), title: 'Unknown' } }] },
      },
    })
  })

  test('is put together from fields that stand there twice', async () => {
    expect(await ask(`query ($id: ID!) { person(id: $id) { roles { title client { id } } roles { client { companyName } fee { amount } } ... { roles { client { state } } } } }`, { id: zoe })).toMatchObject({
      statements: 1, data: { person: { roles: [{ title: 'Danseuse étoile', client: { id: client1, companyName: 'Théâtre du Nord', state: 'ACTIVE' }, fee: { amount: 125_000 } }] } },
    })
  })

  test('of a page under two names is read once', async () => {
    expect(await ask(`{ clients(filter: { id: { eq: "${archived}" }, state: { isEmpty: false } }) { a: items { companyName } b: items { state } n: total } }`)).toEqual({
      statements: 1, data: { clients: { a: [{ companyName: 'Vieux Client' }], b: [{ state: 'ARCHIVED' }], n: 1 } },
    })
  })
})

describe('a selection', () => {
  const infoOf = (text: string, variableValues: Variables = {}): SelectionInfo => {
    const { definitions } = parse(text)
    const fragments = Object.fromEntries(definitions.flatMap((node): [string, FragmentDefinitionNode][] => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])))
    const fieldNodes = definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? node.selectionSet.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD) : []))
    return { fieldNodes, fragments, variableValues, schema }
  }
  const offer = entityOf(worldModel, 'Offer')
  const text = '{ offer(id: "x") { title client { companyName } ...f } } fragment f on Offer { categories(limit: 3) { name } }'

  test('is made once for a document without variables', () => {
    const info = infoOf(text)
    expect(selectionOf({ ...info }, worldModel, offer)).toBe(selectionOf({ ...info }, worldModel, offer))
  })
  test('is made anew where variables say what is asked, also inside fragments', () => {
    const info = infoOf(text.replace('limit: 3', 'limit: $n').replace('{ offer', 'query ($n: Int) { offer'), { n: 4 })
    expect(selectionOf(info, worldModel, offer).at(-1)?.args).toEqual({ limit: 4, offset: 0 })
    expect(selectionOf({ ...info, variableValues: { n: 5 } }, worldModel, offer).at(-1)?.args).toEqual({ limit: 5, offset: 0 })
  })
  test('of a page under two names that ask differently under one key is refused', () => {
    expect(() => listSelectionOf(infoOf('{ clients { a: items { o: offers { id } } b: items { o: offersCount } } }'), worldModel, entityOf(worldModel, 'Client'))).toThrow('o keyTwice')
    expect(() => listSelectionOf(infoOf('{ clients { a: items { o: offers(limit: 1) { id } } b: items { o: offers(limit: 2) { id } } } }'), worldModel, entityOf(worldModel, 'Client'))).toThrow('o keyTwice')
  })
})
