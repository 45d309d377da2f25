import { Client, type Pool, type QueryResult } from 'pg'
import Cursor from 'pg-cursor'
import type { Sql } from 'sql-template-tag'
import { queryNamed } from './query.ts'
import { asUnavailable } from './unavailable.ts'

export interface StreamOptions {
  /** Whose settings the connection takes over. */
  readonly pool: Pool
  /** Milliseconds for the whole of it, the slowness of whoever reads included. */
  readonly limit: number
}

/** A row of which every column is a text. */
export type TextRow = readonly (string | null)[]

/** A statement that answers more rows than anybody holds in memory. */
export interface RowStream {
  /** The next rows, so many at most; none when there are no more. */
  next(rows: number): Promise<readonly TextRow[]>
  /** Ends the statement, wherever it is, and gives the connection back. */
  close(): Promise<void>
}

// Compiling a statement for its speed takes longer than most of them.
const BEGIN = 'begin isolation level repeatable read read only; set local jit = off; select pg_backend_pid() as pid'

/**
 * Runs one statement in a transaction that only reads, on a connection of its own: nobody else waits for one that a slow
 * reader holds. What it selects are texts. PostgreSQL answers as many rows as are asked, and waits.
 */
export async function openStream({ pool, limit }: StreamOptions, { text, values }: Sql): Promise<RowStream> {
  const client = new Client({ ...pool.options, statement_timeout: limit, idle_in_transaction_session_timeout: limit, application_name: 'coulisses stream' })
  // A connection that breaks fails the reading, never the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const pid = pidIn(await client.query(BEGIN))
    return streamOf(client, client.query(new Cursor<TextRow>(text, values, { rowMode: 'array' })), (end) => queryNamed(pool, end, [pid]))
  } catch (error) {
    await client.end().catch(() => undefined)
    throw asUnavailable(error) ?? error
  }
}

/** Several statements in one text answer several results, which the driver's types do not know. */
const pidIn = (results: unknown): unknown => (results as readonly QueryResult<{ pid: number }>[]).at(-1)?.rows[0]?.pid

function streamOf(client: Client, cursor: Cursor<TextRow>, elsewhere: (statement: string) => Promise<unknown>): RowStream {
  let waiting = false
  let closing: Promise<void> | undefined
  const end = async (): Promise<void> => {
    // A statement in the middle of its work does not hear that nobody listens any more.
    if (waiting) await elsewhere('select pg_terminate_backend($1)').catch(() => undefined)
    await client.end().catch(() => undefined)
  }
  return {
    next: async (rows) => {
      waiting = true
      try {
        return await cursor.read(rows)
      } catch (error) {
        throw asUnavailable(error) ?? error
      } finally {
        waiting = false
      }
    },
    close: () => closing ??= end(),
  }
}
