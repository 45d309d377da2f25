import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import * as terminal from '../console.ts'
import { codeOf, StartError } from '../startError.ts'
import { keepSecret } from '../secret.ts'
import { findBinaries } from './binaries.ts'
import { adminRole, appRole, closeToOthers, createCluster, database, passwordsFrom, resetPasswords } from './cluster.ts'
import { type ClusterPlace, placeCluster, prepareDataDir } from './dataFolder.ts'
import { lockDataDir } from './dataLock.ts'
import { type Launch, launch, type Postmaster, stopOrphan } from './postmaster.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** False trades safety for speed, for databases that are thrown away: a crash may ruin them. */
  readonly durable?: boolean
  /** Listens on this port of the loopback (0: a free one) instead of a socket in the folder. */
  readonly port?: number
  /** Where a line for the person at the console goes. */
  readonly say?: (line: string) => void
}

export interface Embedded {
  /** The database, as its owner. */
  readonly url: string
  /** The same server as superuser: for making databases in tests, never for serving. */
  readonly adminUrl: string
  /** The number of the server's process, which changes when it had to be started again. */
  readonly pid: number
  stop(): Promise<void>
}

/** Starts PostgreSQL on the data folder, making its files at the first start. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(options.dataDir)
  const say = options.say ?? terminal.say
  prepareDataDir(dataDir)
  const lock = lockDataDir(dataDir)
  try {
    const { place, secret, setup } = await prepare(dataDir, options, say)
    const address = await chooseAddress(place, options.port)
    const supervised = await supervise({ ...setup, settings: { ...setup.settings, ...address.settings } }, say)
    const passwords = passwordsFrom(secret)
    const url = address.url(appRole, passwords.app, database)
    await proveAccess(url, place.path).catch(async (error: unknown) => {
      await supervised.stop()
      throw error
    })
    return {
      url,
      adminUrl: address.url(adminRole, passwords.admin, adminRole),
      get pid() { return supervised.pid() },
      stop: () => supervised.stop().finally(lock.release),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/**
 * The server that another process of ours runs on the data folder, for a command beside it; undefined where
 * none answers. It is left running.
 */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = resolve(dataDir)
  const place = await placeCluster(folder)
  if (!place.exists || !existsSync(join(place.real, '.s.PGSQL.5432'))) return undefined
  const address = await chooseAddress(place, undefined)
  const url = address.url(appRole, passwordsFrom(keepSecret(join(folder, 'postgres.key')).secret).app, database)
  const answers = await proveAccess(url, place.path).then(() => true, () => false)
  return answers ? url : undefined
}

async function prepare(dataDir: string, { durable = true }: EmbeddedOptions, say: (line: string) => void): Promise<{ place: ClusterPlace; secret: string; setup: Launch }> {
  const place = await placeCluster(dataDir)
  const binaries = findBinaries(place.user)
  const { secret, made } = keepSecret(join(dataDir, 'postgres.key'))
  const orphan = place.exists ? await stopOrphan({ place, binaries }) : undefined
  if (orphan !== undefined) say(`Stopped the PostgreSQL server (process ${orphan}) that an earlier run had left on ${place.path}.`)
  if (place.exists) closeToOthers(place)
  else await createCluster(place, binaries, secret, durable)
  if (place.exists && made) await resetPasswords(place, binaries, secret)
  if (!place.exists && !place.real.startsWith(dataDir)) say(`The database lies in ${place.real}: the user postgres, as whom PostgreSQL runs for root, cannot enter ${dataDir}.`)
  const settings = { ...common, ...durable ? safe : quick }
  return { place, secret, setup: { place, binaries, settings, logFile: join(dataDir, 'postgres.log') } }
}

/** A thirty-second of the memory that this machine, or container, has: what is read again and again stays there. */
function buffers(): string {
  const allowed = process.constrainedMemory()
  const megabytes = (allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()) / 2 ** 20
  return `${Math.round(Math.min(1_024, Math.max(128, megabytes / 32)))}MB`
}

/** For two cores shared with Node and a few gigabytes: little memory, no parallel workers, no compiler. */
const common = {
  cluster_name: 'coulisses',
  shared_buffers: buffers(), work_mem: '8MB', maintenance_work_mem: '64MB', effective_cache_size: '1GB',
  jit: 'off', max_parallel_workers_per_gather: '0', io_method: 'sync', random_page_cost: '1.1',
  TimeZone: 'UTC', log_timezone: 'UTC',
  // What users type must not end up in a log: errors reach the API, which masks them before it reports.
  log_min_messages: 'log', log_min_error_statement: 'panic', log_error_verbosity: 'terse', log_checkpoints: 'off',
}
const safe = { max_connections: '50', fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const quick = {
  shared_buffers: '128MB',
  max_connections: '200', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off',
  wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off',
}

interface Address {
  readonly settings: Readonly<Record<string, string>>
  url(role: string, password: string, name: string): string
}

/**
 * A socket in the closed folder: a fifth faster per round trip than the loopback, no port to collide
 * on, and nobody else can even knock. Windows, and paths too long for a socket, take the loopback.
 */
async function chooseAddress({ real }: ClusterPlace, wanted: number | undefined): Promise<Address> {
  const fits = Buffer.byteLength(join(real, '.s.PGSQL.5432.lock')) < 100
  if (wanted === undefined && fits && process.platform !== 'win32') {
    const folder = encodeURIComponent(real)
    return {
      settings: { listen_addresses: '', unix_socket_directories: `"${real.replaceAll('"', '""')}"`, unix_socket_permissions: '0700' },
      url: (role, password, name) => `postgresql://${role}:${password}@localhost/${name}?host=${folder}`,
    }
  }
  const port = wanted === undefined || wanted === 0 ? await freePort() : wanted
  return {
    settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
    url: (role, password, name) => `postgresql://${role}:${password}@127.0.0.1:${port}/${name}`,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolvePort(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Keeps the server up: should it end without being told to, it is started again on the same address. */
async function supervise(setup: Launch, say: (line: string) => void): Promise<{ pid(): number; stop(): Promise<void> }> {
  let server: Postmaster = await launch(setup)
  const stopping = new AbortController()
  async function watch(): Promise<void> {
    for (let pause = 100; ; pause = Math.min(pause * 2, 5_000)) {
      await server.exited
      if (stopping.signal.aborted) return
      say('PostgreSQL ended by itself; starting it again.')
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      try {
        server = await launch(setup)
        pause = 100
      } catch (error) {
        say(error instanceof Error ? error.message : String(error))
      }
      if (stopping.signal.aborted) await server.stop()
    }
  }
  const watching = watch()
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping.abort()
      await server.stop()
      await watching
    },
  }
}

async function proveAccess(url: string, path: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const code = codeOf(error)
    if (code === '28P01' || code === '28000') throw new StartError(`The password in postgres.key is not the one of ${path}: bring the right file back, or delete it and a new password is set.`)
    if (code === '3D000') throw new StartError(`${path} is damaged (its database ${database} is missing): restore it from a backup, or move the folder away to begin anew.`)
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}
