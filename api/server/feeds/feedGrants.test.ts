import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReferences } from '../../../seeds/load.ts'
import { startWholeServer } from '../../contract/server.ts'
import { openDocuments, type Documents, type HttpAnswer } from '../../documents/fixtures/documents.ts'
import { anOffer, at, textAt, unique, type Made } from '../../modules/casting/fixtures/desk.ts'
import { until } from '../fixtures.ts'
import { createHttpApp } from '../http/app.ts'
import { houseCaller, type House } from '../house.ts'
import { feedRoutes } from './routes.ts'

type Input = Readonly<Record<string, unknown>>

let documents: Documents
let house: House
let key: string
let partnerId: string
beforeAll(async () => {
  const server = await startWholeServer()
  house = server.house
  documents = await openDocuments(server)
  key = await documents.partnerKey()
  const [row] = await documents.server.sql(`select p.id from diffusion_partner p join "user" u on u.acts_for_id = p.organisation_id where u.email = 'partner@coulisses.test'`)
  partnerId = String(row?.['id'])
})
afterAll(async () => { await documents.server.close() })

const ENDINGS = ['json', 'rss', 'atom', 'jobs.json'] as const
const READ = 'query Feed($feed: String!, $since: String, $first: SafeInt) { readFeed(feed: $feed, since: $since, first: $first) { items { id title } gone nextSince hasNextPage } }'

interface Feed {
  readonly id: string
  readonly document: Made
  readonly grant: Made
  readonly publish: () => Promise<Made>
  readonly file: (ending?: string, query?: string) => Promise<HttpAnswer>
  readonly read: (variables?: Input) => Promise<HttpAnswer>
  readonly counted: () => Promise<unknown>
}

const get = async (path: string): Promise<HttpAnswer> => {
  const answer = await fetch(`${documents.server.url}${path}`, { headers: { authorization: key, 'accept-language': 'en' } })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, json: answer.headers.get('content-type')?.includes('json') === true && text !== '' ? JSON.parse(text) as HttpAnswer['json'] : {} }
}

/** A feed of a trade of its own and a document of its own, as the desk makes it: with the grant that was proposed for it. */
async function aFeed(text = READ): Promise<Feed> {
  const profession = await documents.create('Profession', { name: unique('Métier'), domain: { create: { name: unique('Domaine') } } })
  const document = await documents.inService(`${text} # ${randomUUID()}`, { client: 'PARTNER' })
  const { id } = await documents.create('PartnerFeed', { name: unique('Flux'), partner: { connect: partnerId }, professions: { connect: [profession.id] }, query: { connect: document.id } })
  const [grant] = at(await documents.ask('query ($id: ID!) { documentGrants(filter: { document: { id: { eq: $id } } }) { items { id state proposedBy { email } } } }', { id: document.id }), 'documentGrants', 'items') as Made[]
  if (!grant) throw new Error('no grant was proposed')
  const path = `/partner/${String(document['alias'])}`
  return {
    id, document, grant,
    publish: async () => {
      const offer = await anOffer(documents, { profession: { connect: profession.id } })
      await documents.run('publishCastingOffer', offer.id)
      return offer
    },
    file: (ending = 'json', query = '') => get(`/partner/feeds/${id}.${ending}${query}`),
    read: (variables = {}) => get(`${path}?variables=${encodeURIComponent(JSON.stringify({ feed: id, ...variables }))}`),
    counted: () => documents.server.sql('select sum(calls)::int as calls, sum(row_count)::int as rows, sum(refused)::int as refused, sum(errors)::int as errors from document_usage where grant_id = $1', [grant.id]).then(([row]) => row),
  }
}

const approve = async ({ grant }: Feed, terms: Input = {}): Promise<void> => {
  await documents.update('DocumentGrant', grant.id, { ratePerMinute: 60_000, ...terms })
  await documents.grantStep('approve', grant.id)
}
const everyWay = (feed: Feed): Promise<readonly HttpAnswer[]> => Promise.all([...ENDINGS.map((ending) => feed.file(ending)), feed.read()])
const untilAll = async (feed: Feed, status: number): Promise<void> => until(async () => (await everyWay(feed)).every((answer) => answer.status === status))

