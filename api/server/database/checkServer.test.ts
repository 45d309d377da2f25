import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fakeServer, portOf } from '../fixtures/fakeServer.ts'
import { checkServer } from './checkServer.ts'
import { createTestDatabase, testCluster, type TestDatabase } from './testCluster.ts'

let database: TestDatabase
const role = `guest_${randomBytes(4).toString('hex')}`
const latin = `latin_${randomBytes(4).toString('hex')}`

async function administer(...statements: string[]): Promise<void> {
  const admin = new URL((await testCluster()).adminUrl)
  const client = new Client({ connectionString: admin.href })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

async function administerIn(url: string, ...statements: string[]): Promise<void> {
  const admin = new URL((await testCluster()).adminUrl)
  admin.pathname = new URL(url).pathname
  const client = new Client({ connectionString: admin.href })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** The address of the test database with something else in it. */
function altered(change: (url: URL) => void): string {
  const url = new URL(database.url)
  change(url)
  return url.href
}

const asGuest = (): string => altered((url) => {
  url.username = role
  url.password = 'hunter2-secret'
})

beforeAll(async () => {
  database = await createTestDatabase()
  // The template of the run holds the product; this one is as a user would hand it over.
  await administerIn(database.url, 'DROP SCHEMA public CASCADE', 'DROP EXTENSION IF EXISTS pg_trgm, unaccent, btree_gist CASCADE', 'CREATE SCHEMA public AUTHORIZATION coulisses', 'GRANT USAGE ON SCHEMA public TO PUBLIC')
  await administer(`CREATE ROLE ${role} LOGIN PASSWORD 'hunter2-secret'`, `CREATE DATABASE ${latin} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0 OWNER coulisses`)
})
afterAll(async () => {
  await database.drop()
  await administer(`DROP DATABASE ${latin}`, `DROP ROLE ${role}`)
})

async function lineOf(address: string): Promise<string> {
  const error: unknown = await checkServer(address).then(() => new Error('It was accepted.'), (reason: unknown) => reason)
  const message = error instanceof Error ? error.message : String(error)
  expect(message).toMatch(/^DATABASE_URL: [^\n]+[.?]$/)
  expect(message).not.toContain('hunter2')
  return message
}

test('a server that can carry us is described, and nothing is left behind', async () => {
  expect(await checkServer(database.url)).toEqual({ version: expect.stringMatching(/^18\.\d+$/), database: new URL(database.url).pathname.slice(1), user: 'coulisses', frenchOrder: true })
  const client = new Client({ connectionString: database.url })
  await client.connect()
  expect((await client.query("SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'")).rows).toEqual([])
  await client.end()
})

describe('one clear line', () => {
  test('for a wrong password', async () => {
    const address = altered((url) => { url.password = 'hunter2' })
    expect(await lineOf(address)).toBe('DATABASE_URL: the password of the user coulisses is wrong; correct it, with special characters as %40 for @, %23 for #, %2F for /.')
  })

  test('for a missing database', async () => {
    expect(await lineOf(altered((url) => { url.pathname = '/nowhere' }))).toBe('DATABASE_URL: the server has no database named nowhere; create it: CREATE DATABASE "nowhere" OWNER "coulisses".')
  })

  test('for a closed port', async () => {
    expect(await lineOf('postgres://me:hunter2@127.0.0.1:1/db')).toBe('DATABASE_URL: nothing answers at 127.0.0.1:1; start PostgreSQL there, or correct the address.')
    expect(await lineOf('postgres://me:hunter2@localhost/db?host=/nowhere')).toBe('DATABASE_URL: nothing answers at /nowhere; start PostgreSQL there, or correct the address.')
  })

  test('for an unknown machine', async () => {
    expect(await lineOf('postgres://me:hunter2@no-such-host.invalid/db')).toMatch(/no-such-host\.invalid/)
  })

  test('for something that is not PostgreSQL', async () => {
    const web = createServer((_, response) => response.end()).listen(0, '127.0.0.1')
    await once(web, 'listening')
    const port = portOf(web)
    expect(await lineOf(`postgres://me:hunter2@127.0.0.1:${port}/db`)).toBe(`DATABASE_URL: what listens at 127.0.0.1:${port} does not speak like PostgreSQL; correct the address.`)
    web.close()
  })

  test('for an old server', async () => {
    const old = await fakeServer({ version: '14.9 (Debian 14.9-1)', number: '140009', database: 'db', user: 'me', encoding: 'UTF8' })
    expect(await lineOf(`postgres://me:hunter2@127.0.0.1:${old.port}/db`)).toBe('DATABASE_URL: the server is PostgreSQL 14.9 (Debian 14.9-1), and 15 is the oldest that works; upgrade it, or leave DATABASE_URL out to use the embedded one.')
    await old.close()
  })

  test('for a user who may not create tables, then for one who may not create extensions', async () => {
    const name = new URL(database.url).pathname.slice(1)
    expect(await lineOf(asGuest())).toBe(`DATABASE_URL: the user ${role} may not create tables in the database ${name}; run there as an administrator: GRANT CREATE ON SCHEMA public TO "${role}".`)
    const owner = new Client({ connectionString: database.url })
    await owner.connect()
    await owner.query(`GRANT CREATE ON SCHEMA public TO ${role}`)
    await owner.end()
    expect(await lineOf(asGuest())).toBe(`DATABASE_URL: the user ${role} may not create the extension pg_trgm; run as an administrator in the database ${name}: CREATE EXTENSION pg_trgm.`)
  })

  test('for a database that is not in UTF-8', async () => {
    expect(await lineOf(altered((url) => { url.pathname = `/${latin}` }))).toMatch(new RegExp(`the database ${latin} is encoded in LATIN1; make one with: CREATE DATABASE ${latin}_utf8 ENCODING 'UTF8'`))
  })

  test('for a server that knows no encryption', async () => {
    expect(await lineOf(altered((url) => { url.searchParams.set('sslmode', 'require') }))).toMatch(/takes no encrypted connections; remove sslmode from the address\.$/)
  })
})
