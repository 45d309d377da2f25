import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { compileRights } from '../access/rights.ts'
import { buildModel } from '../model/build.ts'
import { entityOf, isInput, type BelongsToModel, type EntityModel, type ManyToManyModel } from '../model/model.ts'
import { modules } from '../modules/index.ts'
import type { BulkAnswer } from '../write/index.ts'
import type { TestServer } from './harness.ts'
import { askWithSecond, deletesWithSecond, allFields, at, changeable, close, documents, everyItem, everyRow, givenFields, insertRow, listed, newInput, newRecord, plain, removable, rightsByOne, signedIn, unknownId, type Client, type Told } from './records.ts'
import { startTestServer } from './server.ts'

/** Create, read, list, update and delete, asked of every declared entity by whoever may do most. */
const model = buildModel(declarations)
const rights = compileRights(model, new Set(['visitor', 'member', 'administrator']))
const may = (entity: EntityModel, verb: 'read' | 'create' | 'update' | 'delete'): boolean => !entity.abstract && rights.of(entity.name, verb).rows !== 'none'
const entities = [...model.entities.values()]

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  await rightsByOne(server)
  admin = await signedIn(server, 'admin')
})
afterAll(() => close(server))

/** The same, be it that people make such records or only the house does. */
const aRecord = async (entity: EntityModel): Promise<string> => (may(entity, 'create') ? (await newRecord(admin, entity)).id : insertRow(server, entity))
const read = (entity: EntityModel, id: string, fields?: string): Promise<Told> => admin.ask<Told>(documents(entity).one(fields), { id })

/** Where a module keeps the row and only marks it: decisions C-08. */
const keepsRow = (entity: EntityModel): boolean => modules.some(({ reactions }) => reactions.some((one) => one.entity === entity.cls && one.remove !== undefined))

/** Fields that one account of the history tells of: those that people give. */
async function changedIn(entity: EntityModel, id: string, version: number): Promise<string[]> {
  const rows = await server.sql('select changes from audit_entry where entity_type = $1 and entity_id = $2 and version = $3', [entity.name, id, version])
  const given = new Set(givenFields(entity).map(({ name }) => name))
  return rows.flatMap(({ changes }) => Object.keys(changes ?? {})).filter((name) => given.has(name))
}

describe.each(entities.filter((entity) => may(entity, 'create')))('$name', (entity) => {
  test('is created with every field, and read back equal', async () => {
    const input = await newInput(admin, entity)
    const made = await admin.ask<Told>(documents(entity).create(allFields(entity)), { input })
    for (const field of givenFields(entity).filter(({ name }) => input[name] !== undefined)) {
      expect({ [field.name]: plain(field, made[field.name]) }).toEqual({ [field.name]: plain(field, input[field.name]) })
    }
    expect(made).toMatchObject({ version: 1 })
    expect(await read(entity, made.id)).toEqual(made)
  })

  test('is created from what is required alone', async () => {
    const { id, version } = await newRecord(admin, entity, 'id version', false)
    expect(await read(entity, id, 'id version')).toEqual({ id, version })
  })

  test('is not created without what is required, and says all that is missing', async () => {
    const needed = [...entity.members.values()].filter((member) => isInput(member) && member.options.required && member.options.default === undefined && !keptByHouse.has(`${entity.name}.${member.name}`))
    if (needed.length === 0) return
    const { extensions } = await admin.refused(documents(entity).create(), { input: {} })
    expect(extensions.code).toBe('BAD_USER_INPUT')
    expect(extensions.fields?.filter(({ reason }) => reason === 'required').map(({ path }) => path)).toEqual(expect.arrayContaining(needed.map(({ name }) => name)))
  })
})

/** What a module fills in where people leave it out. */
const keptByHouse: ReadonlySet<string> = new Set(['Client.lines'])

