import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../server/database/testCluster.ts'
import { createAuthenticate } from './authenticate.ts'
import { browser, password, people, prepareAccounts, type AccessDatabase } from './fixtures.ts'
import { createSessions } from './session.ts'
import { createThrottle } from './throttle.ts'
import { createTokens } from './tokens.ts'

/** Where a second factor is asked of administrators, the one who has none is an administrator in name only. */
let database: TestDatabase
let accounts: AccessDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  accounts = await prepareAccounts(database.url)
})
afterAll(async () => {
  await accounts.pool.end()
  await database.drop()
})
beforeEach(() => accounts.pool.query('update "user" set second_factor_since = null'))

const tokens = createTokens({ secret: 'a secret of this installation, long enough' })

async function rolesUnder(secondFactor: 'optional' | 'administrators', email: string): Promise<ReadonlySet<string>> {
  const sessions = createSessions({ query: accounts.query, tokens, throttle: createThrottle(), secondFactors: { accepts: () => Promise.resolve(true) } })
  const { token } = await sessions.signIn(browser(), email, password)
  const { principal } = await createAuthenticate({ query: accounts.query, tokens, secondFactor })({ authorization: `Bearer ${token}`, origin: undefined, language: undefined, requestId: 'r' })
  return principal.roles
}

test('an administrator without one is a member until it is set up, and then at once', async () => {
  expect(await rolesUnder('optional', 'admin@access.test')).toContain('administrator')
  expect(await rolesUnder('administrators', 'admin@access.test')).toEqual(new Set(['visitor', 'member']))
  const sessions = createSessions({ query: accounts.query, tokens, throttle: createThrottle(), secondFactors: { accepts: () => Promise.resolve(true) } })
  const { token } = await sessions.signIn(browser(), 'admin@access.test', password)
  await accounts.pool.query('update "user" set second_factor_since = now() where id = $1', [people.administrator])
  const authenticate = createAuthenticate({ query: accounts.query, tokens, secondFactor: 'administrators' })
  expect((await authenticate({ authorization: `Bearer ${token}`, origin: undefined, language: undefined, requestId: 'r' })).principal.roles).toContain('administrator')
})

test('nobody else needs one', async () => {
  expect(await rolesUnder('administrators', 'employee@access.test')).toContain('employee')
})
