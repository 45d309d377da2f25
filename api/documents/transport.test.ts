import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { serverAudits, type Audit } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDocuments, type Documents } from './fixtures/documents.ts'

let documents: Documents
let key: string
/** What the audits ask, as documents that can be approved: the schema is not asked about at these doors. */
const texts: Readonly<Record<string, string>> = {
  '{ __typename }': '{ __typename }', 'query Query { __typename }': 'query Query { __typename }',
  'query Type($name: String!) { __type(name: $name) { name } }': 'query Type($name: String!) { castingOffers(filter: { title: { eq: $name } }) { total } }',
  '{ __type(name: "Run🏃Swim🏊") { name } }': '{ castingOffers(filter: { title: { eq: "Run🏃Swim🏊" } }) { total } }',
  'query CoerceFailure($id: ID!){ __typename }': 'query CoerceFailure($id: ID!) { castingOffer(id: $id) { id } }',
}
beforeAll(async () => {
  documents = await openDocuments()
  key = await documents.partnerKey()
  for (const text of Object.values(texts)) {
    await documents.inService(text)
    const made = await documents.inService(`${text} # for partners`, { client: 'PARTNER' })
    await documents.grantTo(made, { ratePerMinute: 1_000 })
    await open(`/partner/${String(made['alias'])}`)
  }
})
afterAll(async () => { await documents.server.close() })

/** Its variables may be missing: what is not granted yet is 404. */
async function open(path: string): Promise<void> {
  while ((await documents.at(path, { headers: { authorization: key } })).status === 404) await pause(10)
}

const objections = async (audits: readonly Audit[]): Promise<string[]> => {
  const results = await Promise.all(audits.map((audit) => audit.fn()))
  return results.filter(({ status }) => status !== 'ok').map((result) => `${result.status} ${result.id}${'reason' in result ? ` ${result.reason}` : ''}`)
}

describe('GraphQL over HTTP', () => {
  it('finds nothing to object to at the door of the staff, but that it takes no GET, which it need not', async () => {
    const audits = serverAudits({ url: `${documents.server.url}/graphql` })
    expect(audits.length).toBeGreaterThan(50)
    expect((await objections(audits)).map((one) => one.slice(0, 11))).toEqual(['notice 5A70', 'notice D6D5', 'notice 6A70'])
  })

  /** A text that no parser takes, or that the schema does not know, cannot be approved, so nobody can send it. */
  const aboutTexts: ReadonlySet<string> = new Set(['572B', 'FDE2', '865D', '556A', 'D586', '51FE', '74FF', '5E5B'])

  it.each(['/site', '/partner'])('nor at %s, asked by id, but that it says 422 and 404 where 400 and 200 are proposed', async (path) => {
    const suffix = path === '/partner' ? ' # for partners' : ''
    const idOf = (text: unknown): unknown => (typeof text === 'string' ? `sha256:${createHash('sha256').update((texts[text] ?? text) + suffix).digest('hex')}` : text)
    const fetchFn = (url: string, init: RequestInit = {}): Promise<Response> => {
      const asked = new URL(url)
      if (asked.searchParams.has('query')) {
        asked.searchParams.set('documentId', String(idOf(asked.searchParams.get('query'))))
        asked.searchParams.delete('query')
      }
      const headers = { ...init.headers as Record<string, string>, ...(path === '/partner' ? { authorization: key } : {}) }
      return fetch(asked, { ...init, headers, ...(typeof init.body === 'string' ? { body: byId(init.body) } : {}) })
    }
    const byId = (body: string): string => {
      try {
        const { query, ...rest } = JSON.parse(body) as Readonly<Record<string, unknown>>
        return JSON.stringify(query === undefined ? rest : { documentId: idOf(query), ...rest })
      } catch {
        return body
      }
    }
    const audits = serverAudits({ url: `${documents.server.url}${path}`, fetchFn }).filter(({ id }) => !aboutTexts.has(id))
    expect(audits.length).toBeGreaterThan(50)
    const found = await objections(audits)
    // A variable that does not fit is 422 whatever is accepted, as the door says of every fault of a variable.
    expect(found.filter((one) => one.startsWith('warn')).map((one) => one.slice(0, 9))).toEqual(['warn 7B9B', 'warn 86EE'])
    expect(found.filter((one) => one.startsWith('error'))).toEqual([])
    // The rest is optional: 422 and 404 where 400 may be used.
    for (const one of found) expect(one).toMatch(/^warn|^notice (423L|3E3A|LKJ\d|6C0\d|476\d|58B\d)/)
  })
})

