import { createHash, randomUUID } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultAt, type Made } from '../modules/casting/fixtures/desk.ts'
import { openDocuments, slug, type Documents, type HttpAnswer } from './fixtures/documents.ts'

let documents: Documents
let search: Made
let key: string
const SEARCH = 'query Search($page: PageInput, $filter: CastingOfferFilter) { castingOffers(page: $page, filter: $filter) { items { id title } total } }'
beforeAll(async () => {
  documents = await openDocuments()
  search = await documents.inService(SEARCH, { variables: { 'page.size': { max: 50 }, filter: { only: ['profession', 'contractType'] } } })
  key = await documents.partnerKey()
})
afterAll(async () => { await documents.server.close() })

const alias = (made: Made): string => String(made['alias'])
const query = (values: Readonly<Record<string, unknown>>): string => new URLSearchParams(Object.entries(values).map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)])).toString()
const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => documents.at(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
const asPartner = (path: string, headers: Readonly<Record<string, string>> = {}) => documents.at(path, { headers: { authorization: key, ...headers } })

describe('an approved document', () => {
  it('is answered by its hash and by its name, from address and body, all alike', async () => {
    const page = { size: 2 }
    const id = `sha256:${createHash('sha256').update(SEARCH).digest('hex')}`
    const answers = await Promise.all([
      documents.at(`/site/${alias(search)}?${query({ variables: { page } })}`), documents.at(`/site/x-op:${alias(search)}?${query({ variables: { page } })}`),
      documents.at(`/site/${id}?${query({ variables: { page } })}`), documents.at(`/site/${id}/Search?${query({ variables: { page } })}`),
      documents.at(`/site?${query({ documentId: id, variables: { page }, operationName: 'Search' })}`),
      post('/site', { documentId: alias(search), variables: { page } }), post(`/site/${alias(search)}`, { variables: { page } }),
    ])
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, text: answers[0]?.text })
    expect(answers[0]?.json).toMatchObject({ data: { castingOffers: { items: [{}, {}] } }, extensions: { cost: { maximumAvailable: 1_000 }, document: { alias: alias(search), id } } })
  })

  it('answers what the same question answers at the door of the staff, for a visitor', async () => {
    const { json } = await documents.at(`/site/casting-search.v1?${query({ variables: {} })}`)
    expect(json.errors).toBeUndefined()
    const text = 'query ($page: PageInput) { castingOffers(page: $page, sort: [{ publishFrom: DESC }]) { items { reference client { companyName } categories { name } } total } }'
    const registered = await documents.inService(text)
    const staff = await documents.ask(`{ castingOffers(filter: { state: { eq: PUBLISHED } }, page: { size: 5 }, sort: [{ publishFrom: DESC }]) { items { reference client { companyName } categories { name } } total } }`)
    expect((await documents.at(`/site/${alias(registered)}?${query({ variables: { page: { size: 5 } } })}`)).json.data).toEqual(staff)
  })

  it.each([['application/json', 'application/json'], ['application/graphql-response+json', 'application/graphql-response+json'], ['*/*', 'application/json']])('is told as whoever asks can read it: %s', async (accept, type) => {
    const { headers, status } = await documents.at(`/site/${alias(search)}`, { headers: { accept } })
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
  })

  it('gives away nothing internal, whoever is signed in', async () => {
    const closed = await documents.inService('{ castingOffers { items { id internalNote } } }')
    const { json } = await documents.at(`/site/${alias(closed)}`, { headers: { authorization: `Bearer ${documents.admin}` } })
    expect(json.errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } })
    expect(JSON.stringify(json.data ?? null)).not.toContain('internalNote":"')
  })
})

