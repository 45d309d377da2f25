import { fillTemplate } from '../contract/server.ts'
import { createStructure } from '../emit/sql/structure.ts'
import { buildModel } from '../model/build.ts'
import { declarations } from '../../schema/index.ts'
import { testClusterSetup } from './database/testCluster.ts'

/** Vitest's `globalSetup`: what it is given here fills the template that every test database is copied from. */
export default testClusterSetup(async (url) => {
  await createStructure(buildModel(declarations), url)
  await fillTemplate(url)
})
