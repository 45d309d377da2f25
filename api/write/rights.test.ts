import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { Domain, Play, Tag, Trade } from './fixtures/model.ts'
import { of, useStage } from './fixtures/writer.ts'

const stage = useStage()
const refused = (code: string, ...paths: (string | undefined)[]): object => ({ code, issues: paths.map((path) => (path === undefined ? expect.not.objectContaining({ path: expect.anything() as unknown }) : expect.objectContaining({ path })) as unknown) })
const untouched = async (id: string): Promise<void> => { expect(await stage.row(Play, id)).toMatchObject({ version: 1, title: 'Mine' }) }

describe('who may not', () => {
  it('creates nothing of an entity without the grant', async () => {
    await expect(stage.create(Domain, { name: 'X' }, stage.caller('author'))).rejects.toMatchObject(refused('FORBIDDEN', undefined))
    await expect(stage.create(Play, { title: 'X' }, stage.caller('visitor'))).rejects.toMatchObject(refused('FORBIDDEN', undefined))
  })

  it('gives no member without the grant, and learns of nothing else', async () => {
    await expect(stage.create(Play, { title: 'x'.repeat(99), note: 'n', seats: -1 })).rejects.toMatchObject(refused('FORBIDDEN', 'note'))
    const id = await stage.create(Play, { title: 'Mine' })
    await expect(stage.update(Play, id, { note: 'n' })).rejects.toMatchObject(refused('FORBIDDEN', 'note'))
    await untouched(id)
    await stage.update(Play, id, { note: 'n' }, undefined, stage.caller('chief'))
    expect(await stage.row(Play, id)).toMatchObject({ note: 'n', version: 2 })
  })

  it('changes a member only on the rows where it is granted', async () => {
    const id = await stage.create(Play, { title: 'Mine', subtitle: 'a' })
    await stage.update(Play, id, { subtitle: 'b' })
    await stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', undefined, () => undefined)
    await expect(stage.update(Play, id, { subtitle: 'c', title: 'Yours' })).rejects.toMatchObject(refused('FORBIDDEN', 'subtitle'))
    expect(await stage.row(Play, id)).toMatchObject({ subtitle: 'b', title: 'Mine' })
  })

  it('does not find what he may not read, and is refused what he may only read', async () => {
    const id = await stage.create(Play, { title: 'Mine' })
    const visitor = stage.caller('visitor')
    await expect(stage.update(Play, id, { title: 'Yours' }, undefined, visitor)).rejects.toMatchObject(refused('NOT_FOUND', undefined))
    await expect(stage.writer.deleteRecord(stage.caller('author', v7()), of(Play), id)).rejects.toMatchObject(refused('NOT_FOUND', undefined))
    await expect(stage.writer.moveRecord(stage.caller('author', v7()), of(Play), id, 'publish', undefined, () => undefined)).rejects.toMatchObject(refused('NOT_FOUND', undefined))
    // A move changes a field: who may not change that one, may not make it, on whatever row.
    await expect(stage.writer.moveRecord(visitor, of(Play), id, 'publish', undefined, () => undefined)).rejects.toMatchObject(refused('FORBIDDEN', undefined))
    await expect(stage.writer.deleteRecord(visitor, of(Play), id)).rejects.toMatchObject(refused('FORBIDDEN', undefined))
    const domain = await stage.create(Domain, { name: 'Read only' })
    await expect(stage.update(Domain, domain, { name: 'Z' }, undefined, stage.caller('author'))).rejects.toMatchObject(refused('FORBIDDEN', undefined))
    await untouched(id)
  })

  it('names an id that is none, of nothing, or of another entity', async () => {
    const id = await stage.create(Play, { title: 'Mine' })
    for (const wrong of ['', 'x', '1', "'; drop table play; --", v7()]) {
      await expect(stage.update(Play, wrong, { title: 'Yours' })).rejects.toMatchObject(refused('NOT_FOUND', undefined))
      await expect(stage.writer.deleteRecord(stage.caller('desk'), of(Play), wrong)).rejects.toMatchObject(refused('NOT_FOUND', undefined))
    }
    await expect(stage.update(Domain, id, { name: 'Yours' })).rejects.toMatchObject(refused('NOT_FOUND', undefined))
    await expect(stage.create(Play, { title: 'A', trade: id })).rejects.toMatchObject(refused('BAD_USER_INPUT', 'trade'))
    await untouched(id)
  })
})

describe('a right on some rows', () => {
  const author = (): ReturnType<typeof stage.caller> => stage.caller('author')

  it('lets change one’s own rows', async () => {
    const id = await stage.create(Play, { title: 'Mine' }, author())
    await stage.update(Play, id, { title: 'Still mine' }, undefined, author())
    expect(await stage.row(Play, id)).toMatchObject({ title: 'Still mine' })
  })

  it('must hold for a row that is made', async () => {
    const [before] = await stage.sql('select count(*)::int as n from play')
    const nobody = { ...author(), principal: { ...author().principal, userId: undefined } }
    await expect(stage.create(Play, { title: 'Whose?' }, nobody)).rejects.toMatchObject(refused('FORBIDDEN', undefined))
    expect(await stage.sql('select count(*)::int as n from play')).toEqual([before])
  })

  it('must still hold after a change', async () => {
    const id = await stage.create(Play, { title: 'Mine' })
    await stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', undefined, () => undefined)
    await stage.update(Play, id, { title: 'By a visitor' }, undefined, stage.caller('visitor'))
    expect(await stage.row(Play, id)).toMatchObject({ title: 'By a visitor', state: 'PUBLISHED' })
  })

  it('does not let connect what may not be read, and answers as for what is missing', async () => {
    const hidden = await stage.create(Tag, { name: 'hidden', shown: false })
    const shown = await stage.create(Tag, { name: 'shown' })
    const missing = v7()
    const fault = async (tag: string): Promise<unknown> => stage.create(Play, { title: 'A', tags: { connect: [shown, tag] } }, author()).catch((error: unknown) => error)
    const one = await fault(hidden)
    expect(one).toMatchObject(refused('BAD_USER_INPUT', 'tags.1'))
    expect(await fault(missing)).toEqual(one)
  })

  it('asks all connected records in one statement', async () => {
    const domain = await stage.create(Domain, { name: 'One statement' })
    const trade = await stage.create(Trade, { name: 'T', domain })
    const tags = [await stage.create(Tag, { name: 'a' }), await stage.create(Tag, { name: 'b' })]
    stage.counter.statements.length = 0
    await stage.create(Play, { title: 'A', trade, tags, subject: { entity: 'Domain', id: domain } }, author())
    // begin, look-up, row, pairs, check of the row filter, commit
    expect(stage.counter.statements.map((text) => text.trim().split(/\s/)[0])).toEqual(['begin', 'select', 'insert', 'insert', 'select', 'commit'])
  })
})
