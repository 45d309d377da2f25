import { Client, type Pool } from 'pg'
import postgres, { type Options, type PostgresType, type Sql } from 'postgres'
import type { ReadBytes } from '../../read/verbatim.ts'
import { patienceOf } from './ask.ts'
import { createGate } from './gate.ts'
import { isPlannedAnew } from './query.ts'
import { asUnavailable } from './unavailable.ts'

export interface ByteReader {
  readonly read: ReadBytes
  stop(): Promise<void>
}

/** Seconds. */
const IDLE = 30
const LIFE = 1_800
const STANDARD_WAIT = 2_000

/**
 * Reads what is only passed on, through a driver that leaves it as bytes: the other one makes a text of every value, which would be
 * written as bytes again. Connections of their own, opened when they are needed, to where the pool's lead and with its limits; one
 * statement at a time on each, so that none waits behind a slow one.
 */
export function createByteReader(pool: Pool): ByteReader {
  const [most, patience] = [pool.options.max ?? 10, patienceOf(pool)]
  const enter = createGate(most, pool.options.connectionTimeoutMillis ?? STANDARD_WAIT)
  const isPlanned = createPlanned()
  let sql: Sql | undefined
  const ask = async (text: string, values: readonly unknown[]): Promise<Row> => {
    const asked = (sql ??= postgres(optionsOf(pool)))
    // Without values too by the protocol that can keep a plan.
    const how = { prepare: isPlanned(text), simple: false }
    return await inTime(asked.unsafe(text, values.map(written), how).raw(), patience, () => {
      // Whatever swallowed this answer swallows the next: all connections are given up.
      if (sql === asked) sql = undefined
      void asked.end({ timeout: 0 })
    })
  }
  return {
    read: async (text, values) => {
      try {
        const leave = await enter()
        return await ask(text, values).finally(leave)
      } catch (error) {
        throw asUnavailable(error) ?? error
      }
    },
    stop: async () => { await sql?.end({ timeout: 1 }) },
  }
}

type Row = Awaited<ReturnType<ReadBytes>>
type Reading = Promise<readonly (readonly (Buffer | null)[])[] & { readonly columns: readonly { readonly name: string }[] }>

/** For the network that swallows the answer, like `ask`. */
function inTime(reading: Reading, patience: number | undefined, giveUp: () => void): Promise<Row> {
  return new Promise((resolve, reject) => {
    const timer = patience === undefined ? undefined : setTimeout(() => {
      reject(new Error('Query read timeout'))
      giveUp()
    }, patience)
    reading.then((rows) => resolve(rowOf(rows)), reject).finally(() => clearTimeout(timer))
  })
}

const rowOf = (rows: Awaited<Reading>): Row => Object.fromEntries(rows.columns.map(({ name }, index) => [name, rows[0]?.[index] ?? null]))

/** How many statements are kept planned by a connection, where they take memory; and how often one must have come to be worth it. */
const MOST_PLANNED = 200
const WORTH_IT = 3
const REMEMBERED = 2_000

/** Which statements are kept planned: the first that come again, of those whose plan does not depend on the values. Begun anew with the connections. */
function createPlanned(): (text: string) => boolean {
  let [begun, planned, counts] = [performance.now(), new Set<string>(), new Map<string, number>()]
  return (text) => {
    if (performance.now() - begun > LIFE * 1_000) [begun, planned, counts] = [performance.now(), new Set(), new Map()]
    if (planned.has(text)) return true
    if (planned.size >= MOST_PLANNED || isPlannedAnew(text)) return false
    const count = (counts.get(text) ?? 0) + 1
    if (counts.size >= REMEMBERED) counts.clear()
    if (count < WORTH_IT) counts.set(text, count)
    else planned.add(text)
    return count >= WORTH_IT
  }
}

/** Values go as the texts that PostgreSQL reads for every type; this driver would guess. */
const written = (value: unknown): string | null => (value === null || value === undefined ? null : Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value))
const element = (value: unknown): string => (value === null || value === undefined ? 'NULL' : `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`)

const asWritten = (type: number): PostgresType => ({ to: type, from: [type], serialize: (value: unknown) => value, parse: (value: unknown) => value })
/** boolean, bytea, json, date, timestamp, timestamptz, jsonb: those that the driver writes in ways of its own. */
const types: Record<string, PostgresType> = Object.fromEntries([16, 17, 114, 1_082, 1_114, 1_184, 3_802].map((type) => [`type${type}`, asWritten(type)]))

/** The pool's driver has read its address, the environment and the files of certificates: one reading for both. */
function optionsOf({ options }: Pool): Options<Record<string, PostgresType>> {
  const { host, port, user, password, database, ssl } = new Client(options)
  const session = new URL(options.connectionString ?? 'postgres:').searchParams.get('options')
  return {
    // Lists, which the driver's types do not know: a text with colons would be taken for a host and its port.
    ...(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host: [host.replaceAll(/^\[|\]$/g, '')] as unknown as string, port: [port] as unknown as number }),
    ...(user === undefined ? {} : { user }), ...(password ? { password } : {}), ...(database === undefined ? {} : { database }), ssl,
    max: options.max ?? 10, idle_timeout: IDLE, max_lifetime: LIFE, connect_timeout: (options.connectionTimeoutMillis ?? STANDARD_WAIT) / 1_000, backoff: () => 0,
    fetch_types: false, types, onnotice: () => undefined,
    connection: {
      application_name: `${String(options.application_name ?? 'coulisses')} bytes`, ...(session === null ? {} : { options: session }),
      statement_timeout: Number(options.statement_timeout ?? 0), lock_timeout: Number(options.lock_timeout ?? 0), idle_in_transaction_session_timeout: Number(options.idle_in_transaction_session_timeout ?? 0),
    },
  }
}