describe('what is no approved document', () => {
  it.each([
    ['a text', { query: '{ castingOffers { items { id } } }' }], ['a text beside an id', { query: '{ me { id } }', documentId: 'casting-search.v1' }],
    ['nothing', {}], ['an id of nothing', { documentId: null }], ['a persisted query of Apollo', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
  ])('%s is refused', async (_what, body) => {
    expect(await post('/site', body)).toMatchObject({ status: 422, json: { errors: [{ extensions: { code: 'BAD_USER_INPUT', reason: 'documentIdRequired' } }] } })
  })

  it('is refused in the same bytes, whether it is unknown, not in service yet, malformed, or another one’s', async () => {
    const draft = await documents.create('PersistedQuery', { name: slug(), client: 'SITE', document: `${SEARCH} # ${randomUUID()}` }, 'id alias')
    const forPartners = await documents.inService(`${SEARCH} # ${randomUUID()}`, { client: 'PARTNER' })
    const spaced = `sha256:${createHash('sha256').update(`${SEARCH} `).digest('hex')}`
    const answers = await Promise.all(['nothing.v1', alias(draft), alias(forPartners), spaced, 'sha256:', `sha256:${'A'.repeat(64)}`, '__proto__', 'constructor', '%2e%2e%2fetc', 'x'.repeat(90)].map((id) => documents.at(`/site/${id}`)))
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, text: answers[0]?.text })
    expect(answers[0]?.json.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', reason: 'documentNotFound' } }])
    const alien = await Promise.all([asPartner(`/partner/${alias(forPartners)}`), asPartner('/partner/nothing.v1'), asPartner(`/partner/${alias(search)}`)])
    for (const answer of alien) expect(answer).toMatchObject({ status: 404, text: answers[0]?.text })
  })

  it('costs no statement, however many ids are made up', async () => {
    await documents.at('/site/nothing.v0')
    const before = documents.server.statements()
    for (let turn = 0; turn < 100; turn++) await Promise.all(Array.from({ length: 100 }, (_, index) => documents.at(`/site/sha256:${createHash('sha256').update(`${turn} ${index}`).digest('hex')}`)))
    // Not one for any of them: the register may be read again meanwhile, if a busy machine takes the line that tells of changes for lost.
    expect(documents.server.statements() - before).toBeLessThan(20)
  }, 60_000)

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is no way to ask', async (method) => {
    const { status, headers } = await documents.at('/site/casting-search.v1', { method })
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
  })

  it.each([
    ['no JSON', 'x', 400], ['a batch', '[{"documentId":"casting-search.v1"}]', 400], ['variables as a list', '{"documentId":"casting-search.v1","variables":[]}', 422],
    ['variables as a text', '{"documentId":"casting-search.v1","variables":"{}"}', 422], ['an operation that it does not have', '{"documentId":"casting-search.v1","operationName":"Other"}', 422],
    ['the prototype', '{"documentId":"casting-search.v1","variables":{"__proto__":{}}}', 400], ['too much', JSON.stringify({ documentId: 'x'.repeat(20_000) }), 413],
  ])('a body with %s is refused', async (_what, body, status) => {
    expect((await post('/site', body)).status).toBe(status)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-7'])('nor is a body of %s taken', async (type) => {
    expect((await post('/site', { documentId: 'casting-search.v1' }, { 'content-type': type })).status).toBe(415)
  })

  it('answers in JSON only', async () => {
    expect((await documents.at('/site/casting-search.v1', { headers: { accept: 'text/html' } })).status).toBe(406)
  })
})

