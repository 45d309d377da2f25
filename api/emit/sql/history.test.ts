import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseOf, type Sandbox } from './fixtures/database.ts'
import { everyKind } from './fixtures/everyKind.ts'

interface Entry {
  readonly action: string
  readonly entity_type: string
  readonly version: number
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
  readonly origin: string
  readonly user_id: string | null
  readonly request_id: string | null
}

let sandbox: Sandbox
const user = '00000000-0000-7000-8000-000000000001'
const id = '00000000-0000-7000-8000-000000000002'

beforeAll(async () => {
  sandbox = await databaseOf(everyKind)
  await sandbox.run(`insert into "user" (id, name) values ('${user}', 'Ada')`)
})
beforeEach(() => sandbox.run('begin'))
afterEach(() => sandbox.run('rollback'))
afterAll(() => sandbox.drop())

/** What some work leaves in the history of one row, in order. */
async function entries(statements: string, row = id): Promise<Entry[]> {
  await sandbox.run(statements)
  return await sandbox.rows<Entry>('select action, entity_type, version, changes, origin, user_id, request_id from audit_entry where entity_id = $1 order by version, at, id', [row])
}
const made = `insert into sample (id, text) values ('${id}', 'one')`

describe('the history of a row', () => {
  it('tells who changed which field from what to what', async () => {
    const [created, updated] = await entries(`
      select set_config('coulisses.actor', '{"user":"${user}","origin":"ADMIN","request":"r-1"}', true);
      ${made}; update sample set text = 'two', integer = null, version = version + 1 where id = '${id}'`)
    expect(created).toMatchObject({ action: 'CREATE', entity_type: 'Sample', version: 1, origin: 'ADMIN', user_id: user, request_id: 'r-1' })
    expect(created?.changes).toMatchObject({ text: { from: null, to: 'one' }, integer: { from: null, to: 3 }, bool: { from: null, to: false } })
    expect(Object.keys(created?.changes ?? {})).not.toEqual(expect.arrayContaining(['createdAt']))
    expect(updated).toEqual({ action: 'UPDATE', entity_type: 'Sample', version: 2, origin: 'ADMIN', user_id: user, request_id: 'r-1', changes: { text: { from: 'one', to: 'two' }, integer: { from: 3, to: null } } })
  })

  it('tells every value in the form of the API', async () => {
    const [, updated] = await entries(`${made}; update sample set decimal = 12.5, money = 250, money_currency = 'CHF', choices = '{A}', day = '2026-02-01', instant = '2026-02-01T10:00:00.5+02',
      zoned = '2026-02-01T10:00Z', zoned_zone = 'Europe/Paris', phone = '01', percentage = 12.5, place = 1.5, place_longitude = -2, json = '{"a":[1,null]}', big_integer = 9007199254740991,
      subject_id = '${user}', subject_entity = 'Person', created_by_id = '${user}' where id = '${id}'`)
    expect(Object.fromEntries(Object.entries(updated?.changes ?? {}).map(([name, change]) => [name, change.to]))).toEqual({
      decimal: '12.50', money: { amount: 250, currency: 'CHF' }, choices: ['A'], day: '2026-02-01', instant: '2026-02-01T08:00:00.500Z',
      zoned: { at: '2026-02-01T10:00:00.000Z', zone: 'Europe/Paris' }, phone: { raw: '01', e164: null }, percentage: 12.5, place: { latitude: 1.5, longitude: -2 },
      json: { a: [1, null] }, bigInteger: 9_007_199_254_740_991, subject: { entity: 'Person', id: user }, createdBy: user,
    })
    expect(updated?.changes['money']?.from).toEqual({ amount: 100, currency: 'EUR' })
  })

  it('tells of secrets only that they changed', async () => {
    const [created, changed, emptied] = await entries(`insert into sample (id, text, encrypted, fingerprint) values ('${id}', 'x', 'cipher one', 'hash one');
      update sample set encrypted = 'cipher two', fingerprint = 'hash two' where id = '${id}'; update sample set encrypted = null where id = '${id}'`)
    expect(created?.changes).toMatchObject({ encrypted: { from: null, to: '•' }, fingerprint: { from: null, to: '•' } })
    expect(changed?.changes).toEqual({ encrypted: { from: '•', to: '•' }, fingerprint: { from: '•', to: '•' } })
    expect(emptied?.changes).toEqual({ encrypted: { from: '•', to: null } })
  })

  it('keeps a deleted row whole', async () => {
    const deleted = (await entries(`${made}; delete from sample where id = '${id}'`)).find((entry) => entry.action === 'DELETE')
    expect(deleted).toMatchObject({ version: 1, changes: { text: { from: 'one', to: null }, money: { from: { amount: 100, currency: 'EUR' }, to: null } } })
    expect(deleted?.changes).toHaveProperty('createdAt.from')
  })

  it('says SQL when nobody is named, and survives odd texts', async () => {
    const text = String.raw`"quote" \ back\nslash`
    const [created] = await entries(`insert into sample (id, text) values ('${id}', '${text}')`)
    expect(created).toMatchObject({ origin: 'SQL', user_id: null, changes: { text: { to: text } } })
  })

  it('has no entry for a change that changes nothing', async () => {
    expect(await entries(`${made}; update sample set text = 'one' where id = '${id}'; update sample set version = version + 1, updated_at = now() where id = '${id}'`)).toHaveLength(1)
  })

  it('names the kind of a row in a shared table', async () => {
    expect(await entries(`insert into party (id, kind, name, first_name) values ('${id}', 'PERSON', 'a', 'b')`)).toMatchObject([{ entity_type: 'Person' }])
  })

  it('tells of a row that went along with another', async () => {
    const owner = '00000000-0000-7000-8000-000000000003'
    const found = await entries(`insert into party (id, kind, name) values ('${owner}', 'ORGANISATION', 'o'); insert into sample (id, text, owner_id) values ('${id}', 'x', '${owner}'); delete from party`)
    expect(found.map((entry) => entry.action)).toEqual(['CREATE', 'DELETE'])
  })
})

describe('the version and time of a row', () => {
  const state = `select version, updated_at = now()::timestamptz(3) as now from sample where id = '${id}'`

  it('move on when direct SQL says nothing of them', async () => {
    await sandbox.run(`${made}; update sample set updated_at = '2020-01-01', version = 7 where id = '${id}'; update sample set text = 'two' where id = '${id}'`)
    expect(await sandbox.rows(state)).toEqual([{ version: 8, now: true }])
  })

  it('stay when nothing changes, and move by one when the unit of work moves them', async () => {
    await sandbox.run(`${made}; update sample set text = 'one' where id = '${id}'; update sample set text = 'two', version = version + 1 where id = '${id}'`)
    expect(await sandbox.rows(state)).toEqual([{ version: 2, now: true }])
  })
})

describe('the history itself', () => {
  it.each([
    [`update audit_entry set origin = 'X'`, 'UPDATE of audit_entry is refused'],
    ['delete from audit_entry', 'DELETE of audit_entry is refused'],
    ['truncate audit_entry', 'TRUNCATE of audit_entry is refused'],
    ['truncate sample cascade', 'TRUNCATE of sample is refused'],
  ])('refuses %s', async (statement, message) => {
    await sandbox.run(made)
    expect((await sandbox.refusal(statement)).message).toContain(message)
  })

  it('does not hinder what touches none of its entries', async () => {
    expect(await entries(`insert into "user" (id) values ('${id}'); delete from audit_entry where false; delete from "user" where id = '${id}'`)).toHaveLength(2)
  })
})