describe.each(entities.filter((entity) => may(entity, 'update')))('$name', (entity) => {
  test('has each of its fields changed, one version and one line of history at a time', async () => {
    const id = await aRecord(entity)
    const fields = allFields(entity)
    let before = await read(entity, id)
    for (const [field, value] of changeable(entity, rights)) {
      const after = await admin.ask<Told>(documents(entity).update(fields), { id, input: { [field.name]: value }, expectedVersion: before['version'] })
      if (JSON.stringify(plain(field, before[field.name])) === JSON.stringify(value)) continue
      expect({ version: after['version'], [field.name]: plain(field, after[field.name]) }).toEqual({ version: Number(before['version']) + 1, [field.name]: plain(field, value) })
      expect((await changedIn(entity, id, Number(after['version']))).filter((name) => name === field.name || !(follows[entity.name] ?? []).includes(name))).toEqual([field.name])
      before = after
    }
    expect(await read(entity, id)).toEqual(before)
  })

  test('is changed in bulk, all or none, or only the good rows, with an answer for each', async () => {
    const [one] = changeable(entity, rights).filter(([field]) => !field.options.unique && !entity.unique.some(({ fields }) => fields.some((name) => name === field.name)))
    if (!one) return
    const ids = [await aRecord(entity), unknownId, await aRecord(entity)]
    const bulk = (errorPolicy: string): Promise<BulkAnswer> => admin.ask<BulkAnswer>(documents(entity).updateMany, { ids, input: { [one[0].name]: one[1] }, errorPolicy })
    const state = (): Promise<unknown> => admin.ask(documents(entity).byIds('id version'), { ids })
    const before = await state()
    expect(await bulk('ALL_OR_NOTHING')).toMatchObject({ done: 0, failed: 1, rows: [{ id: ids[0], ok: false, code: null }, { id: unknownId, ok: false, code: 'NOT_FOUND' }, { id: ids[2], ok: false, code: null }] })
    expect(await state()).toEqual(before)
    expect(await bulk('GOOD_ROWS')).toMatchObject({ done: 2, failed: 1, rows: [{ id: ids[0], ok: true }, { id: unknownId, ok: false, code: 'NOT_FOUND' }, { id: ids[2], ok: true }] })
    expect(await state()).not.toEqual(before)
  })
})

/** What moves along with other fields. */
const follows: Readonly<Record<string, readonly string[]>> = { Client: ['lastContactAt'] }

/** Leads to records of a certain making, which its module asks for and tries. */
const ruled: ReadonlySet<string> = new Set(['Prospect.users', 'PartnerFeed.query', 'Client.salesContact', 'Event.contract', 'Event.client', 'Event.clientContact', 'Event.supportContact'])

/** Relations that people may change, and that may lead to records of any making. */
const links = (entity: EntityModel): (BelongsToModel | ManyToManyModel)[] => [...entity.members.values()]
  .filter((member) => member.is === 'manyToMany' || member.is === 'belongsTo').filter((member) => member.is === 'manyToMany' || !member.file)
  .filter((member) => isInput(member) && !member.options.immutable && !ruled.has(`${entity.name}.${member.name}`) && rights.of(entity.name, 'update').field(member.name) !== 'none' && rights.of(member.target, 'read').rows !== 'none')

/** What a record cannot be without, by a rule of its own or by what its module says. */
const kept: ReadonlySet<string> = new Set(['Client.organisation', 'ConflictRule.user', 'Contract.client', 'Prospect.organisation', 'User.person'])

async function aTarget(member: BelongsToModel | ManyToManyModel): Promise<string> {
  const target = entityOf(model, member.target)
  const concrete = target.abstract ? entityOf(model, target.kinds[0] ?? '') : target
  if (may(concrete, 'create')) return (await newRecord(admin, concrete)).id
  return String((await listed(admin, concrete, { filter: everyRow(concrete) })).items[0]?.id)
}

describe.each(entities.filter((entity) => links(entity).length > 0 && may(entity, 'update')))('$name', (entity) => {
  const change = (id: string, name: string, verbs: object): Promise<unknown> => admin.ask<Told>(documents(entity).update(`${name} { id }`), { id, input: { [name]: verbs } }).then((row) => row[name])

  test('is joined with other records, and parted from them', async () => {
    const id = await aRecord(entity)
    for (const member of links(entity)) {
      const { name } = member
      const [one, other] = [await aTarget(member), await aTarget(member)]
      if (member.is === 'belongsTo') {
        expect({ [name]: await change(id, name, { connect: one }) }).toEqual({ [name]: { id: one } })
        expect({ [name]: await change(id, name, { connect: other }) }).toEqual({ [name]: { id: other } })
        if (!member.options.required && !kept.has(`${entity.name}.${name}`)) expect({ [name]: await change(id, name, { disconnect: true }) }).toEqual({ [name]: null })
        continue
      }
      const idsAfter = async (verbs: object): Promise<unknown[]> => {
        const rows = await change(id, name, verbs)
        return Array.isArray(rows) ? rows.map((row) => at(row, 'id')).toSorted() : []
      }
      expect(await idsAfter({ set: [one, other] })).toEqual([one, other].toSorted())
      expect(await idsAfter({ disconnect: [one] })).toEqual([other])
      expect(await idsAfter({ connect: [one] })).toEqual([one, other].toSorted())
      expect(await idsAfter({ set: [] })).toEqual([])
    }
  })
})

