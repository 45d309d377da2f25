import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { Domain, Play, Tag, Trade } from './fixtures/model.ts'
import { of, useStage } from './fixtures/writer.ts'

const stage = useStage()

/** A play that somebody has read at version 1, and somebody else changed since. */
async function changed(theirs: object, first: object = {}): Promise<string> {
  const id = await stage.create(Play, { title: 'A', summary: 'S', seats: 1, ...first })
  await stage.update(Play, id, { ...theirs })
  return id
}

describe('two people edit the same record', () => {
  it('merges what does not touch', async () => {
    const id = await changed({ title: 'B' })
    await stage.update(Play, id, { summary: 'T' }, 1)
    expect(await stage.row(Play, id)).toMatchObject({ title: 'B', summary: 'T', version: 3 })
  })

  it('shows all three sides where both changed a field', async () => {
    const id = await changed({ title: 'B', summary: 'T' })
    await stage.update(Play, id, { title: 'C' })
    await expect(stage.update(Play, id, { title: 'D', summary: 'U', seats: 9 }, 1)).rejects.toMatchObject({
      code: 'CONFLICT', issues: [{ path: 'title', reason: 'stale' }, { path: 'summary', reason: 'stale' }],
      details: { version: 3, conflict: [{ field: 'title', base: 'A', mine: 'D', theirs: 'C' }, { field: 'summary', base: 'S', mine: 'U', theirs: 'T' }] },
    })
    expect(await stage.row(Play, id)).toMatchObject({ title: 'C', summary: 'T', seats: 1, version: 3 })
  })

  it('takes it for agreement when both say the same', async () => {
    const id = await changed({ title: 'B' })
    await stage.update(Play, id, { title: 'B', seats: 2 }, 1)
    expect(await stage.row(Play, id)).toMatchObject({ title: 'B', seats: 2, version: 3 })
  })

  it('leaves what the others changed where the input gives what was read', async () => {
    const id = await changed({ title: 'B' })
    await stage.update(Play, id, { title: 'A', seats: 2 }, 1)
    expect(await stage.row(Play, id)).toMatchObject({ title: 'B', seats: 2 })
  })

  it('writes nothing where nothing is left to write', async () => {
    const id = await changed({ title: 'B' })
    await stage.update(Play, id, { title: 'B' }, 1)
    await stage.update(Play, id, { title: 'B', summary: 'S' })
    expect((await stage.row(Play, id)).version).toBe(2)
  })

  it('compares values of several columns, lists and relations as wholes', async () => {
    const domain = await stage.create(Domain, { name: v7() })
    const [one, two] = [await stage.create(Trade, { name: '1', domain }), await stage.create(Trade, { name: '2', domain })]
    const id = await changed({ budget: { amount: 5 }, moods: ['SAD'], trade: one, extra: { a: 1, b: 'x' } })
    await stage.update(Play, id, { budget: { amount: 5, currency: 'EUR' }, moods: ['SAD'], trade: { connect: one }, extra: { b: 'x', a: 1 }, seats: 3 }, 1)
    expect(await stage.row(Play, id)).toMatchObject({ seats: 3, version: 3 })
    await expect(stage.update(Play, id, { budget: { amount: 5, currency: 'USD' }, trade: two }, 1)).rejects.toMatchObject({
      details: { conflict: [{ field: 'budget', base: null, mine: { amount: 5, currency: 'USD' }, theirs: { amount: 5, currency: 'EUR' } }, { field: 'trade', base: null, mine: two, theirs: one }] },
    })
  })

  it('joins what both connected, and tells two different lists', async () => {
    const [a, b, c] = [await stage.create(Tag, { name: 'a' }), await stage.create(Tag, { name: 'b' }), await stage.create(Tag, { name: 'c' })]
    const id = await changed({ tags: { connect: [b] } }, { tags: [a] })
    await stage.update(Play, id, { tags: { connect: [c] } }, 1)
    const tags = await stage.sql('select tag_id from play_tags where play_id = $1', [id])
    expect(tags.map((row) => row['tag_id']).sort()).toEqual([a, b, c].sort())
    await expect(stage.update(Play, id, { tags: { set: [a] } }, 1)).rejects.toMatchObject({
      code: 'CONFLICT', details: { conflict: [{ field: 'tags', base: [a], mine: [a], theirs: [a, b, c].sort() }] },
    })
  })

  it('hides what the caller may not read', async () => {
    const id = await stage.create(Play, { title: 'A' })
    await stage.update(Play, id, { secret: 'one' })
    const chief = stage.caller('chief')
    await stage.update(Play, id, { note: 'theirs' }, undefined, chief)
    await expect(stage.update(Play, id, { secret: 'two' }, 1, chief)).rejects.toMatchObject({ details: { conflict: [{ field: 'secret', base: null, theirs: null, hidden: true }] } })
  })

  it('refuses a version that does not exist yet', async () => {
    const id = await stage.create(Play, { title: 'A' })
    for (const version of [2, 0, -1, 1.5]) {
      await expect(stage.update(Play, id, { title: 'B' }, version)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'expectedVersion', reason: 'notVersion' }] })
    }
    expect(await stage.row(Play, id)).toMatchObject({ title: 'A', version: 1 })
  })
})

describe('a field', () => {
  it('that is given once does not change', async () => {
    const id = await stage.create(Play, { title: 'A', reference: 'ONCE' })
    await stage.update(Play, id, { reference: 'ONCE' })
    await expect(stage.update(Play, id, { reference: 'TWICE' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'reference', reason: 'immutable' }] })
  })

  it('is emptied by null, unless it is required', async () => {
    const id = await stage.create(Play, { title: 'A', summary: 'S', phone: '0142685300', budget: { amount: 1 }, tags: [] })
    await stage.update(Play, id, { summary: null, phone: '', budget: null })
    expect(await stage.row(Play, id)).toMatchObject({ summary: null, phone: null, budget: null })
    await expect(stage.update(Play, id, { title: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'title', reason: 'required' }] })
  })

  it('may be required by the values of others', async () => {
    const id = await stage.create(Play, { title: 'A', free: true })
    const publish = (): Promise<unknown> => stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', 1, () => undefined)
    await expect(publish()).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'reason', reason: 'required' }] })
    expect(await stage.row(Play, id)).toMatchObject({ state: 'DRAFT' })
  })
})
