import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { Address, Company, Domain, FileAsset, Line, Person, Play, Sheet, Tag, Trade } from './fixtures/model.ts'
import { useStage } from './fixtures/writer.ts'
import { reactions } from './types.ts'

/** The house keeps the display name of a party. */
const named = [
  reactions(Person, { prepare: (_work, input, current) => ({ ...input, name: [input['firstName'] ?? current?.firstName, input['lastName'] ?? current?.lastName].filter(Boolean).join(' ') || 'nobody' }) }),
  reactions(Company, { prepare: (_work, input, current) => ({ ...input, name: String(input['legalName'] ?? current?.legalName ?? 'nobody') }) }),
]
const stage = useStage({ actions: [], reactions: named, jobs: [] })
const faults = (code: string, ...paths: string[]): object => ({ code, issues: expect.arrayContaining(paths.map((path) => expect.objectContaining({ path }) as unknown)) as unknown })
const counts = async (): Promise<unknown> => stage.sql(`select (select count(*)::int from play) as plays, (select count(*)::int from party) as parties, (select count(*)::int from address) as addresses, (select count(*)::int from line) as lines, (select count(*)::int from play_tags) as pairs`)
const castOf = async (id: string): Promise<unknown[]> => (await stage.sql('select person_id from play_cast where play_id = $1 order by position', [id])).map((row) => row['person_id'])
const tagsOf = async (id: string): Promise<unknown[]> => (await stage.sql('select tag_id from play_tags where play_id = $1', [id])).map((row) => row['tag_id']).sort()

describe('a relation to one', () => {
  it('creates, changes, connects and disconnects, several levels in one go', async () => {
    const id = await stage.create(Play, { title: 'A', house: { create: { legalName: 'Odéon', address: { create: { city: 'Paris' } } } } })
    const play = await stage.row(Play, id)
    const house = await stage.row(Company, String(play.house))
    expect(house).toMatchObject({ legalName: 'Odéon', name: 'Odéon' })
    expect(await stage.row(Address, String(house.address))).toMatchObject({ city: 'Paris' })

    await stage.update(Play, id, { house: { update: { email: 'a@odeon.test', address: { update: { city: 'Lyon' } } } } })
    expect(await stage.row(Address, String(house.address))).toMatchObject({ city: 'Lyon', version: 2 })
    expect((await stage.row(Play, id)).version).toBe(1)

    const other = await stage.create(Company, { legalName: 'Autre' })
    await stage.update(Play, id, { house: { connect: other, update: { legalName: 'Nouveau' } } })
    expect(await stage.row(Company, other)).toMatchObject({ legalName: 'Nouveau', name: 'Nouveau' })
    await stage.update(Play, id, { house: { disconnect: true }, client: { connect: other } })
    expect(await stage.row(Play, id)).toMatchObject({ house: null, client: other })
    await stage.update(Play, id, { client: null })
    expect(await stage.row(Play, id)).toMatchObject({ client: null })
  })

  it('tells faults at the path of the faulty element, and writes nothing', async () => {
    const before = await counts()
    await expect(stage.create(Play, { house: { create: { email: 'wrong', address: { create: { country: 'XX' } } } }, trade: { create: { name: 'x'.repeat(99) } } }))
      .rejects.toMatchObject(faults('BAD_USER_INPUT', 'title', 'house.legalName', 'house.email', 'house.address.city', 'house.address.country', 'trade.name', 'trade.domain'))
    await expect(stage.create(Play, { title: 'A', house: { create: { legalName: 'B' }, connect: v7() } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'house'))
    await expect(stage.create(Play, { title: 'A', house: { update: { legalName: 'B' } } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'house'))
    await expect(stage.create(Play, { title: 'A', client: { create: { name: 'B' } } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'client'))
    await expect(stage.create(Play, { title: 'A', house: { create: { legalName: 'B', plays: { create: [{ title: 'C', house: { create: { legalName: 'D', address: { create: { city: 'E' } } } } }] } } } }))
      .rejects.toMatchObject(faults('BAD_USER_INPUT', 'house.plays.0.house.address'))
    expect(await counts()).toEqual(before)
  })

  it('accepts a file of the right type and size only', async () => {
    const file = async (mimeType: string, size: number): Promise<string> => stage.writer.mutate(stage.caller('desk'), (work) => work.create(FileAsset, { name: 'poster' }, { mimeType, size }))
    await stage.create(Play, { title: 'A', poster: { connect: await file('image/png', 1000) } })
    await expect(stage.create(Play, { title: 'A', poster: await file('text/html', 10) })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'poster'))
    await expect(stage.create(Play, { title: 'A', poster: await file('image/png', 1001) })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'poster'))
  })

  it('to any of several entities asks for the right one', async () => {
    const domain = await stage.create(Domain, { name: 'Any' })
    const id = await stage.create(Play, { title: 'A', subject: { entity: 'Domain', id: domain } })
    expect(await stage.row(Play, id)).toMatchObject({ subject: { entity: 'Domain', id: domain } })
    await stage.update(Play, id, { subject: null })
    expect(await stage.row(Play, id)).toMatchObject({ subject: null })
    for (const subject of [{ entity: 'Tag', id: domain }, { entity: 'Play', id }, { entity: 'Domain', id: 'x' }, 'x']) {
      await expect(stage.update(Play, id, { subject })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'subject'))
    }
  })
})

