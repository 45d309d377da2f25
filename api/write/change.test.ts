import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { Address, Company, Cue, Domain, Line, Person, Play, Sheet, Trade } from './fixtures/model.ts'
import { of, useStage } from './fixtures/writer.ts'
import { reactions } from './types.ts'

const stage = useStage({ actions: [], jobs: [], reactions: [reactions(Company, { prepare: (_work, input) => ({ ...input, name: String(input['legalName']) }) }), reactions(Person, { prepare: (_work, input) => ({ ...input, name: String(input['lastName']) }) })] })
const desk = (): ReturnType<typeof stage.caller> => stage.caller('desk')
const remove = (cls: Parameters<typeof of>[0], id: string): Promise<true> => stage.writer.deleteRecord(desk(), of(cls), id)
const move = (id: string, name: string, version?: number, role = 'desk'): Promise<string> => stage.writer.moveRecord(stage.caller(role), of(Play), id, name, version, (_work, same) => same)

describe('a deletion', () => {
  it('is done once', async () => {
    const id = await stage.create(Domain, { name: 'Gone' })
    expect(await remove(Domain, id)).toBe(true)
    await expect(remove(Domain, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await stage.sql('select action, version from audit_entry where entity_id = $1 order by at', [id])).toEqual([{ action: 'CREATE', version: 1 }, { action: 'DELETE', version: 1 }])
  })

  it('is refused while others use the row, naming them and how often', async () => {
    const domain = await stage.create(Domain, { name: 'Used' })
    const trade = await stage.create(Trade, { name: 'T', domain })
    await stage.create(Play, { title: 'A', trade })
    await stage.create(Play, { title: 'B', trade })
    await expect(remove(Trade, trade)).rejects.toMatchObject({
      code: 'CONFLICT', issues: [{ reason: 'inUse', message: { fr: 'Encore utilisé : Pièces (2).', en: 'Still in use: Plays (2).' } }], details: { uses: [{ entity: 'Play', relation: 'trade', count: 2 }] },
    })
    await expect(remove(Domain, domain)).rejects.toMatchObject({ code: 'CONFLICT', details: { uses: [{ entity: 'Trade', relation: 'domain', count: 1 }] } })
    const person = await stage.create(Person, { lastName: 'P' })
    await stage.create(Play, { title: 'C', client: person, cast: [person] })
    await expect(remove(Person, person)).rejects.toMatchObject({ code: 'CONFLICT', details: { uses: [{ entity: 'Play', relation: 'client', count: 1 }, { entity: 'Play', relation: 'cast', count: 1 }] } })
    expect(await stage.row(Trade, trade)).toMatchObject({ name: 'T' })
  })

  it('takes along and lets go as the foreign keys say', async () => {
    const id = await stage.create(Play, { title: 'A', lines: { create: [{ text: 'one' }] }, sheet: { create: { text: 's' } }, tags: { create: [{ name: 't' }] } })
    const [sheet] = await stage.sql('select id from sheet where play_id = $1', [id])
    await remove(Play, id)
    expect(await stage.sql('select 1 from line where play_id = $1 union all select 1 from play_tags where play_id = $1', [id])).toEqual([])
    expect(await stage.row(Sheet, String(sheet?.['id']))).toMatchObject({ play: null, text: 's' })
  })

  it('is refused when what it would take along is in use', async () => {
    const id = await stage.create(Play, { title: 'A', lines: { create: [{ text: 'one' }] } })
    const [line] = await stage.sql('select id from line where play_id = $1', [id])
    await stage.create(Cue, { line: line?.['id'] })
    await expect(remove(Play, id)).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ reason: 'inUse' }], details: { uses: [{ entity: 'Cue', relation: 'line' }] } })
    expect(await stage.row(Play, id)).toMatchObject({ title: 'A' })
  })

  it('of a row that somebody came to use meanwhile is refused all the same', async () => {
    const address = await stage.create(Address, { city: 'Paris' })
    const results = await Promise.allSettled([remove(Address, address), ...Array.from({ length: 8 }, () => stage.create(Company, { legalName: 'C', address }))])
    const [left] = await stage.sql('select (select count(*)::int from address where id = $1) as addresses, (select count(*)::int from party where address_id = $1) as parties', [address])
    const [deletion] = results
    expect(left).toEqual(deletion?.status === 'fulfilled' ? { addresses: 0, parties: 0 } : { addresses: 1, parties: 8 })
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []))
    expect(['CONFLICT', 'BAD_USER_INPUT']).toEqual(expect.arrayContaining(codes))
  })
})

