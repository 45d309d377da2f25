import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, textAt, at, unknownId, type Desk } from '../casting/fixtures/desk.ts'

/** Keys of the API: for programs, never above their owner, and gone when they are revoked. */
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const CREATE = `mutation ($name: String!, $scopes: [IssueApiKeyScopes!]!, $expiresAt: DateTime!, $user: ID) {
  issueApiKey(name: $name, scopes: $scopes, expiresAt: $expiresAt, user: $user) { secret apiKey { id name prefix state scopes user { email } } } }`
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
interface Key { readonly id: string; readonly secret: string }
async function keyOf(token: string, scopes: readonly string[], more: object = {}): Promise<Key> {
  const answer = await desk.ask(CREATE, { name: 'Script', scopes, expiresAt: inDays(30), ...more }, token)
  return { id: textAt(answer, 'issueApiKey', 'apiKey', 'id'), secret: textAt(answer, 'issueApiKey', 'secret') }
}
const idOf = async (login: string): Promise<string> => String((await desk.server.sql('select id from "user" where email = $1', [`${login}@coulisses.test`]))[0]?.['id'])
const ME = '{ me { email } }'
const OFFERS = '{ castingOffers(page: { size: 1 }) { total items { id } } }'
const refused = { code: 'UNAUTHENTICATED', extensions: { reason: 'tokenRefused' } }

