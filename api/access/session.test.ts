import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../server/database/testCluster.ts'
import { createAuthenticate, type Authenticate } from './authenticate.ts'
import { browser, password, people, prepareAccounts, type AccessDatabase, type Browser } from './fixtures.ts'
import { createSessions, type SignedIn, type Sessions } from './session.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

let database: TestDatabase
let accounts: AccessDatabase
let sessions: Sessions
let authenticate: Authenticate
let reused: string[]
const none = { accepts: () => Promise.resolve(false) }

beforeAll(async () => {
  database = await createTestDatabase()
  accounts = await prepareAccounts(database.url)
})
afterAll(async () => {
  await accounts.pool.end()
  await database.drop()
})
beforeEach(async () => {
  const tokens = createTokens({ secret: 'a secret of this installation, long enough' })
  reused = []
  sessions = createSessions({ query: accounts.query, tokens, throttle: createThrottle(), secondFactors: none, onReuse: (user) => reused.push(user) })
  authenticate = createAuthenticate({ query: accounts.query, tokens })
  await accounts.pool.query('truncate "session"')
  await accounts.pool.query(`update "user" set state = 'ACTIVE' where id = $1`, [people.employee])
})

const ask = (token: string, said: Partial<Parameters<Authenticate>[0]> = {}) =>
  authenticate({ authorization: `Bearer ${token}`, origin: undefined, language: undefined, requestId: 'r', ...said })
const enter = (page: Browser): Promise<SignedIn> => sessions.signIn(page, 'employee@access.test', password)
/** As if the last renewal were a minute ago. */
const later = () => accounts.pool.query(`update "session" set replaced_at = replaced_at - interval '1 minute'`)
const refused = { code: 'UNAUTHENTICATED', issues: [{ reason: 'tokenRefused' }] }

describe('signing in', () => {
  test('gives a token that names the caller, and a cookie of which the database knows the hash only', async () => {
    const page = browser()
    const { userId, token, expiresAt } = await enter(page)
    expect(userId).toBe(people.employee)
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now())
    const { principal, sessionId } = await ask(token)
    expect(principal).toMatchObject({ userId: people.employee, organisationId: accounts.organisation, roles: new Set(['visitor', 'member', 'employee']), origin: 'API', locale: 'fr', requestId: 'r' })
    const { rows } = await accounts.pool.query('select * from "session"')
    expect(rows).toMatchObject([{ id: sessionId, family: sessionId, user_id: people.employee, user_agent: 'A browser', address: '192.0.2.1', revoked_at: null }])
    expect(page.refreshToken).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(rows)).not.toContain(page.refreshToken)
    expect((await accounts.pool.query('select last_sign_in_at from "user" where id = $1', [people.employee])).rows[0].last_sign_in_at).not.toBeNull()
    const { rows: told } = await accounts.pool.query(`select user_id, origin, changes -> 'lastSignInAt' is not null as signed from audit_entry where entity_id = $1 order by at desc limit 1`, [people.employee])
    expect(told).toEqual([{ user_id: people.employee, origin: 'API', signed: true }])
  })

  test('makes an administrator of whoever is marked as one', async () => {
    const { token } = await sessions.signIn(browser(), 'ADMIN@access.test', password)
    expect((await ask(token)).principal.roles).toEqual(new Set(['visitor', 'member', 'administrator']))
  })

  test.each([
    ['an unknown address', 'nobody@access.test', password], ['a wrong password', 'employee@access.test', 'a wrong password'],
    ['an inactive account', 'inactive@access.test', password], ['an account that was never opened', 'invited@access.test', password],
    ['no address at all', `' or 1=1 --`, password], ['an address with NUL', 'employee@access.test\0', password], ['nothing', '', ''],
  ])('%s answers the same words', async (_name, email, given) => {
    const page = browser()
    await expect(sessions.signIn(page, email, given)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED', issues: [{ reason: 'wrongCredentials', message: { fr: 'Adresse électronique ou mot de passe incorrect.', en: 'Wrong e-mail address or password.' } }],
    })
    expect(page.refreshToken).toBeUndefined()
  })

  test('asks the database as much for an account that is there as for one that is not', async () => {
    const asked: number[] = []
    for (const email of ['nobody@access.test', 'employee@access.test', 'inactive@access.test', 'invited@access.test']) {
      let statements = 0
      const counted = createSessions({
        query: (text, values) => { statements++; return accounts.query(text, values) },
        tokens: createTokens({ secret: 'a secret of this installation, long enough' }), throttle: createThrottle(), secondFactors: none,
      })
      await counted.signIn(browser(), email, 'a wrong password').catch(() => undefined)
      asked.push(statements)
    }
    expect(asked).toEqual([1, 1, 1, 1])
  })

  test('is slowed down after five failures, and told for how long', async () => {
    for (let n = 0; n < 5; n++) await expect(sessions.signIn(browser(), 'employee@access.test', 'a wrong password')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(enter(browser())).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfter: expect.any(Number) as number } })
  })
})

