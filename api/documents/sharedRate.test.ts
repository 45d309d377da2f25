import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Pool } from 'pg'
import { createTestDatabase } from '../server/database/testCluster.ts'
import type { Query } from '../read/index.ts'
import { SharedRate } from './sharedRate.ts'
import { Usage } from './usage.ts'

let pool: Pool
let drop: () => Promise<void>
let statements = 0
let away = false
const query: Query = async (text, values) => {
  if (away) throw new Error('away')
  statements++
  return (await pool.query<Record<string, unknown>>(text, [...values])).rows
}
beforeAll(async () => {
  const database = await createTestDatabase()
  pool = new Pool({ connectionString: database.url, max: 4 })
  // A connection that the dropped database takes along is nobody's fault.
  pool.on('error', () => undefined)
  drop = () => database.drop()
})
afterAll(async () => {
  await pool.end()
  await drop()
})
beforeEach(() => { away = false })

const MINUTE = 60_000
/** Instances with one clock, which only the test moves. */
function instances() {
  const clock = { now: 100_000 * MINUTE }
  const open = (): SharedRate => new SharedRate(query, () => clock.now)
  return { clock, open, one: open(), other: open(), grant: String(randomUUID()) }
}
const taken = async (rate: SharedRate, grant: string, times: number, limit: number): Promise<number> => {
  const answers = await Promise.allSettled(Array.from({ length: times }, () => rate.take(grant, limit)))
  return answers.filter(({ status }) => status === 'fulfilled').length
}

describe('calls per minute', () => {
  it('are counted by all instances together', async () => {
    const { one, other, grant } = instances()
    expect(await taken(one, grant, 7, 10)).toBe(7)
    await one.flush()
    expect(await taken(other, grant, 7, 10)).toBe(3)
    await other.flush()
    await expect(other.take(grant, 10)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    expect((await pool.query('select calls from guard.document_calls where grant_id = $1', [grant])).rows).toEqual([{ calls: 10 }])
  })

  it('go by what the others told a second ago at most', async () => {
    const { clock, one, other, grant } = instances()
    expect([await taken(one, grant, 1, 10), await taken(other, grant, 6, 10)]).toEqual([1, 6])
    await Promise.all([one.flush(), other.flush()])
    // Within the second the one knows of its own call only; then of all seven.
    expect(await taken(one, grant, 1, 10)).toBe(1)
    clock.now += 1_000
    expect(await taken(one, grant, 9, 10)).toBe(2)
  })

  it('slide: of the minute before counts what lies within the last sixty seconds, whoever called', async () => {
    const { clock, one, other, grant } = instances()
    expect(await taken(one, grant, 10, 10)).toBe(10)
    // Not told before the minute was over.
    clock.now += MINUTE
    expect(await taken(one, grant, 1, 10)).toBe(0)
    clock.now += MINUTE / 2
    expect(await taken(other, grant, 9, 10)).toBe(5)
  })

  it('cost a statement a second at most, however many there are', async () => {
    const { clock, one, grant } = instances()
    statements = 0
    for (let second = 0; second < 5; second++) {
      expect(await taken(one, grant, 200, 10_000)).toBe(200)
      clock.now += 1_000
    }
    expect(statements).toBe(5)
  })

  it('are counted alone while the database is away, and told when it is back', async () => {
    const { clock, one, other, grant } = instances()
    away = true
    expect(await taken(one, grant, 12, 10)).toBe(10)
    away = false
    await one.flush()
    clock.now += 1_000
    expect(await taken(other, grant, 1, 10)).toBe(0)
  })

  it('lose none where many instances tell at once', async () => {
    const { open, grant, clock } = instances()
    const all = Array.from({ length: 8 }, open)
    for (let round = 0; round < 5; round++) {
      await Promise.all(all.map((one) => taken(one, grant, 20, 100_000)))
      clock.now += 1_000
    }
    await Promise.all(all.map((one) => one.flush()))
    expect((await pool.query('select sum(calls)::int as calls from guard.document_calls where grant_id = $1', [grant])).rows).toEqual([{ calls: 800 }])
  })
})

describe('rows of a day', () => {
  it('are counted by all instances together, as far as they have told', async () => {
    const [{ id: documentId }] = (await pool.query<{ id: string }>('select id from persisted_query limit 1')).rows as [{ id: string }]
    const [{ id: grantId }] = (await pool.query<{ id: string }>(`insert into document_grant (partner_id, document_id) select (select id from diffusion_partner limit 1), $1 returning id`, [documentId])).rows as [{ id: string }]
    const report = (error: unknown): never => { throw error }
    const [one, other] = [new Usage(query, report), new Usage(query, report)]
    const call = { documentId, grantId, milliseconds: 1, rows: 30, bytes: 1, kept: false, outcome: 'answered' } as const
    expect([await one.rowsToday(grantId), await other.rowsToday(grantId)]).toEqual([0, 0])
    one.add(call)
    expect(await one.rowsToday(grantId)).toBe(30)
    await one.flush()
    other.add(call)
    await other.flush()
    expect([await one.rowsToday(grantId), await other.rowsToday(grantId)]).toEqual([60, 60])
  })
})
