import { describe, expect, it } from 'vitest'
import sql from 'sql-template-tag'
import { AppError } from '../model/errors.ts'
import { Booking, Domain, Play, Tag } from './fixtures/model.ts'
import { of, useStage } from './fixtures/writer.ts'

const stage = useStage()
const clients = <T>(run: (client: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> => Promise.allSettled(Array.from({ length: 32 }, (_, client) => run(client)))
const codes = (results: readonly PromiseSettledResult<unknown>[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const result of results) {
    const code = result.status === 'fulfilled' ? 'ok' : result.reason instanceof AppError ? result.reason.code : String(result.reason)
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

describe('32 clients at once', () => {
  it('lose no update that read before it wrote', async () => {
    const id = await stage.create(Play, { title: 'A', seats: 0 })
    const results = await clients(() => stage.writer.mutate(stage.caller('desk'), async (work) => {
      const row = await work.row(Play, id, true)
      await work.update(Play, id, { length: (row?.length ?? 0) + 1 })
    }))
    expect(codes(results)).toEqual({ ok: 32 })
    expect(await stage.row(Play, id)).toMatchObject({ length: 32, version: 33 })
  })

  it('with the version that all have read, one wins and the others are told', async () => {
    const id = await stage.create(Play, { title: 'A', seats: 0 })
    const results = await clients((client) => stage.update(Play, id, { length: client + 1 }, 1))
    expect(codes(results)).toEqual({ ok: 1, CONFLICT: 31 })
    expect((await stage.row(Play, id)).version).toBe(2)
  })

  it('each with a field of his own, all merge', async () => {
    const id = await stage.create(Play, { title: 'A' })
    const fields = [{ summary: 's' }, { seats: 3 }, { length: 5 }, { language: 'fr' }, { share: 4 }, { phone: '0142685300' }, { site: 'https://a.test/' }, { currency: 'EUR' }]
    await Promise.all(fields.map((input) => stage.update(Play, id, input, 1)))
    expect(await stage.row(Play, id)).toMatchObject({ version: 9, summary: 's', seats: 3, length: 5, language: 'fr', share: 4, currency: 'EUR', site: 'https://a.test/' })
  })

  it('connect to the same record, and every pair is there', async () => {
    const tags = await Promise.all(Array.from({ length: 32 }, (_, index) => stage.create(Tag, { name: `t${index}` })))
    const id = await stage.create(Play, { title: 'A' })
    expect(codes(await clients((client) => stage.update(Play, id, { tags: { connect: [tags[client]] } })))).toEqual({ ok: 32 })
    expect(await stage.sql('select count(*)::int as n from play_tags where play_id = $1', [id])).toEqual([{ n: 32 }])
  })

  it('set the list, and exactly one of the lists remains', async () => {
    const tags = await Promise.all(Array.from({ length: 8 }, (_, index) => stage.create(Tag, { name: `s${index}` })))
    const id = await stage.create(Play, { title: 'A' })
    await clients((client) => stage.update(Play, id, { tags: { set: [tags[client % 8]] } }))
    expect(await stage.sql('select count(*)::int as n from play_tags where play_id = $1', [id])).toEqual([{ n: 1 }])
  })

  it('make the same name once, book a room once, publish once', async () => {
    expect(codes(await clients(() => stage.create(Domain, { name: 'Same' })))).toEqual({ ok: 1, CONFLICT: 31 })
    const slot = { room: 'A', from: '2027-01-01T10:00:00Z', until: '2027-01-01T12:00:00Z' }
    expect(codes(await clients(() => stage.create(Booking, slot)))).toEqual({ ok: 1, CONFLICT: 31 })
    const id = await stage.create(Play, { title: 'A' })
    expect(codes(await clients(() => stage.writer.moveRecord(stage.caller('desk'), of(Play), id, 'publish', undefined, () => undefined)))).toEqual({ ok: 1, CONFLICT: 31 })
    expect((await stage.row(Play, id)).version).toBe(2)
  })

  it('delete once', async () => {
    const id = await stage.create(Play, { title: 'A' })
    expect(codes(await clients(() => stage.writer.deleteRecord(stage.caller('desk'), of(Play), id)))).toEqual({ ok: 1, NOT_FOUND: 31 })
  })
})

describe('PostgreSQL chooses a victim', () => {
  it('and the work runs again', async () => {
    const [a, b] = [await stage.create(Play, { title: 'A', seats: 0 }), await stage.create(Play, { title: 'B', seats: 0 })]
    let [runs, locks] = [0, 0]
    let bothHold: () => void = () => undefined
    const held = new Promise<void>((resolve) => { bothHold = resolve })
    const cross = (first: string, second: string): Promise<void> => stage.writer.mutate(stage.caller('desk'), async (work) => {
      runs += 1
      await work.row(Play, first, true)
      locks += 1
      if (locks === 2) bothHold()
      await held
      const row = await work.row(Play, second, true)
      await work.update(Play, second, { seats: (row?.seats ?? 0) + 1 })
    })
    await Promise.all([cross(a, b), cross(b, a)])
    expect(runs).toBe(3)
    expect([await stage.row(Play, a), await stage.row(Play, b)]).toMatchObject([{ seats: 1 }, { seats: 1 }])
  })

  it('six times at most', async () => {
    let runs = 0
    const fail = stage.writer.mutate(stage.caller('desk'), async (work) => {
      runs += 1
      await work.query(sql`do $$ begin raise exception 'again' using errcode = 'serialization_failure'; end $$`)
    })
    await expect(fail).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'busy' }] })
    expect(runs).toBe(6)
  })
})