describe('rows that point here', () => {
  it('come, change and leave', async () => {
    const id = await stage.create(Play, { title: 'A', lines: { create: [{ text: 'one' }, { text: 'two', share: 10 }] }, sheet: { create: { text: 's' } } })
    const lines = await stage.sql('select id, text from line where play_id = $1 order by text', [id])
    expect(lines.map((line) => line['text'])).toEqual(['one', 'two'])
    await stage.update(Play, id, { lines: { update: [{ id: lines[0]?.['id'], input: { share: 5 } }], create: [{ text: 'three' }] }, sheet: { update: { text: 't' } } })
    expect(await stage.row(Line, String(lines[0]?.['id']))).toMatchObject({ share: 5, version: 2 })
    const [sheet] = await stage.sql('select id, text from sheet where play_id = $1', [id])
    expect(sheet).toMatchObject({ text: 't' })
    await stage.update(Play, id, { sheet: { disconnect: true } })
    expect(await stage.row(Sheet, String(sheet?.['id']))).toMatchObject({ play: null })
    const other = await stage.create(Play, { title: 'B', sheet: { connect: sheet?.['id'] }, lines: { connect: [lines[1]?.['id']] } })
    expect(await stage.row(Sheet, String(sheet?.['id']))).toMatchObject({ play: other })
    expect(await stage.row(Line, String(lines[1]?.['id']))).toMatchObject({ play: other })
  })

  it('tells faults by their place in the list', async () => {
    const id = await stage.create(Play, { title: 'A', lines: { create: [{ text: 'one' }] } })
    const [line] = await stage.sql('select id from line where play_id = $1', [id])
    const elsewhere = await stage.create(Play, { title: 'B', lines: { create: [{ text: 'x' }] } })
    const [foreign] = await stage.sql('select id from line where play_id = $1', [elsewhere])
    const before = await counts()
    await expect(stage.update(Play, id, { lines: { create: [{ text: 'two' }, { share: 101 }] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'lines.1.text', 'lines.1.share'))
    await expect(stage.update(Play, id, { lines: { update: [{ id: foreign?.['id'], input: { share: 1 } }] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'lines.0'))
    await expect(stage.update(Play, id, { lines: { disconnect: [line?.['id']] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'lines.0.play'))
    await expect(stage.update(Play, id, { lines: { create: [{ text: 'new' }, { text: 'one' }] } })).rejects.toMatchObject(faults('CONFLICT', 'lines.1.text'))
    await expect(stage.update(Play, id, { lines: { set: [] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'lines'))
    await expect(stage.update(Play, id, { lines: { create: Array.from({ length: 201 }, () => ({ text: 'x' })) } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'lines'))
    await expect(stage.update(Play, id, { lines: 'x' })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'lines'))
    expect(await counts()).toEqual(before)
  })

  it('are refused to who has no rights on them', async () => {
    const author = stage.caller('author')
    await expect(stage.create(Play, { title: 'A', lines: { create: [{ text: 'one' }] } }, author)).rejects.toMatchObject(faults('FORBIDDEN', 'lines'))
  })
})

describe('a many-to-many', () => {
  it('connects, disconnects, sets and creates, and moves the version with it', async () => {
    const [a, b, c] = [await stage.create(Tag, { name: 'a' }), await stage.create(Tag, { name: 'b' }), await stage.create(Tag, { name: 'c' })].sort()
    const id = await stage.create(Play, { title: 'A', tags: { connect: [a, b], create: [{ name: 'd' }] } })
    const d = (await tagsOf(id)).find((tag) => tag !== a && tag !== b)
    await stage.update(Play, id, { tags: { connect: [b, c], disconnect: [a] } })
    expect(await tagsOf(id)).toEqual([b, c, d].sort())
    expect((await stage.row(Play, id)).version).toBe(2)
    await stage.update(Play, id, { tags: { set: [a, c] } })
    expect(await tagsOf(id)).toEqual([a, c])
    await stage.update(Play, id, { tags: [a, c] })
    expect((await stage.row(Play, id)).version).toBe(3)
    const entries = await stage.sql(`select changes -> 'tags' as tags from audit_entry where entity_id = $1 and version = 3 order by at`, [id])
    expect(entries).toHaveLength(2)
    expect(entries).toEqual(expect.arrayContaining([{ tags: { added: [], removed: expect.arrayContaining([b, d]) as unknown } }, { tags: { added: [a], removed: [] } }]))
    await stage.update(Play, id, { tags: { update: [{ id: a, input: { name: 'renamed' } }] } })
    expect(await stage.row(Tag, String(a))).toMatchObject({ name: 'renamed' })
    await expect(stage.update(Play, id, { tags: { update: [{ id: b, input: { name: 'x' } }] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'tags.0'))
    await expect(stage.update(Play, id, { tags: { connect: [a, v7(), 'x'] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'tags.1', 'tags.2'))
    await expect(stage.update(Play, id, { tags: { order: [a] } })).rejects.toMatchObject(faults('BAD_USER_INPUT', 'tags'))
  })

  it('keeps an order where it is asked to', async () => {
    const [a, b, c] = [await stage.create(Person, { lastName: 'A' }), await stage.create(Person, { lastName: 'B' }), await stage.create(Person, { lastName: 'C' })]
    const id = await stage.create(Play, { title: 'A', cast: [c, a] })
    expect(await castOf(id)).toEqual([c, a])
    await stage.update(Play, id, { cast: { connect: [b] } })
    expect(await castOf(id)).toEqual([c, a, b])
    await stage.update(Play, id, { cast: { order: [b, c, a] } })
    expect(await castOf(id)).toEqual([b, c, a])
    await stage.update(Play, id, { cast: { disconnect: [c], create: [{ lastName: 'D' }], order: [a] } })
    expect((await castOf(id)).slice(0, 2)).toEqual([a, b])
    await stage.update(Play, id, { cast: { set: [c, b] } })
    expect(await castOf(id)).toEqual([c, b])
    const other = await stage.create(Play, { title: 'B' })
    await stage.update(Person, a, { roles: { connect: [id, other] } })
    expect([await castOf(id), await castOf(other)]).toEqual([[c, b, a], [a]])
  })

  it('leaves alone what the caller does not see', async () => {
    const [hidden, one, two] = [await stage.create(Tag, { name: 'h', shown: false }), await stage.create(Tag, { name: '1' }), await stage.create(Tag, { name: '2' })]
    const author = stage.caller('author')
    const id = await stage.create(Play, { title: 'A', tags: [one] }, author)
    await stage.update(Play, id, { tags: { connect: [hidden] } })
    await stage.update(Play, id, { tags: { set: [two] } }, undefined, author)
    expect(await tagsOf(id)).toEqual([hidden, two].sort())
  })
})

it('creates a trade inside a new domain, in the order of the foreign keys', async () => {
  const id = await stage.create(Domain, { name: 'Deep', trades: { create: [{ name: 'x', plays: { create: [{ title: 'A' }] } }] } })
  const [trade] = await stage.sql('select id from trade where domain_id = $1', [id])
  expect(await stage.sql('select title from play where trade_id = $1', [trade?.['id']])).toEqual([{ title: 'A' }])
  expect(await stage.row(Trade, String(trade?.['id']))).toMatchObject({ domain: id })
})