describe('a move', () => {
  it('changes the state from those it starts at, and names the one it is not', async () => {
    const id = await stage.create(Play, { title: 'A' })
    await move(id, 'publish')
    expect(await stage.row(Play, id)).toMatchObject({ state: 'PUBLISHED', version: 2 })
    await expect(move(id, 'publish')).rejects.toMatchObject({
      code: 'CONFLICT', issues: [{ path: 'state', reason: 'already', message: { fr: 'Pièce : l’état est déjà « Publiée ».' } }], details: { state: 'PUBLISHED', to: 'PUBLISHED' },
    })
    await move(id, 'withdraw', undefined, 'chief')
    await expect(move(id, 'withdraw', undefined, 'chief')).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ reason: 'already' }] })
    const draft = await stage.create(Play, { title: 'B' })
    await expect(move(draft, 'withdraw', undefined, 'chief')).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ reason: 'wrongState', message: { fr: 'Pièce : « Retirer » n’est pas possible à l’état « Brouillon ».' } }] })
    expect(await stage.row(Play, draft)).toMatchObject({ state: 'DRAFT', version: 1 })
  })

  it('may have an access of its own', async () => {
    const id = await stage.create(Play, { title: 'A' })
    await move(id, 'publish')
    await expect(move(id, 'withdraw')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is not made on a record that has changed since it was read', async () => {
    const id = await stage.create(Play, { title: 'A' })
    await stage.update(Play, id, { title: 'B' })
    await expect(move(id, 'publish', 1)).rejects.toMatchObject({ code: 'CONFLICT', details: { version: 2, changed: ['title'] } })
    await expect(move(id, 'publish', 9)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'expectedVersion' }] })
    await move(id, 'publish', 2)
    expect(await stage.row(Play, id)).toMatchObject({ state: 'PUBLISHED' })
  })
})

describe('many rows at once', () => {
  const three = async (): Promise<[string, string, string]> => [await stage.create(Play, { title: 'A' }), await stage.create(Play, { title: 'B', free: true }), await stage.create(Play, { title: 'C' })]
  const titles = (ids: readonly string[]): Promise<unknown> => stage.sql('select title, budget::int from play where id = any($1) order by title', [ids])
  const both = { budget: { amount: 5 } }

  it('all or nothing: one fault takes back everything, and each row tells its own', async () => {
    const ids = await three()
    const missing = v7()
    expect(await stage.writer.updateRecords(desk(), of(Play), [...ids, missing, 'x'], both, 'ALL_OR_NOTHING')).toEqual({
      done: 0, failed: 3,
      rows: [
        { id: ids[0], ok: false, message: 'Non fait : d’autres enregistrements ont été refusés.' },
        { id: ids[1], ok: false, code: 'CONFLICT', message: 'either free or paid', fields: [{ path: 'free', reason: 'notBoth', message: 'either free or paid' }] },
        { id: ids[2], ok: false, message: 'Non fait : d’autres enregistrements ont été refusés.' },
        expect.objectContaining({ id: missing, code: 'NOT_FOUND' }), expect.objectContaining({ id: 'x', code: 'NOT_FOUND' }),
      ],
    })
    expect(await titles(ids)).toEqual([{ title: 'A', budget: null }, { title: 'B', budget: null }, { title: 'C', budget: null }])
  })

  it('only the good rows: the others stay as they were', async () => {
    const ids = await three()
    expect(await stage.writer.updateRecords(desk(), of(Play), [...ids, ids[0]], both, 'GOOD_ROWS')).toMatchObject({ done: 2, failed: 1, rows: [{ ok: true }, { ok: false, code: 'CONFLICT' }, { ok: true }] })
    expect(await titles(ids)).toEqual([{ title: 'A', budget: 5 }, { title: 'B', budget: null }, { title: 'C', budget: 5 }])
  })

  it('what only PostgreSQL refuses is told by row as well', async () => {
    const ids = await three()
    await stage.update(Play, ids[1], { free: false })
    const unique = await stage.writer.updateRecords(desk(), of(Play), ids, { seats: 13 }, 'GOOD_ROWS')
    expect(unique).toMatchObject({ done: 0, failed: 3, rows: [{ code: 'CONFLICT', fields: [{ path: 'seats', reason: 'onlyInSql' }] }, {}, {}] })
    expect(await stage.writer.updateRecords(desk(), of(Play), ids, { seats: 14 }, 'ALL_OR_NOTHING')).toEqual({ done: 3, failed: 0, rows: ids.map((id) => ({ id, ok: true })) })
  })

  it('deletes in the same way', async () => {
    const domain = await stage.create(Domain, { name: v7() })
    const [used, unused] = [await stage.create(Trade, { name: 'used', domain }), await stage.create(Trade, { name: 'unused', domain })]
    await stage.create(Play, { title: 'A', trade: used })
    expect(await stage.writer.deleteRecords(desk(), of(Trade), [unused, used], 'ALL_OR_NOTHING')).toMatchObject({ done: 0, failed: 1 })
    expect(await stage.row(Trade, unused)).toMatchObject({ name: 'unused' })
    expect(await stage.writer.deleteRecords(desk(), of(Trade), [unused, used], 'GOOD_ROWS')).toMatchObject({ done: 1, failed: 1, rows: [{ ok: true }, { code: 'CONFLICT' }] })
  })

  it('takes a thousand at most', async () => {
    await expect(stage.writer.deleteRecords(desk(), of(Line), Array.from({ length: 1_001 }, () => v7()), 'GOOD_ROWS')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'ids', reason: 'tooMany' }] })
  })
})
