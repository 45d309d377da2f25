import { smallDeclarations } from '../../api/contract/small.ts'
import { noKeys } from '../../api/crypto/keyFile.ts'
import { buildModel } from '../../api/model/build.ts'
import { createPool } from '../../api/server/database/connect.ts'
import { createHouse } from '../../api/server/house.ts'
import { createHttpApp } from '../../api/server/http/app.ts'
import type { Setting } from './child.ts'
import { serve } from './inChild.ts'

/** The API over the little model of the contract tests, with as many further entities as wanted: from declarations to an open port. */
serve(async ({ databaseUrl, pool: max, entities }: Setting) => {
  const report = (error: unknown): void => console.error(error)
  const house = await createHouse({
    model: buildModel(smallDeclarations(Number(entities))), code: [], pool: createPool({ url: databaseUrl, max }), keys: noKeys,
    tokenSecret: 'only for measuring how long a start takes', enqueue: () => Promise.resolve(), report, secure: false,
  })
  const app = createHttpApp({ report, trustProxy: false, secure: false })
  await app.register(house.routes)
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
})
