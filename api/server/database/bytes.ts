import type { Pool } from 'pg'
import { parse } from 'pg-connection-string'
import postgres, { type Options, type PostgresType, type Sql } from 'postgres'
import { patienceOf } from './ask.ts'
import { asUnavailable } from './unavailable.ts'

/** The one row of a statement, by columns, as PostgreSQL sent it. */
export type ByteRow = Readonly<Record<string, Buffer | null>>

/** Runs a statement that answers one row. */
export type ReadBytes = (text: string, values: readonly unknown[]) => Promise<ByteRow>

export interface ByteReader {
  readonly read: ReadBytes
  stop(): Promise<void>
}

/** How many statements are kept planned before the connections are replaced: plans take memory in PostgreSQL. */
const MOST_STATEMENTS = 200
/** Seconds. */
const IDLE = 30
const LIFE = 1_800
const STANDARD_PORT = 5_432

/**
 * Reads what is only passed on, through a driver that leaves it as bytes: the other one makes a text of every value, which would be
 * written as bytes again. Connections of their own, opened when they are needed, to where the pool's lead and with its limits.
 */
export function createByteReader(pool: Pool): ByteReader {
  const patience = patienceOf(pool)
  let sql: Sql | undefined
  let planned = new Set<string>()
  const connected = (text: string): Sql => {
    if (planned.size >= MOST_STATEMENTS && !planned.has(text)) {
      void sql?.end({ timeout: IDLE })
      sql = undefined
    }
    if (!sql) planned = new Set()
    planned.add(text)
    return (sql ??= postgres(optionsOf(pool)))
  }
  return {
    read: async (text, values) => {
      try {
        return await inTime(connected(text).unsafe(text, values.map(written), { prepare: true }).raw(), patience)
      } catch (error) {
        throw asUnavailable(error) ?? error
      }
    },
    stop: async () => { await sql?.end({ timeout: 1 }) },
  }
}

type Reading = Promise<readonly (readonly (Buffer | null)[])[] & { readonly columns: readonly { readonly name: string }[] }>

/** For the network that swallows the answer, like `ask`. */
function inTime(reading: Reading, patience: number | undefined): Promise<ByteRow> {
  return new Promise((resolve, reject) => {
    const timer = patience === undefined ? undefined : setTimeout(() => reject(new Error('Query read timeout')), patience)
    reading.then((rows) => resolve(rowOf(rows)), reject).finally(() => clearTimeout(timer))
  })
}

const rowOf = (rows: Awaited<Reading>): ByteRow => Object.fromEntries(rows.columns.map(({ name }, index) => [name, rows[0]?.[index] ?? null]))

/** Values go as the texts that PostgreSQL reads for every type; this driver would guess. */
const written = (value: unknown): string | null => (value === null || value === undefined ? null : Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value))
const element = (value: unknown): string => (value === null || value === undefined ? 'NULL' : `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`)

const asWritten = (type: number): PostgresType => ({ to: type, from: [type], serialize: (value: unknown) => value, parse: (value: unknown) => value })
/** boolean, bytea, json, date, timestamp, timestamptz, jsonb: those that the driver writes in ways of its own. */
const types: Record<string, PostgresType> = Object.fromEntries([16, 17, 114, 1_082, 1_114, 1_184, 3_802].map((type) => [`type${type}`, asWritten(type)]))

function optionsOf({ options }: Pool): Options<Record<string, PostgresType>> {
  const { host, port: said, user, password, database, ssl, options: session } = parse(options.connectionString ?? '')
  const port = said ? Number(said) : STANDARD_PORT
  return {
    ...(host?.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host: host ?? 'localhost', port }),
    ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }), ...(database ? { database } : {}),
    ssl: typeof ssl === 'string' ? ssl === 'true' : ssl ?? false,
    max: options.max ?? 10, idle_timeout: IDLE, max_lifetime: LIFE, connect_timeout: (options.connectionTimeoutMillis ?? 2_000) / 1_000, backoff: () => 0,
    fetch_types: false, types, onnotice: () => undefined,
    connection: {
      application_name: `${String(options.application_name ?? 'coulisses')} bytes`, ...(session === undefined ? {} : { options: session }),
      statement_timeout: Number(options.statement_timeout ?? 0), lock_timeout: Number(options.lock_timeout ?? 0), idle_in_transaction_session_timeout: Number(options.idle_in_transaction_session_timeout ?? 0),
    },
  }
}
