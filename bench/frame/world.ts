import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { employee } from '../data/fill.ts'
import { startCluster, type Cluster } from '../data/cluster.ts'
import { start, type Running, type Setting } from '../servers/child.ts'
import { bundle } from './bundle.ts'
import { once, type Target } from './load.ts'

/** Connections to PostgreSQL, for each server alike: the product's own number. */
export const POOL = 10

export interface Served extends Running, Target {}

export interface World {
  readonly cluster: Cluster
  readonly rounds: number
  readonly seconds: number
  say(line: string): void
  /** A server of ours, or of somebody else's, on a database. Stopped with the world. */
  serve(name: 'coulisses' | 'withoutRights' | 'postgraphile' | 'byHand', databaseUrl: string): Promise<Served>
  /** The product, and an employee who is signed in. */
  signedIn(databaseUrl: string): Promise<Served>
  stop(): Promise<void>
}

export interface WorldOptions {
  readonly rounds: number
  readonly seconds: number
  readonly say: (line: string) => void
}

/** Flags of Node with which the product is started (package.json, `start`). */
export const productFlags = ['--max-semi-space-size=8', '--heap-growing-percent=60'] as const

export async function openWorld({ rounds, seconds, say }: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'coulisses-bench-data-'))
  const running: Served[] = []
  const cluster = await startCluster(say)
  const files = {
    coulisses: () => bundle('servers/coulisses.ts'), withoutRights: () => bundle('servers/withoutRights.ts'),
    postgraphile: () => plain('postgraphile'), byHand: () => plain('byHand'),
  } as const

  async function serve(name: keyof typeof files, databaseUrl: string): Promise<Served> {
    const setting: Setting = { databaseUrl, pool: POOL, dataDir: mkdtempSync(join(folder, 'data-')) }
    const server = await start(await files[name](), setting, name === 'coulisses' ? productFlags : [])
    running.push(server)
    return server
  }

  async function signedIn(databaseUrl: string): Promise<Served> {
    const server = await serve('coulisses', databaseUrl)
    const { signIn } = await once<{ signIn: { token: string } }>(server, { query: 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { ...employee } })
    return { ...server, headers: { authorization: `Bearer ${signIn.token}` } }
  }

  return {
    cluster, rounds, seconds, say, serve, signedIn,
    stop: async () => {
      await Promise.all(running.map((server) => server.stop()))
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs as it is: Node takes the types out, and what a peer brings is its own plain JavaScript. */
const plain = (name: string): Promise<string> => Promise.resolve(fileURLToPath(new URL(`../servers/${name}.ts`, import.meta.url)))
