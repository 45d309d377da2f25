import { request } from 'node:http'
import { JSDOM, type XmlDocument, type XmlElement } from 'jsdom'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../fixtures.ts'
import { faultsOf } from './fixtures/validate.ts'
import { anOffer, openDesk, textAt, unique, type Desk, type Made } from '../../modules/casting/fixtures/desk.ts'

let desk: Desk
let partnerId: string
let key: { readonly id: string; readonly secret: string }
beforeAll(async () => {
  desk = await openDesk()
  const [row] = await desk.server.sql(`select p.id, u.id as user from diffusion_partner p join "user" u on u.acts_for_id = p.organisation_id where u.email = 'partner@coulisses.test'`)
  partnerId = String(row?.['id'])
  key = await aKey(String(row?.['user']))
})
afterAll(async () => { await desk.server.close() })

type Input = Readonly<Record<string, unknown>>

async function aKey(user: string, scopes: readonly string[] = ['DOCUMENTS_RUN']): Promise<{ id: string; secret: string }> {
  const answer = await desk.ask(`mutation ($user: ID, $scopes: [IssueApiKeyScopes!]!, $until: DateTime!) { issueApiKey(name: "Flux", scopes: $scopes, expiresAt: $until, user: $user) { secret apiKey { id } } }`,
    { user, scopes, until: new Date(Date.now() + 86_400_000).toISOString() }, desk.admin)
  return { id: textAt(answer, 'issueApiKey', 'apiKey', 'id'), secret: textAt(answer, 'issueApiKey', 'secret') }
}

async function aFeed(): Promise<{ id: string; name: string; publish: (more?: Input) => Promise<Made> }> {
  const profession = await desk.create('Profession', { name: unique('Métier'), domain: { create: { name: unique('Domaine') } } })
  const name = unique('Flux & cie')
  const { id } = await desk.create('PartnerFeed', { name, partner: { connect: partnerId }, professions: { connect: [profession.id] } })
  const publish = async (more: Input = {}): Promise<Made> => {
    const offer = await anOffer(desk, { profession: { connect: profession.id }, ...more })
    await desk.run('publishCastingOffer', offer.id)
    return offer
  }
  return { id, name, publish }
}

const get = (file: string, headers: Readonly<Record<string, string>> = {}, secret = key.secret): Promise<Response> =>
  fetch(`${desk.server.url}/partner/feeds/${file}`, { headers: { authorization: `Bearer ${secret}`, ...headers } })
interface JsonFeed { readonly version: string; readonly items: readonly Record<string, unknown>[]; readonly _coulisses: { complete: boolean; next_since: string; gone: string[] } }
const json = async (id: string, query = ''): Promise<JsonFeed> => (await (await get(`${id}.json${query}`)).json()) as JsonFeed
const parsed = (text: string): XmlDocument => {
  const { document } = new JSDOM(text, { contentType: 'application/xml' }).window
  expect(document.querySelector('parsererror')).toBeNull()
  return document
}
const awkward = { title: `L'« été » & <la> ]]> "troupe"`, description: '<p>Deux &amp; trois <strong>mois</strong></p>' }
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

describe('a feed as JSON Feed 1.1', () => {
  it('has what version 1.1 requires, and nothing of a type it does not know', async () => {
    const { id, publish } = await aFeed()
    const offer = await publish(awkward)
    const response = await get(`${id}.json`)
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    const feed = (await response.json()) as JsonFeed & Record<string, unknown>
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: expect.stringContaining('Flux & cie') as unknown, language: 'fr', items: [{ id: offer.id, title: awkward.title, content_html: awkward.description }] })
    for (const url of ['home_page_url', 'feed_url']) expect(URL.canParse(String(feed[url]))).toBe(true)
    const types: Readonly<Record<string, (value: unknown) => boolean>> = {
      id: (value) => typeof value === 'string', title: (value) => typeof value === 'string', content_html: (value) => typeof value === 'string', date_published: (value) => RFC_3339.test(String(value)), date_modified: (value) => RFC_3339.test(String(value)),
      tags: (value) => Array.isArray(value) && value.every((tag) => typeof tag === 'string'), _coulisses: (value) => typeof value === 'object',
    }
    for (const item of feed.items) for (const [name, value] of Object.entries(item)) expect(types[name]?.(value), name).toBe(true)
    expect(JSON.stringify(feed)).not.toMatch(/internalNote|author/)
  })

  it('goes on from next_since, with tombstones', async () => {
    const { id, name, publish } = await aFeed()
    const [first, second] = [await publish(), await publish()]
    const all = await json(encodeURIComponent(name))
    expect(all.items.map((item) => item['id'])).toEqual([first.id, second.id])
    await desk.run('withdrawCastingOffer', first.id)
    await desk.update('CastingOffer', second.id, { title: 'Changée' })
    const next = await json(id, `?since=${all._coulisses.next_since}`)
    expect(next).toMatchObject({ items: [{ id: second.id, title: 'Changée' }], _coulisses: { complete: false, gone: [first.id] } })
    expect((await json(id, `?since=${next._coulisses.next_since}`)).items).toEqual([])
  })
})

