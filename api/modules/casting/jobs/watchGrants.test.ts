import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWholeServer } from '../../../contract/server.ts'
import { openDocuments, type Documents } from '../../../documents/fixtures/documents.ts'
import { until } from '../../../server/fixtures.ts'
import { houseCaller, type House } from '../../../server/house.ts'
import { at, type Made } from '../fixtures/desk.ts'
import watchGrants from './watchGrants.ts'

let documents: Documents
let house: House
let key: string
beforeAll(async () => {
  const server = await startWholeServer()
  house = server.house
  documents = await openDocuments(server)
  key = await documents.partnerKey()
  await documents.server.sql('update diffusion_partner set technical_contact_id = null')
})
afterAll(async () => { await documents.server.close() })
beforeEach(async () => {
  await documents.server.sql('delete from outbound_message')
  await settle(10, 1_000)
})

async function settle(faults: number, rows: number): Promise<void> {
  await documents.server.sql(`delete from module_setting where key in ('suspendFaults', 'suspendRows')`)
  for (const [name, value] of [['suspendFaults', faults], ['suspendRows', rows]]) await documents.server.sql(`insert into module_setting (module_id, key, value) select id, $1, $2 from module where key = 'casting'`, [name, String(value)])
}

/** What the clock does once a minute, and what it asks to be done. */
const watch = async (): Promise<void> => {
  await house.writer.mutate(houseCaller('job watchGrants'), (work) => watchGrants.run(work, {}))
  await documents.server.work()
}

interface Granted { readonly document: Made; readonly grant: Made; readonly call: (variables?: object, authorization?: string) => Promise<number>; readonly state: () => Promise<unknown>; readonly faults: () => Promise<number> }
async function granted(terms: Readonly<Record<string, unknown>> = {}): Promise<Granted> {
  const document = await documents.inService(`query ($page: PageInput) { castingOffers(page: $page) { items { id } } } # ${randomUUID()}`, { client: 'PARTNER' })
  const grant = await documents.grantTo(document, { ratePerMinute: 60_000, ...terms })
  // Approved before: what came earlier than that is decided.
  await documents.server.sql(`update document_grant set updated_at = now() - interval '1 hour' where id = $1`, [grant.id])
  const call: Granted['call'] = async (variables = {}, authorization = key) => (await documents.at(`/partner/${String(document['alias'])}?variables=${encodeURIComponent(JSON.stringify(variables))}`, { headers: authorization === '' ? {} : { authorization } })).status
  await until(async () => await call() === 200)
  return {
    document, grant, call, state: async () => at(await documents.one('DocumentGrant', grant.id, 'state'), 'state'),
    faults: async () => Number((await documents.server.sql('select coalesce(sum(faults), 0)::int as n from guard.document_faults where grant_id = $1', [grant.id]))[0]?.['n']),
  }
}
const untilRow = async (ask: () => Promise<readonly Readonly<Record<string, unknown>>[]>): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  let rows = await ask()
  await until(async () => (rows = await ask()).length > 0)
  return rows
}
const many = async (times: number, ask: () => Promise<number>): Promise<void> => { for (let time = 0; time < times; time++) await ask() }
/** Once more where midnight in Paris came in between. */
async function withinOneDay<T>(run: () => Promise<T>): Promise<T> {
  const day = async (): Promise<unknown> => (await documents.server.sql(`select (now() at time zone 'Europe/Paris')::date::text as day`))[0]?.['day']
  const begun = await day()
  const found = await run()
  return await day() === begun ? found : await run()
}
/** As if it had been used so for a fortnight. */
const usual = ({ document, grant }: Granted, rows: number, refused = 0): Promise<unknown> => documents.server.sql(
  `insert into document_usage (day, document_id, grant_id, calls, row_count, refused) select (now() at time zone 'Europe/Paris')::date - n, $1, $2, 100, $3, $4 from generate_series(1, 14) n`, [document.id, grant.id, rows, refused])

