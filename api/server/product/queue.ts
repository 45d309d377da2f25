import sql from 'sql-template-tag'
import type { Sessions } from '../../access/session.ts'
import { createQueue, type Queue } from '../../jobs/queue.ts'
import { DELIVER_MAIL, createOutbox, type Outbox } from '../../mail/outbox.ts'
import type { Storage } from '../../files/storage.ts'
import type { MailTransport } from '../../mail/mail.ts'
import type { Writer } from '../../write/index.ts'
import type { Job, ModuleCode, Work } from '../../write/types.ts'
import { houseCaller } from '../house.ts'
import type { Report } from '../report.ts'
import type { Query } from '../../read/index.ts'

/** Milliseconds; less than a step of the lifecycle may take to stop. */
const DRAIN = 3_500
const FORGET_SESSIONS = 'core.forgetSessions'
const REMOVE_FILE = 'core.removeFile'

export interface Jobs {
  readonly queue: Queue
  /** What does the jobs; given when it exists: it enqueues jobs itself. */
  work(parts: { readonly writer: Writer; readonly sessions: Sessions; readonly query: Query; readonly storage: Storage }): void
}

/** The jobs of the modules, outgoing mail, and the house's own. */
export function createJobs(url: string, code: readonly ModuleCode[], transport: MailTransport | undefined, report: Report): Jobs {
  const jobs = new Map(code.flatMap(({ module, jobs: own }) => own.map((job) => [job.name, { ...job, module }] as const)))
  let parts: { writer: Writer; sessions: Sessions; storage: Storage; outbox: Outbox } | undefined
  const queue = createQueue({
    url, report, drain: DRAIN,
    jobs: [...jobs.values(), { name: DELIVER_MAIL }, { name: REMOVE_FILE }, { name: FORGET_SESSIONS, schedule: '17 3 * * *' }],
    perform: async (name, data, settle) => {
      if (!parts) throw new Error('the queue was started before its work')
      if (name === DELIVER_MAIL) return await parts.outbox.deliver(String(data['id']))
      if (name === REMOVE_FILE) return await parts.storage.remove(String(data['key']))
      if (name === FORGET_SESSIONS) return await parts.sessions.forgetExpired()
      const job = jobs.get(name)
      if (!job) throw new Error(`no job ${name}`)
      // Its work and its end are one transaction: it is done once, whatever dies meanwhile.
      await parts.writer.mutate(houseCaller(`job ${name}`), async (work) => {
        if (await isOff(work, job.module)) await putOff(work, job, data)
        else await job.run(work, data)
        await settle(work.run)
      })
    },
  })
  return {
    queue,
    work: ({ writer, sessions, query, storage }) => { parts = { writer, sessions, storage, outbox: createOutbox({ query, enqueue: queue.enqueue, transport }) } },
  }
}

async function isOff(work: Work, module: string): Promise<boolean> {
  const [row] = await work.query(sql`select 1 from module where key = ${module} and not enabled`)
  return row !== undefined
}

const QUARTER = 15 * 60_000

/** While its module is off, what the clock asks for is let go, and what was asked for once waits. */
async function putOff(work: Work, { name, schedule }: Job, data: Readonly<Record<string, unknown>>): Promise<void> {
  if (schedule === undefined) await work.enqueue(name, data, { after: new Date(work.now.getTime() + QUARTER) })
}
