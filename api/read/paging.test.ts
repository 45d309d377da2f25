import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf } from '../model/model.ts'
import { refusal, select } from './fixtures/ask.ts'
import { openWorld, type NotingReader, type World } from './fixtures/database.ts'
import { client1, client2, fill, id } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { readList } from './index.ts'
import type { Direction, ListAnswer, ListArgs } from './types.ts'

let world: World
let clerk: NotingReader
const offer = entityOf(worldModel, 'Offer')
const ROWS = 60

beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
  clerk = world.reader(['clerk'])
  const random = generator(7)
  const some = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
  for (let number = 10; number < ROWS + 10; number += 1) {
    const row = {
      id: id('b', number), title: some(['Âge', 'age', 'Zèbre', 'bal', 'Écran']), state: 'DRAFT', contactPublic: some([true, false, null]), posts: some([1, 2, null]), weight: some(['1.5', '-2', null]),
      publishFrom: some(['2020-01-01T00:00:00.001Z', '2020-01-01T00:00:00.002Z', null]), startsOn: some(['2020-01-01', '2021-01-01', null]), client: some([client1, client2, null]), country: some(['FR', 'BE', null]),
    }
    await world.put('Offer', { id: row.id, ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) })
  }
})
afterAll(() => world.close())

/** Numbers that look random and are the same at every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const page = (args: ListArgs, reader = clerk): Promise<ListAnswer> => readList(reader, offer, args, { items: select('id'), total: true, pageInfo: true })
const ids = (answer: ListAnswer): unknown[] => answer.items.map((item) => item['id'])

async function walk(sort: ListArgs['sort'], size: number, reader = clerk): Promise<unknown[]> {
  const found: unknown[] = []
  let after: string | null = null
  for (;;) {
    const answer: ListAnswer = await page({ ...(sort ? { sort } : {}), page: { size, ...(after === null ? {} : { after }) } }, reader)
    expect(answer.pageInfo.hasPreviousPage).toBe(after !== null)
    found.push(...ids(answer))
    if (!answer.pageInfo.hasNextPage) return found
    after = answer.pageInfo.endCursor
  }
}

const directions: readonly Direction[] = ['ASC', 'DESC']
const fields = ['title', 'posts', 'publishFrom', 'weight', 'startsOn', 'contactPublic', 'client', 'country', 'fee', 'version'] as const
const whole = async (sort: ListArgs['sort']): Promise<unknown[]> => ids(await page({ ...(sort ? { sort } : {}), page: { size: 100 } }))

describe('walking a list by cursor finds every row once, in its order', () => {
  test.each(fields.flatMap((name) => directions.map((direction) => ({ [name]: direction }))))('by one field: %j', async (key) => {
    expect(await walk([key], 7)).toEqual(await whole([key]))
  })
  test('by two and three fields in all mixes of directions, with duplicates and empty values', async () => {
    const random = generator(42)
    for (let round = 0; round < 60; round += 1) {
      const names = fields.toSorted(() => random() - 0.5).slice(0, 2 + (round % 2))
      const sort = names.map((name) => ({ [name]: random() < 0.5 ? 'ASC' : 'DESC' } as const))
      expect({ sort, rows: await walk(sort, 1 + Math.floor(random() * 20)) }).toEqual({ sort, rows: await whole(sort) })
    }
  })
  test('in its own order, and by id', async () => {
    expect(await walk(undefined, 9)).toEqual(await whole(undefined))
    expect(await walk([{ id: 'DESC' }], 9)).toEqual((await whole([{ id: 'ASC' }])).toReversed())
  })
  test('with a limited view as well', async () => {
    const scout = world.reader(['scout'], id('u', 1))
    const sort = [{ state: 'ASC' }, { title: 'DESC' }] as const
    expect(await walk(sort, 4, scout)).toEqual(ids(await page({ sort, page: { size: 100 } }, scout)))
  })
})

describe('order', () => {
  test('minds neither accents nor case, and leaves empty values where PostgreSQL puts them', async () => {
    const answer = await readList(clerk, offer, { sort: [{ title: 'ASC' }, { posts: 'DESC' }], page: { size: 100 } }, { items: select('title', 'posts'), total: false, pageInfo: false })
    const titles = answer.items.map((item) => String(item['title']).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())
    expect(titles).toEqual(titles.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    expect(answer.items.find((item) => item['title'] === 'Zèbre')?.['posts']).toBeNull()
  })
  test('by a relation is that of the titles of the related records', async () => {
    const answer = await readList(clerk, offer, { sort: [{ client: 'ASC' }], filter: { state: { eq: 'PUBLISHED' } } }, { items: [{ key: 'client', name: 'client', args: {}, selection: select('_label') }], total: false, pageInfo: false })
    expect(answer.items.map((item) => (item['@client'] as { _label: string })._label)).toEqual(['Théâtre du Nord', 'Théâtre du Nord', 'Vieux Client'])
  })
})

describe('pages by number', () => {
  test('say whether there are others', async () => {
    const all = await whole([{ id: 'ASC' }])
    const second = await page({ sort: [{ id: 'ASC' }], page: { size: 10, number: 2 } })
    expect(ids(second)).toEqual(all.slice(10, 20))
    expect(second).toMatchObject({ total: all.length, pageInfo: { hasNextPage: true, hasPreviousPage: true } })
    const last = await page({ sort: [{ id: 'ASC' }], page: { size: 65, number: 1 } })
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false })
    const beyond = await page({ page: { size: 100, number: 100 } })
    expect(beyond).toMatchObject({ items: [], total: all.length, pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null } })
  })
  test('are twenty rows unless said', async () => {
    expect((await page({})).items).toHaveLength(20)
    expect((await page({ page: { size: null, number: null, after: null } })).items).toHaveLength(20)
    expect((await page({ page: null, sort: null, filter: null })).items).toHaveLength(20)
  })
  test('go on by cursor from where they end', async () => {
    const first = await page({ sort: [{ title: 'ASC' }], page: { size: 10, number: 2 } })
    const next = await page({ sort: [{ title: 'ASC' }], page: { size: 10, after: first.pageInfo.endCursor } })
    expect(ids(next)).toEqual((await whole([{ title: 'ASC' }])).slice(20, 30))
  })
  test.each([
    [{ size: 0 }, 'page.size'], [{ size: -1 }, 'page.size'], [{ size: 101 }, 'page.size'], [{ size: 1.5 }, 'page.size'], [{ size: '10' }, 'page.size'], [{ size: Number.NaN }, 'page.size'],
    [{ number: 0 }, 'page.number'], [{ number: -1 }, 'page.number'], [{ number: 10_001 }, 'page.number'], [{ size: 100, number: 101 }, 'page.number'], [{ size: 1, number: 10_001 }, 'page.number'],
  ])('%j is refused', async (given, path) => {
    expect(await refusal(page({ page: given as ListArgs['page'] & object }))).toBe(`BAD_USER_INPUT ${path} outOfRange`)
  })
})

describe('a cursor', () => {
  const sort = [{ publishFrom: 'DESC' }] as const
  const cursor = async (): Promise<string> => (await page({ sort, page: { size: 3 } })).pageInfo.endCursor ?? ''
  const ask = (after: unknown, more: ListArgs = { sort }, entity = offer) => refusal(readList(clerk, entity, { ...more, page: { after: after as string } }, { items: select('id'), total: false, pageInfo: true }))
  const forged = async (change: (parts: unknown[]) => unknown): Promise<string> => Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(await cursor(), 'base64url').toString()) as unknown[]))).toString('base64url')

  test('of another list or another sort is refused', async () => {
    const given = await cursor()
    expect(await ask(given, { sort: [{ publishFrom: 'ASC' }] })).toBe('BAD_USER_INPUT page.after foreignCursor')
    expect(await ask(given, { sort: [{ title: 'ASC' }] })).toBe('BAD_USER_INPUT page.after foreignCursor')
    expect(await ask(given, { sort: [{ createdAt: 'DESC' }] }, entityOf(worldModel, 'Client'))).toBe('BAD_USER_INPUT page.after foreignCursor')
    expect(await ask(given)).toBe('answered')
  })
  test.each(['', 'x', '§', 'bm9uc2Vuc2U', Buffer.from('null').toString('base64url'), Buffer.from('{}').toString('base64url'), Buffer.from('[1]').toString('base64url'), 'a'.repeat(30_000)])('%s is none', async (given) => {
    expect(await ask(given)).toBe('BAD_USER_INPUT page.after damagedCursor')
  })
  test('that was tampered with is refused', async () => {
    for (const value of ['x', "2020-01-01'; select 1", 5, {}, [], '9999999-01-01T00:00:00Z', undefined]) expect(await ask(await forged(([signature, , last]) => [signature, value, last].filter((part) => part !== undefined)))).toBe('BAD_USER_INPUT page.after damagedCursor')
    expect(await ask(await forged(([signature, first]) => [signature, first, null]))).toBe('BAD_USER_INPUT page.after damagedCursor')
    expect(await ask(await forged(([signature, first]) => [signature, first, 'not an id']))).toBe('BAD_USER_INPUT page.after damagedCursor')
  })
  test('that was tampered with into another place is that place', async () => {
    expect(await ask(await forged(([signature, , last]) => [signature, '0001-01-01T00:00:00Z', last]))).toBe('answered')
    const byNumber = (await page({ sort: [{ posts: 'DESC' }], page: { size: 50 } })).pageInfo.endCursor ?? ''
    const [signature, , last] = JSON.parse(Buffer.from(byNumber, 'base64url').toString()) as unknown[]
    expect(await ask(Buffer.from(JSON.stringify([signature, '999999999999999999', last])).toString('base64url'), { sort: [{ posts: 'DESC' }] })).toBe('answered')
  })
  test('is read even where only the total is asked', async () => {
    expect(await refusal(readList(clerk, offer, { sort, page: { after: 'x' } }, { items: undefined, total: true, pageInfo: false }))).toBe('BAD_USER_INPUT page.after damagedCursor')
  })
  test('is given with a page or a number, not with both', async () => {
    expect(await refusal(page({ sort, page: { after: await cursor(), number: 1 } }))).toBe('BAD_USER_INPUT page.number pageAndCursor')
    expect(await ask(5)).toBe('BAD_USER_INPUT page.after nullOperand')
  })
})

describe('the way to a page far away', () => {
  async function plan(sort: ListArgs['sort']): Promise<string> {
    const reader = world.reader(['clerk'])
    const ask = (after?: string | null): Promise<ListAnswer> =>
      readList(reader, offer, { ...(sort ? { sort } : {}), page: { size: 30, ...(after == null ? {} : { after }) } }, { items: select('id'), total: false, pageInfo: true })
    await ask((await ask()).pageInfo.endCursor)
    const { text, values } = reader.asked[1] ?? { text: '', values: [] }
    const rows = await world.query(`explain ${text}`, values)
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  }
  test('goes along the index of the order, from the row where the page before ended', async () => {
    await world.query(`insert into offer (title, state, publish_from) select 'far ' || n, 'DRAFT', timestamptz '2010-01-01' + n * interval '1 hour' from generate_series(1, 5000) n`, [])
    await world.query('analyze offer', [])
    expect(await plan([{ publishFrom: 'DESC' }])).toMatch(/Index Cond: \((ROW\(publish_from, id\) < ROW|publish_from IS)/)
    expect(await plan([{ publishFrom: 'ASC' }])).toContain('Index Cond: (ROW(publish_from, id) > ROW')
    expect(await plan([{ title: 'ASC' }])).toContain('Index Cond: (ROW(fold((title)::text), id) > ROW')
  })
})
