import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { runFixture, until } from '../fixtures.ts'
import { createPool, queryNamed, UnavailableError } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { statementName } from './query.ts'
import { createTestDatabase, makeTestFolder, type TestDatabase } from './testCluster.ts'

let database: TestDatabase
const pools: Pool[] = []
const lost: Error[] = []

function open(options: Partial<Parameters<typeof createPool>[0]> = {}): Pool {
  const pool = createPool({ url: database.url, onLost: (error) => lost.push(error), ...options })
  pools.push(pool)
  return pool
}

beforeAll(async () => { database = await createTestDatabase() })
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end()
  lost.length = 0
})
afterAll(() => database.drop())

const failure = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'it worked', (error: unknown) => error)

describe('a session', () => {
  test('has its limits, its name and its zone, whatever the server says', async () => {
    const settings = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'application_name', 'TimeZone', 'DateStyle', 'IntervalStyle']
    const { rows } = await open().query(`SELECT ${settings.map((name) => `current_setting('${name}') AS "${name}"`).join(', ')}`)
    expect(rows[0]).toEqual({
      statement_timeout: '5s', lock_timeout: '2s', idle_in_transaction_session_timeout: '10s', application_name: 'coulisses',
      TimeZone: 'UTC', DateStyle: 'ISO, MDY', IntervalStyle: 'postgres',
    })
  })

  test('keeps the options of the address beside ours', async () => {
    const url = new URL(database.url)
    url.searchParams.set('options', '-c work_mem=3MB')
    const { rows } = await open({ url: url.href }).query("SELECT current_setting('work_mem') AS memory, current_setting('TimeZone') AS zone")
    expect(rows[0]).toEqual({ memory: '3MB', zone: 'UTC' })
  })

  test('gives dates and instants as PostgreSQL writes them', async () => {
    const { rows } = await open().query("SELECT date '2027-03-28' AS day, timestamptz '2027-03-28 03:00+02' AS instant, ARRAY[date '2027-03-28'] AS days, 1::bigint AS count, ARRAY[1, 2] AS numbers")
    expect(rows[0]).toEqual({ day: '2027-03-28', instant: '2027-03-28 01:00:00+00', days: ['2027-03-28'], count: '1', numbers: [1, 2] })
  })
})

describe('a named query', () => {
  test('is planned once per connection', async () => {
    const pool = open({ max: 1 })
    for (const value of [1, 2, 3]) expect((await queryNamed(pool, 'SELECT $1::int + 1 AS sum', [value])).rows).toEqual([{ sum: value + 1 }])
    const { rows } = await pool.query('SELECT name, statement FROM pg_prepared_statements')
    expect(rows).toEqual([{ name: statementName('SELECT $1::int + 1 AS sum'), statement: 'SELECT $1::int + 1 AS sum' }])
  })

  test('is planned anew where it says that its plan depends on the values', async () => {
    const pool = open({ max: 1 })
    for (const value of [1, 2, 3]) expect((await queryNamed(pool, 'SELECT /* plan anew */ $1::int + 1 AS sum', [value])).rows).toEqual([{ sum: value + 1 }])
    expect((await pool.query('SELECT name FROM pg_prepared_statements')).rows).toEqual([])
  })

  test('does not fill the memory of the server: a connection with too many plans is replaced', async () => {
    const pool = open({ max: 1 })
    for (let number = 0; number < 450; number++) await queryNamed(pool, `SELECT ${number} AS number`)
    const { rows } = await pool.query<{ held: number }>('SELECT count(*)::int AS held FROM pg_prepared_statements')
    expect(rows[0]?.held).toBeLessThanOrEqual(201)
  })

  test('has a name of its own for ever, however many there are', () => {
    const name = statementName('SELECT 1')
    for (let number = 0; number < 3_000; number++) statementName(`SELECT ${number}, 'other'`)
    expect(statementName('SELECT 1')).toBe(name)
    expect(name).toMatch(/^[\w-]{20}$/)
  })

  test('goes on after a migration has changed what it gives', async () => {
    const pool = open({ max: 1 })
    await pool.query('CREATE TABLE changing (a int)')
    await queryNamed(pool, 'SELECT * FROM changing')
    await pool.query('ALTER TABLE changing ADD b int')
    expect((await queryNamed(pool, 'SELECT * FROM changing')).fields.map((field) => field.name)).toEqual(['a', 'b'])
  })

  test('leaves an error of the statement what it is', async () => {
    expect(await failure(queryNamed(open(), 'SELECT nothing'))).toMatchObject({ code: '42703' })
  })
})

