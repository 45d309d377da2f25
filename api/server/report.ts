import type { ErrorEvent, NodeClient, Scope } from '@sentry/node'
import type { Logger } from './log.ts'
import type { Mask } from './mask.ts'
import type { Keeper, ReportedFault, ReportSource } from './reports/keeper.ts'
import { shapeOf } from './reports/shape.ts'
import { scrub, traceOf } from './scrub.ts'

/** What may be said about the circumstances: names of ours, never what people sent. */
export interface ReportContext {
  readonly requestId?: string
  /** Name of the operation, the job, the route. */
  readonly where?: string
  readonly origin?: string
  /** The account that was concerned. */
  readonly userId?: string | undefined
  /** What was asked with: its form is told, none of its words. */
  readonly variables?: unknown
  /** Where it arose, where that is not here. */
  readonly source?: ReportSource
  readonly release?: string | undefined
}

/** Tells the developers of an error that nobody foresaw. Never throws. */
export type Report = (error: unknown, context?: ReportContext) => void

export interface Reporter {
  readonly report: Report
  /** From now on they are kept in the database as well, those from before included. */
  keepIn(keeper: Pick<Keeper, 'keep'>): void
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
  const release = options.release ?? 'unknown'
  const early: ReportedFault[] = []
  let keeper: Pick<Keeper, 'keep'> = { keep: (fault) => { if (early.length < 50) early.push(fault) } }
  return {
    report: (error, { variables, ...given } = {}) => {
      const trace = traceOf(error, options.mask)
      const context = { ...given, ...(variables === undefined ? {} : { variables: shapeOf(variables) }) }
      options.log.error({ ...context, error: trace }, 'unforeseen error')
      const { source = sourceOf(given), userId, release: theirs, ...told } = context
      keeper.keep({ source, trace, release: theirs ?? release, userId, context: told })
      sentry?.send(error, context)
    },
    keepIn: (given) => {
      keeper = given
      for (const fault of early.splice(0)) keeper.keep(fault)
    },
    close: async () => { await sentry?.client.close(2_000) },
  }
}

const sourceOf = ({ where }: ReportContext): ReportSource => (where?.startsWith('job') ? 'JOB' : 'API')

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
      const { userId, variables, ...tags } = context
      scope.setTags(Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined)))
      if (userId !== undefined) scope.setUser({ id: userId })
      if (variables !== undefined) scope.setExtra('variables', variables)
      scope.captureException(error)
    },
  }
}

/** Keeps what is named here and drops the rest, so that a new feature of Sentry's sends nothing by itself. */
function clean({ event_id, timestamp, platform, level, release, environment, tags, sdk, exception, user, extra }: ErrorEvent, mask?: Mask): ErrorEvent {
  const values = exception?.values?.map(({ type, value, stacktrace, mechanism }) => ({
    ...(type === undefined ? {} : { type }), ...(mechanism === undefined ? {} : { mechanism: { type: mechanism.type } }),
    value: scrub(value ?? '', mask),
    stacktrace: { frames: (stacktrace?.frames ?? []).map(({ filename, function: name, module, lineno, colno, in_app }) => ({ filename, function: name, module, lineno, colno, in_app }) as Frame) },
  }))
  const kept = { event_id, timestamp, platform, level, release, environment, tags, sdk, ...(user?.id === undefined ? {} : { user: { id: user.id } }), ...(extra?.['variables'] === undefined ? {} : { extra: { variables: extra['variables'] } }), ...(values ? { exception: { values } } : {}) }
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
