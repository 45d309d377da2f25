import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { Domain, FileAsset, Play, Trade } from './fixtures/model.ts'
import { useStage } from './fixtures/writer.ts'

const stage = useStage()

const everything = {
  title: 'Le Songe', reference: 'REF-1', summary: 'Une nuit.\nUne forêt.', description: '<p>Une <b>nuit</b><script>alert(1)</script></p>', seats: 200, ratio: '1.5',
  moods: ['SAD', 'GAY'], from: '2026-11-20', until: '2026-12-01', premiere: { at: '2026-11-20T20:00:00+01:00', zone: 'Europe/Paris' },
  length: 90, site: 'https://theatre.test/', phone: '01 42 68 53 00', language: 'fr', currency: 'eur', share: 12.345, place: { latitude: 48.8566123456, longitude: 2.35 },
  extra: { b: 'x', a: 1 }, free: false, budget: { amount: 120000 },
}

describe('a new row', () => {
  it('keeps a value of every kind, in its normal form', async () => {
    const id = await stage.create(Play, everything)
    expect(await stage.row(Play, id)).toMatchObject({
      id, version: 1, number: 100, title: 'Le Songe', reference: 'REF-1', summary: 'Une nuit.\nUne forêt.', description: '<p>Une <b>nuit</b></p>', seats: 200, ratio: '1.50',
      moods: ['SAD', 'GAY'], from: '2026-11-20', until: '2026-12-01', premiere: { at: '2026-11-20T19:00:00.000Z', zone: 'Europe/Paris' }, length: 90,
      site: 'https://theatre.test/', phone: { raw: '01 42 68 53 00', e164: '+33142685300' }, language: 'fr', currency: 'EUR', share: 12.35,
      place: { latitude: 48.856612, longitude: 2.35 }, extra: { a: 1, b: 'x' }, free: false, budget: { amount: 120000, currency: 'EUR' }, state: 'DRAFT',
      createdBy: stage.caller('desk').principal.userId, note: null, secret: null, trade: null,
    })
  })

  it('tells who made it, in the history', async () => {
    const id = await stage.create(Domain, { name: 'Cirque' })
    const [entry] = await stage.sql('select action, version, changes, origin, user_id, request_id from audit_entry where entity_id = $1', [id])
    expect(entry).toEqual({ action: 'CREATE', version: 1, changes: { name: { from: null, to: 'Cirque' } }, origin: 'ADMIN', user_id: stage.caller('desk').principal.userId, request_id: 'request-1' })
  })
})

it('keeps texts as they are, whatever they hold', async () => {
  const nasty = `'; drop table play; -- ? ?? $1 :name \\ " \u{1F3AD} {a,b} null`
  const id = await stage.create(Play, { title: nasty, extra: { b: nasty }, moods: ['GAY'] })
  expect(await stage.row(Play, id)).toMatchObject({ title: nasty, extra: { b: nasty } })
  await stage.update(Play, id, { title: `${nasty}!` })
  expect(await stage.row(Play, id)).toMatchObject({ title: `${nasty}!` })
})

describe('a faulty input', () => {
  it('is told all that is wrong with it, each by its path, and nothing is written', async () => {
    const [before] = await stage.sql('select count(*)::int as n from play')
    await expect(stage.create(Play, {
      title: 'x'.repeat(81), seats: -1, from: '2026-02-31', language: 'zz-not', extra: { c: 1 }, place: { latitude: 91, longitude: 0 }, trade: { connect: v7() },
      client: { connect: 'not-an-id' }, phone: 'a\u0000b', moods: ['ANGRY'], number: 7, state: 'PUBLISHED', version: 3, createdAt: '2020-01-01T00:00:00Z', nonsense: 1, hint: 'x',
    })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: expect.arrayContaining([
        ['title', 'tooLong'], ['seats', 'tooSmall'], ['from', 'notDate'], ['language', 'unknownLanguage'], ['extra.c', 'shape'], ['place', 'notPosition'], ['trade', 'notFound'],
        ['client', 'notFound'], ['phone', 'controlCharacter'], ['moods', 'unknownChoice'], ['number', 'readOnly'], ['state', 'readOnly'], ['version', 'unknownField'],
        ['createdAt', 'unknownField'], ['nonsense', 'unknownField'], ['hint', 'tooShort'],
      ].map(([path, reason]) => expect.objectContaining({ path, reason }))) as unknown,
    })
    expect(await stage.sql('select count(*)::int as n from play')).toEqual([before])
  })

  it('gives what nobody may give', async () => {
    const input = JSON.parse('{ "id": "x", "name": "a", "size": 1, "storageKey": "x", "constructor": "x", "__proto__": { "mimeType": "text/html" } }') as object
    await expect(stage.create(FileAsset, { ...input })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: expect.arrayContaining([['id', 'unknownField'], ['size', 'readOnly'], ['storageKey', 'unknownField'], ['constructor', 'unknownField'], ['__proto__', 'unknownField']]
        .map(([path, reason]) => expect.objectContaining({ path, reason }))) as unknown,
    })
  })

  it('names records that do not exist, each by its path, though only the foreign keys were asked', async () => {
    const missing = { trade: v7(), client: { connect: v7() }, tags: { connect: [v7()] } }
    const issues = ['trade', 'client', 'tags.0'].map((path) => expect.objectContaining({ path, reason: 'notFound' }) as unknown)
    await expect(stage.create(Play, { title: 'A', ...missing })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues })
    await expect(stage.create(Play, { title: 'A', ...missing, seats: -1 })).rejects.toMatchObject({ issues: expect.arrayContaining([...issues, expect.objectContaining({ path: 'seats' })]) as unknown })
  })

  it('lacks what is required', async () => {
    await expect(stage.create(Trade, { name: null })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'name', reason: 'required' }, { path: 'domain', reason: 'required' }] })
  })

  it('breaks rules of the entity, and those that only PostgreSQL keeps', async () => {
    await expect(stage.create(Play, { title: 'A', from: '2026-02-01', until: '2026-01-01' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: 'until', reason: 'endsAfterStart' }] })
    await expect(stage.create(Play, { title: 'A', free: true, budget: { amount: 1 } })).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ path: 'free', reason: 'notBoth' }] })
    await expect(stage.create(Play, { title: 'A', seats: 13 })).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ path: 'seats', reason: 'onlyInSql' }] })
  })
})

describe('a duplicate', () => {
  it('is a conflict at the field', async () => {
    await stage.create(Domain, { name: 'Danse' })
    await expect(stage.create(Domain, { name: 'DANSE' })).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ path: 'name', reason: 'duplicate', message: { fr: 'Cette valeur existe déjà.' } }] })
  })

  it('of several fields is told at the last', async () => {
    const domain = await stage.create(Domain, { name: 'Musique' })
    await stage.create(Trade, { name: 'Luthier', domain })
    await expect(stage.create(Trade, { name: 'luthier', domain: { connect: domain } })).rejects.toMatchObject({ code: 'CONFLICT', issues: [{ path: 'name' }] })
  })
})
