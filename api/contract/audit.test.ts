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

describe('what lets somebody in', () => {
  const SET = 'mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) }'
  const about = async (operation: string) => (await server.sql(`select a.action, a.reason, u.email, a.entity_id, a.user_id from audit_entry a left join "user" u on u.id = a.user_id where a.operation = $1 order by a.at, a.id`, [`Mutation.${operation}`]))
  const withCookie = async (query: string, cookie: string, token?: string) => {
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', body: JSON.stringify({ query }), headers: { 'content-type': 'application/json', cookie, ...(token ? { authorization: `Bearer ${token}` } : {}) } })
    return { body: await response.text(), cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
  }
  const signInWithCookie = async (email: string) => {
    const response = await fetch(`${server.url}/graphql`, { method: 'POST', body: JSON.stringify({ query: `mutation { signIn(email: "${email}", password: "coulisses-demo") { token } }` }), headers: { 'content-type': 'application/json' } })
    return response.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  test('is on record when it changes, and when somebody tries in vain: the password', async () => {
    const token = await server.signIn('support@coulisses.test')
    const change = (current: string) => server.graphql('mutation ($current: String!) { changePassword(currentPassword: $current, newPassword: "une autre longue phrase") }', { current }, token)
    await change('canary-password')
    await change('coulisses-demo')
    expect(await about('changePassword')).toMatchObject([{ action: 'CREDENTIALS', reason: 'wrongPassword', email: 'support@coulisses.test' }, { action: 'CREDENTIALS', reason: null, email: 'support@coulisses.test' }])
    expect(JSON.stringify(await entries('CREDENTIALS'))).not.toContain('canary')
  })

  test('the link of a mail, used and refused', async () => {
    const [sales] = await server.sql(`select id from "user" where email = 'sales@coulisses.test'`)
    const token = 'a'.repeat(43)
    await server.sql(`insert into password_link (user_id, token_hash, expires_at) values ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), now() + interval '1 hour')`, [sales?.['id'], token])
    await server.graphql(SET, { token, password: 'coulisses-demo' })
    await server.graphql(SET, { token, password: 'coulisses-demo' })
    expect(await about('setPassword')).toMatchObject([{ action: 'CREDENTIALS', reason: null, user_id: sales?.['id'], entity_id: sales?.['id'] }, { reason: 'linkRefused', user_id: null }])
    expect(JSON.stringify(await entries('CREDENTIALS'))).not.toContain(token)
  })

  test('the second factor: a code that was wrong, by whoever is signed in', async () => {
    const token = await server.signIn('management@coulisses.test')
    await server.graphql('mutation { beginSecondFactor { secret } }', {}, token)
    for (const name of ['confirmSecondFactor', 'removeSecondFactor']) {
      await server.graphql(`mutation { ${name}(code: "000000") }`, {}, token)
      expect(await about(name)).toMatchObject([{ action: 'CREDENTIALS', reason: 'wrongCode', email: 'management@coulisses.test' }])
    }
  })

  test('a session that ends, and one that is renewed with what was replaced long ago', async () => {
    const cookie = await signInWithCookie('sales@coulisses.test')
    const renewed = await withCookie('mutation { refreshSession { token } }', cookie)
    await server.sql(`update "session" set replaced_at = now() - interval '1 hour' where replaced_at is not null`)
    await withCookie('mutation { refreshSession { token } }', cookie)
    await until(async () => (await about('refreshSession')).length === 2)
    const sales = expect.objectContaining({ action: 'REFUSED', reason: 'tokenReused', email: 'sales@coulisses.test' })
    expect(await about('refreshSession')).toEqual(expect.arrayContaining([sales, expect.objectContaining({ action: 'SIGN_IN', reason: 'tokenRefused', email: null })]))
    expect(renewed.body).toContain('token')
    await withCookie('mutation { signOut }', await signInWithCookie('sales@coulisses.test'))
    expect(await about('signOut')).toMatchObject([{ action: 'SIGN_OUT', email: 'sales@coulisses.test' }])
    const token = await server.signIn('sales@coulisses.test')
    await server.graphql('mutation { signOutEverywhere(keepThis: false) }', {}, token)
    expect(await about('signOutEverywhere')).toMatchObject([{ action: 'SIGN_OUT', email: 'sales@coulisses.test' }])
  })

  test('a key that is made and revoked stands in the history of the keys', async () => {
    const token = await server.signIn('employee@coulisses.test')
    const { data } = await server.graphql<{ issueApiKey: { apiKey: { id: string } } }>(`mutation { issueApiKey(name: "Nuit", scopes: [GRAPHQL_READ], expiresAt: "${new Date(Date.now() + 86_400_000).toISOString()}") { apiKey { id } } }`, {}, token)
    const id = data?.issueApiKey.apiKey.id
    await server.graphql('mutation ($id: ID!) { revokeApiKey(id: $id) { state } }', { id }, token)
    expect(await server.sql(`select a.action, u.email, a.request_id is not null as asked from audit_entry a join "user" u on u.id = a.user_id where a.entity_type = 'ApiKey' and a.entity_id = $1 order by a.at`, [id])).toEqual([
      { action: 'CREATE', email: 'employee@coulisses.test', asked: true }, { action: 'UPDATE', email: 'employee@coulisses.test', asked: true },
    ])
  })
})

test('to filter or to sort by a sensitive field is to read it: how deep it stands, and whatever is answered', async () => {
  const token = await server.signIn('employee@coulisses.test')
  const asked = async () => (await server.sql(`select entity_type as entity, details from audit_entry where action = 'READ' and details ? 'asked' order by at, id`)) as readonly { entity: string; details: { fields: string[] } }[]
  for (const [document, entity, field = 'notes'] of [
    ['{ people(filter: { notes: { contains: "x" } }) { total } }', 'Person'], ['{ people(sort: [{ phone: ASC }], page: { size: 1 }) { items { id } } }', 'Person', 'phone'],
    ['{ clients(filter: { or: [{ not: { contact: { notes: { isEmpty: true } } } }] }) { total } }', 'Person'],
  ] as const) {
    const before = (await asked()).length
    const { errors } = await server.graphql(document, {}, token)
    expect({ document, errors }).toEqual({ document, errors: undefined })
    await until(async () => (await asked()).length > before)
    expect({ document, ...(await asked()).at(-1) }).toEqual({ document, entity, details: { fields: [field], asked: true } })
  }
})