describe('variables', () => {
  it.each([
    [{ page: { size: 51 } }, 'variables.page.size'], [{ page: { size: '3' } }, 'variables.page.size'], [{ filter: { internalNote: { contains: 'x' } } }, 'variables.filter.internalNote'],
    [{ other: 1 }, 'variables.other'],
  ])('outside of the policy are refused with their path: %j', async (variables, path) => {
    expect(await documents.at(`/site/${alias(search)}?${query({ variables })}`)).toMatchObject({ status: 422, json: { errors: [{ extensions: { code: 'BAD_USER_INPUT', fields: faultAt(path) } }] } })
  })

  it('of the wrong type are refused', async () => {
    expect((await documents.at(`/site/${alias(search)}?${query({ variables: { page: 7 } })}`)).status).toBe(422)
  })

  it('that are pinned are given by the house, and by nobody else', async () => {
    const pinned = await documents.inService('query ($title: String, $page: PageInput) { castingOffers(filter: { title: { eq: $title } }, page: $page) { items { title } } }', { variables: { title: { pinned: 'Nobody has this title' }, 'page.size': { oneOf: [5, 10] } } })
    expect((await documents.at(`/site/${alias(pinned)}`)).json.data).toEqual({ castingOffers: { items: [] } })
    expect((await documents.at(`/site/${alias(pinned)}?${query({ variables: { title: 'Nobody has this title' } })}`)).status).toBe(200)
    expect(await documents.at(`/site/${alias(pinned)}?${query({ variables: { title: 'x' } })}`)).toMatchObject({ status: 422, json: { errors: [{ extensions: { fields: [{ path: 'variables.title', reason: 'pinned' }] } }] } })
    expect((await documents.at(`/site/${alias(pinned)}?${query({ variables: { page: { size: 6 } } })}`)).status).toBe(422)
  })
})

describe('the life of a document, at the door', () => {
  it('is announced while it is deprecated, and over when it is retired', async () => {
    const [old, next] = [await documents.inService(`${SEARCH} # ${randomUUID()}`), await documents.inService(`${SEARCH} # ${randomUUID()}`)]
    await documents.step('deprecate', old.id, { successor: next.id })
    const { headers, json } = await until((answer) => answer.headers.has('deprecation'), () => documents.at(`/site/${alias(old)}`))
    expect(headers.get('deprecation')).toMatch(/^@\d{10}$/)
    expect(Date.parse(headers.get('sunset') ?? '')).toBeGreaterThan(Date.now() + 179 * 86_400_000)
    expect(headers.get('link')).toBe(`</site/${alias(next)}>; rel="successor-version"`)
    expect(json.extensions).toMatchObject({ document: { sunset: expect.any(String) as string } })
    await documents.step('suspend', old.id, { reason: 'To see.' })
    expect(await documents.until(403, () => documents.at(`/site/${alias(old)}`))).toMatchObject({ json: { errors: [{ extensions: { code: 'FORBIDDEN', reason: 'documentSuspended' } }] } })
    await documents.step('resume', old.id)
    await documents.until(200, () => documents.at(`/site/${alias(old)}`))
    await documents.step('retire', old.id)
    expect(await documents.until(410, () => documents.at(`/site/${alias(old)}`))).toMatchObject({ json: { errors: [{ message: expect.stringContaining(alias(next)) as string }] } })
  })

  it('ends on its day', async () => {
    const made = await documents.inService(`${SEARCH} # ${randomUUID()}`)
    await documents.step('deprecate', made.id)
    await documents.server.sql(`update persisted_query set sunset_at = now() - interval '1 second' where id = $1`, [made.id])
    await documents.until(410, () => documents.at(`/site/${alias(made)}`))
  })

  it('that names what the schema lost is told, and nothing else', async () => {
    const made = await documents.inService(`${SEARCH} # ${randomUUID()}`)
    const text = '{ castingOffers { items { fee } } }'
    await documents.server.sql('update persisted_query set document = $2, hash = $3 where id = $1', [made.id, text, createHash('sha256').update(text).digest('hex')])
    expect(await documents.until(410, () => documents.at(`/site/${alias(made)}`))).toMatchObject({ json: { errors: [{ extensions: { reason: 'documentBroken' } }] } })
  })
})

