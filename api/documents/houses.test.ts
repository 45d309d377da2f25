import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBeside, startWholeServer } from '../contract/server.ts'
import type { Made } from '../modules/casting/fixtures/desk.ts'
import watchGrants from '../modules/casting/jobs/watchGrants.ts'
import { until } from '../server/fixtures.ts'
import { houseCaller, type House } from '../server/house.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'

/** Two instances of the product on one database, each with its own memory: what a partner is given, he is given once. */
let documents: Documents
let house: House
let beside: Awaited<ReturnType<typeof startBeside>>
let key: string
beforeAll(async () => {
  const server = await startWholeServer()
  house = server.house
  documents = await openDocuments(server)
  beside = await startBeside(server)
  key = await documents.partnerKey()
})
afterAll(async () => {
  await beside.close()
  await documents.server.close()
})

const SEARCH = 'query ($page: PageInput) { castingOffers(page: $page) { items { id } } }'
interface Granted { readonly document: Made; readonly grant: Made; readonly here: (variables?: object, authorization?: string) => Promise<Response>; readonly there: Granted['here'] }

async function granted(terms: Readonly<Record<string, unknown>>): Promise<Granted> {
  const document = await documents.inService(`${SEARCH} # ${randomUUID()}`, { client: 'PARTNER' })
  const grant = await documents.grantTo(document, terms)
  const at = (url: string) => (variables: object = {}, authorization = key) =>
    fetch(`${url}/partner/${String(document['alias'])}?variables=${encodeURIComponent(JSON.stringify(variables))}`, { headers: { authorization } })
  return { document, grant, here: at(documents.server.url), there: at(beside.url) }
}
const sum = async (table: string, column: string, grant: Made): Promise<number> => Number((await documents.server.sql(`select coalesce(sum(${column}), 0)::int as n from ${table} where grant_id = $1`, [grant.id]))[0]?.['n'])

describe('two houses on one database', () => {
  it('share the calls of a minute', async () => {
    const { here, there, grant } = await granted({ ratePerMinute: 10 })
    await until(async () => (await here()).status === 200)
    for (let call = 1; call < 10; call++) expect((await here()).status).toBe(200)
    expect((await here()).status).toBe(429)
    await until(async () => await sum('guard.document_calls', 'calls', grant) === 10)
    // The first that is asked of the other one.
    const first = await there()
    expect([first.status, first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual([429, '10', '0'])
  })

  it('share the rows of a day', async () => {
    const { here, there, grant } = await granted({ rowsPerDay: 3 })
    await until(async () => (await here({ page: { size: 3 } })).status === 200)
    await until(async () => await sum('document_usage', 'row_count', grant) === 3)
    expect((await there({ page: { size: 1 } })).status).toBe(429)
  })

  it('hear of a suspension that was done at one of them', async () => {
    const { here, there, grant } = await granted({})
    for (const at of [here, there]) await until(async () => (await at()).status === 200)
    await documents.grantStep('suspend', grant.id, { reason: 'To see.' })
    for (const at of [here, there]) await until(async () => (await at()).status === 403)
  })

  it('suspend together what runs wild at both of them', async () => {
    await documents.server.sql(`insert into module_setting (module_id, key, value) select id, 'suspendFaults', '8' from module where key = 'casting'`)
    const watch = async (): Promise<void> => {
      await house.writer.mutate(houseCaller('job watchGrants'), (work) => watchGrants.run(work, {}))
      await documents.server.work()
    }
    const { here, there, grant } = await granted({})
    // What came before the grant was decided on is decided.
    await documents.server.sql(`update document_grant set updated_at = now() - interval '1 hour' where id = $1`, [grant.id])
    for (const at of [here, there]) await until(async () => (await at()).status === 200)
    for (let call = 0; call < 4; call++) expect((await here({ other: call })).status).toBe(422)
    await until(async () => await sum('guard.document_faults', 'faults', grant) === 4)
    await watch()
    expect((await here()).status).toBe(200)
    for (let call = 0; call < 4; call++) expect((await there({ other: call })).status).toBe(422)
    await until(async () => await sum('guard.document_faults', 'faults', grant) === 8)
    await watch()
    for (const at of [here, there]) await until(async () => (await at()).status === 403)
    expect(await documents.one('DocumentGrant', grant.id, 'state reason')).toEqual({ state: 'SUSPENDED', reason: expect.stringContaining('8 appels refusés') as string })
  })
})
