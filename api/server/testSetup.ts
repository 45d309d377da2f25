import { testClusterSetup } from './database/testCluster.ts'

/** Vitest's `globalSetup`: what it is given here fills the template that every test database is copied from. */
export default testClusterSetup()
