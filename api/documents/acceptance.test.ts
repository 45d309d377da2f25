import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightsByOne } from '../contract/records.ts'
import { unique, type Made } from '../modules/casting/fixtures/desk.ts'
import { permit } from '../modules/core/fixtures/people.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'

let documents: Documents
let key: string
let partnerRole: string
let feed: string
beforeAll(async () => {
  documents = await openDocuments()
  await rightsByOne(documents.server)
  key = await documents.partnerKey()
  const [row] = await documents.server.sql(`select (select id from role where key = 'partner') as role, (select id from partner_feed where name = 'Toutes les offres') as feed`)
  partnerRole = String(row?.['role'])
  feed = String(row?.['feed'])
})
afterAll(async () => { await documents.server.close() })

const get = (path: string, authorization = key): Promise<Response> => fetch(`${documents.server.url}${path}`, { headers: { authorization, 'accept-language': 'en' } })
const text = async (path: string): Promise<string> => await (await get(path)).text()
/** All that an answer says, but for what is of the moment. */
const told = async (path: string): Promise<unknown> => {
  const answer = await get(path)
  return { status: answer.status, text: (await answer.text()).replaceAll(/"requestId":"[^"]*"/g, ''), headers: [...answer.headers].filter(([name]) => !['date', 'x-request-id', 'keep-alive'].includes(name)) }
}

/** A partner beside that of the demonstration, who was granted something. */
async function anotherPartner(document: Made): Promise<{ readonly feed: Made }> {
  const partner = await documents.create('DiffusionPartner', { siteName: unique('Autre site'), siteUrl: 'https://example.test', organisation: { create: { name: unique('Autre site'), addresses: { create: [{ city: 'Nantes', countryCode: 'FR' }] } } } })
  const grant = await documents.create('DocumentGrant', { partner: { connect: partner.id }, document: { connect: document.id } })
  await documents.grantStep('approve', grant.id)
  return { feed: await documents.create('PartnerFeed', { name: unique('Flux'), partner: { connect: partner.id } }) }
}

describe('what belongs to another partner', () => {
  it('is, to the last header, what does not exist: his documents by name and hash, his feeds by name and id', async () => {
    const document = await documents.inService(`{ castingOffers { total } } # ${randomUUID()}`, { client: 'PARTNER' })
    const { feed: foreign } = await anotherPartner(document)
    const [{ name } = {}] = await documents.server.sql('select name from partner_feed where id = $1', [foreign.id])
    const unknown = await told('/partner/nothing.v1')
    expect(unknown).toMatchObject({ status: 404 })
    for (const id of [document['alias'], `x-op:${String(document['alias'])}`, `sha256:${String(document['hash'])}`, `${String(document['alias'])}/Query`]) expect(await told(`/partner/${String(id)}`), String(id)).toEqual(unknown)
    for (const ending of ['json', 'rss', 'atom', 'jobs.json']) {
      const none = await told(`/partner/feeds/01890000-0000-7000-8000-000000000000.${ending}`)
      expect(none).toMatchObject({ status: 404 })
      for (const one of [foreign.id, encodeURIComponent(String(name))]) expect(await told(`/partner/feeds/${one}.${ending}`), ending).toEqual(none)
    }
  })
})

describe('a right that the role of partners loses', () => {
  it('takes its field from a document that runs, with the next call', async () => {
    const note = unique('Ne pas rappeler')
    const [{ id: offer } = {}] = await documents.server.sql(`select id from casting_offer where state = 'PUBLISHED' limit 1`)
    await documents.update('CastingOffer', String(offer), { internalNote: note })
    const document = await documents.inService(`query ($id: ID!) { castingOffer(id: $id) { id title internalNote } } # ${randomUUID()}`, { client: 'PARTNER' })
    await documents.grantTo(document)
    const path = `/partner/${String(document['alias'])}?variables=${encodeURIComponent(JSON.stringify({ id: offer }))}`
    await documents.until(200, () => documents.at(path, { headers: { authorization: key } }))
    expect(await text(path)).not.toContain(note)
    const permission = await permit(documents, { role: { connect: partnerRole } }, 'CastingOffer', 'READ', { field: 'internalNote' })
    for (let call = 0; call < 2; call++) expect(await text(path)).toContain(note)
    await documents.remove('Permission', permission.id, documents.admin)
    expect(await text(path)).not.toContain(note)
  })

  it('takes it from a feed that runs, in every form', async () => {
    const read = `/partner/partner-feed.v1?variables=${encodeURIComponent(JSON.stringify({ feed, first: 100 }))}`
    const ways = [read, ...['json', 'rss', 'atom', 'jobs.json'].map((ending) => `/partner/feeds/${feed}.${ending}`)]
    const employer = unique('Grande troupe')
    await documents.server.sql(`update client set company_name = $1 where id = (select client_id from casting_offer where state = 'PUBLISHED' order by id limit 1)`, [employer])
    while (!(await text(read)).includes(employer)) { /* The change of the row is heard a moment later. */ }
    const naming = [read, ...['atom', 'jobs.json'].map((ending) => `/partner/feeds/${feed}.${ending}`)]
    for (const way of naming) expect((await text(way)).includes(employer), way).toBe(true)
    const permission = await permit(documents, { role: { connect: partnerRole } }, 'Client', 'READ', { field: 'companyName', effect: 'DENY' })
    for (const way of ways) expect((await text(way)).includes(employer), way).toBe(false)
    await documents.remove('Permission', permission.id, documents.admin)
    for (const way of naming) expect((await text(way)).includes(employer), way).toBe(true)
  })
})

describe('statements', () => {
  it('a call of the public that was asked before costs none', async () => {
    const document = await documents.inService(`query ($page: PageInput) { professions(page: $page) { items { id name } } } # ${randomUUID()}`)
    const path = `/site/${String(document['alias'])}?variables=${encodeURIComponent('{"page":{"size":3}}')}`
    // While it is not heard that the document came, nothing is kept.
    let before: number
    do {
      before = documents.server.statements()
      expect((await documents.at(path)).status).toBe(200)
    } while (documents.server.statements() > before)
    before = documents.server.statements()
    for (let call = 0; call < 20; call++) expect((await documents.at(path)).status).toBe(200)
    expect(documents.server.statements()).toBe(before)
  })

  it('an id that a partner makes up costs none beside the one that knows his key', async () => {
    expect((await get('/partner/nothing.v0')).status).toBe(404)
    const before = documents.server.statements()
    for (let call = 0; call < 100; call++) expect((await get(`/partner/sha256:${'0'.repeat(60)}${String(call).padStart(4, '0')}`)).status).toBe(404)
    // The register may be read again meanwhile, if a busy machine takes the line that tells of changes for lost.
    expect(documents.server.statements() - before).toBeLessThanOrEqual(110)
  })
})

describe('a version that is replaced', () => {
  it('goes on to answer its partner, says until when and by what, and is gone on its day', async () => {
    const [old, next] = await Promise.all([1, 2].map(() => documents.inService(`{ castingOffers { total } } # ${randomUUID()}`, { client: 'PARTNER' })))
    if (!old || !next) throw new Error('no documents')
    for (const one of [old, next]) await documents.grantTo(one)
    await documents.step('deprecate', old.id, { successor: next.id })
    const path = `/partner/${String(old['alias'])}`
    let answer = await get(path)
    while (!answer.headers.has('sunset')) answer = await get(path)
    expect([answer.status, answer.headers.get('deprecation'), answer.headers.get('link')]).toEqual([200, expect.stringMatching(/^@\d{10}$/), `</partner/${String(next['alias'])}>; rel="successor-version"`])
    await documents.server.sql(`update persisted_query set sunset_at = now() - interval '1 second' where id = $1`, [old.id])
    expect(await documents.until(410, () => documents.at(path, { headers: { authorization: key } }))).toMatchObject({ json: { errors: [{ extensions: { reason: 'documentRetired' } }] } })
  })
})
