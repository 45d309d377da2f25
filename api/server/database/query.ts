import { createHash } from 'node:crypto'
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'
import { codeOf } from '../startError.ts'
import { ask, patienceOf } from './ask.ts'
import { asUnavailable } from './unavailable.ts'

/** How many texts keep their name in memory; a forgotten one is hashed again. */
const rememberedNames = 1_000
/** How many statements one connection may hold on the server before it is replaced by a fresh one. */
const statementsPerConnection = 200

const names = new Map<string, string>()

/** The name under which PostgreSQL keeps the plan of a text: the same text, the same name, always. */
export function statementName(text: string): string {
  const known = names.get(text)
  // Taken out and put back, so that the first of the map is the one not used for longest.
  if (known !== undefined) names.delete(text)
  else if (names.size >= rememberedNames) names.delete(names.keys().next().value ?? '')
  const name = known ?? createHash('sha1').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  return name
}

/**
 * Reads: runs a text that PostgreSQL plans once per connection and then knows by name. A database that
 * cannot serve gives an `UnavailableError`.
 */
export async function queryNamed<Row extends QueryResultRow>(pool: Pool, text: string, values: readonly unknown[] = []): Promise<QueryResult<Row>> {
  try {
    return await onConnection<Row>(pool, text, values)
  } catch (error) {
    // Someone migrated while we were serving; the connection with the old plan is gone, the next one is not.
    if (isStalePlan(error)) return await onConnection<Row>(pool, text, values)
    throw asUnavailable(error) ?? error
  }
}

async function onConnection<Row extends QueryResultRow>(pool: Pool, text: string, values: readonly unknown[]): Promise<QueryResult<Row>> {
  const client = await pool.connect()
  let spoilt = false
  try {
    return await ask<Row>(client, named(client, text, values), patienceOf(pool))
  } catch (error) {
    spoilt = spoils(error)
    throw error
  } finally {
    client.release(spoilt || isWornOut(client))
  }
}

/** How a statement says that its best plan depends on its values. */
const anew = '/* plan anew */'
export const isPlannedAnew = (text: string): boolean => text.includes(anew)

/**
 * The statement in the form of the driver, noted as one that this connection now holds. PostgreSQL plans
 * one without a name each time it is sent, and sees the values.
 */
export function named(client: PoolClient, text: string, values: readonly unknown[]): { name?: string; text: string; values: unknown[] } {
  if (isPlannedAnew(text)) return { text, values: [...values] }
  const name = statementName(text)
  const known = held.get(client) ?? new Set<string>()
  held.set(client, known.add(name))
  return { name, text, values: [...values] }
}

const held = new WeakMap<PoolClient, Set<string>>()

/** Whether a connection holds so many plans that a fresh one is cheaper than the memory they take. */
export function isWornOut(client: PoolClient): boolean {
  return (held.get(client)?.size ?? 0) > statementsPerConnection
}

/** Whether the connection on which this happened must not be used again. */
export function spoils(error: unknown): boolean {
  return isStalePlan(error) || asUnavailable(error)?.why === 'connection'
}

function isStalePlan(error: unknown): boolean {
  return codeOf(error) === '0A000' && error instanceof Error && error.message.includes('cached plan')
}
