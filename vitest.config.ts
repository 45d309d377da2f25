import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: [
    // Vitest would load graphql twice, once as ESM and once as CommonJS, and each refuses the other's types.
    { find: /^graphql$/, replacement: 'graphql/index.js' },
    // The same with the router: react-admin would not see the one that stands around it.
    { find: /^react-router$/, replacement: createRequire(import.meta.url).resolve('react-router') },
  ] },
  test: {
    include: ['{api,schema,seeds,scripts,migrations,admin,browser,cli}/**/*.test.{ts,tsx}'],
    // ra-data-graphql is ESM and names exports of Apollo's CommonJS build, which Node alone does not find.
    server: { deps: { inline: ['ra-data-graphql', '@apollo/client'] } },
    globalSetup: ['api/server/testSetup.ts', 'browser/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers would only wait for each other and for PostgreSQL.
    maxWorkers: 2,
    // The browser shares two cores with everything else there: what fails once for want of time is tried again, and told.
    retry: process.env['CI'] ? 2 : 0,
  },
})
