import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, PASSWORD, unique, uniqueEmail } from '../modules/casting/fixtures/desk.ts'
import { openDocuments, type Documents } from './fixtures/documents.ts'

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
    if (what === 'users') expect(answer.json.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
    // Of clients and people that published offers name, what they show; of grants, his own.
    const shown = (rows?.items ?? []).filter((row) => (what !== 'grants of others' || at(row, 'partner', 'siteName') !== own?.['name']))
    if (what === 'clients') {
      const open = await documents.server.sql(`select distinct client_id::text as id from casting_offer where state = 'PUBLISHED' and publish_from <= now() and (publish_until is null or publish_until > now())`)
      for (const { id } of shown) expect(open.map((row) => row['id'])).toContain(id)
    } else if (what === 'people') {
      for (const { id } of shown) expect(await documents.count('casting_offer', `contact_id = $1 and state = 'PUBLISHED'`, id)).toBeGreaterThan(0)
    } else if (answer.json.errors) expect(['FORBIDDEN', 'UNAUTHENTICATED', 'BAD_USER_INPUT']).toContain(answer.json.errors[0]?.extensions['code'])
    else expect(shown).toEqual([])
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
