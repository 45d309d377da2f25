import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../../api/emit/sql/migrate.ts'
import { migrations } from '../../migrations/index.ts'
import { startEmbedded } from '../../api/server/database/embedded.ts'
import { fill } from './fill.ts'

export interface Cluster {
  /** A database as the product's migrations make it, with so many offers in it. */
  filled(offers: number, published?: boolean): Promise<string>
  stop(): Promise<void>
}

/** The embedded PostgreSQL with the product's own settings, safe against a power cut, in a folder that is thrown away. */
export async function startCluster(say: (line: string) => void): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'coulisses-bench-'))
  // Started by root, PostgreSQL runs as another user, who must be able to come in.
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ dataDir: folder, durable: true, say }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true })
    throw error
  })
  return {
    filled: async (offers, published = false) => {
      const name = `offers_${offers}${published ? '_published' : ''}`
      const [url, adminUrl] = [named(server.url, name), named(server.adminUrl, name)]
      await administer(server.adminUrl, `create database ${name} owner coulisses`)
      await migrate(url, { migrations })
      const begun = performance.now()
      await fill(adminUrl, offers, published)
      say(`${offers.toLocaleString('en')} offers in ${((performance.now() - begun) / 1_000).toFixed(0)} s`)
      return url
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function named(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
