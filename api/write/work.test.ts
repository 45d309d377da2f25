import { beforeEach, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { grantTo } from '#model'
import { AppError } from '../model/errors.ts'
import { boolean } from '../model/fields/boolean.ts'
import { integer } from '../model/fields/integer.ts'
import { money } from '../model/fields/money.ts'
import { chief, Company, desk, Domain, Line, Person, Play, Sheet, Tag, Trade } from './fixtures/model.ts'
import { of, useStage } from './fixtures/writer.ts'
import { action, reactions, type Work } from './types.ts'

const seen: unknown[] = []
const refuse = (reason: string): never => { throw new AppError('CONFLICT', [{ reason, message: { fr: reason, en: reason } }]) }
const note = (what: string) => async (_work: Work, row: { readonly id: string; readonly version: number }): Promise<void> => { seen.push([what, row.version]) }

const playReactions = reactions(Play, {
  prepare: (_work, input, current) => {
    if (input['title'] === 'refused') refuse('prepare')
    // Completes what people may not give, and what they need not.
    return current ? input : { ...input, publishedAt: '2026-01-01T00:00:00Z', summary: input['summary'] ?? `About ${String(input['title'])}`, ...(input['title'] === 'broken' ? { seats: -1 } : {}) }
  },
  created: async (work, row, input) => {
    seen.push(['created', row.number, row.summary, input['hint']])
    await work.enqueue('announce', { play: row.id }, { key: row.id })
    if (row.title === 'fails late') refuse('late')
    if (row.title === 'with a sheet') await work.asHouse().create(Sheet, { play: row.id, text: 'by the house' })
    if (row.title === 'nested fault') await work.at('sheet').create(Line, { play: row.id, share: 400 })
    if (row.title === 'endless') await work.create(Play, { title: 'endless' })
  },
  updated: async (_work, row, before, input) => { seen.push(['updated', before.title, row.title, before.version, row.version, input['hint']]) },
  deleting: async (_work, row) => { if (row.title === 'kept') refuse('kept') },
  deleted: note('deleted'),
  moving: { publish: async (work, row) => {
    if (row.title === 'unready') refuse('unready')
    return { publishedAt: work.now.toISOString() }
  } },
  moved: { publish: note('published') },
})
const personReactions = reactions(Person, {
  prepare: (_work, input, current) => ({ ...input, name: String(input['lastName'] ?? current?.lastName) }),
  remove: (work, row) => work.set(Person, row.id, { lastName: 'former' }),
})
const double = action<Play>({
  name: 'doubleSeats', on: Play, label: { fr: 'Doubler', en: 'Double' }, access: grantTo(desk), when: { state: { eq: 'DRAFT' } }, returns: Play,
  args: {
    by: { kind: integer, options: { required: true } }, fee: { kind: money, options: {} }, sure: { kind: boolean, options: {}, many: true },
    trade: { kind: 'record', options: {}, entity: () => Trade }, line: { kind: 'input', options: {}, entity: () => Line },
  },
  run: async (work, { id, by, line, ...others }) => {
    seen.push(others)
    const row = await work.row(Play, id)
    await work.update(Play, id, { length: (row?.length ?? 1) * Number(by) })
    if (line) await work.at('line').create(Line, { ...line, play: id })
    return id
  },
})
const sweep = action<Play>({ name: 'sweepPlays', on: Play, label: { fr: 'Vider', en: 'Sweep' }, access: grantTo(chief), scope: 'entity', returns: 'Boolean', run: async (_work, { id }) => id === '' })

const stage = useStage({ actions: [double, sweep], jobs: [], reactions: [playReactions, personReactions] })
beforeEach(() => { seen.length = 0; stage.jobs.length = 0 })

describe('reactions', () => {
  it('complete an input, follow what was written, and get what is not kept', async () => {
    const id = await stage.create(Play, { title: 'A', hint: 'for you', sheet: { create: { text: 's' } } })
    const row = await stage.row(Play, id)
    expect(row).toMatchObject({ summary: 'About A', publishedAt: '2026-01-01T00:00:00.000Z' })
    await stage.update(Play, id, { title: 'B', hint: 'again' })
    expect(seen).toEqual([['created', row.number, 'About A', 'for you'], ['updated', 'A', 'B', 1, 2, 'again']])
    expect(stage.jobs).toEqual([{ job: 'announce', data: { play: id }, options: { key: id } }])
  })

  it('refuse, before or after the row is written: nothing remains', async () => {
    const [before] = await stage.sql('select count(*)::int as n from play')
    for (const title of ['refused', 'fails late']) await expect(stage.create(Play, { title })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(stage.create(Play, { title: 'broken' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'seats' }] })
    await expect(stage.create(Play, { title: 'nested fault' })).rejects.toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ path: 'sheet.share' }), expect.objectContaining({ path: 'sheet.text' })]) as unknown })
    await expect(stage.create(Play, { title: 'endless' })).rejects.toThrow('without end')
    expect(await stage.sql('select count(*)::int as n from play')).toEqual([before])
  })

  it('refuse by the names of their own record, and are told with its place in the input', async () => {
    const nested = (title: string): Promise<unknown> => stage.create(Line, { text: 't', share: 1, play: { create: { title } } })
    await expect(nested('refused')).rejects.toMatchObject({ issues: [{ path: 'play', reason: 'prepare' }] })
    await expect(nested('fails late')).rejects.toMatchObject({ issues: [{ path: 'play', reason: 'late' }] })
    await expect(nested('nested fault')).rejects.toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ path: 'play.sheet.share' })]) as unknown })
  })

  it('do what the caller may not, in the name of the caller', async () => {
    const id = await stage.create(Play, { title: 'with a sheet' }, stage.caller('author'))
    const [sheet] = await stage.sql('select id, text from sheet where play_id = $1', [id])
    expect(sheet).toMatchObject({ text: 'by the house' })
    expect(await stage.sql('select user_id from audit_entry where entity_id = $1', [sheet?.['id']])).toEqual([{ user_id: stage.caller('author').principal.userId }])
  })

  it('refuse, follow and replace a deletion', async () => {
    const kept = await stage.create(Play, { title: 'kept' })
    await expect(stage.writer.deleteRecord(stage.caller('desk'), of(Play), kept)).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ reason: 'kept' }] })
    const person = await stage.create(Person, { lastName: 'P' })
    await stage.writer.deleteRecord(stage.caller('desk'), of(Person), person)
    expect(await stage.row(Person, person)).toMatchObject({ lastName: 'former', version: 2 })
  })

  it('stand around a move, and may write more along with the state, as one change', async () => {
    const move = (id: string): Promise<unknown> => stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', undefined, () => undefined)
    const unready = await stage.create(Play, { title: 'unready' })
    await expect(move(unready)).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ reason: 'unready' }] })
    const id = await stage.create(Play, { title: 'A' })
    await move(id)
    expect(await stage.row(Play, id)).toMatchObject({ state: 'PUBLISHED', version: 2, publishedAt: expect.any(String) })
    expect(seen.at(-1)).toEqual(['published', 2])
  })
})

