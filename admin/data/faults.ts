import type { Session } from '../auth/session.ts'

/** A fault of the back office itself, told to whoever mends it. */
export interface Faults {
  tell(error: unknown): void
}

export interface FaultsOptions {
  readonly session: Pick<Session, 'token'>
  readonly graphql: string
  /** Says where faults go, and what runs here; asked when the first one happens. */
  readonly settings: string
  readonly fetch?: typeof fetch
  readonly startSentry?: (dsn: string, release: string) => Promise<(error: Error) => void>
}

const MOST = 10
const REPORT = 'mutation Admin_ReportError($message: String!, $stack: String, $where: String, $release: String) { reportError(message: $message, stack: $stack, where: $where, release: $release) }'

/**
 * Each fault is told once while the page stands: to Sentry where the server names an address of it, else to the
 * server's own list. Telling never fails: what cannot be told is in the console.
 */
export function createFaults(options: FaultsOptions): Faults {
  const seen = new Set<string>()
  let sending: Promise<(error: Error) => void> | undefined
  return {
    tell: (thrown) => {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      const key = `${error.message} ${error.stack?.split('\n')[1] ?? ''}`
      if (seen.has(key) || seen.size >= MOST) return
      seen.add(key)
      sending ??= sender(options)
      sending.then((send) => { send(error) }).catch(() => undefined)
    },
  }
}

async function sender(options: FaultsOptions): Promise<(error: Error) => void> {
  const { fetch: ask = fetch, startSentry = start } = options
  const { sentryDsn, release } = await readSettings(ask, options.settings)
  if (sentryDsn !== undefined) return await startSentry(sentryDsn, release)
  return (error) => { void post(ask, options, error, release) }
}

interface Settings { readonly sentryDsn: string | undefined; readonly release: string }

async function readSettings(ask: typeof fetch, url: string): Promise<Settings> {
  const found: unknown = await ask(url).then(async (answer): Promise<unknown> => (answer.ok ? await answer.json() : undefined)).catch(() => undefined)
  const text = (name: string): string | undefined => {
    const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined
    return typeof value === 'string' ? value : undefined
  }
  return { sentryDsn: text('sentryDsn'), release: text('release') ?? 'unknown' }
}

async function post(ask: typeof fetch, { session, graphql }: FaultsOptions, error: Error, release: string): Promise<void> {
  const token = await session.token()
  if (token === undefined) return
  const variables = { message: `${error.name}: ${error.message}`.slice(0, 1_000), stack: error.stack?.slice(0, 8_000), where: placeNow(), release }
  const sent = ask(graphql, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-coulisses-origin': 'ADMIN' }, body: JSON.stringify({ query: REPORT, variables }) })
  // It is in the console; there is nobody else to tell.
  await sent.catch(() => undefined)
}

/** The page, without what is searched on it. */
const placeNow = (): string => window.location.pathname

const start = async (dsn: string, release: string): Promise<(error: Error) => void> => (await import('./sentry.ts')).startSentry(dsn, release)
