import { feedRoutes } from '../server/feeds/routes.ts'
import { declarations } from '../../schema/index.ts'
import { loadReferences } from '../../seeds/load.ts'
import { demoPassword, loadDemo } from '../../seeds/loadDemo.ts'
import { approvals } from '../modules/core/approvals/open.ts'
import { conflicts } from '../modules/core/conflicts.ts'
import { modules } from '../modules/index.ts'
import { buildModel } from '../model/build.ts'
import { ensureKeyFile, watchKeyFile } from '../crypto/keyFile.ts'
import { createPool } from '../server/database/connect.ts'
import { createTestDatabase, makeTestFolder } from '../server/database/testCluster.ts'
import { createHouse, houseCaller, type House, type HouseOptions } from '../server/house.ts'
import type { Report } from '../server/report.ts'
import { createHttpApp } from '../server/http/app.ts'
import { oidcRoutes } from '../server/http/oidc.ts'
import type { OidcConfig } from '../server/config.ts'
import { backOfficeRoutes } from '../server/http/backOffice.ts'
import { join } from 'node:path'
import type { Answer, TestServer } from './harness.ts'

/** Fills the template of the test databases: the reference lists and the demonstration. */
export async function fillTemplate(url: string): Promise<void> {
  const { house, close } = await openHouse(url)
  await house.writer.mutate(houseCaller('references'), loadReferences)
  await house.writer.mutate(houseCaller('demonstration'), loadDemo)
  await close()
}

interface Open {
  readonly house: House
  readonly keyFile: string
  readonly statements: () => number
  readonly lastStatement: () => string
  readonly pool: ReturnType<typeof createPool>
  readonly work: () => Promise<void>
  close(): Promise<void>
}

async function openHouse(url: string, report: Report = (error) => { unforeseen.push(error) }, more: Partial<HouseOptions> = {}): Promise<Open> {
  const pool = createPool({ url, max: 5 })
  const keyFile = join(makeTestFolder('coulisses-keys-'), 'age.key')
  await ensureKeyFile(keyFile)
  let sent = 0
  // Time flies: the file is looked at whenever a key is needed.
  let looked = 0
  let last = ''
  const jobs: { name: string; data: Readonly<Record<string, unknown>> }[] = []
  const house = await createHouse({
    model: buildModel(declarations), code: modules, approvals, conflicts, pool, keys: watchKeyFile(keyFile, () => (looked += 2_000)), tokenSecret: 'a secret of the tests, long enough to be one',
    enqueue: (_query, name, data) => { jobs.push({ name, data }); return Promise.resolve() }, attempts: { perAccount: 5, perAddress: 1_000 }, publicUrl: () => 'https://coulisses.test', report, secure: false, outsidersAskFreely: true, site: { origins: ['https://www.example.test'], perMinute: 0 }, onStatement: (text) => { sent += 1; last = text }, ...more,
  })
  const perform = async (): Promise<void> => {
    const known = new Map(modules.flatMap((module) => module.jobs).map((job) => [job.name, job]))
    const faults: unknown[] = []
    // One that fails keeps no other from being done.
    for (const { name, data } of jobs.splice(0)) await house.writer.mutate(houseCaller(`job ${name}`), async (work) => known.get(name)?.run(work, data)).catch((error: unknown) => faults.push(error))
    if (faults.length > 0) throw faults[0]
  }
  return { house, pool, keyFile, work: perform, statements: () => sent, lastStatement: () => last, close: async () => { await house.stop(); await pool.end() } }
}

/** Errors that the server masked: a test that causes one has found a fault. */
export const unforeseen: unknown[] = []

/**
 * The whole API on the loopback, on a database of its own with the reference lists and the demonstration.
 * @param backOffice folder of the built back office, which is then served too
 * @param oidc another house at which people may sign in
 */
export const startTestServer = (backOffice?: string, oidc?: OidcConfig): Promise<TestServer> => startWholeServer(backOffice, undefined, { outsidersAskFreely: backOffice === undefined, ...(oidc ? { signInProvider: oidc.label } : {}) }, oidc)

async function appOf(house: House, report: Report): Promise<ReturnType<typeof createHttpApp>> {
  const app = createHttpApp({ report, trustProxy: false, secure: false })
  await app.register(house.routes)
  await app.register(feedRoutes(house))
  return app
}

/** Another house on the database of a server: a second instance of the product, which knows of the first only what the database tells. */
export async function startBeside({ databaseUrl }: Pick<TestServer, 'databaseUrl'>): Promise<{ readonly url: string; close(): Promise<void> }> {
  const report: Report = (error) => { unforeseen.push(error) }
  const { house, close } = await openHouse(databaseUrl, report)
  const app = await appOf(house, report)
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: async () => { await app.close(); await close() } }
}

/** The same, with what is behind it. */
export async function startWholeServer(backOffice?: string, report: Report = (error) => { unforeseen.push(error) }, more: Partial<HouseOptions> = {}, oidc?: OidcConfig): Promise<TestServer & Pick<Open, 'house' | 'keyFile' | 'pool'>> {
  const database = await createTestDatabase()
  const { house, keyFile, pool, work, statements, lastStatement, close } = await openHouse(database.url, report, more)
  const app = await appOf(house, report)
  if (backOffice !== undefined) await app.register(backOfficeRoutes({ folder: backOffice, report }))
  if (oidc) await app.register(oidcRoutes({ oidc, sessions: house.sessions, publicUrl: () => url, secure: false, report, audit: house.audit, query: house.query }))
  const url: string = await app.listen({ host: '127.0.0.1', port: 0 })
  const graphql = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, token?: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Data>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST', body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', 'accept-language': 'fr', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    })
    const { data, errors } = (await response.json()) as Pick<Answer<Data>, 'data' | 'errors'>
    return { status: response.status, data, errors }
  }
  return {
    url, databaseUrl: database.url, house, keyFile, pool, model: house.model, graphql, work, statements, lastStatement,
    signIn: async (email, password = demoPassword) => {
      const { data, errors } = await graphql<{ signIn: { token: string } | null }>('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token } }', { email, password })
      if (!data?.signIn) throw new Error(errors?.[0]?.message ?? 'no token')
      return data.signIn.token
    },
    sql: async (text, values = []) => (await pool.query<Record<string, unknown>>(text, [...values])).rows,
    close: async () => {
      await app.close()
      await close()
      await database.drop()
    },
  }
}