describe('a request', () => {
  test('without credentials is a visitor', async () => {
    const { principal } = await authenticate({ authorization: undefined, origin: 'ADMIN', language: 'en', requestId: 'r' })
    expect(principal).toEqual({ userId: undefined, organisationId: undefined, roles: new Set(['visitor']), origin: 'ADMIN', locale: 'en', requestId: 'r' })
  })

  test.each(['', 'garbage', 'Bearer', 'Bearer ', 'Bearer garbage', 'Bearer a.b.c', 'Basic YTpi', 'Bearer a.b.c, Bearer d.e.f'])('with the credentials %j is nobody', async (authorization) => {
    await expect(authenticate({ authorization, origin: undefined, language: undefined, requestId: 'r' })).rejects.toMatchObject(refused)
  })

  test.each([['ADMIN', 'ADMIN'], ['CLI', 'CLI'], ['API', 'API'], ['PARTNER', 'API'], ['JOB', 'API'], ['SITE', 'API'], ['admin', 'API'], ['toString', 'API']])('that says it comes from %s comes from %s', async (origin, taken) => {
    const { principal } = await authenticate({ authorization: undefined, origin, language: undefined, requestId: 'r' })
    expect(principal.origin).toBe(taken)
  })

  test('sees at once that a role was given or taken', async () => {
    const { token } = await enter(browser())
    await accounts.pool.query(`insert into user_roles (user_id, role_id) select $1, id from role where key = 'partner'`, [people.employee])
    expect((await ask(token)).principal.roles).toContain('partner')
    await accounts.pool.query(`delete from user_roles where user_id = $1 and role_id = (select id from role where key = 'partner')`, [people.employee])
    expect((await ask(token)).principal.roles).not.toContain('partner')
  })

  test('holds the role of its department, and that of the next one as soon as it moves (EE-43)', async () => {
    const { token } = await enter(browser())
    const moveTo = (key: string) => accounts.pool.query(`update "user" set department_id = (select id from department where key = $1) where id = $2`, [key, people.employee])
    await moveTo('sales')
    expect((await ask(token)).principal.roles).toEqual(new Set(['visitor', 'member', 'employee', 'sales']))
    await moveTo('support')
    expect((await ask(token)).principal.roles).toEqual(new Set(['visitor', 'member', 'employee', 'support']))
    await moveTo('none')
    expect((await ask(token)).principal.roles).toEqual(new Set(['visitor', 'member', 'employee']))
  })

  test('of an account that was made inactive is refused at once, and let in again afterwards', async () => {
    const page = browser()
    const { token } = await enter(page)
    await accounts.pool.query(`update "user" set state = 'INACTIVE' where id = $1`, [people.employee])
    await expect(ask(token)).rejects.toMatchObject(refused)
    await expect(sessions.refresh(page)).rejects.toMatchObject(refused)
    await accounts.pool.query(`update "user" set state = 'ACTIVE' where id = $1`, [people.employee])
    expect((await ask(token)).principal.userId).toBe(people.employee)
  })

  test('shows the token of its own door: that of another one is refused as what it is', async () => {
    const tokens = createTokens({ secret: 'a secret of this installation, long enough' })
    const { token } = await enter(browser())
    const { sessionId } = await ask(token)
    const { token: partners } = await tokens.issue({ userId: people.employee, sessionId: sessionId ?? '', audience: 'partner' })
    expect((await ask(partners, { audience: 'partner' })).principal.userId).toBe(people.employee)
    for (const [one, door] of [[partners, 'coulisses'], [token, 'partner']] as const) {
      await expect(ask(one, { audience: door })).rejects.toMatchObject({ code: 'FORBIDDEN', issues: [{ reason: 'otherDoor' }] })
    }
    await accounts.pool.query('update "session" set revoked_at = now()')
    await expect(ask(partners)).rejects.toMatchObject(refused)
  })

  test('takes one statement', async () => {
    const { token } = await enter(browser())
    let statements = 0
    const counted = createAuthenticate({
      query: (text, values) => { statements++; return accounts.query(text, values) },
      tokens: createTokens({ secret: 'a secret of this installation, long enough' }),
    })
    await counted({ authorization: `Bearer ${token}`, origin: undefined, language: undefined, requestId: 'r' })
    await counted({ authorization: undefined, origin: undefined, language: undefined, requestId: 'r' })
    expect(statements).toBe(1)
  })

  test('shares its statement with those of the same moment, and its answer with nobody', async () => {
    const [employee, administrator] = [await enter(browser()), await sessions.signIn(browser(), 'admin@access.test', password)]
    const ended = browser()
    const { token: worthless } = await enter(ended)
    await sessions.signOut(Object.assign(ended, { sessionId: undefined }))
    let statements = 0
    const counted = createAuthenticate({
      query: (text, values) => { statements++; return accounts.query(text, values) },
      tokens: createTokens({ secret: 'a secret of this installation, long enough' }),
    })
    const answers = await Promise.allSettled([employee.token, administrator.token, worthless, employee.token]
      .map((token) => counted({ authorization: `Bearer ${token}`, origin: undefined, language: undefined, requestId: 'r' })))
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.principal.userId : (answer.reason as { code: string }).code)))
      .toEqual([people.employee, people.administrator, 'UNAUTHENTICATED', people.employee])
    expect(statements).toBeLessThan(4)
  })
})

