import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { Domain, Play, Tag, Trade } from './fixtures/model.ts'
import { of, useStage } from './fixtures/writer.ts'
import type { EntityClass } from '../model/record.ts'

const stage = useStage()
const restore = (cls: EntityClass, id: string, entry: string, fields?: readonly string[], role = 'desk'): Promise<true> => stage.writer.restoreRecord(stage.caller(role), of(cls), id, entry, fields)
const entry = async (id: string, action: string, version: number): Promise<string> => {
  const [found] = await stage.sql(`select id from audit_entry where entity_id = $1 and action = $2 and version = $3 order by at limit 1`, [id, action, version])
  return String(found?.['id'])
}

describe('restoring', () => {
  it('brings back one field, or all that a change took away, as a new change', async () => {
    const id = await stage.create(Play, { title: 'A', summary: 'S', phone: '0142685300', premiere: { at: '2026-01-01T00:00:00Z' } })
    await stage.update(Play, id, { title: 'B', summary: 'T', phone: null, premiere: null })
    await restore(Play, id, await entry(id, 'UPDATE', 2), ['summary'])
    expect(await stage.row(Play, id)).toMatchObject({ title: 'B', summary: 'S', phone: null, version: 3 })
    await restore(Play, id, await entry(id, 'UPDATE', 2))
    expect(await stage.row(Play, id)).toMatchObject({ title: 'A', summary: 'S', phone: { raw: '0142685300' }, premiere: { at: '2026-01-01T00:00:00.000Z' }, version: 4 })
    await stage.update(Play, id, { title: 'C' })
    await restore(Play, id, await entry(id, 'CREATE', 1), ['title'])
    expect(await stage.row(Play, id)).toMatchObject({ title: 'A', version: 6 })
  })

  it('brings back pairs', async () => {
    const [a, b] = [await stage.create(Tag, { name: 'a' }), await stage.create(Tag, { name: 'b' })]
    const id = await stage.create(Play, { title: 'A', tags: [a] })
    await stage.update(Play, id, { tags: { disconnect: [a] } })
    await stage.update(Play, id, { tags: { connect: [b] } })
    await restore(Play, id, await entry(id, 'UPDATE', 2))
    expect(await stage.sql('select count(*)::int as n from play_tags where play_id = $1', [id])).toEqual([{ n: 2 }])
  })

  it('brings back a deleted record with its id, author, number and state, and its history goes on', async () => {
    const tag = await stage.create(Tag, { name: 't' })
    const id = await stage.create(Play, { title: 'A', seats: 5, tags: [tag], reference: 'R-1' })
    await stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', undefined, () => undefined)
    const before = await stage.row(Play, id)
    await stage.writer.deleteRecord(stage.caller('desk'), of(Play), id)
    await restore(Play, id, await entry(id, 'DELETE', 2))
    const { version, updatedAt: _, ...after } = await stage.row(Play, id)
    expect(before).toMatchObject(after)
    expect(version).toBe(3)
    expect(await stage.sql('select tag_id from play_tags where play_id = $1', [id])).toEqual([{ tag_id: tag }])
    await stage.update(Play, id, { title: 'B' }, 3)
    await expect(stage.update(Play, id, { title: 'C' }, 3)).rejects.toMatchObject({ details: { conflict: [{ field: 'title', base: 'A', mine: 'C', theirs: 'B' }], version: 4 } })
  })

  it('goes through rights, rules and relations as they are now', async () => {
    const domain = await stage.create(Domain, { name: v7() })
    const trade = await stage.create(Trade, { name: 'T', domain })
    const id = await stage.create(Play, { title: 'A', trade, budget: { amount: 5 } })
    await stage.update(Play, id, { trade: null, budget: null, free: true })
    await stage.update(Play, id, { note: 'n' }, undefined, stage.caller('chief'))
    await stage.update(Play, id, { note: 'm' }, undefined, stage.caller('chief'))
    await stage.writer.deleteRecord(stage.caller('desk'), of(Trade), trade)
    await expect(restore(Play, id, await entry(id, 'UPDATE', 4))).rejects.toMatchObject({ code: 'FORBIDDEN', issues: [{ path: 'note' }] })
    await expect(restore(Play, id, await entry(id, 'UPDATE', 2), ['trade'])).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'trade', reason: 'notFound' }] })
    await expect(restore(Play, id, await entry(id, 'UPDATE', 2), ['budget'])).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ path: 'free', reason: 'notBoth' }] })
    await expect(restore(Play, id, await entry(id, 'CREATE', 1), undefined, 'visitor')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(restore(Play, id, await entry(id, 'CREATE', 1), ['number'])).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'number', reason: 'readOnly' }] })
  })

  it('refuses what the entry says nothing of, and entries of other records', async () => {
    const id = await stage.create(Play, { title: 'A', secret: 's' })
    const other = await stage.create(Play, { title: 'B' })
    await expect(restore(Play, id, await entry(other, 'CREATE', 1))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(restore(Play, id, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const name of ['secret', 'summary', 'nonsense']) {
      await expect(restore(Play, id, await entry(id, 'CREATE', 1), [name])).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: name, reason: 'notInHistory' }] })
    }
    await expect(restore(Domain, v7(), await entry(other, 'CREATE', 1))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
