import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../server/fixtures.ts'
import type { TestServer } from './harness.ts'
import { startTestServer } from './server.ts'

/** What is recorded beside the changes: who was refused what. */
let server: TestServer
beforeAll(async () => { server = await startTestServer() })
afterAll(() => server.close())

const entries = (action: string) => server.sql(`select a.*, u.email from audit_entry a left join "user" u on u.id = a.user_id where a.action = $1 order by a.at, a.id`, [action])
const last = async (action: string) => (await entries(action)).at(-1)

describe('a refusal', () => {
  test('of an operation is on record with who, what and the request', async () => {
    const token = await server.signIn('employee@coulisses.test')
    const { errors } = await server.graphql('query Trail { mine: auditEntries { items { id } } }', {}, token)
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    expect(await last('REFUSED')).toMatchObject({
      email: 'employee@coulisses.test', operation: 'Query.auditEntries', reason: 'forbidden', origin: 'API', address: '127.0.0.1',
      request_id: errors?.[0]?.extensions['requestId'], details: { name: 'Trail' }, version: 0,
    })
  })

  test('of one field names the field, and of a filter its path', async () => {
    const token = await server.signIn('partner@coulisses.test')
    await server.graphql('{ me { id } castingOffers { items { ...F } } } fragment F on CastingOffer { id note: internalNote }', {}, token)
    expect(await last('REFUSED')).toMatchObject({ operation: expect.stringMatching(/^(CastingOffer\.internalNote|Query\.castingOffers)$/) })
    await server.graphql('{ castingOffers(filter: { internalNote: { contains: "a" } }) { total } }', {}, token)
    expect(await last('REFUSED')).toMatchObject({ operation: 'Query.castingOffers' })
  })

  test('of a bad token is on record, without the token', async () => {
    expect((await server.graphql('{ me { id } }', {}, 'aaaaaaaa.canarycanary.cccccccc')).status).toBe(401)
    await until(async () => (await last('REFUSED'))?.['operation'] === 'authenticate')
    const entry = await last('REFUSED')
    expect(entry).toMatchObject({ reason: 'tokenRefused', user_id: null, address: '127.0.0.1' })
    expect(JSON.stringify(entry)).not.toContain('canary')
  })

  test('is not a change of a record: the history does not tell of it', async () => {
    const token = await server.signIn('admin@coulisses.test')
    const { data } = await server.graphql<{ users: { items: { id: string }[] } }>('{ users(filter: { email: { eq: "employee@coulisses.test" } }) { items { id } } }', {}, token)
    const id = data?.users.items[0]?.id
    await server.sql(`insert into audit_entry (at, action, entity_type, entity_id, origin, version) values (now(), 'READ', 'User', $1, 'API', 0)`, [id])
    const { data: told } = await server.graphql<{ history: { items: { action: string }[] } }>('query ($id: ID!) { history(entity: "User", id: $id) { items { action } } }', { id }, token)
    expect(told?.history.items.map(({ action }) => action)).not.toContain('READ')
  })
})

interface People { people: { items: { id: string; birthDate?: string | null }[] } }

