import { Pool, type PoolConfig } from 'pg'
import { complain } from '../console.ts'
import { types } from './types.ts'

export { checkServer, type ServerFacts } from './checkServer.ts'
export { queryNamed } from './query.ts'
export { asUnavailable, UnavailableError } from './unavailable.ts'

/** What a pool may take; the defaults are those of an API that answers people. Times in milliseconds. */
export interface PoolOptions {
  readonly url: string
  readonly max?: number
  readonly connectTimeout?: number
  readonly statementTimeout?: number
  readonly lockTimeout?: number
  readonly idleInTransactionTimeout?: number
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string
  /** Told of a lost connection, at most once a second: a restart of PostgreSQL loses them all at once. */
  readonly onLost?: (error: Error) => void
}

/** The pool of this process. A connection that breaks fails the one who uses it, never the process. */
export function createPool(options: PoolOptions): Pool {
  const pool = new Pool(poolConfig(options))
  const lost = oncePerSecond(options.onLost ?? ((error) => complain(`PostgreSQL: a connection was lost (${error.message}).`)))
  pool.on('error', lost)
  // While a connection is in use the pool does not listen to it, and an unheard 'error' ends the process.
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

function poolConfig(options: PoolOptions): PoolConfig {
  return {
    connectionString: withSession(options.url),
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeout ?? 2_000,
    statement_timeout: options.statementTimeout ?? 5_000,
    lock_timeout: options.lockTimeout ?? 2_000,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeout ?? 10_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 3_600,
    keepAlive: true,
    application_name: options.applicationName ?? 'coulisses',
    types,
  }
}

/**
 * Fixes what a session writes and reads, whatever the server's defaults are. The driver lets the
 * options in the address win over ours, so they are joined there, the user's own first.
 */
function withSession(address: string): string {
  const url = new URL(address)
  const own = url.searchParams.get('options')
  const ours = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres'
  url.searchParams.set('options', own === null ? ours : `${own} ${ours}`)
  return url.href
}

function oncePerSecond(tell: (error: Error) => void): (error: Error) => void {
  let last = -Infinity
  return (error) => {
    if (performance.now() - last < 1_000) return
    last = performance.now()
    tell(error)
  }
}
