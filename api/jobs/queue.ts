import { randomUUID } from 'node:crypto'
import { PgBoss, type Db, type JobResult, type JobWithMetadata, type Queue as QueueSettings, type WorkOptions } from 'pg-boss'
import { asUnavailable } from '../server/database/unavailable.ts'

/** Runs one statement in a transaction of the caller's; answers its rows. */
export type InTransaction = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>

/** What a job is given: names and ids of ours. What people wrote stays in its row. */
export type JobData = Readonly<Record<string, unknown>>

/**
 * Marks the job as done in the transaction of its work, so that both happen or neither. Throws when the
 * job was given to somebody else meanwhile; the work must then not be kept.
 */
export type Settle = (transaction: InTransaction) => Promise<void>

export interface JobToRun {
  readonly name: string
  /** Cron line, UTC. */
  readonly schedule?: string | undefined
}

export interface QueueOptions {
  readonly url: string
  readonly jobs: readonly JobToRun[]
  /** Does a job. May be asked twice for one (a process that died), unless it settles the job with its work. */
  readonly perform: (name: string, data: JobData, settle: Settle) => Promise<void>
  /** Told when a job failed for the last time, and of faults of the queue itself. */
  readonly report: (error: unknown, context: { readonly where: string }) => void
  /** Milliseconds that running jobs may still take when the process stops. */
  readonly drain?: number
  readonly connections?: number
}

export interface EnqueueOptions {
  /** Once among the jobs of its name that wait to begin. */
  readonly key?: string
  readonly after?: Date
}

export interface Queue {
  /** Makes its tables in the schema `jobs`, and begins to work. */
  start(): Promise<void>
  /** Seen by the workers when the transaction commits, and never when it does not. */
  enqueue(transaction: InTransaction, name: string, data: JobData, options?: EnqueueOptions): Promise<void>
  /** Lets running jobs end; what does not end in time is done again after the next start. */
  stop(): Promise<void>
}

/** `short`: a key waits once, but a change made while its job runs has a job of its own. */
const settings: Omit<QueueSettings, 'name'> = {
  policy: 'short', notify: true,
  retryLimit: 6, retryDelay: 2, retryBackoff: true, retryDelayMax: 600,
  // A process that died is noticed by its silence, after half a minute.
  heartbeatSeconds: 30, expireInSeconds: 300, deleteAfterSeconds: 7 * 86_400,
}

/**
 * Several jobs made in one transaction wake a worker once: it asks again while it gets as many as it asks
 * for. The clock is for what comes due later, and for a notice that was lost.
 */
const working = { includeMetadata: true, perJobResults: true, batchSize: 2, burstWhenBatchFull: true, notifyPollingIntervalSeconds: 10 } as const satisfies WorkOptions

export function createQueue(options: QueueOptions): Queue {
  const { url, jobs, report, drain = 8_000, connections = 4 } = options
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: connections, application_name: 'coulisses-jobs', useListenNotify: true, connectionTimeoutMillis: 2_000 })
  // It polls, and listens again by itself: a database that is away is no news here.
  boss.on('error', (error) => {
    const fault = asError(error)
    if (!asUnavailable(fault)) report(fault, { where: 'jobs' })
  })
  return {
    start: async () => {
      await boss.start()
      await declare(boss, jobs)
      for (const { name } of jobs) await boss.work(name, working, (batch: JobWithMetadata<JobData>[]) => inTurn(batch, (job) => run(boss, job, options)))
    },
    enqueue: async (transaction, name, data, { key, after } = {}) => {
      await boss.send(name, data, { db: database(transaction), singletonKey: key ?? randomUUID(), ...(after ? { startAfter: after } : {}) })
    },
    stop: () => boss.stop({ graceful: true, timeout: drain }),
  }
}

async function run(boss: PgBoss, job: JobWithMetadata<JobData>, { perform, report }: QueueOptions): Promise<JobResult> {
  const settle: Settle = async (transaction) => {
    if (!wasOurs(await boss.complete(job.name, job.id, null, { db: database(transaction) }))) throw new Error(`the job ${job.name} was given to another worker`)
  }
  try {
    await perform(job.name, job.data, settle)
    return { id: job.id, status: 'completed' }
  } catch (error) {
    if (job.retryCount >= job.retryLimit) report(error, { where: `job ${job.name}` })
    // Kept in the table of the job: what kind of error, and not what it said.
    return { id: job.id, status: 'failed', output: { error: error instanceof Error ? error.name : typeof error } }
  }
}

async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const done: B[] = []
  for (const item of items) done.push(await work(item))
  return done
}

/** pg-boss tells of an error by its properties, without its class. */
const asError = (told: Error): Error => (told instanceof Error ? told : Object.assign(new Error('a fault of the queue'), told))

/** Queues and schedules as they are declared now; those of jobs that are gone do not go on. */
async function declare(boss: PgBoss, jobs: readonly JobToRun[]): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  const { policy: _fixed, ...changeable } = settings
  for (const { name, schedule } of jobs) {
    if (known.has(name)) await boss.updateQueue(name, changeable)
    else await boss.createQueue(name, settings)
    if (schedule !== undefined) await boss.schedule(name, schedule, {}, { tz: 'UTC', missed: 'once', singletonKey: 'schedule' })
  }
  const scheduled = new Set(jobs.filter((job) => job.schedule !== undefined).map((job) => job.name))
  for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name)
}

const database = (transaction: InTransaction): Db => ({ executeSql: async (text, values = []) => ({ rows: [...await transaction(text, values)] }) })

/** pg-boss answers how many jobs it changed, though its types do not say so. */
const wasOurs = (response: object): boolean => 'affected' in response && response.affected === 1
