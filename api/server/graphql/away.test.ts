import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, people, prepareAccounts, type AccessDatabase } from '../../access/fixtures.ts'
import { createPool, queryNamed } from '../database/connect.ts'
import { createTestDatabase, type TestDatabase } from '../database/testCluster.ts'
import { openDoor, type TestDoor } from './fixtures.ts'

let database: TestDatabase
let accounts: AccessDatabase
let line: Server
let port: number
let pool: Pool
let door: TestDoor
const sockets = new Set<Socket>()

/** A line to the database that can be cut. */
async function lay(at = 0): Promise<void> {
  const { hostname, port: databasePort, searchParams } = new URL(database.url)
  const folder = searchParams.get('host')
  line = createServer((socket) => {
    const far = folder === null ? connect(Number(databasePort), hostname) : connect(`${folder}/.s.PGSQL.5432`)
    for (const end of [socket, far]) {
      sockets.add(end)
      end.on('error', () => undefined).on('close', () => { socket.destroy(); far.destroy() })
    }
    socket.pipe(far).pipe(socket)
  }).listen(at, '127.0.0.1')
  await once(line, 'listening')
  port = (line.address() as AddressInfo).port
}

async function cut(): Promise<void> {
  const closed = once(line, 'close')
  line.close()
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await closed
}

beforeAll(async () => {
  database = await createTestDatabase()
  accounts = await prepareAccounts(database.url)
  await lay()
  const url = new URL(database.url)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${port}`
  pool = createPool({ url: url.href, max: 3, onLost: () => undefined })
  door = await openDoor({ query: async (text, values) => (await queryNamed(pool, text, values)).rows as Record<string, unknown>[] })
})
afterAll(async () => {
  await door.stop()
  await pool.end()
  await cut()
  await accounts.pool.end()
  await database.drop()
})

test('a database that goes and comes back is 503 meanwhile, and nobody has to do anything', async () => {
  const signIn = await door.ask({ query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { email: 'employee@access.test', password } })
  const { token } = (signIn.data ?? {})['signIn'] as { token: string }
  const me = () => door.ask({ query: '{ me { id } }' }, { authorization: `Bearer ${token}` })
  for (let round = 0; round < 3; round++) {
    expect((await Promise.all([me(), me(), me(), me()])).map(({ data }) => data)).toEqual(Array.from({ length: 4 }, () => ({ me: { id: people.employee } })))
    await cut()
    for (const answer of await Promise.all([me(), me(), me(), me(), me()])) {
      expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: 'UNAVAILABLE', reason: 'connection' } }] })
      expect(answer.headers.get('retry-after')).toBe('2')
    }
    await lay(port)
  }
  expect((await me()).status).toBe(200)
  expect(door.reports).toEqual([])
})
