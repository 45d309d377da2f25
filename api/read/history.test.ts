import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf } from '../model/model.ts'
import { refusal } from './fixtures/ask.ts'
import { openWorld, type World } from './fixtures/database.ts'
import { ada, archived, ballet, bob, client1, client2, emile, fill, id, missing, musical, nord, star, unknown, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { readHistory } from './index.ts'
import type { PageInput, Reader } from './types.ts'

let world: World
const history = (reader: Reader, entity: string, record: string, page?: PageInput) => readHistory(reader, entityOf(worldModel, entity), record, page)
const hers = id('a', 6)
const gone = id('a', 7)

/** One change after another, each by its own transaction, so that each has its own entry. */
async function change(text: string, actor?: { user: string; origin: string }): Promise<void> {
  const named = actor ? `select set_config('coulisses.actor', '${JSON.stringify(actor)}', true);` : ''
  await world.script(`begin; ${named} ${text}; commit`)
}

beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
  await world.script('alter table audit_entry disable trigger user; delete from audit_entry')
  const employee = { user: ada, origin: 'ADMIN' }
  await change(`insert into offer (id, title, state, internal_note, author_id, client_id) values ('${hers}', 'Avant', 'DRAFT', 'note', '${ada}', '${client1}')`, employee)
  await change(`update offer set title = 'Après', version = version + 1, client_id = '${archived}', fee = 100, fee_currency = 'EUR', iban = 'cipher' where id = '${hers}'`, { user: bob, origin: 'SITE' })
  await change(`insert into offer_categories (offer_id, category_id) values ('${hers}', '${musical}'), ('${hers}', '${ballet}')`)
  await change(`delete from offer_categories where offer_id = '${hers}' and category_id = '${ballet}'`)
  await change(`insert into offer (id, title, state) values ('${gone}', 'Perdue', 'DRAFT'); delete from offer where id = '${gone}'`)
  await change(`update party set name = 'Zoé D.', height = 181 where id = '${zoe}'; update party set height = 161 where id = '${unknown}'; update party set height = 166 where id = '${emile}'`)
  await change(`update comment set subject_entity = 'Offer', subject_id = '${star}' where id = '${id('m', 2)}'`)
  await change(`update "user" set password_hash = 'new', full_name = 'Ada L.' where id = '${ada}'`)
})
afterAll(() => world.close())

const clerk = () => world.reader(['clerk'])
const scout = () => world.reader(['scout'], ada)

describe('the history of a record', () => {
  test('tells who changed what from what to what, newest first, with the titles of related rows', async () => {
    const reader = clerk()
    const { items, total, pageInfo } = await history(reader, 'Offer', hers)
    expect(reader.asked).toHaveLength(1)
    expect({ total, pageInfo }).toMatchObject({ total: 4, pageInfo: { hasNextPage: false, hasPreviousPage: false } })
    const author = { id: ada, fullName: 'Ada L.' }
    const base = { id: expect.stringMatching(/^[0-9a-f-]{36}$/), at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/) }
    expect(items).toEqual([
      { ...base, action: 'UPDATE', origin: 'SQL', user: null, version: 4, changes: [{ field: 'categories', label: 'Categories', from: [{ id: ballet, label: 'Ballet' }], to: [], hidden: false }] },
      { ...base, action: 'UPDATE', origin: 'SQL', user: null, version: 3, changes: [{ field: 'categories', label: 'Categories', from: [], to: [{ id: musical, label: 'Comédie musicale' }, { id: ballet, label: 'Ballet' }], hidden: false }] },
      {
        ...base, action: 'UPDATE', origin: 'SITE', user: { id: bob, fullName: 'Bob Martin' }, version: 2, changes: [
          { field: 'title', label: 'Title', from: 'Avant', to: 'Après', hidden: false }, { field: 'fee', label: 'Fee', from: null, to: { amount: 100, currency: 'EUR' }, hidden: false },
          { field: 'iban', label: 'IBAN', from: null, to: '•', hidden: false }, { field: 'client', label: 'Client', from: { id: client1, label: 'Théâtre du Nord' }, to: { id: archived, label: 'Vieux Client' }, hidden: false },
        ],
      },
      {
        ...base, action: 'CREATE', origin: 'ADMIN', user: author, version: 1, changes: [
          { field: 'title', label: 'Title', from: null, to: 'Avant', hidden: false }, { field: 'internalNote', label: 'Note', from: null, to: 'note', hidden: false }, { field: 'state', label: 'State', from: null, to: 'DRAFT', hidden: false },
          { field: 'client', label: 'Client', from: null, to: { id: client1, label: 'Théâtre du Nord' }, hidden: false }, { field: 'author', label: 'Author', from: null, to: { id: ada, label: 'Ada L.' }, hidden: false },
        ],
      },
    ])
  })
  test('tells references to any entity, and nothing of what the API does not know', async () => {
    const { items } = await history(clerk(), 'Comment', id('m', 2))
    expect(items[0]?.changes).toEqual([{ field: 'subject', label: 'Subject', from: { entity: 'Person', id: unknown, label: 'Unknown' }, to: { entity: 'Offer', id: star, label: 'Danseuse étoile' }, hidden: false }])
    const account = await history(clerk(), 'User', ada)
    expect(account.items[0]?.changes).toEqual([{ field: 'fullName', label: 'Full name', from: 'Ada Lovelace', to: 'Ada L.', hidden: false }])
  })
  test('of a kind is that of its abstract entity', async () => {
    const ofPerson = await history(clerk(), 'Person', zoe)
    expect(ofPerson.items[0]?.changes.map(({ field }) => field)).toEqual(['name', 'height'])
    expect(await history(clerk(), 'Party', zoe)).toMatchObject({ items: ofPerson.items, total: 1 })
    expect(await refusal(history(clerk(), 'Organisation', zoe))).toMatch('NOT_FOUND')
  })
})

