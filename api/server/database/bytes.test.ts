import { createServer } from 'node:net'
import { once } from 'node:events'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOf } from '../fixtures/fakeServer.ts'
import { createByteReader, type ByteReader, type ByteRow } from './bytes.ts'
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

const told = (row: ByteRow): Record<string, string | null> => Object.fromEntries(Object.entries(row).map(([name, bytes]) => [name, bytes === null ? null : bytes.toString()]))

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

test('connections that hold too many plans are replaced', async () => {
  const own = createPool({ url: database.url, max: 1 })
  const other = createByteReader(own)
  const process = async (): Promise<string | null | undefined> => told(await other.read('select pg_backend_pid()::text as process', []))['process']
  const before = await process()
  for (let index = 0; index < 250; index++) await other.read(`select ${index} as number`, [])
  expect(await process()).not.toBe(before)
  expect(Number(told(await other.read('select count(*) as plans from pg_prepared_statements', []))['plans'])).toBeLessThan(100)
  await other.stop()
  await own.end()
})