describe.each(entities.filter((entity) => may(entity, 'delete')))('$name', (entity) => {
  const aRemovable = async (): Promise<string> => (may(entity, 'create') ? (await newRecord(admin, entity, 'id', true, removable[entity.name])).id : insertRow(server, entity))
  const gone = async (id: string): Promise<void> => {
    // Whom he may still read, he may not delete again; of whom he may not, there is nothing to know.
    expect((await admin.refused(documents(entity).remove, { id })).extensions.code).toBe(keepsRow(entity) ? 'FORBIDDEN' : 'NOT_FOUND')
    if (!keepsRow(entity)) expect((await admin.refused(documents(entity).one('id'), { id })).extensions.code).toBe('NOT_FOUND')
  }

  test('is deleted once', async () => {
    const id = await aRemovable()
    if (deletesWithSecond(entity)) await askWithSecond(admin, documents(entity).remove, { id })
    else expect(await admin.ask(documents(entity).remove, { id })).toBe(true)
    await gone(id)
  })

  test('is deleted in bulk, all or none, or only the good rows', async () => {
    const ids = [await aRemovable(), unknownId]
    const bulk = (errorPolicy: string): Promise<BulkAnswer> => admin.ask<BulkAnswer>(documents(entity).removeMany, { ids, errorPolicy })
    expect(await bulk('ALL_OR_NOTHING')).toMatchObject({ done: 0, failed: 1 })
    expect(await read(entity, ids[0] ?? '', 'id')).toEqual({ id: ids[0] })
    if (deletesWithSecond(entity)) await askWithSecond(admin, documents(entity).removeMany, { ids, errorPolicy: 'GOOD_ROWS' })
    else expect(await bulk('GOOD_ROWS')).toMatchObject({ done: 1, failed: 1, rows: [{ id: ids[0], ok: true }, { id: unknownId, ok: false, code: 'NOT_FOUND' }] })
    await gone(ids[0] ?? '')
  })
})

describe.each(entities.filter((entity) => entity.abstract || entity.readOnly))('$name', (entity) => {
  test('has no mutations', async () => {
    const { create, update, remove } = documents(entity)
    for (const [document, variables] of [[create('id').replaceAll(`${entity.name}CreateInput`, 'JSON'), { input: {} }], [update('id').replaceAll(`${entity.name}UpdateInput`, 'JSON'), { id: unknownId, input: {} }], [remove, { id: unknownId }]] as const) {
      const { message, extensions } = await admin.refused(document, variables)
      expect(message).toContain('Cannot query field')
      expect(extensions.code).toBe('BAD_USER_INPUT')
    }
  })
})

describe.each(entities.filter(({ name }) => rights.of(name, 'read').rows !== 'none'))('$name', (entity) => {
  const filter = everyRow(entity)

  test('is listed by pages and by cursor, every row once, in the same order', async () => {
    if (!entity.abstract) await aRecord(entity)
    const { total } = await listed(admin, entity, { filter })
    const size = Math.min(100, Math.max(1, Math.ceil(total / 4)))
    const byCursor = (await everyItem(admin, entity, 'id', { filter }, size)).map(({ id }) => id)
    const byNumber: string[] = []
    for (let number = 1; number <= Math.ceil(total / size); number += 1) {
      const page = await listed(admin, entity, { filter, page: { size, number } })
      expect(page.pageInfo).toMatchObject({ hasPreviousPage: number > 1, hasNextPage: number * size < total })
      byNumber.push(...page.items.map(({ id }) => id))
    }
    expect(new Set(byCursor).size).toBe(total)
    expect(byNumber).toEqual(byCursor)
  })

  test('is read by ids, in their order, without what is missing', async () => {
    const { items } = await listed(admin, entity, { filter, page: { size: 5 } })
    const ids = items.map(({ id }) => id).toReversed()
    expect(await admin.ask(documents(entity).byIds('id'), { ids: [...ids, unknownId, ...ids.slice(0, 1)] })).toEqual(ids.map((id) => ({ id })))
  })
})