describe('a feed as XML', () => {
  it('RSS 2.0 has its channel, its items and their tombstones', async () => {
    const { id, publish } = await aFeed()
    const [offer, gone] = [await publish(awkward), await publish()]
    const before = await get(`${id}.rss`)
    expect(before.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const channel = parsed(await before.text()).querySelector('rss[version="2.0"] > channel')
    const text = (name: string, of: XmlElement | null | undefined = channel): string | undefined => of?.querySelector(`:scope > ${name}`)?.textContent ?? undefined
    for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate']) expect(text(name), name).toBeTruthy()
    expect(channel?.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')[0]?.getAttribute('href')).toBe(`${desk.server.url}/partner/feeds/${id}.rss`)
    const item = channel?.querySelector('item')
    expect([text('guid', item), text('title', item), text('description', item)]).toEqual([`urn:uuid:${offer.id}`, awkward.title, awkward.description])
    expect(text('pubDate', item)).toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/)
    await desk.remove('CastingOffer', gone.id)
    const after = parsed(await (await get(`${id}.rss?since=${before.headers.get('x-next-since') ?? ''}`)).text())
    expect(after.querySelectorAll('item')).toHaveLength(0)
    expect(after.getElementsByTagNameNS('http://purl.org/atompub/tombstones/1.0', 'deleted-entry')[0]?.getAttribute('ref')).toBe(`urn:uuid:${gone.id}`)
  })

  it('Atom has what RFC 4287 requires of a feed and of an entry', async () => {
    const { id, publish } = await aFeed()
    const offer = await publish(awkward)
    const response = await get(`${id}.atom`)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const feed = parsed(await response.text()).documentElement
    expect([feed.localName, feed.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
    const one = (of: XmlElement | undefined, name: string): string => {
      const found = [...(of?.children ?? [])].filter((child) => child.localName === name && child.namespaceURI === 'http://www.w3.org/2005/Atom')
      expect(found, name).toHaveLength(1)
      return found[0]?.textContent ?? ''
    }
    expect(one(feed, 'id')).toBe(`urn:uuid:${id}`)
    expect([one(feed, 'updated')]).toEqual([expect.stringMatching(RFC_3339)])
    expect(one(feed, 'title') && one(feed, 'author')).toBeTruthy()
    const [entry, ...others] = [...feed.getElementsByTagName('entry')]
    expect(others).toEqual([])
    expect([one(entry, 'id'), one(entry, 'title'), one(entry, 'content')]).toEqual([`urn:uuid:${offer.id}`, awkward.title, awkward.description])
    expect([one(entry, 'updated'), one(entry, 'published')]).toEqual([expect.stringMatching(RFC_3339), expect.stringMatching(RFC_3339)])
    expect(entry?.getElementsByTagName('content')[0]?.getAttribute('type')).toBe('html')
    for (const category of entry?.getElementsByTagName('category') ?? []) expect(category.getAttribute('term')).toBeTruthy()
    expect(feed.getElementsByTagNameNS('http://purl.org/syndication/history/1.0', 'complete')).toHaveLength(1)
  })
})

describe('a feed as schema.org JobPosting', () => {
  it('has the fields that a posting must have', async () => {
    const { id, publish } = await aFeed()
    const [offer, gone] = [await publish({ ...awkward, startsOn: '2031-05-01', publishUntil: '2031-01-01T00:00:00Z' }), await publish()]
    const response = await get(`${id}.jobs.json`)
    const feed = (await response.json()) as { '@context': string; '@type': string; dataFeedElement: { item: Record<string, unknown> }[] }
    expect(feed).toMatchObject({ '@context': 'https://schema.org', '@type': 'DataFeed' })
    expect(feed.dataFeedElement[0]?.item).toMatchObject({
      '@type': 'JobPosting', '@id': `urn:uuid:${offer.id}`, title: awkward.title, description: awkward.description, datePosted: expect.stringMatching(RFC_3339) as unknown, validThrough: '2031-01-01T00:00:00Z', jobStartDate: '2031-05-01',
      hiringOrganization: { '@type': 'Organization', name: expect.stringContaining('Théâtre') as unknown }, identifier: { '@type': 'PropertyValue', value: offer['reference'] },
      jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: 'Nantes', addressCountry: 'FR' } }, totalJobOpenings: 1,
    })
    await desk.run('withdrawCastingOffer', gone.id)
    const after = (await (await get(`${id}.jobs.json?since=${response.headers.get('x-next-since') ?? ''}`)).json()) as typeof feed
    expect(after.dataFeedElement).toMatchObject([{ '@type': 'DataFeedItem', dateDeleted: expect.stringMatching(RFC_3339) as unknown, item: { '@id': `urn:uuid:${gone.id}` } }])
  })
})

describe.each(['json', 'rss', 'atom', 'jobs.json'])('what validators ask of .%s', (ending) => {
  const faults = async (response: Response): Promise<string[]> => faultsOf[ending]?.(await response.text(), response.url) ?? ['no such format']

  it('is fulfilled by a feed with offers of every kind, by one of what has moved, and by one without anything', async () => {
    const { id, publish } = await aFeed()
    expect(await faults(await get(`${id}.${ending}`))).toEqual([])
    const [first, second] = [await publish(awkward), await publish({ title: 'a\u00a0b — 東京 👩‍👩‍👧', description: '<p>\u2028 ]]&gt; &amp;lt;</p>', startsOn: '2031-05-01', publishUntil: '2031-01-01T00:00:00Z' })]
    const whole = await get(`${id}.${ending}`)
    expect(await faults(whole)).toEqual([])
    await desk.run('withdrawCastingOffer', first.id)
    await desk.update('CastingOffer', second.id, { title: 'Changée' })
    const moved = await get(`${id}.${ending}?since=${whole.headers.get('x-next-since') ?? ''}`)
    expect(await faults(moved)).toEqual([])
  })

  it('is fulfilled by the invented feed', async () => {
    expect(await faults(await fetch(`${desk.server.url}/partner/example/feed.${ending}`))).toEqual([])
  })

  it('is not fulfilled by something else', async () => {
    const { id, publish } = await aFeed()
    await publish()
    const text = await (await get(`${id}.${ending}`)).text()
    const broken = text.replaceAll('title>', 'nothing>').replaceAll(/"(title|items)":/g, '"nothing":')
    expect(faultsOf[ending]?.(broken, 'https://elsewhere.test/')).not.toEqual([])
  })
})

describe('a feed is read on condition', () => {
  it.each(['json', 'rss', 'atom', 'jobs.json'])('as %s: 304 until something has moved', async (ending) => {
    const { id, publish } = await aFeed()
    const offer = await publish()
    const etag = (await get(`${id}.${ending}`)).headers.get('etag') ?? ''
    expect((await get(`${id}.${ending}`, { 'if-none-match': etag })).status).toBe(304)
    expect((await get(`${id}.${ending === 'rss' ? 'atom' : 'rss'}`, { 'if-none-match': etag })).status).toBe(200)
    await desk.update('CastingOffer', offer.id, { title: 'Changée' })
    expect((await get(`${id}.${ending}`, { 'if-none-match': etag })).status).toBe(200)
    expect((await get(`${id}.${ending}`, { 'if-none-match': 'W/"nonsense"' })).status).toBe(200)
  })

  it('by time as well', async () => {
    const { id, publish } = await aFeed()
    const offer = await publish()
    await desk.server.sql(`insert into feed_snapshot (at, taken) values (date_trunc('second', clock_timestamp()) + interval '1 second', pg_current_snapshot())`)
    const later = new Date(Date.now() + 2_000).toUTCString()
    expect((await get(`${id}.json`, { 'if-modified-since': later })).status).toBe(304)
    await desk.update('CastingOffer', offer.id, { title: 'Changée' })
    expect((await get(`${id}.json`, { 'if-modified-since': later })).status).toBe(200)
    expect((await get(`${id}.json`, { 'if-modified-since': 'yesterday' })).status).toBe(200)
  })
})

describe('a feed is its partner’s', () => {
  it('answers a key of his alone', async () => {
    const { id } = await aFeed()
    const own = (await desk.ask(`mutation ($until: DateTime!) { issueApiKey(name: "Script", scopes: [DOCUMENTS_RUN], expiresAt: $until) { secret } }`, { until: new Date(Date.now() + 86_400_000).toISOString() }))
    expect((await fetch(`${desk.server.url}/partner/feeds/${id}.json`)).status).toBe(401)
    expect((await get(`${id}.json`, {}, 'cou_nothing')).status).toBe(401)
    expect((await get(`${id}.json`, {}, textAt(own, 'issueApiKey', 'secret'))).status).toBe(403)
    expect((await get(`${id}.json`, {}, desk.partner)).status).toBe(403)
    for (const file of ['unknown.json', `${id}.pdf`, id, '01890000-0000-7000-8000-000000000000.rss']) expect((await get(file)).status, file).toBe(404)
    await desk.run('deactivatePartnerFeed', id)
    expect((await get(`${id}.json`)).status).toBe(403)
  })

  it('puts on record whom it turns away although his key is good: once a minute, however often he comes', async () => {
    const { id } = await aFeed()
    const others = await desk.server.sql(`select id, email from "user" where email in ('employee@coulisses.test', 'partner@coulisses.test') order by email`)
    const [employee, partner] = others.map((row) => String(row['id']))
    const unfit = await aKey(partner ?? '', ['GRAPHQL_READ'])
    const own = await desk.ask(`mutation ($until: DateTime!) { issueApiKey(name: "Script", scopes: [DOCUMENTS_RUN], expiresAt: $until) { secret } }`, { until: new Date(Date.now() + 86_400_000).toISOString() })
    const insider = { secret: textAt(own, 'issueApiKey', 'secret') }
    for (const { secret } of [insider, unfit, insider, unfit]) expect((await get(`${id}.json?since=x`, {}, secret)).status).toBe(403)
    const told = () => desk.server.sql(`select user_id as user, action, reason, origin, operation, details from audit_entry where action = 'REFUSED' and details ->> 'document' = $1 order by at, id`, [`feeds/${id}.json`])
    await until(async () => (await told()).length >= 2)
    const same = { action: 'REFUSED', origin: 'PARTNER', operation: '/partner', details: { document: `feeds/${id}.json` } }
    expect(await told()).toMatchObject([{ ...same, user: employee }, { ...same, user: partner, reason: 'scopeMissing' }])
  })

  it.each(['yesterday', '2999-01-01', '2026-13-01', '%00', 'x'.repeat(9_000)])('refuses since=%s', async (since) => {
    const { id } = await aFeed()
    expect((await get(`${id}.json?since=${since}`)).status).toBe(400)
  })
})

describe('an invented feed', () => {
  it.each([['json', 'application/feed+json'], ['rss', 'application/rss+xml'], ['atom', 'application/atom+xml'], ['jobs.json', 'application/ld+json']])('is there to try on, as %s', async (ending, type) => {
    const response = await fetch(`${desk.server.url}/partner/example/feed.${ending}`)
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
    const text = await response.text()
    if (ending.endsWith('json')) JSON.parse(text)
    else parsed(text)
    for (const part of ['Danseuse contemporaine', '00000000e003']) expect(text).toContain(part)
  })
})

describe('MC-54 a partner signs in somebody of his own organisation', () => {
  const signIn = (body: object, secret = key.secret): Promise<Response> =>
    fetch(`${desk.server.url}/partner/sign-in`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const own = { email: 'partner@coulisses.test', password: 'coulisses-demo' }

  it('whose token is good at the partners’ door and at no other', async () => {
    const { id } = await aFeed()
    const response = await signIn(own)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([200, null])
    const { token } = (await response.json()) as { token: string }
    expect((await get(`${id}.json`, {}, token)).status).toBe(200)
    await expect(desk.ask('{ me { id } }', {}, token)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('with the code of his second factor, where he has one: at this door, with this program, and once', async () => {
    const secret = new Secret({ size: 20 }).base32
    const token = await desk.server.signIn(own.email)
    const begun = textAt(await desk.ask('mutation { beginSecondFactor { secret } }', {}, token), 'beginSecondFactor', 'secret')
    const shown = (of: string): string => new TOTP({ secret: Secret.fromBase32(of) }).generate()
    await desk.ask('mutation ($code: String!) { confirmSecondFactor(code: $code) }', { code: shown(begun) }, token)
    await desk.server.sql('update second_factor set last_step = 0')
    const first = await signIn(own)
    const { errors: [error] } = (await first.json()) as { errors: { extensions: { reason: string; challenge: string } }[] }
    expect([first.status, error?.extensions.reason]).toEqual([401, 'secondFactorNeeded'])
    const challenge = error?.extensions.challenge
    expect((await signIn({ challenge, code: shown(secret) })).status).toBe(401)
    const code = shown(begun)
    const second = await signIn({ challenge, code })
    expect(second.status).toBe(200)
    const { token: given } = (await second.json()) as { token: string }
    const { id } = await aFeed()
    expect((await get(`${id}.json`, {}, given)).status).toBe(200)
    expect((await signIn({ challenge, code })).status).toBe(401)
    expect((await desk.server.sql(`select reason, user_id is null as nobody from audit_entry where operation = 'POST /partner/sign-in' order by at, id`)).slice(-4)).toEqual([
      { reason: 'secondFactorNeeded', nobody: true }, { reason: 'wrongCode', nobody: true }, { reason: null, nobody: false }, { reason: 'wrongCode', nobody: true },
    ])
    await desk.server.sql('delete from second_factor')
    await desk.server.sql('update "user" set second_factor_since = null where second_factor_since is not null')
  })

  it('and nobody else’s, in the same words whatever was wrong', async () => {
    const refused = await Promise.all([{ ...own, password: 'wrong' }, { ...own, email: 'employee@coulisses.test' }, { ...own, email: 'nobody@example.test' }].map(async (body) => {
      const response = await signIn(body)
      const { errors: [error] } = (await response.json()) as { errors: { message: string }[] }
      return `${response.status} ${error?.message ?? ''}`
    }))
    expect(new Set(refused).size).toBe(1)
    expect(refused[0]).toMatch(/^401 /)
    expect((await signIn(own, 'cou_nothing')).status).toBe(401)
    expect((await signIn(own, desk.employee)).status).toBe(403)
    expect((await signIn({ email: { ne: null } })).status).toBe(400)
  })
})

describe('a long feed', { timeout: 120_000 }, () => {
  it('ends in the middle when its key is revoked, and holds each offer once while others are withdrawn', async () => {
    const { id, publish } = await aFeed()
    const model = await publish()
    // More than the buffers of a line hold.
    for (let made = 0; made < 4_000; made += 100) {
      await desk.server.sql(`insert into casting_offer (title, reference, client_id, profession_id, contract_type_id, address_id, description, publish_from, state)
        select 'Offre ' || n, 'L-' || n, client_id, profession_id, contract_type_id, address_id, '<p>' || repeat('.', 5000) || '</p>', now(), 'PUBLISHED' from casting_offer, generate_series($2::int, $2 + 99) n where id = $1`, [model.id, made])
    }
    const reading = await get(`${id}.json`)
    const withdrawn = (await desk.server.sql(`update casting_offer set state = 'WITHDRAWN' where reference like 'L-%77' returning id`)).map((row) => String(row['id']))
    const feed = (await reading.json()) as JsonFeed
    const ids = feed.items.map((item) => String(item['id']))
    expect(new Set(ids).size).toBe(ids.length)
    const held = new Set(ids)
    const next = await json(id, `?since=${feed._coulisses.next_since}`)
    for (const gone of next._coulisses.gone) held.delete(gone)
    for (const item of next.items) held.add(String(item['id']))
    expect([...held].sort()).toEqual((await json(id)).items.map((item) => String(item['id'])))
    for (const one of withdrawn) expect(held.has(one)).toBe(false)

    const doomed = await aKey(String((await desk.server.sql(`select id from "user" where email = 'partner@coulisses.test'`))[0]?.['id']))
    const begun = performance.now()
    const ended = await new Promise<string>((resolve, reject) => {
      const asked = request(`${desk.server.url}/partner/feeds/${id}.json`, { headers: { authorization: `Bearer ${doomed.secret}` } }, (response) => {
        response.once('data', () => {
          response.pause()
          desk.run('revokeApiKey', doomed.id, 'id', desk.admin).then(() => until(() => performance.now() - begun > 200)).then(() => response.resume(), reject)
        })
        response.on('end', () => resolve('whole')).on('error', () => resolve('broken'))
      })
      asked.on('error', reject).end()
    })
    expect(ended).toBe('broken')
  })
})
