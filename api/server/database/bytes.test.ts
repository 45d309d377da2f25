import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOf } from '../fixtures/fakeServer.ts'
import { createByteReader, type ByteReader } from './bytes.ts'
import { createPool } from './connect.ts'
import { createTestDatabase, type TestDatabase } from './testCluster.ts'

let database: TestDatabase
let pool: Pool
let reader: ByteReader
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool({ url: database.url, statementTimeout: 3_000 })
  reader = createByteReader(pool)
})
afterAll(async () => {
  await reader.stop()
  await pool.end()
  await database.drop()
})

const told = (row: Awaited<ReturnType<ByteReader['read']>>): Record<string, string | null> => Object.fromEntries(Object.entries(row).map(([name, bytes]) => [name, bytes === null ? null : bytes.toString()]))

test('values arrive as the pool would send them, and what is answered is bytes', async () => {
  const text = `select $1::text as text, $2::timestamptz = 'infinity' as forever, $3::boolean as yes, $4::jsonb ->> 'a' as inside, $5::date::text as day,
    array_to_string($6::text[], '|', '?') as texts, $7::uuid[] as ids, $8::bigint + 1 as number, $9::int as missing, current_setting('timezone') as zone, current_setting('statement_timeout') as most`
  const values = ['œuvre "\' \\ 😀', 'infinity', true, '{"a":"é"}', '0001-01-01', ['a"b', String.raw`c\d`, '', null, '{,}', 'NULL'], ['0193d5a0-0000-7000-8000-000000000000'], 2 ** 40, null]
  expect(told(await reader.read(text, values))).toEqual({
    text: 'œuvre "\' \\ 😀', forever: 't', yes: 't', inside: 'é', day: '0001-01-01', texts: String.raw`a"b|c\d||?|{,}|NULL`, ids: '{0193d5a0-0000-7000-8000-000000000000}', number: String(2 ** 40 + 1), missing: null, zone: 'UTC', most: '3s',
  })
})

test('a large answer is whole, and many at once are each their own', async () => {
  const sizes = [1, 70_000, 300_000, 5, 65_536]
  const answers = await Promise.all(sizes.map(async (size) => (await reader.read(`select repeat('é', $1::int) as text`, [size]))['text']?.toString()))
  expect(answers).toEqual(sizes.map((size) => 'é'.repeat(size)))
})

test('a plan that a migration made stale is made anew', async () => {
  await pool.query('create table changing (a int); insert into changing values (1)')
  const text = 'select changing.* from changing'
  expect(told(await reader.read(text, []))).toEqual({ a: '1' })
  await pool.query('alter table changing alter a type text; alter table changing add b int default 2')
  expect(told(await reader.read(text, []))).toEqual({ a: '1', b: '2' })
})

test('faults are those of the pool: of the statement, of a limit, of the line', async () => {
  await expect(reader.read('select nothing', [])).rejects.toMatchObject({ code: '42703' })
  await expect(reader.read('select $1::uuid', ['x'])).rejects.toMatchObject({ code: '22P02' })
  const hasty = createPool({ url: database.url, statementTimeout: 20 })
  const other = createByteReader(hasty)
  await expect(other.read('select pg_sleep(5)', [])).rejects.toMatchObject({ code: 'UNAVAILABLE', why: 'timeout' })
  const [held] = await Promise.allSettled([other.read(`select pg_terminate_backend(pg_backend_pid())`, [])])
  expect(held).toMatchObject({ status: 'rejected', reason: { code: 'UNAVAILABLE', why: 'connection' } })
  expect(told(await other.read('select 1 as one', []))).toEqual({ one: '1' })
  await other.stop()
  await hasty.end()
})

test('nobody there, and a network that swallows the answer, are told within the limits', async () => {
  const server = createServer((socket) => { socket.on('error', () => undefined).once('data', () => socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]))) }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  for (const url of [`postgres://someone@127.0.0.1:${portOf(server)}/nothing`, 'postgres://me:hunter2@127.0.0.1:1/db']) {
    const lost = createPool({ url, statementTimeout: 1 })
    const other = createByteReader(lost)
    await expect(other.read('select 1', [])).rejects.toMatchObject({ code: 'UNAVAILABLE', why: 'connection' })
    await other.stop()
    await lost.end()
  }
  server.close()
})

test('what comes again is kept planned, two hundred statements at most, and the connections stay as few as the pool has', async () => {
  const own = createPool({ url: database.url, max: 3, applicationName: 'few' })
  const other = createByteReader(own)
  const number = async (text: string): Promise<number> => Number(told(await other.read(text, []))['number'])
  const texts = Array.from({ length: 900 }, (_, index) => `select ${index} as number`)
  for (let turn = 0; turn < 4; turn++) await Promise.all(texts.map(async (text, index) => expect(await number(text)).toBe(index)))
  const plans = await number('select count(*) as number from pg_prepared_statements')
  expect(plans).toBeGreaterThan(0)
  expect(plans).toBeLessThanOrEqual(200)
  expect(await number(`select count(*) as number from pg_stat_activity where application_name = 'few bytes'`)).toBeLessThanOrEqual(3)
  await other.stop()
  await own.end()
}, 60_000)

test('whoever finds no connection is told so, as by the pool', async () => {
  const own = createPool({ url: database.url, max: 1, connectTimeout: 50 })
  const other = createByteReader(own)
  const slow = other.read('select pg_sleep(0.5)', [])
  await expect(other.read('select 1 as one', [])).rejects.toMatchObject({ code: 'UNAVAILABLE', why: 'busy' })
  await slow
  expect(told(await other.read('select 1 as one', []))).toEqual({ one: '1' })
  await other.stop()
  await own.end()
})

test('a line that swallowed an answer is not asked again', async () => {
  const behind = new URL(database.url)
  const sockets = new Set<Socket>()
  let deaf = false
  const line = createServer((from) => {
    const to = connect({ path: `${behind.searchParams.get('host') ?? ''}/.s.PGSQL.${behind.port || '5432'}` })
    sockets.add(from)
    from.on('data', (bytes: Buffer) => { if (!deaf) to.write(bytes) }).on('error', () => undefined).on('close', () => to.destroy())
    to.on('data', (bytes: Buffer) => from.write(bytes)).on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(line, 'listening')
  const own = createPool({ url: `postgres://${behind.username}:${behind.password}@127.0.0.1:${portOf(line)}${behind.pathname}`, max: 2, statementTimeout: 1_000 })
  const other = createByteReader(own)
  expect(told(await other.read('select 1 as one', []))).toEqual({ one: '1' })
  deaf = true
  await expect(other.read('select 1 as one', [])).rejects.toMatchObject({ code: 'UNAVAILABLE', why: 'connection' })
  deaf = false
  expect(told(await other.read('select 2 as two', []))).toEqual({ two: '2' })
  await other.stop()
  await own.end()
  for (const socket of sockets) socket.destroy()
  line.close()
})

test('an address of IPv6 leads to the same place', async () => {
  const behind = new URL(database.url)
  const line = createServer((from) => {
    const to = connect({ path: `${behind.searchParams.get('host') ?? ''}/.s.PGSQL.${behind.port || '5432'}` })
    from.pipe(to).pipe(from)
    for (const socket of [from, to]) socket.on('error', () => undefined)
  }).listen(0, '::1')
  await once(line, 'listening')
  const own = createPool({ url: `postgres://${behind.username}:${behind.password}@[::1]:${portOf(line)}${behind.pathname}` })
  const other = createByteReader(own)
  expect(told(await other.read('select 1 as one', []))).toEqual({ one: '1' })
  await other.stop()
  await own.end()
  line.close()
})
