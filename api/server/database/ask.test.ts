import { createServer } from 'node:net'
import { once } from 'node:events'
import v8 from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOf } from '../fixtures/fakeServer.ts'
import { createPool, queryNamed } from './connect.ts'
import { createTestDatabase, type TestDatabase } from './testCluster.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.drop())

v8.setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: { readonly type: 'minor' | 'major' }) => void

const oldBytes = (): number => v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space')?.space_used_size ?? 0

test('an answer that was given goes with the next small collection, however many come after it', async () => {
  const pool = createPool({ url: database.url, max: 1 })
  const text = `select repeat('œuvre', 4000) as text, $1::int as number`
  const asked = async (times: number): Promise<void> => {
    for (let index = 0; index < times; index++) {
      const answer = queryNamed(pool, text, [index])
      // Now and then in the middle of a question: it grows old on its way.
      if (index % 30 === 0) for (let turn = 0; turn < 3; turn++) collect({ type: 'minor' })
      await answer
    }
  }
  await asked(20)
  collect({ type: 'major' })
  const before = oldBytes()
  await asked(300)
  // Three hundred of forty kilobytes each.
  expect(oldBytes() - before).toBeLessThan(3_000_000)
  await pool.end()
})

test('a network that swallows the answer is given up a moment after the server would have stopped', async () => {
  const server = createServer((socket) => { socket.on('error', () => undefined).once('data', () => socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]))) }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const pool = createPool({ url: `postgres://someone@127.0.0.1:${portOf(server)}/nothing`, statementTimeout: 1, onLost: () => undefined })
  await expect(queryNamed(pool, 'select 1')).rejects.toMatchObject({ code: 'UNAVAILABLE', why: 'connection' })
  expect(pool.totalCount).toBe(0)
  await pool.end()
  server.close()
})
