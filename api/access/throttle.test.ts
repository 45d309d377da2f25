import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../server/database/testCluster.ts'
import { addressKey, createThrottle } from './throttle.ts'

const limited = { code: 'RATE_LIMITED', details: { retryAfter: expect.any(Number) as number } }

test('five failures on one account, wherever they come from', async () => {
  const throttle = createThrottle()
  for (let n = 1; n <= 5; n++) await throttle.attempt('someone@coulisses.test', `192.0.2.${n}`)
  await expect(throttle.attempt('someone@coulisses.test', '192.0.2.99')).rejects.toMatchObject(limited)
  await expect(throttle.attempt(' SOMEONE@coulisses.test', '192.0.2.98')).rejects.toMatchObject(limited)
  await throttle.attempt('another@coulisses.test', '192.0.2.99')
})

test('twenty failures from one address, whatever account they name', async () => {
  const throttle = createThrottle()
  for (let n = 1; n <= 20; n++) await throttle.attempt(`someone${n}@coulisses.test`, '192.0.2.1')
  await expect(throttle.attempt('last@coulisses.test', '192.0.2.1')).rejects.toMatchObject(limited)
  await throttle.attempt('last@coulisses.test', '192.0.2.2')
})

test('whoever is stopped by his address does not use up the account of somebody else', async () => {
  const throttle = createThrottle({ perAccount: 5, perAddress: 1 })
  await throttle.attempt('x@coulisses.test', '192.0.2.1')
  for (let n = 0; n < 10; n++) await expect(throttle.attempt('victim@coulisses.test', '192.0.2.1')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  await throttle.attempt('victim@coulisses.test', '192.0.2.2')
})

test('a hundred attempts at once count as a hundred', async () => {
  const throttle = createThrottle()
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => throttle.attempt('someone@coulisses.test', '192.0.2.1')))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(5)
})

test('what was right does not count', async () => {
  const throttle = createThrottle()
  for (let n = 0; n < 50; n++) {
    await throttle.attempt('someone@coulisses.test', '192.0.2.1')
    await throttle.succeeded('someone@coulisses.test', '192.0.2.1')
  }
  await expect(throttle.attempt('someone@coulisses.test', '192.0.2.1')).resolves.toBeUndefined()
})

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true], ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '192.0.2.1', true], ['192.0.2.1', '192.0.2.2', false],
])('%s and %s are one caller: %s', (one, other, same) => {
  expect(addressKey(one) === addressKey(other)).toBe(same)
})

describe('several instances', () => {
  let database: TestDatabase
  const pools: Pool[] = []
  const instance = (limits?: Parameters<typeof createThrottle>[0]) => {
    const pool = new Pool({ connectionString: database.url, max: 3 })
    pools.push(pool)
    return { pool, throttle: createThrottle(limits, { query: ({ text, values }) => pool.query(text, [...values]) }) }
  }
  beforeAll(async () => { database = await createTestDatabase() })
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()))
    await database.drop()
  })

  test('count together, also at once', async () => {
    const [one, other] = [instance().throttle, instance().throttle]
    const outcomes = await Promise.allSettled(Array.from({ length: 32 }, (_, n) => (n % 2 ? one : other).attempt('someone@coulisses.test', `192.0.2.${n}`)))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(5)
    await expect(one.attempt('someone@coulisses.test', '192.0.2.99')).rejects.toMatchObject(limited)
    await other.attempt('another@coulisses.test', '192.0.2.99')
  })

  test('forget together what was right', async () => {
    const [one, other] = [instance().throttle, instance().throttle]
    for (let n = 0; n < 20; n++) {
      await one.attempt('right@coulisses.test', '198.51.100.1')
      await other.succeeded('right@coulisses.test', '198.51.100.1')
    }
    await expect(one.attempt('right@coulisses.test', '198.51.100.1')).resolves.toBeUndefined()
  })

  test('keep their counts apart: passwords, codes, links that are asked for', async () => {
    const { throttle } = instance()
    for (const [what, most] of [['signIn', 5], ['password', 5], ['secondFactor', 5], ['reset', 3]] as const) {
      for (let n = 1; n <= most; n++) await throttle.attempt('apart@coulisses.test', `203.0.113.${n}`, what)
      await expect(throttle.attempt('apart@coulisses.test', '203.0.113.99', what)).rejects.toMatchObject(limited)
    }
  })

  test('refuse a flood without asking the database', async () => {
    const { pool, throttle } = instance({ perAccount: 5, perAddress: 20 })
    let asked = 0
    pool.on('acquire', () => { asked += 1 })
    for (let n = 0; n < 2_000; n++) await throttle.attempt(`flood${n}@coulisses.test`, '203.0.113.200').catch(() => undefined)
    expect(asked).toBeLessThan(50)
  })
})
