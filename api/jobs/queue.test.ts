import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../server/database/testCluster.ts'
import { createQueue, type InTransaction, type JobData, type Queue, type QueueOptions, type Settle } from './queue.ts'

let database: TestDatabase
let pool: Pool
const queues: Queue[] = []
let reports: { readonly error: unknown; readonly where: string }[]

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new Pool({ connectionString: database.url, max: 5 })
  pool.on('error', () => undefined)
  await pool.query('create table effect (job text not null)')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(async () => {
  reports = []
  await pool.query('truncate effect')
})
afterEach(async () => { for (const queue of queues.splice(0)) await queue.stop() })

async function open(jobs: QueueOptions['jobs'], perform: QueueOptions['perform'], more: Partial<QueueOptions> = {}): Promise<Queue> {
  const queue = createQueue({ url: database.url, jobs, perform, report: (error, { where }) => { reports.push({ error, where }) }, ...more })
  queues.push(queue)
  await queue.start()
  return queue
}

/** A transaction as a mutation has it. */
async function transaction(work: (run: InTransaction) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await work(async (text, values) => (await client.query<object>(text, [...values])).rows)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => { while (!await holds()) await new Promise((resolve) => setImmediate(resolve)) }
/** As if the clock had come round. */
const wake = (name: string) => pool.query(`select pg_notify('pgboss_' || left(encode(sha224('jobs'::bytea), 'hex'), 24), $1)`, [name])
const states = async (name: string): Promise<unknown[]> => (await pool.query<{ state: string }>('select state from jobs.job where name = $1 order by created_on', [name])).rows.map(({ state }) => state)
const effects = async (): Promise<number> => Number((await pool.query<{ n: string }>('select count(*) as n from effect')).rows[0]?.n)

describe('a job', () => {
  test('is done after its transaction commits, and never when it does not', async () => {
    const done: JobData[] = []
    const queue = await open([{ name: 'test.after' }], (_name, data) => { done.push(data); return Promise.resolve() })
    await expect(transaction(async (run) => {
      await queue.enqueue(run, 'test.after', { id: 'lost' })
      throw new Error('the mutation failed')
    })).rejects.toThrow('the mutation failed')
    let committed = false
    await transaction(async (run) => {
      await queue.enqueue(run, 'test.after', { id: 'kept' })
      await run('select pg_sleep(0.05)', [])
      expect(done).toEqual([])
      committed = true
    })
    expect(committed).toBe(true)
    await until(async () => (await states('test.after')).every((state) => state === 'completed'))
    expect(done).toEqual([{ id: 'kept' }])
  })

  test('with a key waits once; made again while it runs, it is done again', async () => {
    const gates: (() => void)[] = []
    let runs = 0
    const queue = await open([{ name: 'test.key' }], async () => { runs++; await new Promise<void>((resolve) => gates.push(resolve)) })
    const send = () => transaction((run) => queue.enqueue(run, 'test.key', {}, { key: 'offer 1' }))
    await send()
    await until(() => gates.length === 1)
    for (let n = 0; n < 5; n++) await send()
    expect(await states('test.key')).toEqual(['active', 'created'])
    gates[0]?.()
    await until(() => gates.length === 2)
    gates[1]?.()
    await until(async () => (await states('test.key')).every((state) => state === 'completed'))
    expect(runs).toBe(2)
  })

  test('without a key is done as often as it is asked', async () => {
    let runs = 0
    const queue = await open([{ name: 'test.many' }], () => { runs++; return Promise.resolve() })
    await transaction(async (run) => { for (let n = 0; n < 3; n++) await queue.enqueue(run, 'test.many', { n }) })
    await until(() => runs === 3)
    expect(runs).toBe(3)
  })

  test('for later waits', async () => {
    const queue = await open([{ name: 'test.later' }], () => Promise.reject(new Error('too early')))
    await transaction((run) => queue.enqueue(run, 'test.later', {}, { after: new Date(Date.now() + 3_600_000) }))
    const { rows } = await pool.query(`select start_after > now() + interval '50 minutes' as later from jobs.job where name = 'test.later'`)
    expect(rows).toEqual([{ later: true }])
  })

  test('that fails is tried again, reported at the end only, and what it said is not kept', async () => {
    let runs = 0
    const queue = await open([{ name: 'test.fail' }], () => { runs++; return Promise.reject(new Error('no mailbox of zoe@theatre.fr')) })
    await transaction((run) => queue.enqueue(run, 'test.fail', {}))
    await until(async () => (await states('test.fail'))[0] === 'retry')
    expect([runs, reports]).toEqual([1, []])
    // As if its time had come, for the last time.
    await pool.query(`update jobs.job set start_after = now(), retry_count = retry_limit - 1 where name = 'test.fail'`)
    await until(async () => { await wake('test.fail'); return (await states('test.fail'))[0] === 'failed' })
    expect(reports).toMatchObject([{ where: 'job test.fail', error: { message: 'no mailbox of zoe@theatre.fr' } }])
    expect(JSON.stringify((await pool.query('select * from jobs.job')).rows)).not.toContain('zoe@')
  })
})

describe('a job that settles with its work', () => {
  const work = (settle: Settle, after: () => Promise<void> = () => Promise.resolve()) => transaction(async (run) => {
    await run(`insert into effect values ('done')`, [])
    await settle(run)
    await after()
  })

  test('has its effect once, also when the process dies between the effect and the answer', async () => {
    let runs = 0
    const queue = await open([{ name: 'test.once' }], async (_name, _data, settle) => {
      runs++
      await work(settle)
      throw new Error('died after the commit')
    })
    await transaction((run) => queue.enqueue(run, 'test.once', {}))
    await until(() => runs === 1)
    await until(async () => (await states('test.once'))[0] === 'completed')
    expect([runs, await effects()]).toEqual([1, 1])
  })

  test('has no effect when its transaction fails, and is done again', async () => {
    let runs = 0
    const queue = await open([{ name: 'test.again' }], async (_name, _data, settle) => {
      runs++
      await work(settle, () => (runs === 1 ? Promise.reject(new Error('the commit failed')) : Promise.resolve()))
    })
    await transaction((run) => queue.enqueue(run, 'test.again', {}))
    await until(async () => (await states('test.again'))[0] === 'retry')
    expect(await effects()).toBe(0)
    await pool.query(`update jobs.job set start_after = now() where name = 'test.again'`)
    await until(async () => { await wake('test.again'); return (await states('test.again'))[0] === 'completed' })
    expect([runs, await effects()]).toEqual([2, 1])
  })

  test('has no effect when somebody else was given the job meanwhile', async () => {
    let refused: unknown
    const queue = await open([{ name: 'test.lost' }], async (_name, _data, settle) => {
      await pool.query(`update jobs.job set state = 'retry', start_after = now() + interval '1 hour' where name = 'test.lost'`)
      await work(settle).catch((error: unknown) => { refused = error })
    })
    await transaction((run) => queue.enqueue(run, 'test.lost', {}))
    await until(() => refused !== undefined)
    expect(String(refused)).toContain('was given to another worker')
    expect(await effects()).toBe(0)
  })
})

describe('the queue', () => {
  test('keeps the clock of what is declared, and forgets the rest', async () => {
    const clock = async (): Promise<unknown[]> => (await pool.query('select name, cron, timezone from jobs.schedule order by name')).rows
    const nothing = () => Promise.resolve()
    await open([{ name: 'test.daily', schedule: '0 3 * * *' }, { name: 'test.hourly', schedule: '0 * * * *' }], nothing)
    expect(await clock()).toEqual([{ name: 'test.daily', cron: '0 3 * * *', timezone: 'UTC' }, { name: 'test.hourly', cron: '0 * * * *', timezone: 'UTC' }])
    await queues.splice(0)[0]?.stop()
    await open([{ name: 'test.daily', schedule: '30 3 * * *' }, { name: 'test.hourly' }], nothing)
    expect(await clock()).toEqual([{ name: 'test.daily', cron: '30 3 * * *', timezone: 'UTC' }])
  })

  test('lets a running job end when it stops', async () => {
    let ended = false
    let open_: (() => void) | undefined
    const queue = await open([{ name: 'test.drain' }], async () => {
      await new Promise<void>((resolve) => { open_ = resolve })
      ended = true
    })
    await transaction((run) => queue.enqueue(run, 'test.drain', {}))
    await until(() => open_ !== undefined)
    const stopping = queue.stop()
    open_?.()
    await stopping
    expect([ended, await states('test.drain')]).toEqual([true, ['completed']])
  })

  test('gives back what does not end in time', async () => {
    const queue = await open([{ name: 'test.stuck' }], () => new Promise(() => undefined), { drain: 1_000 })
    await transaction((run) => queue.enqueue(run, 'test.stuck', {}))
    await until(async () => (await states('test.stuck'))[0] === 'active')
    await queue.stop()
    expect(await states('test.stuck')).toEqual(['retry'])
  })

  test('works on after every one of its connections was cut', async () => {
    let runs = 0
    const queue = await open([{ name: 'test.cut' }], () => { runs++; return Promise.resolve() })
    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coulisses-jobs'`)
    await transaction((run) => queue.enqueue(run, 'test.cut', {}))
    await until(() => runs === 1)
    expect(reports).toEqual([])
  })
})
