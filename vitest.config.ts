import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Vitest would load graphql twice, once as ESM and once as CommonJS, and each refuses the other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['{api,schema,seeds,scripts,migrations,admin,browser}/**/*.test.{ts,tsx}'],
    // ra-data-graphql is ESM and names exports of Apollo's CommonJS build, which Node alone does not find.
    server: { deps: { inline: ['ra-data-graphql', '@apollo/client'] } },
    globalSetup: ['api/server/testSetup.ts', 'browser/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more workers would only wait for each other and for PostgreSQL.
    maxWorkers: 2,
  },
})