describe('renewing', () => {
  test('replaces the cookie; the token before it still ends by itself', async () => {
    const page = browser()
    const first = await enter(page)
    const cookie = page.refreshToken
    const second = await sessions.refresh(page)
    expect(page.refreshToken).not.toBe(cookie)
    expect(second.userId).toBe(people.employee)
    for (const { token } of [first, second]) expect((await ask(token)).principal.userId).toBe(people.employee)
  })

  test('by two pages of one browser at once leaves one cookie, and both signed in', async () => {
    const page = browser()
    await enter(page)
    const twin = { ...browser(), refreshToken: page.refreshToken }
    const kept: string[] = []
    page.keepRefreshToken = (token) => { kept.push(token) }
    twin.keepRefreshToken = (token) => { kept.push(token) }
    const both = await Promise.all([sessions.refresh(page), sessions.refresh(twin)])
    expect(kept).toHaveLength(1)
    for (const { token } of both) expect((await ask(token)).principal.userId).toBe(people.employee)
    expect(reused).toEqual([])
  })

  test('with a token that was replaced a while ago ends the whole family', async () => {
    const page = browser()
    const { token: before } = await enter(page)
    const thief = { ...browser('198.51.100.7'), refreshToken: page.refreshToken }
    const { token } = await sessions.refresh(page)
    await later()
    await expect(sessions.refresh(thief)).rejects.toMatchObject(refused)
    expect(reused).toEqual([people.employee])
    await expect(sessions.refresh(page)).rejects.toMatchObject(refused)
    for (const gone of [before, token]) await expect(ask(gone)).rejects.toMatchObject(refused)
  })

  test('ends no other sign-in of the same account', async () => {
    const [stolen, other] = [browser(), browser()]
    await enter(stolen)
    const { token } = await enter(other)
    const copy = { ...browser(), refreshToken: stolen.refreshToken }
    await sessions.refresh(stolen)
    await later()
    await expect(sessions.refresh(copy)).rejects.toMatchObject(refused)
    expect((await ask(token)).principal.userId).toBe(people.employee)
    await sessions.refresh(other)
  })

  test.each([undefined, '', 'garbage', 'x'.repeat(43), `${'x'.repeat(42)}'`, 'x'.repeat(100_000)])('with the cookie %j is refused, and the cookie forgotten', async (refreshToken) => {
    const page = { ...browser(), refreshToken }
    let forgotten = false
    page.forgetRefreshToken = () => { forgotten = true }
    await expect(sessions.refresh(page)).rejects.toMatchObject(refused)
    expect(forgotten).toBe(true)
  })

  test('with an access token in the cookie is refused', async () => {
    const { token } = await enter(browser())
    await expect(sessions.refresh({ ...browser(), refreshToken: token })).rejects.toMatchObject(refused)
  })

  test('after it expired is refused, and a day later forgotten', async () => {
    const page = browser()
    await enter(page)
    await accounts.pool.query(`update "session" set expires_at = now() - interval '2 days'`)
    await expect(sessions.refresh(page)).rejects.toMatchObject(refused)
    await sessions.forgetExpired()
    expect((await accounts.pool.query('select count(*)::int as n from "session"')).rows).toEqual([{ n: 0 }])
  })
})

describe('signing out', () => {
  test('by the token ends the session, its renewals included', async () => {
    const page = browser()
    await enter(page)
    const { token } = await sessions.refresh(page)
    const { sessionId } = await ask(token)
    const cookie = page.refreshToken
    await sessions.signOut({ ...page, refreshToken: undefined, sessionId })
    await expect(ask(token)).rejects.toMatchObject(refused)
    await expect(sessions.refresh({ ...browser(), refreshToken: cookie })).rejects.toMatchObject(refused)
    expect(reused).toEqual([])
  })

  test('by the cookie alone does as well, and twice does no harm', async () => {
    const page = browser()
    const { token } = await enter(page)
    const again = { ...browser(), refreshToken: page.refreshToken }
    await sessions.signOut(page)
    expect(page.refreshToken).toBeUndefined()
    await expect(ask(token)).rejects.toMatchObject(refused)
    await sessions.signOut(again)
    await sessions.signOut(browser())
  })

  test('leaves the other sessions of the account', async () => {
    const [here, there] = [browser(), browser()]
    await enter(here)
    const { token } = await enter(there)
    await sessions.signOut(here)
    expect((await ask(token)).principal.userId).toBe(people.employee)
  })
})
