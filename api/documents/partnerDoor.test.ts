import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, PASSWORD, unique, uniqueEmail } from '../modules/casting/fixtures/desk.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'

/** Of these a partner's role gives nothing that could be asked for by itself. */
const closed: ReadonlySet<string> = new Set(['clients', 'one client', 'clients by their ids', 'users', 'people', 'addresses', 'files', 'prospects', 'contracts', 'the audit trail', 'who may what'])

let documents: Documents
let key: string
beforeAll(async () => {
  documents = await openDocuments()
  key = await documents.partnerKey()
})
afterAll(async () => { await documents.server.close() })

describe('MC-52 the partners’ door shows published offers, and nothing of the house', () => {
  it.each([
    ['clients', '{ clients { items { id companyName } } }'], ['users', '{ users { items { id email fullName } } }'], ['people', '{ people { items { id displayName email } } }'], ['prospects', '{ prospects { items { id } } }'],
    ['one client', '{ client(id: "01890000-0000-7000-8000-000000000000") { companyName } }'], ['clients by their ids', '{ clientsByIds(ids: ["01890000-0000-7000-8000-000000000000"]) { companyName } }'], ['addresses', '{ addresses { items { id city } } }'], ['files', '{ fileAssets { items { id name } } }'],
    ['contracts', '{ contracts { items { id } } }'], ['the audit trail', '{ auditEntries { items { id } } }'], ['grants of others', '{ documentGrants { items { partner { siteName } } } }'],
    ['internal notes', '{ castingOffers { items { id internalNote } } }'], ['drafts', '{ castingOffers(filter: { state: { eq: DRAFT } }) { items { id } } }'], ['who may what', '{ accessChart(entity: "Client") { entity } }'],
  ])('%s: even a document that was approved and granted answers none of them', async (what, text) => {
    const made = await documents.inService(`${text} # ${randomUUID()}`, { client: 'PARTNER' }).catch((error: unknown) => String(error))
    // What nobody could approve, nobody can ask.
    if (typeof made === 'string') return expect(made).toContain('BAD_USER_INPUT')
    await documents.grantTo(made)
    const path = `/partner/${String(made['alias'])}`
    let answer = await documents.at(path, { headers: { authorization: key } })
    while (answer.status === 404) answer = await documents.at(path, { headers: { authorization: key } })
    const [own] = await documents.server.sql(`select p.site_name as name from diffusion_partner p join "user" u on u.acts_for_id = p.organisation_id where u.email = 'partner@coulisses.test'`)
    const [rows] = Object.values(answer.json.data ?? {}) as ({ items?: readonly Readonly<Record<string, unknown>>[] } | null)[]
    if (closed.has(what)) expect([answer.json.errors?.[0]?.extensions['code'], Object.values(answer.json.data ?? {})]).toEqual(['FORBIDDEN', answer.json.data ? [null] : []])
    else if (answer.json.errors) expect(['FORBIDDEN', 'BAD_USER_INPUT']).toContain(answer.json.errors[0]?.extensions['code'])
    // Of grants, his own.
    else expect((rows?.items ?? []).filter((row) => (what !== 'grants of others' || at(row, 'partner', 'siteName') !== own?.['name']))).toEqual([])
  })
})