describe('a database that cannot serve is UNAVAILABLE', () => {
  test('when a statement takes too long', async () => {
    expect(await failure(queryNamed(open({ statementTimeout: 50 }), 'SELECT pg_sleep(5)'))).toMatchObject({ code: 'UNAVAILABLE', why: 'timeout' })
  })

  test('when someone else holds the lock', async () => {
    const pool = open({ lockTimeout: 50 })
    const holder = await pool.connect()
    await holder.query('CREATE TABLE held ()')
    await holder.query('BEGIN; LOCK TABLE held')
    expect(await failure(queryNamed(pool, 'SELECT * FROM held'))).toMatchObject({ code: 'UNAVAILABLE', why: 'locked' })
    await holder.query('ROLLBACK')
    holder.release()
  })

  test('when every connection is taken', async () => {
    const pool = open({ max: 1, connectTimeout: 50 })
    const holder = await pool.connect()
    expect(await failure(queryNamed(pool, 'SELECT 1'))).toMatchObject({ code: 'UNAVAILABLE', why: 'busy' })
    holder.release()
  })

  test('when nothing answers', async () => {
    expect(await failure(queryNamed(open({ url: 'postgres://me:hunter2@127.0.0.1:1/db' }), 'SELECT 1'))).toMatchObject({ code: 'UNAVAILABLE', why: 'connection' })
  })
})

test('a connection that breaks while it is held fails its holder, not the process', async () => {
  const pool = open({ max: 2 })
  const holder = await pool.connect()
  const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await until(() => lost.length > 0)
  expect(await failure(holder.query('SELECT 1'))).toBeInstanceOf(Error)
  holder.release()
  expect((await queryNamed(pool, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('control: without the listeners of our pool, the same ends the process', async () => {
  const { code, output } = await runFixture('nakedPool', [database.url]).ends()
  expect(code).not.toBe(0)
  expect(output).toContain('terminating connection due to administrator command')
})

describe('PostgreSQL stopped while serving', () => {
  const folder = makeTestFolder()
  const start = () => startEmbedded({ dataDir: folder, durable: false, say: () => undefined })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Asks without a pause until it is told to end; answers what came. */
  function askOnAndOn(pool: Pool): { answers: number; faults: unknown[]; end(): Promise<void> } {
    const seen = { answers: 0, faults: [] as unknown[], going: true, end: async () => { seen.going = false; await Promise.all(askers) } }
    const ask = async (): Promise<void> => {
      while (seen.going) {
        try {
          await queryNamed(pool, 'SELECT 1')
          seen.answers++
        } catch (error) {
          seen.faults.push(error)
        }
      }
    }
    const askers = [ask(), ask(), ask(), ask()]
    return seen
  }

  test('is UNAVAILABLE until it is back, and then serves by itself', async () => {
    let server = await start()
    const pool = open({ url: server.url })
    const traffic = askOnAndOn(pool)
    await until(() => traffic.answers > 100)
    await server.stop()
    await until(() => traffic.faults.length > 50)
    server = await start()
    const before = traffic.answers
    await until(() => traffic.answers > before + 100)
    // And the hard way: no goodbye, and our own watch brings it back.
    process.kill(server.pid, 'SIGKILL')
    const faults = traffic.faults.length
    await until(() => traffic.faults.length > faults)
    const after = traffic.answers
    await until(() => traffic.answers > after + 100)
    await traffic.end()
    expect(traffic.faults.filter((fault) => !(fault instanceof UnavailableError && fault.why === 'connection'))).toEqual([])
    await pools.pop()?.end()
    await server.stop()
  })
})
