import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AuditEvent } from '../../access/audit.ts'
import { people, prepareAccounts, type AccessDatabase } from '../../access/fixtures.ts'
import { createSessions } from '../../access/session.ts'
import { createThrottle } from '../../access/throttle.ts'
import { createTokens } from '../../access/tokens.ts'
import { createTestDatabase, type TestDatabase } from '../database/testCluster.ts'
import { createHttpApp } from './app.ts'
import { client, startProvider, type TestProvider } from './fixtures/provider.ts'
import { oidcRoutes } from './oidc.ts'

let database: TestDatabase
let accounts: AccessDatabase
let provider: TestProvider
let app: FastifyInstance
let url: string
let reports: unknown[]
const recorded: AuditEvent[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  accounts = await prepareAccounts(database.url)
})
afterAll(async () => {
  await accounts.pool.end()
  await database.drop()
})
beforeEach(async () => {
  reports = []
  recorded.length = 0
  provider = await startProvider()
  const tokens = createTokens({ secret: 'a secret of this installation, long enough' })
  const sessions = createSessions({ query: accounts.query, tokens, throttle: createThrottle(), secondFactors: { accepts: () => Promise.resolve(false) } })
  const report = (error: unknown): void => { reports.push(error) }
  app = createHttpApp({ report, trustProxy: false, secure: false })
  await app.register(oidcRoutes({ oidc: { issuer: provider.issuer, label: 'Test', ...client }, sessions, publicUrl: () => url, secure: false, report, audit: (event) => { recorded.push(event); return Promise.resolve(true) }, query: accounts.query }))
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  await accounts.pool.query('truncate "session"')
  await accounts.pool.query('update "user" set second_factor_since = null')
})
afterEach(async () => {
  provider.stop()
  await app.close()
})

const go = (address: string, cookie = ''): Promise<Response> => fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} })
const cookiesOf = (response: Response): readonly string[] => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const where = (response: Response): string => response.headers.get('location') ?? ''

/** As far as the provider, and back with what it said. */
async function journey(): Promise<{ readonly back: string; readonly cookie: string }> {
  const out = await go(`${url}/auth/oidc`)
  return { back: where(await go(where(out))), cookie: cookiesOf(out)[0] ?? '' }
}
async function arrive(): Promise<Response> {
  const { back, cookie } = await journey()
  return await go(back, cookie)
}
const sessionsOf = async (): Promise<unknown[]> => (await accounts.pool.query<{ user_id: string }>('select user_id from "session"')).rows.map((row) => row.user_id)

describe('signing in at another house', () => {
  test('asks for a code, with state, nonce and proof key, and keeps its part out of reach of scripts', async () => {
    const out = await go(`${url}/auth/oidc`)
    expect(out.status).toBe(302)
    const asked = new URL(where(out)).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', client_id: 'coulisses', scope: 'openid email', code_challenge_method: 'S256', redirect_uri: `${url}/auth/oidc/callback`, state: expect.stringMatching(/.{20}/) as string, nonce: expect.stringMatching(/.{20}/) as string })
    expect(out.headers.get('set-cookie')).toMatch(/^coulisses_oidc=[\w-]+; Max-Age=600; Path=\/auth\/oidc; HttpOnly; SameSite=Lax$/)
  })

  test('opens the active account that has the verified address, whatever its case', async () => {
    Object.assign(provider.claims, { email: 'EMPLOYEE@access.test', email_verified: true })
    const arrived = await arrive()
    expect(where(arrived)).toBe('/admin/')
    expect(arrived.headers.getSetCookie().find((cookie) => cookie.startsWith('coulisses_refresh='))).toMatch(/^coulisses_refresh=[\w-]{43}; Path=\/graphql; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    expect(await sessionsOf()).toEqual([people.employee])
    expect(recorded).toMatchObject([{ action: 'SIGN_IN', by: { userId: people.employee }, operation: 'GET /auth/oidc/callback', address: '127.0.0.1' }])
  })

  test('is on record when it is refused', async () => {
    Object.assign(provider.claims, { email: 'employee@access.test', email_verified: false })
    await arrive()
    Object.assign(provider.claims, { email: 'nobody@access.test', email_verified: true })
    await arrive()
    expect(recorded.map(({ action, by, reason }) => [action, by.userId, reason])).toEqual([['SIGN_IN', undefined, 'addressNotVerified'], ['SIGN_IN', undefined, 'wrongCredentials']])
    expect(JSON.stringify(recorded)).not.toContain('nobody@')
  })

  test('asks for the second factor where the account has one', async () => {
    await accounts.pool.query('update "user" set second_factor_since = now() where id = $1', [people.employee])
    Object.assign(provider.claims, { email: 'employee@access.test', email_verified: true })
    expect(where(await arrive())).toMatch(/^\/admin\/#challenge=[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await sessionsOf()).toEqual([])
  })

  test.each([
    ['an address that nobody has', { email: 'nobody@access.test', email_verified: true }], ['an account that is inactive', { email: 'inactive@access.test', email_verified: true }],
    ['an account that was never opened', { email: 'invited@access.test', email_verified: true }], ['an address that is not verified', { email: 'employee@access.test', email_verified: false }],
    ['an address of which nothing is said', { email: 'employee@access.test' }], ['no address', { email_verified: true }],
  ])('makes no account of %s', async (_what, claims) => {
    Object.assign(provider.claims, claims)
    const [before] = (await accounts.pool.query('select count(*) from "user"')).rows
    expect(where(await arrive())).toBe('/admin/#refused=oidc')
    expect([await sessionsOf(), (await accounts.pool.query('select count(*) from "user"')).rows]).toEqual([[], [before]])
    expect(reports).toEqual([])
  })

  test.each([
    ['for another client', { aud: 'another' }], ['of another house', { iss: 'http://127.0.0.1:1' }], ['of another sign-in', { nonce: 'another' }],
  ])('takes no token %s', async (_what, claims) => {
    Object.assign(provider.claims, { email: 'employee@access.test', email_verified: true, ...claims })
    expect(where(await arrive())).toBe('/admin/#refused=oidc')
    expect(await sessionsOf()).toEqual([])
    expect(reports).toHaveLength(1)
  })

  test('takes no token that somebody else signed', async () => {
    Object.assign(provider.claims, { email: 'employee@access.test', email_verified: true })
    provider.forged = true
    expect(where(await arrive())).toBe('/admin/#refused=oidc')
    expect(await sessionsOf()).toEqual([])
  })

  test('asks the provider nothing for whoever did not begin here', async () => {
    Object.assign(provider.claims, { email: 'employee@access.test', email_verified: true })
    const [mine, other] = [await journey(), await journey()]
    for (const [back, cookie] of [[mine.back, ''], [mine.back, other.cookie], [mine.back, 'coulisses_oidc=garbage'], [`${url}/auth/oidc/callback`, mine.cookie], [`${url}/auth/oidc/callback?code=x&state=y`, mine.cookie]] as const) {
      expect((await go(back, cookie)).status).toBe(400)
    }
    expect(provider.exchanged).toEqual([])
  })

  test('takes an answer once', async () => {
    Object.assign(provider.claims, { email: 'employee@access.test', email_verified: true })
    const { back, cookie } = await journey()
    expect(where(await go(back, cookie))).toBe('/admin/')
    expect(where(await go(back, cookie))).toBe('/admin/#refused=oidc')
    expect(await sessionsOf()).toHaveLength(1)
  })

  test('says so when the provider is away, and works again when it is back', async () => {
    provider.stop()
    expect((await go(`${url}/auth/oidc`)).status).toBeGreaterThanOrEqual(500)
  })
})