describe('an action', () => {
  const run = (args: object, role = 'desk', which = double): Promise<unknown> => stage.writer.runAction(stage.caller(role), which, { ...args }, (work, id) => work.row(Play, id))

  it('gets its record and sound arguments', async () => {
    const id = await stage.create(Play, { title: 'A', length: 4 })
    const trade = await stage.create(Trade, { name: 'T', domain: await stage.create(Domain, { name: v7() }) })
    expect(await run({ id, by: 2, fee: { amount: 5 }, sure: [true, false], trade, line: { text: 'x' } })).toMatchObject({ id, length: 8 })
    expect(seen.at(-2)).toEqual({ fee: { amount: 5, currency: 'EUR' }, sure: [true, false], trade })
    expect(await run({}, 'chief', sweep)).toBe(true)
  })

  it('is refused with faulty arguments, without the right, on a record that does not fit or is not there', async () => {
    const id = await stage.create(Play, { title: 'A', length: 4 })
    await expect(run({ id, by: 'x', fee: 3, sure: [1], trade: v7(), line: 5 })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT', issues: ['by', 'fee', 'sure.0', 'line', 'trade'].map((path) => expect.objectContaining({ path }) as unknown),
    })
    await expect(run({ id })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'by', reason: 'required' }] })
    await expect(run({ id, by: 2, line: { share: 1 } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'line.text' }] })
    await expect(run({ id, by: 2 }, 'chief')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(run({}, 'desk', sweep)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(run({ id: v7(), by: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', undefined, () => undefined)
    await expect(run({ id, by: 2 })).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ reason: 'notPossible' }] })
    expect(await stage.row(Play, id)).toMatchObject({ length: 4 })
  })
})

