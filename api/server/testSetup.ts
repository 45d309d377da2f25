import { migrations } from '../../migrations/index.ts'
import { fillTemplate } from '../contract/server.ts'
import { migrate } from '../emit/sql/migrate.ts'
import { testClusterSetup } from './database/testCluster.ts'

/** Vitest's `globalSetup`: what it is given here fills the template that every test database is copied from. */
export default testClusterSetup(async (url) => {
  await migrate(url, { migrations })
  await fillTemplate(url)
})
