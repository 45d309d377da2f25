import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { employee } from '../data/fill.ts'
import { startCluster } from '../data/cluster.ts'
import { start, type Running, type Setting } from '../servers/child.ts'
import { bundle } from './bundle.ts'
import { once, type Target } from './load.ts'

/** Connections to PostgreSQL, for each server alike: the product's own number. */
export const POOL = 10

export interface Served extends Running, Target {}

export interface World {
  /** A database as the product's migrations make it, with so many offers in it; filled when it is first asked for. */
  filled(offers: number): Promise<string>
  /** The same with every offer published. */
  published(offers: number): Promise<string>
  readonly rounds: number
  readonly seconds: number
  say(line: string): void
  /** A server of ours, or of somebody else's, on a database. Stopped with the world. */
  serve(name: 'coulisses' | 'withoutRights' | 'postgraphile' | 'byHand' | 'siteByHand', databaseUrl: string, more?: Readonly<Record<string, unknown>>): Promise<Served>
  /** The product, and an employee who is signed in. */
  signedIn(databaseUrl: string): Promise<Served>
  /** The same once more: a token lives a quarter of an hour. */
  signIn(server: Served): Promise<Served>
  stop(): Promise<void>
}

export interface WorldOptions {
  readonly rounds: number
  readonly seconds: number
  readonly say: (line: string) => void
}

/** Flags of Node with which the product is started (package.json, `start`). */
export const productFlags = ['--max-semi-space-size=16', '--heap-growing-percent=100'] as const

export async function openWorld({ rounds, seconds, say }: WorldOptions): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'coulisses-bench-data-'))
  const running: Served[] = []
  const cluster = await startCluster(say)
  const databases = new Map<string, Promise<string>>()
  const database = (offers: number, published: boolean): Promise<string> => {
    const key = `${offers} ${published}`
    const known = databases.get(key) ?? cluster.filled(offers, published)
    databases.set(key, known)
    return known
  }
  const files = {
    coulisses: () => bundle('servers/coulisses.ts'), withoutRights: () => bundle('servers/withoutRights.ts'),
    postgraphile: () => plain('postgraphile'), byHand: () => plain('byHand'), siteByHand: () => plain('siteByHand'),
  } as const

  async function serve(name: keyof typeof files, databaseUrl: string, more: Readonly<Record<string, unknown>> = {}): Promise<Served> {
    const setting: Setting = { ...more, databaseUrl, pool: POOL, dataDir: mkdtempSync(join(folder, 'data-')) }
    const server = await start(await files[name](), setting, name === 'coulisses' ? productFlags : [])
    running.push(server)
    return server
  }

  async function signIn(server: Served): Promise<Served> {
    const { signIn: session } = await once<{ signIn: { token: string } }>(server, { query: 'mutation SignIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', variables: { ...employee } })
    return { ...server, headers: { authorization: `Bearer ${session.token}` } }
  }

  return {
    rounds, seconds, say, serve, signIn,
    signedIn: async (databaseUrl) => signIn(await serve('coulisses', databaseUrl)),
    filled: (offers) => database(offers, false),
    published: (offers) => database(offers, true),
    stop: async () => {
      await Promise.all(running.map((server) => server.stop()))
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs as it is: Node takes the types out, and what a peer brings is its own plain JavaScript. */
const plain = (name: string): Promise<string> => Promise.resolve(fileURLToPath(new URL(`../servers/${name}.ts`, import.meta.url)))
