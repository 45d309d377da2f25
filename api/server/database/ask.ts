import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'

/** Beyond the server's own limit, which cannot be heard through a network that swallows the answer. Milliseconds. */
const BEYOND = 1_000

/** How long an answer is waited for on the connections of a pool; undefined: for ever. */
export function patienceOf({ options: { statement_timeout: limit } }: Pool): number | undefined {
  return typeof limit === 'number' && limit > 0 ? limit + BEYOND : undefined
}

/**
 * Asks by the driver's callbacks. Its promises, and its own `query_timeout`, tie each answer to the one before: once one of them is old
 * enough to be left alone by the small collections of garbage, all that follow are carried along until the next great one.
 * After «Query read timeout» the connection still waits, and must be given up (`spoils`).
 */
export function ask<Row extends QueryResultRow>(client: PoolClient, question: string | QueryConfig, patience: number | undefined): Promise<QueryResult<Row>> {
  return new Promise((resolve, reject) => {
    const timer = patience === undefined ? undefined : setTimeout(() => reject(new Error('Query read timeout')), patience)
    client.query<Row>(question, (error: Error | null, result) => {
      clearTimeout(timer)
      if (error) reject(error)
      else resolve(result)
    })
  })
}