describe('a refusal of what is not there, and of what is somebody else’s', () => {
  it('is the same to the last header', async () => {
    const another = await documents.inService(`{ castingOffers { total } } # ${randomUUID()}`, { client: 'PARTNER' })
    const told = await Promise.all([String(another['alias']), 'nobody.v1', `sha256:${String(another['hash'])}`, `sha256:${'0'.repeat(64)}`].flatMap((id) => [
      documents.at(`/partner/${id}`, { headers: { authorization: key } }),
      documents.at('/partner', { method: 'POST', headers: { authorization: key, 'content-type': 'application/json' }, body: JSON.stringify({ documentId: id }) }),
    ]))
    const [first, ...others] = told.map(({ status, headers, text }) => ({ status, text, headers: [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id' && name !== 'keep-alive') }))
    expect(first?.status).toBe(404)
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('what is sent wrongly', () => {
  const path = '/site/articles.v1'

  it('HEAD answers the headers of GET, without a body', async () => {
    const [get, head] = [await documents.at(path), await documents.at(path, { method: 'HEAD' })]
    expect(head).toMatchObject({ status: 200, text: '' })
    for (const name of ['etag', 'cache-control', 'content-type', 'content-length', 'surrogate-key', 'vary']) expect(head.headers.get(name), name).toBe(get.headers.get(name))
    expect((await documents.at(path, { method: 'HEAD', headers: { 'if-none-match': get.headers.get('etag') ?? '' } })).status).toBe(304)
    expect((await documents.at('/site/nothing.v1', { method: 'HEAD' })).status).toBe(404)
  })

  it.each([
    ['variables twice', `${path}?variables={}&variables={}`, 422], ['two names of a document', '/site?documentId=articles.v1&documentId=article.v1', 404],
    ['another document than its address names', `${path}?documentId=article.v1`, 422], ['an operation twice', `${path}?operationName=a&operationName=b`, 422],
    ['a text', `${path}?query={me{id}}`, 422], ['variables that are no JSON', `${path}?variables={`, 422], ['variables as a list', `${path}?variables=[]`, 422],
    ['the prototype', `${path}?variables=${encodeURIComponent('{"__proto__":{"size":1}}')}`, 422], ['the prototype further down', `${path}?variables=${encodeURIComponent('{"page":{"__proto__":{"size":1}}}')}`, 422],
    ['a constructor', `${path}?variables=${encodeURIComponent('{"constructor":{"prototype":{}}}')}`, 422],
    ['what cannot be decoded', '/site/%zz', 400], ['what is no text', '/site/%ff', 400], ['a mutation', `/site/${encodeURIComponent('mutation { signOut }')}`, 404],
    ['an address of nine thousand signs', `${path}?variables=${'x'.repeat(9_000)}`, 422], ['an address that no header holds', `${path}?variables=${'x'.repeat(17_000)}`, 431],
  ])('by address, %s: %s', async (_what, address, status) => {
    expect((await fetch(`${documents.server.url}${address}`)).status).toBe(status)
  })

  it.each([
    ['a megabyte', JSON.stringify({ documentId: 'articles.v1', variables: { x: 'x'.repeat(1_048_576) } }), 413], ['a batch of ten', JSON.stringify(Array.from({ length: 10 }, () => ({ documentId: 'articles.v1' }))), 400],
    ['a number', '7', 400], ['a text', '"articles.v1"', 400], ['null', 'null', 400], ['nothing', '', 400], ['two values', '{}{}', 400], ['a byte that is no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 422],
    ['an id that is a list', '{"documentId":["articles.v1"]}', 404], ['a key twice', '{"documentId":"nothing.v1","documentId":"articles.v1"}', 200],
  ])('by body, %s', async (_what, body, status) => {
    expect((await fetch(`${documents.server.url}/site`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status).toBe(status)
  })

  it('a criterion of many levels is refused before anybody walks through it', async () => {
    const text = 'query Deep($filter: CastingOfferFilter) { castingOffers(filter: $filter) { total } }'
    const made = await documents.inService(text)
    const nested = (levels: number): string => `${'{"and":['.repeat(levels)}{}${']}'.repeat(levels)}`
    const post = (path: string, body: string) => documents.at(path, { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${documents.employee}` } })
    const at = `/site/${String(made['alias'])}`
    expect(await post(at, `{"variables":{"filter":${nested(10)}}}`)).toMatchObject({ status: 422, json: { errors: [{ extensions: { reason: 'tooDeep' } }] } })
    expect((await post(at, `{"variables":{"filter":${nested(1_500)}}}`)).status).toBe(400)
    expect((await documents.at(`${at}?variables=${encodeURIComponent(`{"filter":${nested(300)}}`)}`)).status).toBe(422)
    expect((await post('/graphql', `{"query":"${text}","variables":{"filter":${nested(10_000)}}}`)).status).toBe(400)
    expect((await post('/graphql', JSON.stringify({ query: `{ me { id } } # ${'"{['.repeat(100)}` }))).status).toBe(200)
  })

  it.each(['\\u0000', '\\ud800', '%', '\\\\', '\'; select pg_sleep(9); --'])('a value of %s is searched for like any other, or refused with its path', async (value) => {
    const made = await documents.inService(`query Titled($title: String!) { castingOffers(filter: { title: { eq: $title } }) { total } } # ${randomUUID()}`)
    const { status, json } = await documents.at(`/site/${String(made['alias'])}?variables=${encodeURIComponent(`{"title":"${value}"}`)}`)
    if (status === 200) expect(json.data).toEqual({ castingOffers: { total: 0 } })
    else expect([status, json.errors?.[0]?.extensions['code']]).toEqual([422, 'BAD_USER_INPUT'])
  })
})