describe('the work of a module', () => {
  const work = <T>(run: (work: Work) => Promise<T>): Promise<T> => stage.writer.mutate(stage.caller('desk'), run)

  it('makes rows with what the house alone gives', async () => {
    const id = v7()
    await work((one) => one.create(Play, { title: 'A' }, { id, state: 'WITHDRAWN', publishedAt: '2025-01-01T00:00:00Z' }))
    expect(await stage.row(Play, id)).toMatchObject({ state: 'WITHDRAWN', version: 1 })
    await work((one) => one.set(Play, id, { state: 'DRAFT', budget: { amount: 3, currency: 'EUR' } }))
    expect(await stage.row(Play, id)).toMatchObject({ state: 'DRAFT', budget: { amount: 3, currency: 'EUR' }, version: 2 })
    await expect(work((one) => one.set(Play, id, { seats: -1 }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(work((one) => one.set(Play, v7(), { seats: 1 }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reads rows by a condition, and counts them', async () => {
    const name = v7()
    const domain = await stage.create(Domain, { name, trades: { create: [{ name: 'a' }, { name: 'b' }] } })
    expect(await work((one) => one.rows(Trade, { domain: { name: { eq: name } } }))).toMatchObject([{ name: 'a', domain }, { name: 'b', domain }])
    expect(await work((one) => one.count(Trade, { domain: { id: { eq: domain } } }))).toBe(2)
    expect(await work((one) => one.rows(Trade, { domain: { id: { eq: domain } } }, 1))).toHaveLength(1)
    expect(await work((one) => one.row(Trade, 'x'))).toBeUndefined()
  })

  it('makes many rows in few statements, quickly', async () => {
    const domain = await stage.create(Domain, { name: 'Many' })
    const tag = await stage.create(Tag, { name: 'many' })
    stage.counter.statements.length = 0
    const began = performance.now()
    await work((one) => one.asHouse().createMany(Trade, Array.from({ length: 500 }, (_, index) => ({ name: `Trade ${index}`, domain }))))
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(stage.counter.statements.length).toBeLessThan(8)
    await work((one) => one.asHouse().createMany(Play, Array.from({ length: 3 }, () => ({ title: 'A', tags: [tag] })), [{ state: 'PUBLISHED' }]))
    expect(await stage.sql('select state from play join play_tags on play_id = play.id where tag_id = $1 order by number', [tag])).toEqual([{ state: 'PUBLISHED' }, { state: 'DRAFT' }, { state: 'DRAFT' }])
  })

  it('may be done at the same time, and nothing is lost', async () => {
    const domain = await stage.create(Domain, { name: 'Parallel' })
    const ids = await work((one) => Promise.all(Array.from({ length: 40 }, (_, index) => one.create(Trade, { name: `P${index}`, domain }))))
    await work((one) => Promise.all(ids.map((id) => one.update(Trade, id, { name: `Q${id}` }))))
    expect(await work((one) => one.count(Trade, { domain: { id: { eq: domain } }, name: { startsWith: 'Q' } }))).toBe(40)
  })

  it('tells which of many rows is faulty, whoever finds out', async () => {
    await expect(work((one) => one.createMany(Domain, [{ name: 'm1' }, {}, { name: 'x'.repeat(61) }]))).rejects.toMatchObject({ issues: [{ path: '2.name', reason: 'tooLong' }, { path: '1.name', reason: 'required' }] })
    await expect(work((one) => one.createMany(Domain, [{ name: 'm1' }, { name: 'm2' }, { name: 'M1' }]))).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ path: '2.name', reason: 'duplicate' }] })
  })

  it('asks of the house what people may not give', async () => {
    await expect(work((one) => one.create(Company, { legalName: 'X' }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'name', reason: 'required' }] })
  })
})
