import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { compileRights } from '../access/rights.ts'
import { buildModel } from '../model/build.ts'
import { entityOf, type EntityModel, type FieldModel } from '../model/model.ts'
import { modules } from '../modules/index.ts'
import type { TestServer } from './harness.ts'
import { askWithSecond, deletesWithSecond, allFields, at, changeable, close, documents, givenFields, isRecord, newRecord, otherValue, plain, removable, rightsByOne, signedIn, unknownId, type Client, type Told } from './records.ts'
import { startTestServer } from './server.ts'

/** What is told of every change, how it is brought back, and what becomes of two who change the same record. */
const model = buildModel(declarations)
const rights = compileRights(model, new Set(['visitor', 'member', 'administrator']))
const entities = [...model.entities.values()].filter((entity) => !entity.abstract && entity.history && rights.of(entity.name, 'create').rows !== 'none')

interface Change { readonly field: string; readonly label: string | null; readonly from: unknown; readonly to: unknown; readonly hidden: boolean }
interface Entry {
  readonly id: string; readonly action: string; readonly version: number; readonly origin: string; readonly at: string; readonly user: object | null
  readonly changes: readonly Change[]
}
interface Page { readonly items: readonly Entry[]; readonly total: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } }

let server: TestServer
let admin: Client
let me: object
beforeAll(async () => {
  server = await startTestServer()
  await rightsByOne(server)
  admin = await signedIn(server, 'admin')
  me = await admin.ask<object>('{ answer: me { id fullName } }')
})
afterAll(() => close(server))

const HISTORY = `query ($entity: String!, $id: ID!, $page: PageInput) { answer: history(entity: $entity, id: $id, page: $page) {
  total items { id action version origin at user { id fullName } changes { field label from to hidden } } pageInfo { hasNextPage endCursor } } }`
const RESTORE = 'mutation ($entity: String!, $id: ID!, $historyId: ID!, $fields: [String!]) { answer: restoreRecord(entity: $entity, id: $id, historyId: $historyId, fields: $fields) }'

const historyOf = async (entity: EntityModel, id: string, client = admin): Promise<readonly Entry[]> => (await client.ask<Page>(HISTORY, { entity: entity.name, id, page: { size: 100 } })).items
const read = (entity: EntityModel, id: string): Promise<Told> => admin.ask<Told>(documents(entity).one(allFields(entity)), { id })
const update = (entity: EntityModel, id: string, input: object, expectedVersion?: unknown): Promise<Told> =>
  admin.ask<Told>(documents(entity).update(allFields(entity)), { id, input, expectedVersion })
const keepsRow = (entity: EntityModel): boolean => modules.some(({ reactions }) => reactions.some((one) => one.entity === entity.cls && one.remove !== undefined))

/** What one entry says of fields that people give: those that the house keeps in step are its own affair. */
const given = (entity: EntityModel, entry: Entry | undefined): Entry['changes'] => {
  const names = new Set(givenFields(entity).map(({ name }) => name))
  return entry?.changes.filter(({ field }) => names.has(field)) ?? []
}

/** Fields that can take any number of values: the first two of them. */
const fieldsOf = (entity: EntityModel): FieldModel[] =>
  changeable(entity, rights).map(([field]) => field).filter(({ kind, many }) => !many && ['text', 'longText', 'richText', 'email', 'url'].includes(kind.name)).slice(0, 2)

/** Only whoever may see every row of an entity can be told of one that is gone. */
const seesAll = (entity: EntityModel): boolean => rights.of(entity.name, 'read').rows === 'all'

