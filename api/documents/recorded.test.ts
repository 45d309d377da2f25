import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEvent } from '../access/audit.ts'
import { forbidden, notFound } from '../model/errors.ts'
import { startWholeServer } from '../contract/server.ts'
import { at } from '../contract/records.ts'
import { until } from '../server/fixtures.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'
import { createRefusalRecord } from './recorded.ts'
import { refusals } from './refusals.ts'

describe('what the doors refuse', () => {
  const recording = () => {
    const events: AuditEvent[] = []
    const clock = { now: 0 }
    const record = createRefusalRecord((event) => { events.push(event); return Promise.resolve(true) }, () => clock.now)
    const refuse = (address: string, error: unknown = refusals.operation('x')) => { record(error, { door: 'SITE', by: { userId: undefined, requestId: 'r' }, address, document: 'casting-search.v1' }) }
    return { events, clock, refuse }
  }

  it('is on record once a minute for each caller, with how often it was before', () => {
    const { events, clock, refuse } = recording()
    for (let time = 0; time < 500; time += 1) refuse('192.0.2.1')
    expect(events).toMatchObject([{ action: 'REFUSED', operation: '/site', reason: 'unknownOperation', details: { document: 'casting-search.v1' } }])
    clock.now = 60_000
    refuse('192.0.2.1')
    expect(events[1]).toMatchObject({ details: { timesBefore: 500 } })
  })

  it('is sixty entries a minute at most, from however many addresses', () => {
    const { events, clock, refuse } = recording()
    for (let address = 0; address < 5_000; address += 1) refuse(`192.0.2.${address}`)
    expect(events).toHaveLength(60)
    clock.now = 60_000
    refuse('192.0.2.9999')
    expect(events).toHaveLength(61)
  })

  it('is what somebody may not, not what there is not', () => {
    const { events, refuse } = recording()
    for (const error of [notFound(), refusals.unknown(), new Error('x')]) refuse('192.0.2.1', error)
    expect(events).toEqual([])
    refuse('192.0.2.1', forbidden())
    expect(events).toHaveLength(1)
  })
})

describe('at the doors themselves', () => {
  let documents: Documents
  beforeAll(async () => { documents = await openDocuments() })
  afterAll(() => documents.server.close())

  it('a variable outside of the policy, and a key that is none, are on record', async () => {
    const made = await documents.inService('query S($page: PageInput) { castingOffers(page: $page) { total } }', { variables: { 'page.size': { max: 50 } } })
    await documents.at(`/site/${String(made['alias'])}?variables=${encodeURIComponent('{"page":{"size":51}}')}`)
    await documents.at(`/partner/${String(made['alias'])}`, { headers: { authorization: `Bearer cou_${'a'.repeat(43)}` } })
    const told = () => documents.server.sql(`select operation, reason, origin, details from audit_entry where action = 'REFUSED' and operation in ('/site', 'authenticate') order by operation`)
    await until(async () => (await told()).length === 2)
    expect(await told()).toMatchObject([
      { operation: '/site', origin: 'SITE', details: { document: made['alias'], paths: ['variables.page.size'] } }, { operation: 'authenticate', reason: 'tokenRefused' },
    ])
  })
})

describe('the other pages of partners', () => {
  it('put on record what they refuse to somebody whose key is good, under his name', async () => {
    const documents = await openDocuments()
    const unfit = await documents.partnerKey(['GRAPHQL_READ'])
    const [{ id: partner } = {}] = await documents.server.sql(`select id from "user" where email = 'partner@coulisses.test'`)
    const [{ feed, grant } = {}] = await documents.server.sql(`select f.id as feed, g.id as grant from partner_feed f join document_grant g on g.document_id = f.query_id and g.partner_id = f.partner_id where f.name = 'Toutes les offres'`)
    for (const _ of [1, 2]) expect((await documents.at('/partner/openapi.json', { headers: { authorization: unfit } })).status).toBe(403)
    expect((await documents.at('/partner/sign-in', { method: 'POST', headers: { authorization: unfit } })).status).toBe(403)
    const key = await documents.partnerKey()
    await documents.grantStep('suspend', String(grant), { reason: 'To see.' })
    await documents.until(403, () => documents.at(`/partner/feeds/${String(feed)}.json`, { headers: { authorization: key } }))
    const told = () => documents.server.sql(`select user_id, origin, reason, details ->> 'document' as document from audit_entry where action = 'REFUSED' and operation = '/partner' order by document`)
    await until(async () => (await told()).length >= 3)
    const same = { user_id: partner, origin: 'PARTNER' }
    expect(await told()).toEqual([{ ...same, reason: 'documentSuspended', document: `feeds/${String(feed)}.json` }, { ...same, reason: 'scopeMissing', document: 'openapi.json' }, { ...same, reason: 'scopeMissing', document: 'sign-in' }])
    await documents.server.close()
  })
})

describe('whoever acts for a partner', () => {
  it('writes no documents of his own, by his password nor by a key; what is about his account he may (B.2)', async () => {
    const server = await startWholeServer(undefined, undefined, { outsidersAskFreely: false })
    const token = await server.signIn('partner@coulisses.test')
    const refused = async (document: string, bearer = token) => at((await server.graphql(document, {}, bearer)).errors?.[0], 'extensions')
    for (const document of ['{ castingOffers { total } }', '{ me { id } castingOffers { total } }', '{ partnerFeeds { items { domains { name } } } }', '{ apiKeys { items { user { email } } } }', 'mutation { createProspect(input: {}) { id } }', '{ nothingOfTheKind }']) {
      expect({ document, told: await refused(document) }).toMatchObject({ document, told: { code: 'FORBIDDEN', reason: 'registeredOnly' } })
    }
    for (const document of ['{ me { email } mySessions { id } }', '{ partnerDocuments { alias example } partnerFeeds { total items { id name } } apiKeys { items { id name } } }', `mutation { issueApiKey(name: "x", scopes: [DOCUMENTS_RUN], expiresAt: "${new Date(Date.now() + 86_400_000).toISOString()}") { secret apiKey { id } } }`]) {
      expect({ document, errors: (await server.graphql(document, {}, token)).errors }).toEqual({ document, errors: undefined })
    }
    const { data: shown } = await server.graphql('{ __schema { queryType { fields { name } } } }', {}, token)
    const roots = (at(shown, '__schema', 'queryType', 'fields') as readonly { name: string }[]).map(({ name }) => name)
    expect(roots).toEqual(expect.arrayContaining(['me', 'partnerDocuments', 'partnerFeeds', 'apiKeys']))
    expect(roots).not.toContain('castingOffers')
    expect(at((await server.graphql('{ adminMeta { resources { name } modules { name } } }', {}, token)).data, 'adminMeta', 'resources')).toEqual([])
    const employee = await server.signIn('employee@coulisses.test')
    const [{ id } = {}] = await server.sql(`select id from "user" where email = 'partner@coulisses.test'`)
    const { data } = await server.graphql(`mutation ($user: ID) { issueApiKey(name: "x", scopes: [GRAPHQL_READ], expiresAt: "${new Date(Date.now() + 86_400_000).toISOString()}", user: $user) { secret } }`, { user: id }, employee)
    expect(await refused('{ castingOffers { total } }', String(at(data, 'issueApiKey', 'secret')))).toMatchObject({ code: 'FORBIDDEN', reason: 'registeredOnly' })
    await server.close()
  })
})