describe('a key', () => {
  it('is shown once, with what it is known by, and the database knows its digest only', async () => {
    const answer = await desk.ask(CREATE, { name: 'Export du lundi', scopes: ['GRAPHQL_READ'], expiresAt: inDays(30) })
    const secret = textAt(answer, 'issueApiKey', 'secret')
    expect(secret).toMatch(/^cou_[\w-]{43}$/)
    expect(at(answer, 'issueApiKey', 'apiKey')).toMatchObject({ name: 'Export du lundi', prefix: secret.slice(0, 12), state: 'ACTIVE', scopes: ['GRAPHQL_READ'], user: { email: 'employee@coulisses.test' } })
    const dump = JSON.stringify([await desk.server.sql('select * from api_key'), await desk.server.sql('select * from audit_entry')])
    expect(dump).not.toContain(secret)
    expect(dump).not.toContain(secret.slice(12))
    await expect(desk.ask('{ apiKeys { items { tokenHash } } }')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('signs a program in as its owner, and is noted as used', async () => {
    const { id, secret } = await keyOf(desk.employee, ['GRAPHQL_READ'])
    expect(await desk.ask(ME, {}, secret)).toEqual({ me: { email: 'employee@coulisses.test' } })
    expect(at(await desk.one('ApiKey', id, 'lastUsedAt'), 'lastUsedAt')).not.toBeNull()
  })

  it('reads and does not write, unless it was made for that', async () => {
    const [reading, writing] = [await keyOf(desk.employee, ['GRAPHQL_READ']), await keyOf(desk.employee, ['GRAPHQL_READ', 'GRAPHQL_WRITE'])]
    expect(at(await desk.ask(OFFERS, {}, reading.secret), 'castingOffers', 'items')).toHaveLength(1)
    const card = { city: 'Nantes' }
    await expect(desk.create('Address', card, 'id', reading.secret)).rejects.toMatchObject({ code: 'FORBIDDEN', extensions: { reason: 'scopeMissing' } })
    expect(await desk.create('Address', card, 'city', writing.secret)).toEqual({ city: 'Nantes' })
    await expect(desk.ask('mutation { signOut }', {}, reading.secret)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('that only reads is offered nothing to do by any record', async () => {
    const [reading, writing] = [await keyOf(desk.employee, ['GRAPHQL_READ']), await keyOf(desk.employee, ['GRAPHQL_READ', 'GRAPHQL_WRITE'])]
    const offered = async (token: string) => at(await desk.ask('{ people(page: { size: 1 }) { items { _allowed _editable } } }', {}, token), 'people', 'items', 0)
    expect(await offered(reading.secret)).toEqual({ _allowed: [], _editable: [] })
    expect(await offered(writing.secret)).toEqual(await offered(desk.employee))
    expect(await offered(writing.secret)).toMatchObject({ _allowed: expect.arrayContaining(['UPDATE']), _editable: expect.arrayContaining(['lastName']) })
  })

  it('that is bound to addresses is one from there alone; from elsewhere it is unknown, at every door', async () => {
    const bound = `mutation ($expiresAt: DateTime!, $addresses: [String!], $user: ID) { issueApiKey(name: "Liée", scopes: [GRAPHQL_READ, DOCUMENTS_RUN], expiresAt: $expiresAt, addresses: $addresses, user: $user) { secret apiKey { addresses } } }`
    const make = (addresses: readonly string[], user?: string) => desk.ask(bound, { expiresAt: inDays(30), addresses, user })
    for (const addresses of [['127.0.0.1'], ['203.0.113.0/24', '127.0.0.0/8'], ['::ffff:127.0.0.1'], []]) {
      const made = await make(addresses)
      expect(at(made, 'issueApiKey', 'apiKey', 'addresses')).toEqual(addresses.length === 0 ? null : addresses)
      expect(await desk.ask(ME, {}, textAt(made, 'issueApiKey', 'secret'))).toEqual({ me: { email: 'employee@coulisses.test' } })
    }
    const partner = await idOf('partner')
    for (const addresses of [['203.0.113.0/24'], ['2001:db8::/32'], ['::1']]) {
      const secret = textAt(await make(addresses, partner), 'issueApiKey', 'secret')
      await expect(desk.ask(ME, {}, secret)).rejects.toMatchObject(refused)
      const ways = ['/partner/nothing.v1', '/partner/openapi.json', '/partner/feeds/nothing.json'].map(async (path) => {
        const told = async (key: string) => { const answer = await fetch(`${desk.server.url}${path}`, { headers: { authorization: `Bearer ${key}` } }); return [answer.status, at(await answer.json(), 'errors', 0, 'message')] }
        expect(await told(secret)).toEqual(await told(`cou_${'x'.repeat(43)}`))
        expect((await told(secret))[0]).toBe(401)
      })
      await Promise.all(ways)
      expect(await desk.server.sql('select last_used_at from api_key where prefix = $1', [secret.slice(0, 12)])).toEqual([{ last_used_at: null }])
    }
    for (const wrongly of ['nothing', '127.1', '0x7f.0.0.1', '10.0.0.0/33', '10.0.0.0/', '', '::1/129']) await expect(make([wrongly]), wrongly).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('that is limited to entities, or to actions on them, may nothing besides', async () => {
    const limited = `mutation ($scopes: [IssueApiKeyScopes!]!, $expiresAt: DateTime!, $only: [String!]) { issueApiKey(name: "Limitée", scopes: $scopes, expiresAt: $expiresAt, only: $only) { secret apiKey { only } } }`
    const make = (only: readonly string[]) => desk.ask(limited, { scopes: ['GRAPHQL_READ', 'GRAPHQL_WRITE'], expiresAt: inDays(30), only })
    const made = await make(['CastingOffer:READ', 'Address'])
    expect(at(made, 'issueApiKey', 'apiKey')).toEqual({ only: ['CastingOffer:READ', 'Address'] })
    const secret = textAt(made, 'issueApiKey', 'secret')
    const forbidden = { code: 'FORBIDDEN' }
    expect(at(await desk.ask(OFFERS, {}, secret), 'castingOffers', 'items')).toHaveLength(1)
    expect(await desk.create('Address', { city: 'Brest' }, 'city', secret)).toEqual({ city: 'Brest' })
    const [{ id } = {}] = await desk.server.sql(`select id from casting_offer where state = 'DRAFT' limit 1`)
    for (const document of [
      '{ clients { total } }', '{ castingOffers { items { client { id } } } }', '{ castingOffers(filter: { client: { isEmpty: false } }) { total } }', 'mutation { createCastingOffer(input: {}) { id } }',
      `mutation { publishCastingOffer(id: "${String(id)}") { id } }`, '{ explainAccess(entity: "Client", action: "READ") { allowed } }', '{ moduleSwitches { key } }',
    ]) await expect(desk.ask(document, {}, secret), document).rejects.toMatchObject(forbidden)
    // It is no wider than its owner either.
    const wide = textAt(await make(['Role']), 'issueApiKey', 'secret')
    await expect(desk.create('Role', { key: 'x', name: 'x' }, 'id', wide)).rejects.toMatchObject(forbidden)
    for (const wrong of ['Nothing', 'Client:FLY', '__proto__']) await expect(make(['Client', wrong])).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path: 'only.1' })] })
  })

  it('that is for approved documents writes none of its own', async () => {
    const { secret } = await keyOf(desk.employee, ['DOCUMENTS_RUN'])
    for (const document of [ME, OFFERS]) await expect(desk.ask(document, {}, secret)).rejects.toMatchObject({ code: 'FORBIDDEN', extensions: { reason: 'scopeMissing' } })
  })

  it('is refused at once when it is revoked, when it expires, and when its owner is made inactive', async () => {
    const { id, secret } = await keyOf(desk.partner, ['GRAPHQL_READ'])
    await desk.server.sql(`update api_key set expires_at = now() - interval '1 second' where id = $1`, [id])
    await expect(desk.ask(ME, {}, secret)).rejects.toMatchObject(refused)
    await desk.server.sql(`update api_key set expires_at = now() + interval '1 day' where id = $1`, [id])
    expect(await desk.ask(ME, {}, secret)).toEqual({ me: { email: 'partner@coulisses.test' } })
    const setActive = (active: boolean) => desk.server.sql('update "user" set state = $1 where email = $2', [active ? 'ACTIVE' : 'INACTIVE', 'partner@coulisses.test'])
    await setActive(false)
    await expect(desk.ask(ME, {}, secret)).rejects.toMatchObject(refused)
    await setActive(true)
    expect(await desk.ask(ME, {}, secret)).toEqual({ me: { email: 'partner@coulisses.test' } })
    expect(await desk.run('revokeApiKey', id, 'state', desk.partner)).toEqual({ state: 'REVOKED' })
    await expect(desk.ask(ME, {}, secret)).rejects.toMatchObject(refused)
    await expect(desk.run('revokeApiKey', id, 'state', desk.partner)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('loses with its next request what its owner loses', async () => {
    const { secret } = await keyOf(desk.employee, ['GRAPHQL_READ', 'GRAPHQL_WRITE'])
    const user = await idOf('employee')
    const [role] = await desk.server.sql(`delete from user_roles where user_id = $1 returning role_id`, [user])
    await expect(desk.ask('{ users { total } }', {}, secret)).resolves.toEqual({ users: { total: 1 } })
    await expect(desk.create('Address', { city: 'Nantes' }, 'id', secret)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await desk.server.sql('insert into user_roles (user_id, role_id) values ($1, $2)', [user, role?.['role_id']])
    expect(await desk.create('Address', { city: 'Nantes' }, 'city', secret)).toEqual({ city: 'Nantes' })
  })

  it('makes no other key', async () => {
    const { secret } = await keyOf(desk.employee, ['GRAPHQL_READ', 'GRAPHQL_WRITE'])
    await expect(keyOf(secret, ['DOCUMENTS_RUN'])).rejects.toMatchObject({ code: 'FORBIDDEN', extensions: { reason: 'personOnly' } })
  })

  it.each(['cou_', `cou_${'x'.repeat(43)}`, `cou_${'x'.repeat(44)}`, `cou_${'x'.repeat(40)}...`, `COU_${'x'.repeat(43)}`, `cou_${'é'.repeat(43)}`.normalize('NFD')])('%j is nobody', async (secret) => {
    await expect(desk.ask(ME, {}, Buffer.from(secret).toString('latin1'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('making a key', () => {
  it.each([
    ['in the past', { expiresAt: new Date(Date.now() - 1_000).toISOString() }, 'expiresAt'], ['in two years', { expiresAt: inDays(700) }, 'expiresAt'],
    ['for no use', { scopes: [] }, 'scopes'], ['without a name', { name: '  ' }, 'name'],
  ])('%s is refused', async (_what, more, path) => {
    await expect(keyOf(desk.employee, ['GRAPHQL_READ'], more)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] })
  })

  it('for a login of a partner is for employees; it may what the partner may', async () => {
    const { secret } = await keyOf(desk.employee, ['GRAPHQL_READ', 'GRAPHQL_WRITE'], { user: await idOf('partner') })
    expect(await desk.ask(ME, {}, secret)).toEqual({ me: { email: 'partner@coulisses.test' } })
    await expect(desk.ask('{ prospects { total } }', {}, secret)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('for another employee, an administrator, or nobody is refused', async () => {
    for (const [token, login] of [[desk.employee, 'admin'], [desk.admin, 'employee']] as const) {
      await expect(keyOf(token, ['GRAPHQL_READ'], { user: await idOf(login) })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'user', reason: 'notOutside' }] })
    }
    await expect(keyOf(desk.partner, ['GRAPHQL_READ'], { user: await idOf('employee') })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'user', reason: 'notFound' }] })
    await expect(keyOf(desk.employee, ['GRAPHQL_READ'], { user: unknownId })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'user', reason: 'notFound' }] })
    await expect(desk.ask(CREATE, { name: 'x', scopes: ['GRAPHQL_READ'], expiresAt: inDays(1) }, null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('is refused beyond twenty, also when thirty-two ask at once', async () => {
    await desk.server.sql(`update api_key set state = 'REVOKED'`)
    const made = await Promise.allSettled(Array.from({ length: 32 }, () => keyOf(desk.partner, ['GRAPHQL_READ'])))
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT', extensions: { reason: 'tooManyKeys' } } })
    expect(await desk.count('api_key', `state = 'ACTIVE'`)).toBe(20)
  })
})

describe('somebody else’s key', () => {
  it('is not seen, renamed or revoked; those of partners are by employees', async () => {
    await desk.server.sql(`update api_key set state = 'REVOKED'`)
    const [own, partners] = [await keyOf(desk.employee, ['GRAPHQL_READ']), await keyOf(desk.partner, ['GRAPHQL_READ'])]
    for (const attempt of [() => desk.one('ApiKey', own.id, 'name', desk.partner), () => desk.run('revokeApiKey', own.id, 'state', desk.partner), () => desk.update('ApiKey', own.id, { name: 'Volée' }, 'id', desk.partner)]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await desk.run('revokeApiKey', partners.id, 'state', desk.employee)).toEqual({ state: 'REVOKED' })
    expect(await desk.run('revokeApiKey', own.id, 'state', desk.admin)).toEqual({ state: 'REVOKED' })
  })

  it('is not taken over by an input', async () => {
    const { id } = await keyOf(desk.employee, ['GRAPHQL_READ'])
    for (const input of [{ scopes: ['GRAPHQL_WRITE'] }, { state: 'ACTIVE' }, { expiresAt: inDays(300) }, { user: { connect: await idOf('admin') } }, { prefix: 'cou_abcdefgh' }]) {
      await expect(desk.update('ApiKey', id, input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    }
  })
})