describe('a feed is a granted document', () => {
  it('that answers in no form before its grant is approved by a second person, and follows it from then on', async () => {
    const feed = await aFeed()
    expect(feed.grant).toMatchObject({ state: 'PROPOSED', proposedBy: { email: 'employee@coulisses.test' } })
    const unknown = await documents.at('/partner/nothing.v1', { headers: { authorization: key } })
    for (const answer of await everyWay(feed)) expect([answer.status, answer.json.errors?.[0]?.message ?? 'none']).toEqual([404, unknown.json.errors?.[0]?.message])
    const fetched = async (): Promise<unknown> => at(await documents.one('PartnerFeed', feed.id, 'lastFetchedAt'), 'lastFetchedAt')
    expect(await fetched()).toBeNull()
    await approve(feed)
    await untilAll(feed, 200)
    expect(await fetched()).not.toBeNull()
    await documents.grantStep('suspend', feed.grant.id, { reason: 'To see.' })
    await untilAll(feed, 403)
    await documents.grantStep('resume', feed.grant.id)
    await untilAll(feed, 200)
    await documents.step('suspend', feed.document.id, { reason: 'To see.' })
    await untilAll(feed, 403)
    await documents.step('resume', feed.document.id)
    await documents.server.sql(`update document_grant set valid_until = now() - interval '1 second' where id = $1`, [feed.grant.id])
    await untilAll(feed, 410)
    await documents.server.sql(`update document_grant set valid_until = null, valid_from = now() + interval '1 day' where id = $1`, [feed.grant.id])
    await untilAll(feed, 404)
    await documents.server.sql('update document_grant set valid_from = null where id = $1', [feed.grant.id])
    await untilAll(feed, 200)
    await documents.grantStep('end', feed.grant.id)
    await untilAll(feed, 404)
  })

  it('takes its calls from one minute, and counts them in one place, whatever their form', async () => {
    const feed = await aFeed()
    await feed.publish()
    await approve(feed, { ratePerMinute: 6 })
    await until(async () => (await feed.file()).status === 200)
    for (const answer of await everyWay(feed)) expect([answer.status, answer.headers.get('ratelimit-limit')]).toEqual([200, '6'])
    for (const answer of await everyWay(feed)) expect([answer.status, Number(answer.headers.get('retry-after')) > 0, answer.headers.get('etag')]).toEqual([429, true, null])
    await until(async () => Number(at(await feed.counted(), 'calls')) >= 11)
    expect(await feed.counted()).toMatchObject({ calls: 11, rows: 6, refused: 5 })
  })

  it('gives the rows of a day in every form: what would be too much is refused before it begins', async () => {
    const feed = await aFeed()
    for (const _ of [1, 2]) await feed.publish()
    await approve(feed, { rowsPerDay: 3 })
    await until(async () => (await feed.file()).status === 200)
    await until(async () => at(await feed.counted(), 'rows') === 2)
    for (const ending of ENDINGS) expect((await feed.file(ending)).status, ending).toBe(429)
    expect((await feed.read({ first: 1 })).json.data).toMatchObject({ readFeed: { items: [{}], hasNextPage: true } })
    await until(async () => at(await feed.counted(), 'rows') === 3)
    for (const answer of await everyWay(feed)) expect(answer.status).toBe(429)
  })

  it('gives them once to files that are asked at the same time', async () => {
    const feed = await aFeed()
    for (const _ of [1, 2]) await feed.publish()
    await approve(feed, { rowsPerDay: 5 })
    await until(async () => (await feed.file()).status === 200)
    const answers = await Promise.all(ENDINGS.map((ending) => feed.file(ending)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429, 429])
    await until(async () => at(await feed.counted(), 'calls') === 5)
    expect(await feed.counted()).toMatchObject({ rows: 4, refused: 3 })
  })

  it('counts also what failed before its first row', async () => {
    const feed = await aFeed()
    await feed.publish()
    await approve(feed, { rowsPerDay: 3 })
    await until(async () => (await feed.file()).status === 200)
    await documents.server.sql('alter table feed_snapshot rename to feed_snapshot_away')
    const broken = await fetch(`${documents.server.url}/partner/feeds/${feed.id}.json`, { headers: { authorization: key, 'if-modified-since': new Date().toUTCString() } })
    await documents.server.sql('alter table feed_snapshot_away rename to feed_snapshot')
    expect(broken.status).toBe(500)
    await until(async () => at(await feed.counted(), 'calls') === 2)
    expect(await feed.counted()).toMatchObject({ rows: 1, errors: 1 })
  })

  it('keeps to the page limit of its grant in every form: a file is one page', async () => {
    const feed = await aFeed()
    for (const _ of [1, 2]) await feed.publish()
    await approve(feed, { pageLimit: 1 })
    await until(async () => (await feed.read()).status === 200)
    expect((await feed.read()).json.data).toMatchObject({ readFeed: { items: [{}], hasNextPage: true } })
    expect((await feed.read({ first: 2 })).status).toBe(422)
    for (const ending of ENDINGS) expect((await feed.file(ending)).status, ending).toBe(422)
    const since = textAt((await feed.read()).json.data, 'readFeed', 'nextSince')
    await feed.publish()
    for (const ending of ENDINGS) expect((await feed.file(ending, `?since=${since}`)).status, ending).toBe(200)
  })

  it('tells in every form what its document asks, and no more', async () => {
    const feed = await aFeed()
    await approve(feed)
    const offer = await feed.publish()
    await until(async () => (await feed.file()).status === 200)
    const [shown] = await documents.server.sql('select o.title, o.reference, c.company_name, p.name from casting_offer o join client c on c.id = o.client_id join profession p on p.id = o.profession_id where o.id = $1', [offer.id])
    for (const ending of ENDINGS) {
      const { text } = await feed.file(ending)
      expect(text, ending).toContain(shown?.['title'])
      for (const closed of ['reference', 'company_name', 'name']) expect(text, ending).not.toContain(shown?.[closed])
    }
  })

  it('is the one that its grant pins, or one of those that it names, in every form', async () => {
    const feed = await aFeed()
    await approve(feed, { variables: { feed: { oneOf: [feed.id] } } })
    const { id: other } = await documents.create('PartnerFeed', { name: unique('Flux'), partner: { connect: partnerId }, query: { connect: feed.document.id } })
    await untilAll(feed, 200)
    for (const ending of ENDINGS) expect((await get(`/partner/feeds/${other}.${ending}`)).status, ending).toBe(422)
    expect((await feed.read({ feed: other })).status).toBe(422)
  })

  it('says in every form that its document ends, and what replaces it', async () => {
    const [feed, next] = [await aFeed(), await documents.inService(`${READ} # ${randomUUID()}`, { client: 'PARTNER' })]
    await approve(feed)
    await untilAll(feed, 200)
    await documents.step('deprecate', feed.document.id, { successor: next.id })
    await until(async () => (await everyWay(feed)).every(({ headers }) => headers.has('sunset')))
    for (const { headers } of await everyWay(feed)) expect([headers.get('deprecation'), headers.get('link')]).toEqual([expect.stringMatching(/^@\d{10}$/), `</partner/${String(next['alias'])}>; rel="successor-version"`])
  })

  it('is read by a document that asks it in fragments, or under several names', async () => {
    const feed = await aFeed('query Feed($feed: String!) { other: readFeed(feed: "none") { nextSince } ...Reading } fragment Reading on Query { ... on Query { feed: readFeed(feed: $feed) { items { id title } nextSince } } }')
    await approve(feed)
    await until(async () => (await feed.file()).status === 200)
    for (const ending of ENDINGS) expect((await feed.file(ending)).status, ending).toBe(200)
  })

  it('is read by its own document alone', async () => {
    const [feed, other] = [await aFeed(), await aFeed()]
    for (const one of [feed, other]) await approve(one)
    await untilAll(feed, 200)
    await until(async () => (await other.read()).status === 200)
    await documents.server.sql('update partner_feed set last_fetched_at = null where id = $1', [feed.id])
    expect((await other.read({ feed: feed.id })).json).toMatchObject({ data: { readFeed: null }, errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    expect(at(await documents.one('PartnerFeed', feed.id, 'lastFetchedAt'), 'lastFetchedAt')).toBeNull()
  })

  it('stands for the document of the product unless another one is named, which must read a feed', async () => {
    const { id } = await documents.create('PartnerFeed', { name: unique('Flux'), partner: { connect: partnerId } })
    expect(await documents.one('PartnerFeed', id, 'query { alias }')).toMatchObject({ query: { alias: 'partner-feed.v1' } })
    expect((await documents.update('PartnerFeed', id, { query: { disconnect: true } }, 'query { alias }'))['query']).toEqual({ alias: 'partner-feed.v1' })
    const answers = await Promise.all(ENDINGS.map((ending) => get(`/partner/feeds/${id}.${ending}`)))
    for (const { status } of answers) expect(status).toBe(200)
    for (const text of ['{ castingOffers { items { id } } }', READ]) {
      const site = await documents.create('PersistedQuery', { name: `d-${randomUUID()}`, client: text === READ ? 'SITE' : 'PARTNER', document: `${text} # ${randomUUID()}` })
      await expect(documents.update('PartnerFeed', id, { query: { connect: site.id } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'query', reason: 'notAFeed' }] })
    }
  })
})

it('is told to a partner, and to nobody as a member of the house', async () => {
  const held: (readonly string[])[] = []
  const app = createHttpApp({ report: () => undefined, trustProxy: false, secure: false })
  await app.register(feedRoutes({ ...house, callerOf: (principal) => { held.push([...principal.roles].sort()); return house.callerOf(principal) } }))
  const [row] = await documents.server.sql(`select f.id from partner_feed f where f.name = 'Toutes les offres'`)
  expect((await app.inject({ url: `/partner/feeds/${String(row?.['id'])}.json`, headers: { authorization: key } })).statusCode).toBe(200)
  await app.close()
  expect(held[0]).toEqual(['partner', 'visitor'])
})

it('feeds of before each stood for a document go on, under that of the product and a grant with the usual limits', async () => {
  const [row] = await documents.server.sql(`with p as (insert into diffusion_partner (site_name, site_url, organisation_id, state) select 'Ancien site', 'https://ancien.test', id, 'ACTIVE' from party where kind = 'ORGANISATION' and not exists (select from diffusion_partner d where d.organisation_id = party.id) limit 1 returning id)
    insert into partner_feed (name, partner_id) select 'Ancien flux', id from p returning id, partner_id`)
  for (let start = 0; start < 2; start++) await house.writer.mutate(houseCaller('references'), loadReferences)
  expect(await documents.one('PartnerFeed', String(row?.['id']), 'query { alias } partner { grants { state ratePerMinute document { alias } } }')).toEqual({
    query: { alias: 'partner-feed.v1' }, partner: { grants: [{ state: 'ACTIVE', ratePerMinute: 60, document: { alias: 'partner-feed.v1' } }] },
  })
})

it('what a feed of the product tells is what its document asks', async () => {
  const [row] = await documents.server.sql(`select f.id from partner_feed f where f.name = 'Toutes les offres'`)
  const file = await get(`/partner/feeds/${String(row?.['id'])}.jobs.json`)
  const read = await get(`/partner/partner-feed.v1?variables=${encodeURIComponent(JSON.stringify({ feed: row?.['id'], first: 100 }))}`)
  const items = at(read.json.data, 'readFeed', 'items') as readonly Made[]
  const posting = (file.json as unknown as { dataFeedElement: { item: Input }[] }).dataFeedElement
  expect(items.length).toBeGreaterThan(5)
  expect(posting.map(({ item }) => [item['@id'], item['title'], at(item, 'hiringOrganization', 'name'), at(item, 'jobLocation', 'geo', 'latitude')]).slice(0, 100))
    .toEqual(items.map((item) => [`urn:uuid:${item.id}`, item['title'], textAt(item, 'client', 'companyName'), at(item, 'address', 'position', 'latitude')]))
})