describe('a grant whose calls are refused far beyond its custom', () => {
  it('is suspended by the house, with the reason in its history; the desk is told, and the partner by mail', async () => {
    const one = await granted()
    await many(10, () => one.call({ other: 1 }))
    await until(async () => await one.faults() === 10)
    await watch()
    expect(await one.state()).toBe('SUSPENDED')
    await until(async () => await one.call() === 403)
    const [change] = await documents.server.sql(`select origin, user_id, changes from audit_entry where entity_type = 'DocumentGrant' and entity_id = $1 order by at desc limit 1`, [one.grant.id])
    expect(change).toMatchObject({ origin: 'JOB', user_id: null, changes: { state: { to: 'SUSPENDED' }, reason: { to: expect.stringContaining('10 appels refusés en 10 minutes') as string } } })
    const told = at(await documents.ask('{ notifications { items { kind title body subject { entity id } } } }'), 'notifications', 'items')
    expect(told).toContainEqual({ kind: 'grantSuspended', title: expect.stringContaining(String(one.document['alias'])) as string, body: expect.stringContaining('d’office') as string, subject: { entity: 'DocumentGrant', id: one.grant.id } })
    const mails = await documents.server.sql(`select recipient, subject, body from outbound_message where recipient = 'partner@coulisses.test'`)
    expect(mails).toEqual([{ recipient: 'partner@coulisses.test', subject: expect.stringContaining('est suspendue') as string, body: expect.stringContaining('Suspended by the house: 10 refused calls') as string }])
    // What was before somebody resumed it is decided.
    await documents.grantStep('resume', one.grant.id)
    await watch()
    expect(await one.state()).toBe('ACTIVE')
  })

  it('goes on while most of its calls are sound, and where so many are its custom', async () => {
    const [sound, used] = [await granted(), await granted()]
    await many(10, () => sound.call({ other: 1 }))
    await many(10, () => sound.call())
    // Two thousand a day are fourteen in ten minutes.
    await usual(used, 10, 2_000)
    await many(11, () => used.call({ other: 1 }))
    await until(async () => await sound.faults() === 10 && await used.faults() === 11)
    await watch()
    expect([await sound.state(), await used.state()]).toEqual(['ACTIVE', 'ACTIVE'])
  })

  it('goes on where what it asks is gone, and where it is told that it asks too often', async () => {
    const document = await documents.inService(`query ($id: ID!) { castingOffer(id: $id) { title } } # ${randomUUID()}`, { client: 'PARTNER' })
    const grant = await documents.grantTo(document, { ratePerMinute: 12 })
    await documents.server.sql(`update document_grant set updated_at = now() - interval '1 hour' where id = $1`, [grant.id])
    const ask = (): Promise<number> => documents.at(`/partner/${String(document['alias'])}?variables={"id":"${randomUUID()}"}`, { headers: { authorization: key } }).then(({ status }) => status)
    await until(async () => await ask() !== 404)
    await many(30, ask)
    const [counted] = await untilRow(() => documents.server.sql('select sum(calls)::int as calls, sum(faults)::int as faults from guard.document_faults where grant_id = $1 having sum(calls) >= 31', [grant.id]))
    expect(counted).toEqual({ calls: 31, faults: 0 })
    await watch()
    expect(at(await documents.one('DocumentGrant', grant.id, 'state'), 'state')).toBe('ACTIVE')
  })

  it('is suspended though another one cannot be', async () => {
    const [first, second] = [await granted(), await granted()].sort((one, other) => (one.grant.id < other.grant.id ? -1 : 1))
    if (!first || !second) throw new Error('two grants')
    for (const one of [first, second]) await many(10, () => one.call({ other: 1 }))
    await until(async () => await first.faults() === 10 && await second.faults() === 10)
    await documents.server.sql(`create function stubborn() returns trigger language plpgsql as $$ begin raise 'it stays as it is'; end $$; create trigger stubborn before update on document_grant for each row when (old.id = '${first.grant.id}') execute function stubborn()`)
    await expect(watch()).rejects.toThrow()
    await documents.server.sql('drop trigger stubborn on document_grant; drop function stubborn')
    expect([await first.state(), await second.state()]).toEqual(['ACTIVE', 'SUSPENDED'])
    await watch()
    expect(await first.state()).toBe('SUSPENDED')
  })

  it('is nobody else’s to bring about: not without the key, not with a wrong one, not with another partner’s', async () => {
    const one = await granted()
    await many(15, () => one.call({ other: 1 }, ''))
    await many(15, () => one.call({ other: 1 }, `Bearer cou_${'x'.repeat(43)}`))
    await many(15, () => one.call({ other: 1 }, `Bearer ${documents.employee}`))
    await many(15, async () => (await documents.at(`/site/${String(one.document['alias'])}?variables={"other":1}`)).status)
    // Counted after all that, and so told with it.
    expect(await one.call({ other: 1 })).toBe(422)
    await until(async () => await one.faults() > 0)
    expect(await one.faults()).toBe(1)
    await watch()
    expect(await one.state()).toBe('ACTIVE')
  })
})

describe('a grant of which far more rows are read than on other days', () => {
  const readToday = ({ document, grant }: Granted, rows: number): Promise<unknown> => documents.server.sql(
    `insert into document_usage (day, document_id, grant_id, calls, row_count) values ((now() at time zone 'Europe/Paris')::date, $1, $2, 5, $3) on conflict (day, document_id, grant_id) do update set row_count = excluded.row_count`, [document.id, grant.id, rows])

  it('is suspended, unless it was decided on today or has no custom yet', async () => {
    const { greedy, states } = await withinOneDay(async () => {
      const [greedy, usualToo, young, today] = [await granted(), await granted(), await granted(), await granted()]
      for (const one of [greedy, usualToo, young, today]) await readToday(one, 2_000)
      for (const one of [greedy, today]) await usual(one, 100)
      await usual(usualToo, 1_900)
      await documents.server.sql(`update document_grant set updated_at = now() - interval '2 days' where id = any($1)`, [[greedy, usualToo, young].map(({ grant }) => grant.id)])
      await documents.server.sql('update document_grant set updated_at = now() where id = $1', [today.grant.id])
      await watch()
      return { greedy, states: await Promise.all([greedy, usualToo, young, today].map((one) => one.state())) }
    })
    expect(states).toEqual(['SUSPENDED', 'ACTIVE', 'ACTIVE', 'ACTIVE'])
    expect(at(await documents.one('DocumentGrant', greedy.grant.id, 'reason'), 'reason')).toContain('2000 lignes lues ce jour, d’ordinaire 100')
  })

  it('goes on where the house has settled that nothing is suspended', async () => {
    const one = await granted()
    await readToday(one, 5_000)
    await usual(one, 10)
    await many(12, () => one.call({ other: 1 }))
    await until(async () => await one.faults() === 12)
    await documents.server.sql(`update document_grant set updated_at = now() - interval '2 days' where id = $1`, [one.grant.id])
    await settle(0, 0)
    await watch()
    expect(await one.state()).toBe('ACTIVE')
  })
})