describe('a sensitive field', () => {
  const birthDates = '{ people(page: { size: 3 }, sort: [{ displayName: ASC }]) { items { displayName again: birthDate } } }'
  const reads = async (requestId?: unknown) => (await entries('READ')).filter((entry) => requestId === undefined || entry['request_id'] === requestId)
  let employee: string
  let ids: string[]
  beforeAll(async () => {
    employee = await server.signIn('employee@coulisses.test')
    const { data } = await server.graphql<People>('{ people(page: { size: 3 }, sort: [{ displayName: ASC }]) { items { id } } }', {}, employee)
    ids = data?.people.items.map(({ id }) => id) ?? []
    for (const id of ids) await server.graphql('mutation ($id: ID!) { updatePerson(id: $id, input: { birthDate: "1984-05-31" }) { version } }', { id }, employee)
  })

  test('that is read is on record: one entry with who, the fields and the records, whether or not their ids were asked', async () => {
    const before = (await reads()).length
    const { data, errors } = await server.graphql(birthDates, {}, employee)
    expect({ data, errors }).toMatchObject({ data: { people: { items: ids.map(() => ({ again: '1984-05-31' })) } }, errors: undefined })
    await until(async () => (await reads()).length > before)
    const entry = await last('READ')
    expect(entry).toMatchObject({ entity_type: 'Person', operation: 'Query.people', details: { fields: ['birthDate'] }, email: 'employee@coulisses.test', address: '127.0.0.1', entity_id: null })
    expect(entry?.['records']).toEqual(ids)
    expect(JSON.stringify(entry)).not.toContain('1984')
    expect(await reads()).toHaveLength(before + 1)
  })

  test('of one record stands under that record, and is found by it', async () => {
    const admin = await server.signIn('admin@coulisses.test')
    await server.graphql('query ($id: ID!) { person(id: $id) { birthDate } }', { id: ids[0] }, employee)
    await until(async () => (await last('READ'))?.['entity_id'] === ids[0])
    const trail = await server.graphql('query ($id: ID!) { one: auditEntries(filter: { entityId: { eq: $id }, action: { eq: READ } }) { items { operation } } several: auditEntries(filter: { records: { has: $id } }) { items { operation } } }', { id: ids[0] }, admin)
    expect(trail.data).toMatchObject({ one: { items: [{ operation: 'Query.person' }] }, several: { items: [{ operation: 'Query.people' }] } })
  })

  test('of related records, of what a mutation answers, and of the history are on record as well', async () => {
    await server.graphql('mutation ($id: ID!) { updatePerson(id: $id, input: { jobTitle: "Régie" }) { birthDate } }', { id: ids[1] }, employee)
    await until(async () => (await last('READ'))?.['operation'] === 'Mutation.updatePerson')
    await server.graphql('mutation ($id: ID!) { updatePerson(id: $id, input: { notes: "Confidentiel" }) { id } }', { id: ids[1] }, employee)
    await server.graphql('query ($id: ID!) { history(entity: "Person", id: $id) { total items { changes { field to } } } }', { id: ids[1] }, employee)
    await until(async () => (await last('READ'))?.['operation'] === 'Query.history')
    expect(await last('READ')).toMatchObject({ entity_id: ids[1], details: { fields: expect.arrayContaining(['notes']) } })
    await server.graphql('{ clients(page: { size: 50 }) { items { contact { displayName notes phone { raw } } } } }', {}, employee)
    await until(async () => (await last('READ'))?.['operation'] === 'Query.clients')
    expect(await last('READ')).toMatchObject({ entity_type: 'Person' })
  })

  test('adds no entry where nothing sensitive is asked, and no statement to the request', async () => {
    const before = (await reads()).length
    const statements = server.statements()
    await server.graphql('{ people { items { id displayName } } }', {}, employee)
    const plain = server.statements() - statements
    await server.graphql(birthDates, {}, employee)
    expect(server.statements() - statements - plain).toBe(plain)
    await until(async () => (await reads()).length > before)
    expect(await reads()).toHaveLength(before + 1)
  })
})

describe('a sign-in', () => {
  const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }'

  test('is on record under the account before its token is known', async () => {
    const before = (await entries('SIGN_IN')).length
    await server.signIn('partner@coulisses.test')
    const after = await entries('SIGN_IN')
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toMatchObject({ email: 'partner@coulisses.test', reason: null, address: '127.0.0.1', entity_type: 'User', operation: 'Mutation.signIn' })
    expect(after.at(-1)?.['entity_id']).toBe(after.at(-1)?.['user_id'])
  })

  test('that failed is on record with its reason, under the account that was tried, and without what was typed', async () => {
    await server.graphql(SIGN_IN, { email: 'employee@coulisses.test', password: 'canary-password' })
    const [failed, employee] = [await last('SIGN_IN'), (await server.sql(`select id from "user" where email = 'employee@coulisses.test'`))[0]]
    expect(failed).toMatchObject({ reason: 'wrongCredentials', user_id: null, entity_id: employee?.['id'] })
    await server.graphql(SIGN_IN, { email: 'canary@nowhere.test', password: 'canary-password' })
    expect(await last('SIGN_IN')).toMatchObject({ reason: 'wrongCredentials', user_id: null, entity_id: null })
    expect(JSON.stringify(await entries('SIGN_IN'))).not.toContain('canary')
  })
})
