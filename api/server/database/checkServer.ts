import { Client } from 'pg'
import { codeOf, StartError } from '../startError.ts'

/** What was found out about a server that can carry us. */
export interface ServerFacts {
  /** As PostgreSQL writes it: `18.4`. */
  readonly version: string
  readonly database: string
  readonly user: string
  /** Whether lists can be sorted as the French do: `COLLATE "fr-x-icu"`. */
  readonly frenchOrder: boolean
}

export const extensions = ['pg_trgm', 'unaccent', 'btree_gist'] as const
const oldest = 150_000

/**
 * Makes sure, before anything is changed, that the user's own PostgreSQL can carry us; what is missing
 * is said in one line that begins with `DATABASE_URL` and never shows the password.
 */
export async function checkServer(address: string): Promise<ServerFacts> {
  const url = new URL(address)
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5_000, query_timeout: 10_000, application_name: 'coulisses start' })
  client.on('error', () => undefined) // Whatever breaks also fails the query that waits for it.
  try {
    await client.connect()
    const facts = await readFacts(client)
    refuseUnfit(facts)
    for (const extension of extensions) await tryExtension(client, extension, facts)
    return { version: facts.version.split(' ')[0] ?? facts.version, database: facts.database, user: facts.user, frenchOrder: facts.french_order }
  } catch (error) {
    throw error instanceof StartError ? error : unreachable(error, url)
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Facts {
  version: string
  number: number
  database: string
  user: string
  encoding: string
  recovering: boolean
  may_create: boolean
  french_order: boolean
}

async function readFacts(client: Client): Promise<Facts> {
  // Each part is known to servers far older than those we accept, so that they can be told so.
  const { rows } = await client.query<Facts>(`
    SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
      current_database() AS database, current_user AS user, current_setting('server_encoding') AS encoding,
      pg_is_in_recovery() AS recovering,
      coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create,
      EXISTS (SELECT FROM pg_collation WHERE collname = 'fr-x-icu') AS french_order`)
  const facts = rows[0]
  if (facts === undefined) throw new Error('The server answered without a row.')
  return facts
}

const fault = (text: string): StartError => new StartError(`DATABASE_URL: ${text}.`)

function refuseUnfit(facts: Facts): void {
  const { version, database, user } = facts
  if (facts.number < oldest) throw fault(`the server is PostgreSQL ${version}, and 15 is the oldest that works; upgrade it, or leave DATABASE_URL out to use the embedded one`)
  if (facts.recovering) throw fault('the server is a read-only copy; write the address of the main server')
  if (facts.encoding !== 'UTF8') throw fault(`the database ${database} is encoded in ${facts.encoding}; make one with: CREATE DATABASE ${database}_utf8 ENCODING 'UTF8' TEMPLATE template0`)
  if (!facts.may_create) throw fault(`the user ${user} may not create tables in the database ${database}; run there as an administrator: GRANT CREATE ON SCHEMA public TO ${quote(user)}`)
}

/** Really creates it and takes it back: no list of rights tells as surely whether it is going to work. */
async function tryExtension(client: Client, extension: string, { database, user }: Facts): Promise<void> {
  try {
    await client.query(`BEGIN; CREATE EXTENSION IF NOT EXISTS ${extension}; ROLLBACK`)
  } catch (error) {
    await client.query('ROLLBACK')
    const code = codeOf(error)
    if (code === '42501') throw fault(`the user ${user} may not create the extension ${extension}; run as an administrator in the database ${database}: CREATE EXTENSION ${extension}`)
    if (code === '58P01' || code === '0A000' || code === '22023') throw fault(`the server does not have the extension ${extension}; install the package postgresql-contrib of that server`)
    throw error
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

function unreachable(error: unknown, url: URL): StartError {
  const host = url.searchParams.get('host') ?? url.hostname
  const where = host.startsWith('/') ? host : `${host}:${url.searchParams.get('port') ?? (url.port || '5432')}`
  const user = decodeURIComponent(url.username) || 'of this session'
  const database = decodeURIComponent(url.pathname.slice(1))
  const message = error instanceof Error ? error.message : String(error)
  const lines: Readonly<Record<string, string>> = {
    ECONNREFUSED: `nothing answers at ${where}; start PostgreSQL there, or correct the address`,
    ENOENT: `nothing answers at ${where}; start PostgreSQL there, or correct the address`,
    ECONNRESET: `${where} hung up; is it PostgreSQL that listens there?`,
    ENOTFOUND: `there is no machine named ${host}; correct the address`,
    EAI_AGAIN: `the name ${host} could not be looked up; check the network, or write the number of the machine`,
    EHOSTUNREACH: `the machine ${host} cannot be reached; check the network and the firewall`,
    ENETUNREACH: `the machine ${host} cannot be reached; check the network and the firewall`,
    ETIMEDOUT: `${where} does not answer; check the address and the firewall`,
    '28P01': `the password of the user ${user} is wrong; correct it, with special characters as %40 for @, %23 for #, %2F for /`,
    '28000': /no encryption|SSL off/.test(message)
      ? `the server at ${where} only takes encrypted connections; add ?sslmode=require at the end`
      : `the server at ${where} does not let the user ${user} into the database ${database}; check the name, and its pg_hba.conf`,
    '3D000': `the server has no database named ${database}; create it: CREATE DATABASE ${quote(database)} OWNER ${quote(user)}`,
    '42501': `the user ${user} may not connect to the database ${database}; run as an administrator: GRANT CONNECT ON DATABASE ${quote(database)} TO ${quote(user)}`,
    '57P03': `the server at ${where} is starting or stopping; try again in a moment`,
    '53300': `the server at ${where} has no connection left; raise its max_connections, or close some`,
  }
  const known = lines[codeOf(error) ?? '']
  if (known !== undefined) return new StartError(`DATABASE_URL: ${known}.`.replace('?.', '?'), { cause: error })
  if (/timeout/i.test(message)) return fault(`${where} does not answer; check the address and the firewall`)
  if (/does not support SSL/.test(message)) return fault(`the server at ${where} takes no encrypted connections; remove sslmode from the address`)
  if (/certificate|self-signed/i.test(message)) return fault(`the certificate of ${where} is not trusted (${message}); add sslrootcert, or sslmode=no-verify on a network that you trust`)
  if (/Connection terminated|invalid response|unexpected|unknown (message|authentication)/i.test(message)) return fault(`what listens at ${where} does not speak like PostgreSQL; correct the address`)
  return fault(`the server at ${where} refused (${message.replaceAll(url.password || '\0', '***')})`)
}