describe('a failed statement', () => {
  it('is never taken for success, even when its error is passed over', async () => {
    const commit = stage.writer.mutate(stage.caller('desk'), async (work) => {
      await work.create(Domain, { name: 'Lost' })
      await work.query(sql`select 1 / 0`).catch(() => undefined)
      return 'done'
    })
    await expect(commit).rejects.toThrow('its error was passed over')
    expect(await stage.sql(`select 1 from domain where name = 'Lost'`)).toEqual([])
  })

  it('that ran too long, or waited too long, is UNAVAILABLE', async () => {
    const run = (statement: string): Promise<unknown> => stage.writer.mutate(stage.caller('desk'), async (work) => {
      await work.run(`set local statement_timeout = '50ms'`, [])
      await work.run(statement, [])
    })
    await expect(run('select pg_sleep(5)')).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'timeout' }] })
    const id = await stage.create(Play, { title: 'A' })
    const waiting = stage.writer.mutate(stage.caller('desk'), async (work) => {
      await work.row(Play, id, true)
      await stage.writer.mutate(stage.caller('desk'), async (other) => {
        await other.run(`set local lock_timeout = '20ms'`, [])
        await other.update(Play, id, { title: 'B' })
      })
    })
    await expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'locked' }] })
    expect(await stage.row(Play, id)).toMatchObject({ title: 'A' })
  })

  it('that lost the connection is UNAVAILABLE, and the next one is served', async () => {
    const lost = stage.writer.mutate(stage.caller('desk'), async (work) => {
      await work.create(Domain, { name: 'Lost with the connection' })
      await work.query(sql`select pg_terminate_backend(pg_backend_pid())`)
    })
    await expect(lost).rejects.toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'connection' }] })
    expect(await stage.sql(`select 1 from domain where name = 'Lost with the connection'`)).toEqual([])
  })

  it('of the answer takes the change back', async () => {
    const failing = stage.writer.createRecord(stage.caller('desk'), of(Domain), { name: 'Unanswered' }, () => Promise.reject(new Error('no answer')))
    await expect(failing).rejects.toThrow('no answer')
    expect(await stage.sql(`select 1 from domain where name = 'Unanswered'`)).toEqual([])
  })

  it('leaves no connection behind', async () => {
    await clients(() => stage.create(Domain, { name: null }).catch(() => undefined))
    expect(stage.pool.idleCount).toBe(stage.pool.totalCount)
  })
})
