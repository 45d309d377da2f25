import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsOf, list } from './fixtures/ask.ts'
import { openWorld, type NotingReader, type World } from './fixtures/database.ts'
import { ada, ballet, bob, client1, emile, fill, id, nord, unknown, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'

/** What the trail tells of a record: the rule of its history, over many records in one statement. */
let world: World
const [hers, gone, goneParty] = [id('a', 6), id('a', 7), id('p', 9)]
const change = (text: string): Promise<void> => world.script(`begin; ${text}; commit`)
const entry = (entity: string, record: string, changes: object, at: string) =>
  change(`insert into audit_entry (at, action, entity_type, entity_id, version, changes, origin) values ('${at}', 'DELETE', ${entity}, '${record}', 9, '${JSON.stringify(changes)}', 'SQL')`)

beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
  await world.script('alter table audit_entry disable trigger user; delete from audit_entry')
  await change(`insert into offer (id, title, state, internal_note, author_id, client_id, fee, fee_currency) values ('${hers}', 'Avant', 'DRAFT', 'note', '${ada}', '${client1}', 100, 'EUR')`)
  await change(`insert into offer_categories (offer_id, category_id) values ('${hers}', '${ballet}')`)
  await change(`insert into offer (id, title, state) values ('${gone}', 'Perdue', 'DRAFT')`)
  await change(`delete from offer where id = '${gone}'`)
  await change(`update party set name = 'Zoé D.', height = 181 where id = '${zoe}'; update party set height = 161 where id = '${unknown}'; update party set height = 166 where id = '${emile}'`)
  await change(`update "user" set password_hash = 'new', full_name = 'Ada L.' where id = '${ada}'`)
})
afterAll(() => world.close())

const [clerk, reader, scout] = [() => world.reader(['clerk']), () => world.reader(['reader']), (who = ada) => world.reader(['scout'], who)]

/** What the entries of a record hold, from the first to the last, read in one statement. */
async function trail(who: NotingReader, record: string): Promise<unknown[]> {
  const { items } = await list(who, 'AuditEntry', { filter: { entityId: { eq: record } }, sort: [{ at: 'ASC' }], page: { size: 50 } }, 'changes')
  expect(who.asked).toHaveLength(1)
  return items.map((item) => item['changes'] ?? null)
}

const hidden = { hidden: true }

describe('what an entry holds of a record', () => {
  test('is told whole to who may read all of it, without what the API does not know', async () => {
    expect(await trail(clerk(), hers)).toMatchObject([{ title: { from: null, to: 'Avant' }, internalNote: { to: 'note' }, fee: { to: { amount: 100 } } }, { categories: { added: [ballet] } }])
    expect(await trail(clerk(), ada)).toEqual([{ passwordHash: hidden, fullName: { from: 'Ada Lovelace', to: 'Ada L.' } }])
  })

  test('is told field by field, on the rows where each may be read', async () => {
    const [own] = await trail(scout(), hers)
    const [others, pairs] = await trail(scout(bob), hers)
    expect(own).toMatchObject({ title: { to: 'Avant' }, fee: { to: { amount: 100 } } })
    expect(others).toMatchObject({ title: { to: 'Avant' }, fee: hidden })
    expect(pairs).toEqual({ categories: hidden })
  })

  test('is told of a person as her kind is read', async () => {
    expect(await trail(reader(), zoe)).toEqual([{ name: { from: 'Zoé Dupont', to: 'Zoé D.' }, height: { from: 180, to: 181 } }])
    expect(await trail(reader(), emile)).toEqual([{ height: hidden }])
  })

  test('is told to nobody who may not read the record, nor found by a filter', async () => {
    expect(await trail(reader(), unknown)).toEqual([null])
    expect(await trail(reader(), hers)).toEqual([null, null])
    const found = (filter: object) => idsOf(reader(), 'AuditEntry', { and: [{ entityId: { in: [unknown, hers, zoe] } }, filter] })
    expect([(await found({ changes: { isEmpty: true } })).length, (await found({ changes: { isEmpty: false } })).length]).toEqual([3, 1])
  })

  test('is told of one that is gone to who may read all of its kind', async () => {
    expect(await trail(clerk(), gone)).toMatchObject([{ title: { to: 'Perdue' } }, { title: { from: 'Perdue' } }])
    expect(await trail(scout(), gone)).toEqual([null, null])
  })

  test('is told under the name of the shared table as well, whether the record is there or gone', async () => {
    const pairs = { employers: { added: [], removed: [nord] }, name: { from: 'x', to: null } }
    await entry(`'Party'`, goneParty, pairs, '2026-01-01')
    await entry(`'Party'`, emile, { ...pairs, height: { from: 1, to: 2 } }, '2000-01-01')
    expect([await trail(clerk(), goneParty), await trail(reader(), goneParty)]).toEqual([[pairs], [null]])
    expect((await trail(clerk(), emile))[0]).toEqual({ ...pairs, height: { from: 1, to: 2 } })
    expect((await trail(reader(), emile))[0]).toEqual({ ...pairs, height: hidden })
  })

  test('is told to nobody where nobody knows what it is', async () => {
    const [unheard, nothing] = [id('e', 1), id('e', 2)]
    await entry(`'Unheard'`, unheard, { name: { from: null, to: 'x' } }, '2026-01-01')
    await entry(`'Offer'`, nothing, {}, '2026-01-01')
    expect([await trail(clerk(), unheard), await trail(clerk(), nothing)]).toEqual([[null], [{}]])
  })
})
