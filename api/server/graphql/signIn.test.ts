import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepareAccounts, password, people, type AccessDatabase } from '../../access/fixtures.ts'
import { createTestDatabase, type TestDatabase } from '../database/testCluster.ts'
import { openDoor, type Answer, type TestDoor } from './fixtures.ts'

let database: TestDatabase
let accounts: AccessDatabase
let door: TestDoor
let away: boolean

beforeAll(async () => {
  database = await createTestDatabase()
  accounts = await prepareAccounts(database.url)
})
afterAll(async () => {
  await accounts.pool.end()
  await database.drop()
})
beforeEach(async () => {
  away = false
  const gone = (): Promise<never> => Promise.reject(Object.assign(new Error('connect ECONNREFUSED /run/postgresql/.s.PGSQL.5432'), { code: 'ECONNREFUSED', syscall: 'connect' }))
  door = await openDoor({ query: (text, values) => (away ? gone() : accounts.query(text, values)) })
})
afterEach(() => door.stop())

const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }'
const signIn = (email: string, given: string, headers: Readonly<Record<string, string>> = {}) => door.ask({ query: SIGN_IN, variables: { email, password: given } }, headers)
const tokenOf = (answer: Answer, field = 'signIn'): string => (answer.data?.[field] as { token: string } | undefined)?.token ?? ''
const cookieOf = (answer: Answer): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const me = (token: string) => door.ask({ query: '{ me { id } }' }, { authorization: `Bearer ${token}` })

describe('signing in', () => {
  test('gives a token for the header and a cookie that no script and no other site can use', async () => {
    const answer = await signIn('employee@access.test', password)
    expect(answer.headers.get('set-cookie')).toMatch(/^coulisses_refresh=[\w-]{43}; Path=\/graphql; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    expect((await me(tokenOf(answer))).data).toEqual({ me: { id: people.employee } })
    expect(answer.text).not.toContain(cookieOf(answer).split('=')[1])
  })

  test('is renewed by the cookie alone, and ends with it', async () => {
    const first = await signIn('employee@access.test', password)
    const second = await door.ask({ query: 'mutation { refreshSession { token } }' }, { cookie: `theme=dark; ${cookieOf(first)}` })
    expect(cookieOf(second)).not.toBe(cookieOf(first))
    const token = tokenOf(second, 'refreshSession')
    expect((await me(token)).data).toEqual({ me: { id: people.employee } })
    const out = await door.ask({ query: 'mutation { signOut }' }, { authorization: `Bearer ${token}` })
    expect(out.headers.get('set-cookie')).toMatch(/^coulisses_refresh=; Path=\/graphql; Expires=Thu, 01 Jan 1970/)
    expect(await me(token)).toMatchObject({ status: 401, errors: [{ extensions: { reason: 'tokenRefused' } }] })
    expect((await door.ask({ query: 'mutation { refreshSession { token } }' }, { cookie: cookieOf(second) })).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })

  test('with the cookie as a bearer, or the token as a cookie, is refused', async () => {
    const answer = await signIn('employee@access.test', password)
    expect((await me(cookieOf(answer).split('=')[1] ?? '')).status).toBe(401)
    const renewed = await door.ask({ query: 'mutation { refreshSession { token } }' }, { cookie: `coulisses_refresh=${tokenOf(answer)}` })
    expect(renewed).toMatchObject({ status: 200, data: { refreshSession: null }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  })

  test('that fails is 200 with its code: the request was answered', async () => {
    expect(await signIn('nobody@access.test', password, { 'accept-language': 'fr' })).toMatchObject({
      status: 200, data: { signIn: null }, errors: [{ message: 'Adresse électronique ou mot de passe incorrect.', path: ['signIn'], extensions: { code: 'UNAUTHENTICATED', reason: 'wrongCredentials' } }],
    })
  })

  test('thirty times from one address ends in 429, whatever the caller says of his address', async () => {
    let last: Answer | undefined
    for (let n = 0; n < 30; n++) last = await signIn(`someone${n}@coulisses.test`, 'a wrong password', { 'x-forwarded-for': `198.51.100.${n}`, forwarded: `for=198.51.100.${n}`, 'x-real-ip': `198.51.100.${n}` })
    expect(last).toMatchObject({ status: 429, errors: [{ extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) as number } }] })
    const seconds = last?.headers.get('retry-after')
    expect(last?.errors[0]?.extensions['retryAfter']).toBe(Number(seconds))
    expect(last?.errors[0]?.message).toBe(`Too many attempts: try again in ${seconds} seconds.`)
  })
})

describe('an account', () => {
  test('that is made inactive is out with its next request', async () => {
    const token = tokenOf(await signIn('employee@access.test', password))
    await accounts.pool.query(`update "user" set state = 'INACTIVE' where id = $1`, [people.employee])
    expect(await me(token)).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    await accounts.pool.query(`update "user" set state = 'ACTIVE' where id = $1`, [people.employee])
    expect((await me(token)).data).toEqual({ me: { id: people.employee } })
  })
})

describe('a database that is away', () => {
  test('is 503 with the time to come back, and nothing is left to mend afterwards', async () => {
    const token = tokenOf(await signIn('employee@access.test', password))
    away = true
    for (const answer of [await me(token), await signIn('employee@access.test', password)]) {
      expect(answer).toMatchObject({ status: 503, errors: [{ message: 'The database is not answering. Try again in a moment.', extensions: { code: 'UNAVAILABLE', retryAfter: 2 } }] })
      expect(answer.headers.get('retry-after')).toBe('2')
      expect(answer.text).not.toContain('/run/postgresql')
    }
    expect((await door.ask({ query: '{ me { id } }' })).status).toBe(200)
    away = false
    expect((await me(token)).data).toEqual({ me: { id: people.employee } })
    expect(door.reports).toEqual([])
  })
})