describe.each(entities)('$name', (entity) => {
  const [first, second] = fieldsOf(entity)

  test('tells who created it, when, from where, and each field from nothing to its value', async () => {
    const made = await newRecord(admin, entity, allFields(entity))
    const entry = (await historyOf(entity, made.id)).at(-1)
    expect(entry).toMatchObject({ action: 'CREATE', version: 1, origin: 'API', user: me, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) })
    for (const { field, from, to, hidden, label } of given(entity, entry)) {
      const member = entity.members.get(field)
      expect({ from, hidden, label }).toEqual({ from: null, hidden: false, label: member?.label.fr })
      if (member?.is === 'field' && !member.kind.reveal) expect({ [field]: plain(member, to) }).toEqual({ [field]: plain(member, made[field]) })
    }
    const told = new Set(entry?.changes.map(({ field }) => field))
    expect(givenFields(entity).filter(({ name }) => made[name] !== null && !told.has(name)).map(({ name }) => name)).toEqual([])
  })

  test('tells a change, takes it back as a new one, and tells what direct SQL did', async () => {
    if (!first) return
    const made = await newRecord(admin, entity, allFields(entity))
    const value = otherValue(entity, first)
    const changed = await update(entity, made.id, { [first.name]: value })
    const [newest] = await historyOf(entity, made.id)
    expect(newest).toMatchObject({ action: 'UPDATE', version: changed['version'], user: me, origin: 'API' })
    expect(given(entity, newest)).toEqual([{ field: first.name, label: first.label.fr, from: made[first.name], to: changed[first.name], hidden: false }])
    expect(await admin.ask(RESTORE, { entity: entity.name, id: made.id, historyId: newest?.id, fields: [first.name] })).toBe(true)
    expect(await read(entity, made.id)).toMatchObject({ [first.name]: made[first.name], version: Number(changed['version']) + 1 })
    const [column] = first.columns
    await server.sql(`update "${entity.table}" set "${column?.name}" = $1 where id = $2`, [changed[first.name], made.id])
    const [bySql] = await historyOf(entity, made.id)
    expect(bySql).toMatchObject({ action: 'UPDATE', origin: 'SQL', user: null, version: Number(changed['version']) + 2 })
    expect(given(entity, bySql)).toMatchObject([{ field: first.name, from: made[first.name], to: changed[first.name] }])
  })

  test('tells its deletion, and comes back under its id with its fields', async () => {
    if (keepsRow(entity) || !seesAll(entity)) return
    const made = await newRecord(admin, entity, allFields(entity), true, removable[entity.name])
    if (deletesWithSecond(entity)) await askWithSecond(admin, documents(entity).remove, { id: made.id })
    else await admin.ask(documents(entity).remove, { id: made.id })
    const [gone] = (await historyOf(entity, made.id)).filter(({ action }) => action === 'DELETE')
    expect(gone).toMatchObject({ action: 'DELETE', user: me, origin: 'API' })
    expect(await admin.ask(RESTORE, { entity: entity.name, id: made.id, historyId: gone?.id })).toBe(true)
    const back = await read(entity, made.id)
    expect(Number(back['version'])).toBeGreaterThan(Number(made['version']))
    // Secrets are in no history, so none can bring them back.
    const secrets = givenFields(entity).filter(({ kind }) => kind.reveal).map(({ name }) => [name, null])
    expect(back).toEqual({ ...made, ...Object.fromEntries(secrets), version: back['version'], updatedAt: back['updatedAt'] })
  })

  test('merges what two change at once, and answers a conflict for the same field', async () => {
    if (!first) return
    const made = await newRecord(admin, entity, allFields(entity))
    const [theirs, mine] = [otherValue(entity, first), otherValue(entity, first)]
    const one = await update(entity, made.id, { [first.name]: theirs }, made['version'])
    if (second) {
      const both = await update(entity, made.id, { [second.name]: otherValue(entity, second) }, made['version'])
      expect(both[first.name]).toEqual(one[first.name])
      expect(both['version']).toBe(Number(one['version']) + 1)
    }
    const before = await read(entity, made.id)
    const { extensions } = await admin.refused(documents(entity).update(), { id: made.id, input: { [first.name]: mine }, expectedVersion: made['version'] })
    expect(extensions).toMatchObject({ code: 'CONFLICT', version: before['version'], conflict: [{ field: first.name, base: made[first.name], theirs: one[first.name] }] })
    expect(at(extensions, 'conflict', 0, 'mine')).toEqual(expect.stringContaining(String(mine).slice(0, 5)))
    expect(await read(entity, made.id)).toEqual(before)
  })
})

