import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseOf, type Sandbox } from './fixtures/database.ts'
import { everyKind } from './fixtures/everyKind.ts'

const numbered = (number: number): string => `00000000-0000-7000-8000-00000000000${number}`
const [one, two, anna, ben, cleo] = [1, 2, 3, 4, 5].map(numbered)
const actor = `select set_config('coulisses.actor', '{"origin":"ADMIN"}', true)`

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await databaseOf(everyKind)
  await sandbox.run(`insert into sample (id, text) values ('${one}', 'one'), ('${two}', 'two');
    insert into party (id, kind, name, first_name) values ('${anna}', 'PERSON', 'a', 'a'), ('${ben}', 'PERSON', 'b', 'b'), ('${cleo}', 'PERSON', 'c', 'c');
    insert into sample_cast values ('${one}', '${anna}', 0), ('${one}', '${ben}', 1)`)
})
beforeEach(() => sandbox.run('begin'))
afterEach(() => sandbox.run('rollback'))
afterAll(() => sandbox.drop())

/** The entries that a statement adds. */
async function told(statement: string, who = actor): Promise<unknown[]> {
  const [last] = await sandbox.rows<{ id: string }>('select id from audit_entry order by at desc, id desc limit 1')
  await sandbox.run(`${who}; ${statement}`)
  return await sandbox.rows(`select action, entity_type as type, entity_id as id, version, changes, origin from audit_entry where (at, id) > (select at, id from audit_entry where id = $1) order by entity_type, entity_id, at, id`, [last?.id])
}
const entry = (id: string | undefined, changes: object, more: object = {}): object => ({ action: 'UPDATE', type: 'Sample', id, version: 2, changes, origin: 'ADMIN', ...more })

describe('the history of pairs', () => {
  it('is told on the owner, once per statement', async () => {
    expect(await told(`insert into sample_cast values ('${one}', '${cleo}', 2), ('${two}', '${cleo}', 0), ('${two}', '${anna}', 1)`)).toEqual([
      entry(one, { cast: { added: [cleo], removed: [] } }),
      entry(two, { cast: { added: [cleo, anna], removed: [] } }, { version: 1 }),
    ])
    expect(await told(`delete from sample_cast where person_id = '${cleo}'`)).toEqual([
      entry(one, { cast: { added: [], removed: [cleo] } }),
      entry(two, { cast: { added: [], removed: [cleo] } }, { version: 1 }),
    ])
  })

  it('tells a new order as a whole', async () => {
    expect(await told(`update sample_cast set position = 5 where person_id = '${anna}'`)).toEqual([entry(one, { cast: { added: [], removed: [], reordered: [ben, anna] } })])
  })

  it('tells a pair that was turned into another', async () => {
    expect(await told(`update sample_cast set person_id = '${cleo}' where person_id = '${anna}'`)).toEqual([entry(one, { cast: { added: [cleo], removed: [anna] } })])
  })

  it('has no entry for a change that changes nothing', async () => {
    expect(await told(`update sample_cast set position = position; delete from sample_cast where false; insert into sample_cast values ('${one}', '${anna}', 0) on conflict do nothing`)).toEqual([])
  })

  it('moves the version of the owner for direct SQL only', async () => {
    const version = `select version from sample where id = '${one}'`
    await told(`delete from sample_cast where person_id = '${ben}'`)
    expect(await sandbox.rows(version)).toEqual([{ version: 2 }])
    expect(await told(`delete from sample_cast where person_id = '${anna}'`, `select set_config('coulisses.actor', '', true)`)).toEqual([entry(one, { cast: { added: [], removed: [anna] } }, { version: 3, origin: 'SQL' })])
    expect(await sandbox.rows(version)).toEqual([{ version: 3 }])
  })

  it('is told when the other side goes', async () => {
    const entries = await told(`delete from party where id = '${ben}'`)
    expect(entries).toContainEqual(entry(one, { cast: { added: [], removed: [ben] } }))
  })

  it('is told with version 0 when the owner goes', async () => {
    const entries = await told(`delete from sample where id = '${one}'`)
    expect(entries).toContainEqual(entry(one, { cast: { added: [], removed: [anna, ben] } }, { version: 0 }))
    expect(entries).toContainEqual(expect.objectContaining({ action: 'DELETE', id: one, version: 2 }))
  })

  it('is kept for pairs without an order, and within one table', async () => {
    expect(await told(`insert into sample_friends values ('${one}', '${two}')`)).toEqual([entry(one, { friends: { added: [two], removed: [] } })])
    expect(await told(`update sample_friends set friends_id = '${one}'`)).toEqual([entry(one, { friends: { added: [one], removed: [two] } })])
  })
})
