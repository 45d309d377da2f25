import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Pool } from 'pg'
import { Answer } from './answer.ts'
import { Answers } from './answers.ts'
import { createChanges } from './changes.ts'
import { createTestDatabase } from '../server/database/testCluster.ts'

/** What each instance of the house does with one database: listens, and keeps answers while it hears. */
interface Instance {
  readonly answers: Answers
  readonly pool: Pool
  heard: number
  stop(): Promise<void>
}

let url: string
let drop: () => Promise<void>
let instances: Instance[]

function open(): Instance {
  const pool = new Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  const answers = new Answers()
  const instance: Instance = { answers, pool, heard: 0, stop: async () => { await changes.stop(); await pool.end() } }
  const changes = createChanges(pool, {
    changed: (table) => answers.changed(table), lost: () => answers.lost(),
    heard: () => { answers.heard(); instance.heard++ },
  }, () => undefined)
  changes.start()
  return instance
}

const until = async (holds: () => boolean): Promise<void> => { while (!holds()) await pause(5) }
const keep = ({ answers }: Instance, key: string, table: string) =>
  answers.make(key, () => Promise.resolve({ answer: new Answer(['{}'], { rows: 0, surrogates: '' }), tables: new Set([table]), milliseconds: 3_600_000 }))

beforeAll(async () => {
  const database = await createTestDatabase()
  url = database.url
  drop = () => database.drop()
  instances = [open(), open()]
  await until(() => instances.every(({ heard }) => heard === 1))
})
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()))
  await drop()
})

describe('a change', () => {
  it.each([
    ['a row', `update region set name = name || ' ' where code = 'FR-BRE'`, 'region'], ['a pair', 'delete from casting_offer_categories where casting_offer_id = (select casting_offer_id from casting_offer_categories limit 1)', 'casting_offer_categories'],
    ['several tables at once', `begin; update region set name = trim(name) where code = 'FR-BRE'; update article set title = title || '.' where id = (select id from article limit 1); commit`, 'article'],
  ])('of %s is heard by every instance, and drops what shows it', async (_what, statement, table) => {
    await Promise.all(instances.flatMap((instance) => [keep(instance, 'a', table), keep(instance, 'b', 'legal_status')]))
    expect(instances.every(({ answers }) => answers.get('a') !== undefined)).toBe(true)
    await instances[0]?.pool.query(statement)
    await until(() => instances.every(({ answers }) => answers.get('a') === undefined))
    expect(instances.every(({ answers }) => answers.get('b') !== undefined)).toBe(true)
  })

  it('that is taken back drops nothing', async () => {
    await Promise.all(instances.map((instance) => keep(instance, 'c', 'region')))
    await instances[0]?.pool.query(`begin; update region set name = name || ' ' where code = 'FR-BRE'; rollback`)
    // What comes after it is heard after it.
    await Promise.all(instances.map((instance) => keep(instance, 'd', 'article')))
    await instances[0]?.pool.query('update article set title = title where id = (select id from article limit 1)')
    await until(() => instances.every(({ answers }) => answers.get('d') === undefined))
    expect(instances.every(({ answers }) => answers.get('c') !== undefined)).toBe(true)
  })

  it('that a lost line may have swallowed drops everything, and the line is taken up again', async () => {
    await Promise.all(instances.map((instance) => keep(instance, 'e', 'region')))
    const [before] = instances.map(({ heard }) => heard)
    await instances[0]?.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coulisses changes' and datname = current_database()`)
    await until(() => instances.every(({ heard }) => heard > (before ?? 0)))
    expect(instances.map(({ answers }) => answers.get('e'))).toEqual([undefined, undefined])
    await Promise.all(instances.map((instance) => keep(instance, 'f', 'region')))
    expect(instances.every(({ answers }) => answers.get('f') !== undefined)).toBe(true)
  })
})
