import { migrate } from '../../emit/sql/migrate.ts'
import { migrations } from '../../../migrations/index.ts'
import type { Config } from '../config.ts'
import { checkServer } from '../database/connect.ts'
import { prepareDataDir } from '../database/dataFolder.ts'
import { runningEmbedded, startEmbedded } from '../database/embedded.ts'
import type { Lifecycle } from '../lifecycle.ts'

export interface Database {
  readonly url: string
  /** Ours, with demonstration data; not one of the user's own. */
  readonly embedded: boolean
}

/** The embedded PostgreSQL, or the user's own, with every migration applied. A command uses the one that a server of ours runs already. */
export async function openDatabase(life: Lifecycle, config: Config, beside = false): Promise<Database> {
  const { databaseUrl, dataDir } = config
  const running = beside && databaseUrl === undefined ? await runningEmbedded(dataDir) : undefined
  const url = databaseUrl ?? running ?? (await life.step('PostgreSQL', () => startEmbedded({ dataDir }), (server) => server.stop())).url
  if (databaseUrl !== undefined) {
    prepareDataDir(dataDir)
    await life.step('PostgreSQL', () => checkServer(databaseUrl))
  }
  await life.step('Migrations', (progress) => migrate(url, { migrations, say: progress }))
  return { url, embedded: databaseUrl === undefined }
}
