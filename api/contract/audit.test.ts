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
