import { noKeys } from '../../api/crypto/keyFile.ts'
import { createAgeCipher } from '../../api/crypto/ageCipher.ts'
import { houseRights } from '../../api/access/rights.ts'
import { emitGraphql } from '../../api/emit/graphql/index.ts'
import { buildModel } from '../../api/model/build.ts'
import type { Query } from '../../api/read/index.ts'
import { createPool, queryNamed } from '../../api/server/database/connect.ts'
import { connectEngines, revealer, type HouseContext } from '../../api/server/engines.ts'
import { createGraphqlServer } from '../../api/server/graphql/server.ts'
import { createHttpApp } from '../../api/server/http/app.ts'
import type { Principal } from '../../api/access/principal.ts'
import { noOperations } from '../../api/write/types.ts'
import { declarations } from '../../schema/index.ts'
import type { Setting } from './child.ts'
import { serve } from './inChild.ts'

/** Who is asking is not looked up, and may do all. */
const anybody: Principal = { userId: '00000000-0000-7000-8000-000000000000', organisationId: undefined, roles: new Set(), origin: 'API', locale: 'fr', requestId: 'bench' }

/**
 * The same parts as the product for reading, without rights: no account, no rules, no row filters. Only to
 * know what rights cost; the product cannot be started so.
 */
serve(async ({ databaseUrl, pool: max }: Setting) => {
  const model = buildModel(declarations)
  const pool = createPool({ url: databaseUrl, max })
  const query: Query = async (text, values) => (await queryNamed(pool, text, values)).rows as Record<string, unknown>[]
  const cipher = await createAgeCipher(noKeys)
  const absent = (): never => { throw new Error('only reading is measured here') }
  const nothing = new Proxy({}, { get: () => absent }) as never
  const report = (error: unknown): void => console.error(error)
  const schema = emitGraphql<HouseContext>(model, noOperations, connectEngines({
    model, added: noOperations, query, writer: nothing, sessions: nothing, passwords: nothing, policies: nothing, secondFactors: nothing, secondFactor: 'optional', signInProvider: undefined, conflicts: undefined,
    journal: { audit: () => Promise.resolve(true), crowded: () => false }, cipher, report, version: '',
  }))
  const graphql = await createGraphqlServer<HouseContext>({
    schema, schemaFor: () => schema, report, secure: false, documents: { find: () => Promise.resolve(undefined) },
    authenticate: () => Promise.resolve({ principal: anybody, sessionId: undefined }),
    contextFor: (principal, http) => ({ caller: { principal, rights: houseRights }, http, reveal: revealer(cipher) }),
  })
  const app = createHttpApp({ report, trustProxy: false, secure: false })
  await app.register(graphql.routes)
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
})
