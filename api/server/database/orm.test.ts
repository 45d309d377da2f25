import { type EntityManager, EntitySchema, type MikroORM } from '@mikro-orm/postgresql'
import { PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asUnavailable, createPool } from './connect.ts'
import { createOrm, queryIn } from './orm.ts'
import { createTestDatabase, type TestDatabase } from './testCluster.ts'

interface Venue {
  id: string
  name: string
  opened?: Date | null
  day?: string | null
  seats?: bigint | null
}

const venues = new EntitySchema<Venue>({
  name: 'Venue',
  tableName: 'venue',
  properties: {
    id: { type: 'uuid', primary: true, defaultRaw: 'uuidv7()' },
    name: { type: 'text', unique: true },
    opened: { type: 'Date', columnType: 'timestamptz', nullable: true },
    day: { type: 'string', columnType: 'date', nullable: true },
    seats: { type: 'bigint', nullable: true },
  },
})

let database: TestDatabase
let pool: Pool
let orm: MikroORM

beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool({ url: database.url, max: 3, onLost: () => undefined })
  orm = await createOrm({ pool, entities: [venues] })
  await pool.query('CREATE TABLE venue (id uuid PRIMARY KEY DEFAULT uuidv7(), name text UNIQUE, opened timestamptz, day date, seats bigint)')
})
beforeEach(async () => void await pool.query('TRUNCATE venue'))
afterAll(async () => {
  await orm.close()
  await pool.end()
  await database.drop()
})

const count = async (): Promise<number> => Number((await pool.query('SELECT count(*) FROM venue')).rows[0]?.count)

test('entities and raw SQL share the connection of the transaction', async () => {
  await orm.em.fork().transactional(async (em) => {
    em.create(venues, { name: 'Olympia' })
    await em.flush()
    const [inside] = await queryIn<{ name: string; pid: number }>(em, 'SELECT name, pg_backend_pid() AS pid FROM venue WHERE name = $1', ['Olympia'])
    const [outside] = await queryIn<{ found: string; pid: number }>(em.fork(), 'SELECT count(*) AS found, pg_backend_pid() AS pid FROM venue')
    expect(inside?.name).toBe('Olympia')
    expect(outside?.found).toBe('0')
    expect(outside?.pid).not.toBe(inside?.pid)
  })
  expect(await count()).toBe(1)
})

test('what fails leaves nothing, neither the entity nor the raw SQL', async () => {
  const work = orm.em.fork().transactional(async (em) => {
    em.create(venues, { name: 'Bataclan' })
    await em.flush()
    await queryIn(em, 'INSERT INTO venue (name) VALUES ($1)', ['Cigale'])
    await queryIn(em, 'INSERT INTO venue (name) VALUES ($1)', ['Bataclan'])
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  expect(await count()).toBe(0)
})

test('values travel beside the text: quotes, question marks and backslashes are just letters', async () => {
  const hostile = `'; DROP TABLE venue; -- \\ ? $1 é`
  const [row] = await queryIn<{ text: string }>(orm.em.fork(), 'SELECT $1::text AS text WHERE 1 ? 1'.replace('1 ? 1', `'{"a":1}'::jsonb ? 'a'`), [hostile])
  expect(row?.text).toBe(hostile)
  const em = orm.em.fork()
  em.create(venues, { name: hostile })
  await em.flush()
  expect((await orm.em.fork().findOneOrFail(venues, { name: hostile })).name).toBe(hostile)
})

test('instants, days and large numbers come back as they went', async () => {
  const opened = new Date('2027-03-28T01:30:00.123Z')
  const em = orm.em.fork()
  em.create(venues, { name: 'Zénith', opened, day: '2027-03-28', seats: 9_007_199_254_740_993n })
  await em.flush()
  expect(await orm.em.fork().findOneOrFail(venues, { name: 'Zénith' })).toMatchObject({ opened, day: '2027-03-28', seats: 9_007_199_254_740_993n })
})

/** A transaction whose connection PostgreSQL ends in the middle; answers what its holder is told. */
async function lostTransaction(victim: MikroORM, next: (em: EntityManager) => Promise<unknown>): Promise<unknown> {
  return await victim.em.fork().transactional(async (em) => {
    const [self] = await queryIn<{ pid: number }>(em, 'SELECT pg_backend_pid() AS pid')
    await pool.query('SELECT pg_terminate_backend($1)', [self?.pid])
    await next(em)
  }).catch((reason: unknown) => reason)
}

test.each<[string, (em: EntityManager) => Promise<unknown>]>([
  ['raw SQL', (em) => queryIn(em, 'SELECT 1')],
  ['the ORM', (em) => em.find(venues, {})],
  ['the commit', () => Promise.resolve()],
])('a connection lost in a transaction is UNAVAILABLE to %s, and goes back to the pool however often', async (_, next) => {
  for (let turn = 0; turn < 5; turn++) {
    expect(asUnavailable(await lostTransaction(orm, next))).toMatchObject({ code: 'UNAVAILABLE', why: 'connection' })
  }
  expect(pool.totalCount - pool.idleCount).toBe(0)
})

test('control: a pool handed to Kysely as it is loses a place each time', async () => {
  const bare = createPool({ url: database.url, max: 3, onLost: () => undefined })
  const naive = await createOrm({ pool, entities: [venues], more: { driverOptions: new PostgresDialect({ pool: bare }) } })
  for (let turn = 0; turn < 2; turn++) await lostTransaction(naive, (em) => em.find(venues, {}))
  expect(bare.totalCount - bare.idleCount).toBe(2)
})

test('closing the ORM leaves the pool open', async () => {
  const other = await createOrm({ pool, entities: [venues] })
  await other.em.fork().count(venues)
  await other.close()
  expect(await count()).toBe(0)
})