describe('the door of partners', () => {
  it('opens to a key for documents that are granted, within the terms of the grant', async () => {
    const made = await documents.inService(`${SEARCH} # ${randomUUID()}`, { client: 'PARTNER' })
    expect((await asPartner(`/partner/${alias(made)}`)).status).toBe(404)
    await documents.grantTo(made, { pageLimit: 3, ratePerMinute: 4, cacheSeconds: 7, variables: { filter: { only: [] } } })
    const { headers } = await documents.until(200, () => asPartner(`/partner/${alias(made)}?${query({ variables: { page: { size: 3 } } })}`))
    expect(headers.get('cache-control')).toBe('private, max-age=7, stale-while-revalidate=70')
    expect([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual(['4', '3'])
    expect((await asPartner(`/partner/${alias(made)}?${query({ variables: { page: { size: 4 } } })}`)).status).toBe(422)
    expect((await asPartner(`/partner/${alias(made)}?${query({ variables: { filter: { profession: { id: { eq: made.id } } } } })}`)).status).toBe(422)
    expect((await asPartner(`/partner/${alias(made)}`)).json.data).toMatchObject({ castingOffers: { items: [{}, {}, {}] } })
    const fifth = await asPartner(`/partner/${alias(made)}`)
    expect(fifth).toMatchObject({ status: 429, json: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } })
    expect(Number(fifth.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(fifth.headers.get('ratelimit-remaining')).toBe('0')
  })

  it('keeps to the limit of pages whatever the variable is called, and takes no grant that the text itself exceeds', async () => {
    const text = (first: string): string => `query Found($n: SafeInt) { castingSearch(first: ${first}) { items { offer { id } } } } # ${randomUUID()}`
    const [named, fixed] = [await documents.inService(text('$n'), { client: 'PARTNER' }), await documents.inService(text('100').replace('($n: SafeInt)', ''), { client: 'PARTNER' })]
    await documents.grantTo(named, { pageLimit: 3 })
    const { json } = await documents.until(200, () => asPartner(`/partner/${alias(named)}`))
    expect(json.data).toMatchObject({ castingSearch: { items: [{}, {}, {}] } })
    expect(await asPartner(`/partner/${alias(named)}?${query({ variables: { n: 4 } })}`)).toMatchObject({ status: 422, json: { errors: [{ extensions: { fields: faultAt('variables.n') } }] } })
    expect((await asPartner(`/partner/${alias(named)}?${query({ variables: { n: null } })}`)).json.data).toMatchObject({ castingSearch: { items: [{}, {}, {}] } })
    await expect(documents.grantTo(fixed, { pageLimit: 50 })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('pageLimit') })
    await documents.grantTo(fixed, { pageLimit: 100 })
  })

  it('is not widened by what is left out: one of several must be named, unless nothing is one of them', async () => {
    const text = (): string => `query Named($title: String) { castingSearch(words: $title) { total } } # ${randomUUID()}`
    const [must, may] = [await documents.inService(text(), { client: 'PARTNER' }), await documents.inService(text(), { client: 'PARTNER' })]
    await documents.grantTo(must, { variables: { title: { oneOf: ['a', 'b'] } } })
    await documents.grantTo(may, { variables: { title: { oneOf: ['a', null], maxLength: 5 } } })
    const title = (value: unknown): string => query({ variables: { title: value } })
    await documents.until(200, () => asPartner(`/partner/${alias(must)}?${title('a')}`))
    for (const asked of ['', title(null), title('c'), title(['a'])]) expect(await asPartner(`/partner/${alias(must)}?${asked}`), asked).toMatchObject({ status: 422, json: { errors: [{ extensions: { fields: faultAt('variables.title') } }] } })
    await documents.until(200, () => asPartner(`/partner/${alias(may)}`))
    expect((await asPartner(`/partner/${alias(may)}?${title('b')}`)).status).toBe(422)
  })

  it('gives so many rows a day', async () => {
    const made = await documents.inService(`${SEARCH} # ${randomUUID()}`, { client: 'PARTNER' })
    await documents.grantTo(made, { rowsPerDay: 5 })
    for (const size of [3, 2]) await documents.until(200, () => asPartner(`/partner/${alias(made)}?${query({ variables: { page: { size } } })}`))
    expect((await asPartner(`/partner/${alias(made)}`)).status).toBe(429)
  })

  it('follows the grant: proposed, suspended, ended', async () => {
    const made = await documents.inService(`${SEARCH} # ${randomUUID()}`, { client: 'PARTNER' })
    const grant = await documents.grantTo(made)
    const answers = (status: number) => documents.until(status, () => asPartner(`/partner/${alias(made)}`))
    await answers(200)
    await documents.grantStep('suspend', grant.id, { reason: 'To see.' })
    await answers(403)
    await documents.grantStep('resume', grant.id)
    await answers(200)
    await expect(documents.update('DocumentGrant', grant.id, { ratePerMinute: 9 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await documents.grantStep('end', grant.id)
    await answers(404)
  })

  it('is closed without a key, with a wrong one, with one for something else, and with a token of the staff', async () => {
    const path = '/partner/casting-search.v1'
    expect(await documents.at(path)).toMatchObject({ status: 401 })
    expect((await documents.at(path, { headers: { authorization: `Bearer cou_${'x'.repeat(43)}` } })).status).toBe(401)
    expect((await documents.at(path, { headers: { authorization: await documents.partnerKey(['GRAPHQL_READ']) } })).status).toBe(403)
    expect((await documents.at(path, { headers: { authorization: `Bearer ${documents.employee}` } })).status).toBe(403)
  })

  it('closes with the key that is revoked', async () => {
    const made = await documents.inService(`${SEARCH} # ${randomUUID()}`, { client: 'PARTNER' })
    await documents.grantTo(made)
    const other = await documents.partnerKey()
    await documents.until(200, () => documents.at(`/partner/${alias(made)}`, { headers: { authorization: other } }))
    await documents.server.sql(`update api_key set state = 'REVOKED' where id = (select id from api_key order by created_at desc limit 1)`)
    expect((await documents.at(`/partner/${alias(made)}`, { headers: { authorization: other } })).status).toBe(401)
  })
})

describe('HTTP', () => {
  it('knows an answer again, and sends it but once', async () => {
    const first = await documents.at('/site/articles.v1')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=30, stale-while-revalidate=300')
    expect(first.headers.get('surrogate-key')?.split(' ')).toEqual(expect.arrayContaining(['articles.v1', 'article']))
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) expect(await documents.at('/site/articles.v1', { headers: { 'if-none-match': known } })).toMatchObject({ status: 304, text: '' })
    expect((await documents.at('/site/articles.v1', { headers: { 'if-none-match': '"x"' } })).status).toBe(200)
  })

  it.each([['br', 'br', brotliDecompressSync], ['gzip, deflate', 'gzip', gunzipSync], ['gzip, br', 'br', brotliDecompressSync], ['br;q=0, gzip', 'gzip', gunzipSync]] as const)('compresses for whoever accepts %s', async (accepted, encoding, open) => {
    const plain = await documents.at('/site/casting-search.v1')
    const { headers, body } = await rawly(`${documents.server.url}/site/casting-search.v1`, accepted)
    expect([headers['content-encoding'], headers.vary?.includes('Accept-Encoding')]).toEqual([encoding, true])
    expect(open(body).toString()).toBe(plain.text)
    expect(headers.etag).not.toBe(plain.headers.get('etag'))
  })

  it('lets pages of the sites that the settings name read, and no others', async () => {
    const preflight = (origin: string) => documents.at('/site/casting-search.v1', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } })
    expect(await preflight('https://www.example.test')).toMatchObject({ status: 204 })
    expect((await preflight('https://www.example.test')).headers.get('access-control-allow-origin')).toBe('https://www.example.test')
    expect((await preflight('https://evil.example.test')).headers.get('access-control-allow-origin')).toBeNull()
    const { headers } = await documents.at('/site/casting-search.v1', { headers: { origin: 'https://www.example.test' } })
    expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')]).toEqual(['https://www.example.test', null])
  })
})

async function until(holds: (answer: HttpAnswer) => boolean, ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
  }
}

/** `fetch` opens what is compressed. */
const rawly = (url: string, accepted: string): Promise<{ headers: NodeJS.Dict<string>; body: Buffer }> => new Promise((resolve, reject) => {
  request(url, { headers: { 'accept-encoding': accepted, 'accept-language': 'en' } }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ headers: answer.headers as NodeJS.Dict<string>, body: Buffer.concat(chunks) })).on('error', reject)
  }).on('error', reject).end()
})