describe('MC-52 what published offers show of others', () => {
  it('is told beside them, at the partners’ door and at the public one, and is no list of its own at either', async () => {
    const OFFERS = 'castingOffers { items { client { companyName } address { city } } }'
    const [forPartner, forAll, alone] = [await documents.inService(`{ ${OFFERS} } # ${randomUUID()}`, { client: 'PARTNER' }), await documents.inService(`{ ${OFFERS} } # ${randomUUID()}`), await documents.inService(`{ clients { items { companyName } } } # ${randomUUID()}`)]
    await documents.grantTo(forPartner)
    const asPartner = await documents.until(200, () => documents.at(`/partner/${String(forPartner['alias'])}`, { headers: { authorization: key } }))
    expect(at(asPartner.json.data, 'castingOffers', 'items', 0)).toMatchObject({ client: { companyName: expect.any(String) as string }, address: { city: expect.any(String) as string } })
    expect((await documents.at(`/site/${String(forAll['alias'])}`)).json.data).toEqual(asPartner.json.data)
    expect((await documents.at(`/site/${String(alone['alias'])}`)).json).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  })

  it('and so say introspection, explanations and the door of exports', async () => {
    const { __type: query } = (await documents.ask('{ __type(name: "Query") { fields { name } } }', {}, documents.partner)) as { __type: { fields: { name: string }[] } }
    const roots = query.fields.map(({ name }) => name)
    expect(roots).toEqual(expect.arrayContaining(['castingOffers', 'partnerFeeds', 'readFeed']))
    for (const name of ['clients', 'client', 'clientsByIds', 'people', 'addresses']) expect(roots).not.toContain(name)
    const told = at(await documents.ask('{ explainAccess(entity: "Client", action: "READ", field: "companyName") { allowed rows sentence reasons { rule } } }', {}, documents.partner), 'explainAccess')
    expect(told).toMatchObject({ allowed: true, rows: 'BESIDE', sentence: expect.stringContaining('à côté de ce qui les montre seulement') as string })
    const exported = await documents.at('/export', { method: 'POST', headers: { authorization: `Bearer ${documents.partner}`, 'content-type': 'application/json' }, body: JSON.stringify({ list: 'clients', fields: ['companyName'] }) })
    expect(exported).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
  })

  it('free text of a partner’s program is refused at every door', async () => {
    const text = { query: '{ clients { items { companyName } } }' }
    const post = (path: string, authorization: string) => documents.at(path, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(text) })
    expect(await post('/partner', key)).toMatchObject({ status: 422, json: { errors: [{ extensions: { reason: 'documentIdRequired' } }] } })
    expect(await post('/graphql', key)).toMatchObject({ json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
    expect(await post('/graphql', `Bearer ${documents.partner}`)).toMatchObject({ json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
  })
})

describe('MC-54 whom a partner’s program signs in', () => {
  const signIn = async (email: string, password: string): Promise<{ readonly status: number; readonly message: unknown; readonly wait: string | null }> => {
    const { status, json, headers } = await documents.at('/partner/sign-in', { method: 'POST', headers: { authorization: key, 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) })
    return { status, message: json.errors?.[0]?.message, wait: headers.get('retry-after') }
  }
  const account = async (organisation: string, state: 'ACTIVE' | 'INACTIVE'): Promise<string> => {
    const email = uniqueEmail()
    const { id } = await documents.create('User', { email, password: PASSWORD, person: { create: { firstName: unique('P'), lastName: 'Partenaire' } } }, 'id', documents.admin)
    await documents.server.sql(`update "user" set acts_for_id = $2, state = $3 where id = $1`, [id, organisation, state])
    await documents.server.sql(`insert into user_roles (user_id, role_id) select $1, id from role where key = 'partner' on conflict do nothing`, [id])
    return email
  }

  it('is an active account of his own organisation: nobody of another one, nobody who left, in the same words', async () => {
    const [own] = await documents.server.sql(`select acts_for_id as id from "user" where email = 'partner@coulisses.test'`)
    const [other] = await documents.server.sql(`select organisation_id as id from diffusion_partner where organisation_id <> $1 limit 1`, [own?.['id']])
    const [colleague, left, stranger] = await Promise.all([account(String(own?.['id']), 'ACTIVE'), account(String(own?.['id']), 'INACTIVE'), account(String(other?.['id']), 'ACTIVE')])
    expect((await signIn(colleague, PASSWORD)).status).toBe(200)
    const refused = await Promise.all([signIn(left, PASSWORD), signIn(stranger, PASSWORD), signIn(colleague, 'another password'), signIn(uniqueEmail(), PASSWORD)])
    expect(refused[0]?.status).toBe(401)
    for (const one of refused) expect(one).toEqual(refused[0])
  })

  it('is slowed down like everybody who guesses', async () => {
    const [own] = await documents.server.sql(`select acts_for_id as id from "user" where email = 'partner@coulisses.test'`)
    const email = await account(String(own?.['id']), 'ACTIVE')
    for (let guess = 0; guess < 5; guess++) expect((await signIn(email, `guess ${guess}`)).status).toBe(401)
    const stopped = await signIn(email, PASSWORD)
    expect([stopped.status, Number(stopped.wait) > 0]).toEqual([429, true])
  })
})
