import type { ErrorEvent, NodeClient, Scope } from '@sentry/node'
import type { Logger } from './log.ts'
import type { Mask } from './mask.ts'
import { scrub, traceOf } from './scrub.ts'

/** What may be said about the circumstances: names of ours, never what people sent. */
export interface ReportContext {
  readonly requestId?: string
  /** Name of the operation, the job, the route. */
  readonly where?: string
  readonly origin?: string
}

/** Tells the developers of an error that nobody foresaw. Never throws. */
export type Report = (error: unknown, context?: ReportContext) => void

export interface Reporter {
  readonly report: Report
  /** Lets what is on its way go out. */
  close(): Promise<void>
}

export interface ReporterOptions {
  readonly log: Logger
  /** Undefined: the log is all. */
  readonly dsn: string | undefined
  readonly release?: string
  readonly environment?: string
  readonly mask?: Mask
}

/** One line in the log for each, and an event in Sentry where that is set up. */
export async function createReporter(options: ReporterOptions): Promise<Reporter> {
  const sentry = options.dsn === undefined ? undefined : await connect(options.dsn, options)
  return {
    report: (error, context = {}) => {
      options.log.error({ ...context, error: traceOf(error, options.mask) }, 'unforeseen error')
      sentry?.send(error, context)
    },
    close: async () => { await sentry?.client.close(2_000) },
  }
}

interface Sentry {
  readonly client: NodeClient
  send(error: unknown, context: ReportContext): void
}

/** A client of our own, without the hooks that Sentry would put into Node: it sends what it is given. Loaded only where it is used. */
async function connect(dsn: string, { release, environment, mask }: ReporterOptions): Promise<Sentry> {
  const { NodeClient, Scope, defaultStackParser, linkedErrorsIntegration, makeNodeTransport } = await import('@sentry/node')
  const allowed = perSecond(10)
  const client = new NodeClient({
    dsn, transport: makeNodeTransport, stackParser: defaultStackParser, integrations: [linkedErrorsIntegration()],
    sendDefaultPii: false, serverName: 'coulisses',
    ...(release === undefined ? {} : { release }), ...(environment === undefined ? {} : { environment }),
    beforeSend: (event) => (allowed() ? clean(event, mask) : null),
  })
  client.init()
  return {
    client,
    send: (error, context) => {
      const scope: Scope = new Scope()
      scope.setClient(client)
      scope.setTags({ ...context })
      scope.captureException(error)
    },
  }
}

/** Keeps what is named here and drops the rest, so that a new feature of Sentry's sends nothing by itself. */
function clean({ event_id, timestamp, platform, level, release, environment, tags, sdk, exception }: ErrorEvent, mask?: Mask): ErrorEvent {
  const values = exception?.values?.map(({ type, value, stacktrace, mechanism }) => ({
    ...(type === undefined ? {} : { type }), ...(mechanism === undefined ? {} : { mechanism: { type: mechanism.type } }),
    value: scrub(value ?? '', mask),
    stacktrace: { frames: (stacktrace?.frames ?? []).map(({ filename, function: name, module, lineno, colno, in_app }) => ({ filename, function: name, module, lineno, colno, in_app }) as Frame) },
  }))
  const kept = { event_id, timestamp, platform, level, release, environment, tags, sdk, ...(values ? { exception: { values } } : {}) }
  // Whatever the event did not have stays away instead of being undefined.
  return { type: undefined, ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) }
}
type Frame = NonNullable<NonNullable<NonNullable<NonNullable<ErrorEvent['exception']>['values']>[number]['stacktrace']>['frames']>[number]

/** A fault in a loop must not become a flood. */
function perSecond(limit: number, now: () => number = () => performance.now()): () => boolean {
  let begin = -Infinity
  let count = 0
  return () => {
    if (now() - begin >= 1_000) [begin, count] = [now(), 0]
    return count++ < limit
  }
}
