import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightsByOne } from '../contract/records.ts'
import { at, unique, type Made } from '../modules/casting/fixtures/desk.ts'
import { permit } from '../modules/core/fixtures/people.ts'
import { openDocuments, type Documents, type HttpAnswer } from './fixtures/documents.ts'

let documents: Documents
let writer: string
let reader: string
beforeAll(async () => {
  documents = await openDocuments()
  await rightsByOne(documents.server)
  const [role] = await documents.server.sql(`select id from role where key = 'partner'`)
  for (const action of ['READ', 'CREATE']) await permit(documents, { role: { connect: String(role?.['id']) } }, 'ProfessionDomain', action)
  writer = await documents.partnerKey(['DOCUMENTS_RUN', 'GRAPHQL_WRITE'])
  reader = await documents.partnerKey()
})
afterAll(async () => { await documents.server.close() })

const CREATE = 'mutation Add($name: String!) { createProfessionDomain(input: { name: $name }) { id name } }'
const path = (door: 'site' | 'partner', made: Made): string => `/${door}/${String(made['alias'])}`
const post = (url: string, variables: object, key?: string): Promise<HttpAnswer> =>
  documents.at(url, { method: 'POST', body: JSON.stringify({ variables }), headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: key }) } })
const granted = async (text: string): Promise<Made> => {
  const made = await documents.inService(`${text} # ${randomUUID()}`, { client: 'PARTNER' })
  await documents.grantTo(made)
  return made
}

describe('a document that changes something', () => {
  it('is done by POST, each time, with a key that was made for writing, and is nobody’s to keep', async () => {
    const url = path('partner', await granted(CREATE))
    const name = unique('Cirque')
    const first = await documents.until(200, () => post(url, { name }, writer))
    expect(first.json.data).toMatchObject({ createProfessionDomain: { name } })
    expect([first.headers.get('cache-control'), first.headers.get('etag'), first.headers.get('ratelimit-limit')]).toEqual(['no-store', null, '60'])
    const again = await post(url, { name: unique('Cirque') }, writer)
    expect(at(again.json.data, 'createProfessionDomain', 'id')).not.toBe(at(first.json.data, 'createProfessionDomain', 'id'))
    expect(await post(url, { name }, reader)).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'FORBIDDEN', reason: 'scopeMissing' } }] } })
    const [entry] = await documents.server.sql(`select origin from audit_entry where entity_type = 'ProfessionDomain' and entity_id = $1`, [at(first.json.data, 'createProfessionDomain', 'id')])
    expect(entry).toEqual({ origin: 'PARTNER' })
  })

  it.each(['GET', 'HEAD'])('is not done by %s: 405, and by which method it is', async (method) => {
    const [forAll, forPartner] = [await documents.inService(`${CREATE} # ${randomUUID()}`), await granted(CREATE)]
    await documents.until(200, () => post(path('partner', forPartner), { name: unique('Cirque') }, writer))
    const name = unique('Jamais')
    const query = `?variables=${encodeURIComponent(JSON.stringify({ name }))}`
    for (const answer of [await documents.at(path('site', forAll) + query, { method }), await documents.at(path('partner', forPartner) + query, { method, headers: { authorization: writer } })]) {
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
      if (method === 'GET') expect(answer.json).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT', reason: 'postOnly' } }] })
    }
    // To whom it is not open, it does not exist, by whatever method.
    expect(await documents.at(path('site', forPartner), { method })).toMatchObject({ status: 404 })
    expect(await documents.count('profession_domain', 'name = $1', name)).toBe(0)
  })

  it('gives nobody a right that he has not: neither the public nor a partner', async () => {
    const forAll = await documents.inService(`${CREATE} # ${randomUUID()}`)
    expect(await post(path('site', forAll), { name: unique('Jamais') })).toMatchObject({ json: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } })
    const [client] = await documents.server.sql('select id from client limit 1')
    const url = path('partner', await granted('mutation ($id: ID!) { deleteClient(id: $id) }'))
    expect(await documents.until(200, () => post(url, { id: client?.['id'] }, writer))).toMatchObject({ json: { data: { deleteClient: null }, errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
    expect(await documents.count('client', 'id = $1', client?.['id'])).toBe(1)
  })

  it('is told to whoever approves it as one that writes, and is not tried out', async () => {
    const name = unique('Essai')
    const made = await documents.create('PersistedQuery', { name: `d-${randomUUID()}`, client: 'PARTNER', document: `mutation { createProfessionDomain(input: { name: "${name}" }) { id name } }` }, 'id')
    const facts = at(await documents.ask('query ($id: ID!) { documentFacts(id: $id) { writes statements { sql } sample worstCost disclosed { sensitivity fields } } }', { id: made.id }), 'documentFacts')
    expect(facts).toMatchObject({ writes: ['createProfessionDomain'], statements: [], sample: null })
    expect(JSON.stringify(at(facts, 'disclosed'))).toContain('ProfessionDomain.name')
    expect(await documents.count('profession_domain', 'name = $1', name)).toBe(0)
  })

  it('is described to its partner as one that is asked by POST', async () => {
    const made = await granted(CREATE)
    const { json } = await documents.until(200, () => documents.at('/partner/openapi.json', { headers: { authorization: writer } }))
    expect(Object.keys(at(json, 'paths', path('partner', made)) as object)).toEqual(['post'])
    const own = at(await documents.ask('{ partnerDocuments { alias writes } }', {}, documents.partner), 'partnerDocuments')
    expect(own).toContainEqual({ alias: made['alias'], writes: true })
  })

  it.each(['mutation { signOut }', 'mutation ($a: String!, $b: String!) { signIn(email: $a, password: $b) { token } }', 'mutation { signOutEverywhere }', 'subscription { x }'])('%s cannot be registered: accounts have doors of their own', async (document) => {
    await expect(documents.create('PersistedQuery', { name: `d-${randomUUID()}`, client: 'SITE', document })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})
