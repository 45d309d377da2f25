import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { findBinaries } from './binaries.ts'
import { appRole, database as template } from './cluster.ts'
import { placeCluster } from './dataFolder.ts'
import { lockDataDir } from './dataLock.ts'
import { startEmbedded } from './embedded.ts'
import { stopOrphan } from './postmaster.ts'

/** What a test needs to know of the one cluster of its run. */
export interface TestCluster {
  readonly url: string
  readonly adminUrl: string
}

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Makes the tables (and whatever every test starts from) in the template, and closes its connections. */
export type Prepare = (url: string) => Promise<void>

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the workers ask for the cluster. */
    testClusterDoor: string
  }
}

const prefix = 'coulisses-cluster-'

/** Memory where there is plenty of it: a thousand small files are made there five times as fast. */
const home = roomIn('/dev/shm') > 4_000_000_000 ? '/dev/shm' : tmpdir()

/**
 * The `globalSetup` of a vitest run: one cluster that forgets durability, with a template database that
 * `prepare` fills once. Tests take copies of it with `createTestDatabase`. It is started for the first
 * test that asks, so that a run without the database does not wait for it.
 */
export function testClusterSetup(prepare?: Prepare): (project: TestProject) => Promise<() => Promise<void>> {
  return async (project) => {
    let starting: ReturnType<typeof startTestCluster> | undefined
    const door = createServer(async (_, response) => {
      try {
        starting ??= startTestCluster(prepare)
        response.end(JSON.stringify((await starting).cluster))
      } catch (error) {
        response.writeHead(500).end(error instanceof Error ? error.stack : String(error))
      }
    }).listen(0, '127.0.0.1')
    await once(door, 'listening')
    const address = door.address()
    project.provide('testClusterDoor', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    return async () => {
      door.close()
      door.closeAllConnections()
      await (await starting?.catch(() => undefined))?.stop()
    }
  }
}

let asked: Promise<TestCluster> | undefined

/** The cluster of this run. */
export function testCluster(): Promise<TestCluster> {
  return asked ??= ask()
}

async function ask(): Promise<TestCluster> {
  const door: string | undefined = inject('testClusterDoor')
  if (door === undefined) throw new Error('There is no test cluster: name a file in globalSetup whose default export is testClusterSetup(…).')
  const response = await fetch(door)
  const text = await response.text()
  if (!response.ok) throw new Error(`The test cluster did not start:\n${text}`)
  const answer: unknown = JSON.parse(text)
  if (!isCluster(answer)) throw new Error('The test cluster answered something else.')
  return answer
}

function isCluster(value: unknown): value is TestCluster {
  return typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string'
    && 'adminUrl' in value && typeof value.adminUrl === 'string'
}

/** The same outside of vitest's own set-up. */
export async function startTestCluster(prepare?: Prepare): Promise<{ cluster: TestCluster; stop(): Promise<void> }> {
  await sweep()
  const dataDir = makeTestFolder(prefix)
  const server = await startEmbedded({ dataDir, durable: false, say: () => undefined })
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await prepare?.(server.url)
  } catch (error) {
    await stop()
    throw error
  }
  return { cluster: { url: server.url, adminUrl: server.adminUrl }, stop }
}

/** A folder for one test, which the account that runs PostgreSQL for root may enter. */
export function makeTestFolder(name = 'coulisses-test-'): string {
  const folder = mkdtempSync(join(home, name))
  chmodSync(folder, 0o711)
  return folder
}

/** A database of its own, copied from the template in some hundredths of a second. */
export async function createTestDatabase(given?: TestCluster): Promise<TestDatabase> {
  const cluster = given ?? await testCluster()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(cluster, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${appRole}`)
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function administer({ adminUrl }: TestCluster, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Removes what runs that were killed have left behind: a server that nobody stops, and its folder. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(home, name)
    try {
      // Without a lock, a young one belongs to a run that is just beginning, or ending.
      if (!existsSync(join(folder, 'coulisses.lock')) && Date.now() - statSync(folder).mtimeMs < 600_000) continue
      const lock = lockDataDir(folder) // Refused while the run that made it lives.
      const place = await placeCluster(folder)
      if (place.exists) await stopOrphan({ place, binaries: findBinaries(place.user) })
      lock.release()
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // In use, or not ours to remove: another run, or another user of this machine.
    }
  }
}

function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}