describe('through the rights of today', () => {
  test('what the caller may not read is said to have changed, no more', async () => {
    const { items } = await history(world.reader(['scout'], bob), 'Offer', hers)
    expect(items[2]).toMatchObject({ user: null, changes: [
      { field: 'title', from: 'Avant', to: 'Après', hidden: false }, { field: 'fee', label: 'Fee', hidden: true }, { field: 'iban', hidden: true },
      // He may read clients, but not this one any more.
      { field: 'client', from: { id: client1, label: 'Théâtre du Nord' }, to: { id: archived, label: null }, hidden: false },
    ] })
    expect(items[2]?.changes[1]).toEqual({ field: 'fee', label: 'Fee', hidden: true })
    expect(items[0]?.changes).toEqual([{ field: 'categories', label: 'Categories', hidden: true }])
    expect(JSON.stringify(items)).not.toContain('note"')
  })
  test('a field that he may read on some rows is told on those', async () => {
    const { items } = await history(scout(), 'Offer', hers)
    expect(items[2]?.changes[1]).toMatchObject({ field: 'fee', to: { amount: 100 }, hidden: false })
    const reader = world.reader(['reader'])
    expect((await history(reader, 'Person', zoe)).items[0]?.changes).toMatchObject([{ field: 'name', hidden: false }, { field: 'height', hidden: false }])
    expect((await history(reader, 'Party', emile)).items[0]?.changes).toEqual([{ field: 'height', label: 'Height', hidden: true }])
  })
  test('a record that he may not read has no history, like one that never was', async () => {
    for (const [reader, entity, record] of [[world.reader(['visitor']), 'Offer', hers], [world.reader(['reader']), 'Person', unknown], [world.reader(['reader']), 'Party', unknown], [scout(), 'Offer', gone], [clerk(), 'Offer', missing], [clerk(), 'Client', hers]] as const) {
      expect(await refusal(history(reader, entity, record))).toMatch(/^NOT_FOUND/)
    }
  })
  test('a deleted one is shown to who may read them all', async () => {
    const { items, total } = await history(clerk(), 'Offer', gone)
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({ action: 'DELETE', changes: [{ field: 'createdAt' }, { field: 'title', from: 'Perdue', to: null }, { field: 'state' }] })
  })
})

describe('pages', () => {
  test('go on by cursor and by number', async () => {
    const first = await history(clerk(), 'Offer', hers, { size: 3 })
    expect(first).toMatchObject({ total: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } })
    const second = await history(clerk(), 'Offer', hers, { size: 3, after: first.pageInfo.endCursor })
    expect(second).toMatchObject({ items: [{ action: 'CREATE' }], pageInfo: { hasNextPage: false, hasPreviousPage: true } })
    expect((await history(clerk(), 'Offer', hers, { size: 3, number: 2 })).items).toEqual(second.items)
    expect(await refusal(history(clerk(), 'Offer', gone, { after: first.pageInfo.endCursor }))).toBe('BAD_USER_INPUT page.after foreignCursor')
  })
  test('of nothing that there is are refused', async () => {
    expect(await refusal(history(world.reader([]), 'Offer', hers))).toBe('FORBIDDEN entity forbidden')
    expect(await refusal(history(clerk(), 'Offer', 'x'))).toBe('BAD_USER_INPUT id notId')
    expect(await refusal(history(clerk(), 'Offer', hers, { size: 0 }))).toBe('BAD_USER_INPUT page.size outOfRange')
  })
  test('of a record without entries are empty', async () => {
    expect(await history(clerk(), 'Client', client2)).toEqual({ items: [], total: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null } })
    expect((await history(clerk(), 'Organisation', nord)).items).toEqual([])
  })
})