describe('who may read a history', () => {
  const ofPartner = async (): Promise<string> => String((await server.sql(`select d.id from diffusion_partner d join "user" u on u.acts_for_id = d.organisation_id where u.email = 'partner@coulisses.test'`))[0]?.['id'])

  test('is told nothing of fields that he may not read', async () => {
    const partner = await signedIn(server, 'partner')
    const id = await ofPartner()
    const entity = entityOf(model, 'DiffusionPartner')
    await update(entity, id, { siteUrl: 'https://example.test/other', siteName: 'Un autre nom' })
    const [newest] = await historyOf(entity, id, partner)
    expect(newest?.changes.find(({ field }) => field === 'siteUrl')).toMatchObject({ hidden: true, from: null, to: null })
    expect(newest?.changes.find(({ field }) => field === 'siteName')).toMatchObject({ hidden: false, to: 'Un autre nom' })
    expect(newest?.user).toBeNull()
  })

  test('is whoever may read the record', async () => {
    const partner = await signedIn(server, 'partner')
    const draft = String((await server.sql(`select id from casting_offer where state = 'DRAFT' limit 1`))[0]?.['id'])
    expect((await partner.refused(HISTORY, { entity: 'CastingOffer', id: draft })).extensions.code).toBe('NOT_FOUND')
    expect((await partner.refused(HISTORY, { entity: 'Prospect', id: draft })).extensions.code).toBe('FORBIDDEN')
    expect((await admin.refused(HISTORY, { entity: 'Prospect', id: draft })).extensions.code).toBe('NOT_FOUND')
    expect((await admin.refused(HISTORY, { entity: 'Prospect', id: 'x' })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'id' }] })
    expect((await admin.refused(HISTORY, { entity: 'Nothing', id: draft })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'entity' }] })
    expect((await server.graphql(HISTORY, { entity: 'CastingOffer', id: draft })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  test('is never told what proves who somebody is', async () => {
    const user = await newRecord(admin, entityOf(model, 'User'))
    const told = await historyOf(entityOf(model, 'User'), user.id)
    expect(told.at(-1)).toMatchObject({ action: 'CREATE' })
    expect(JSON.stringify(told)).not.toMatch(/argon2|password/)
  })

  test('reads it page by page, that of a party by either of its names', async () => {
    const person = await newRecord(admin, entityOf(model, 'Person'))
    await update(entityOf(model, 'Person'), person.id, { jobTitle: 'Régisseuse' })
    expect(await historyOf(entityOf(model, 'Party'), person.id)).toEqual(await historyOf(entityOf(model, 'Person'), person.id))
    const first = await admin.ask<Page>(HISTORY, { entity: 'Person', id: person.id, page: { size: 1 } })
    const rest = await admin.ask<Page>(HISTORY, { entity: 'Person', id: person.id, page: { size: 1, after: first.pageInfo.endCursor } })
    expect([first, rest].map(({ items }) => items[0]?.action)).toEqual(['UPDATE', 'CREATE'])
    expect([first.total, first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([2, true, false])
  })

  test('cannot restore what is of another record', async () => {
    const [one, other] = [await newRecord(admin, entityOf(model, 'Person')), await newRecord(admin, entityOf(model, 'Person'))]
    const [entry] = await historyOf(entityOf(model, 'Person'), one.id)
    const refused = await admin.refused(RESTORE, { entity: 'Person', id: other.id, historyId: entry?.id })
    expect(refused.extensions).toMatchObject({ code: 'NOT_FOUND', fields: [{ path: 'historyId' }] })
    expect(isRecord(await admin.refused(RESTORE, { entity: 'Person', id: unknownId, historyId: unknownId }))).toBe(true)
  })
})
