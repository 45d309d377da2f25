import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, aContract, at, codeOf, openCompany, textAt, unique, uniqueEmail, type Company, type Made } from './fixtures/company.ts'
import type { Input } from '../../write/types.ts'

/** A client of both lines of business keeps one identity, editable from either, with history (C-01). */
let company: Company
beforeAll(async () => { company = await openCompany() })
afterAll(() => company.server.close())

interface Known { readonly client: Made; readonly fullName: string; readonly email: string; readonly companyName: string }

/** Somebody whom the casting desk has as a client. */
async function castingClient({ phone = '01 99 00 12 34', email = uniqueEmail() }: { phone?: string | null; email?: string | null } = {}): Promise<Known> {
  const [lastName, companyName] = [unique('Casey'), unique('Cool Startup')]
  const client = await company.employee.create('Client', {
    organisation: { create: { name: companyName } }, contact: { create: { firstName: 'Kevin', lastName, phone, email } },
  }, 'id lines organisation { id } contact { id }')
  expect(client['lines']).toEqual(['CASTING'])
  return { client, fullName: `Kevin ${lastName}`, email: email ?? uniqueEmail(), companyName }
}
const typed = ({ fullName, email, companyName }: Known, more: Input = {}): Input => ({ fullName, email, companyName, phone: '+33 6 39 98 00 00', ...more })
const SHOWN = 'id lines fullName email phone { raw } companyName salesContact { id } state'
const rowsNamed = async (companyName: string): Promise<number> => (await company.server.sql('select 1 from client where company_name = $1', [companyName])).length

describe('a client of the casting desk whom sales enters', () => {
  test('is that client, now of both lines, followed by whoever entered him; nothing of him is overwritten', async () => {
    const known = await castingClient()
    expect(await codeOf(company.sales.one('client', known.client.id, 'id'))).toBe('NOT_FOUND')
    const made = await company.sales.create('Client', typed(known, { fullName: known.fullName.toUpperCase(), email: known.email.toUpperCase() }), SHOWN)
    expect(made).toEqual({
      id: known.client.id, lines: ['CASTING', 'EPIC_EVENTS'], fullName: known.fullName, email: known.email, phone: { raw: '01 99 00 12 34' }, companyName: known.companyName, salesContact: { id: company.sales.id }, state: 'ACTIVE',
    })
    expect(await rowsNamed(known.companyName)).toBe(1)
    const [entry] = at(await company.employee.ask(`{ history(entity: "Client", id: "${made.id}") { items { user { id } changes { field from to } } } }`), 'history', 'items') as unknown[]
    expect(at(entry, 'changes')).toContainEqual({ field: 'lines', from: ['CASTING'], to: ['CASTING', 'EPIC_EVENTS'] })
    expect((await company.server.sql(`select user_id from audit_entry where entity_type = 'Client' and entity_id = $1 and changes ? 'lines' order by version desc limit 1`, [made.id]))[0]).toEqual({ user_id: company.sales.id })
  })

  test('is worked on from either side', async () => {
    const known = await castingClient()
    await company.sales.create('Client', typed(known))
    await company.sales.update('Client', known.client.id, { phone: '+33 6 39 98 11 11' })
    expect(await company.employee.one('client', known.client.id, 'phone { raw } contact { phone { raw } }')).toEqual({ phone: { raw: '+33 6 39 98 11 11' }, contact: { phone: { raw: '+33 6 39 98 11 11' } } })
    await company.employee.update('Person', textAt(known.client, 'contact', 'id'), { lastName: 'Casey-Jones' })
    expect(await company.sales.one('client', known.client.id, 'fullName')).toEqual({ fullName: 'Kevin Casey-Jones' })
    expect(await codeOf(aContract(company, known.client))).toBe('done')
  })

  test('is known by name and company where no address is known, which is then the one that was typed', async () => {
    const known = await castingClient({ phone: null, email: null })
    expect(await company.sales.create('Client', typed(known), 'id email phone { raw }')).toEqual({ id: known.client.id, email: known.email, phone: { raw: '+33 6 39 98 00 00' } })
    expect(await company.employee.one('person', textAt(known.client, 'contact', 'id'), 'email')).toEqual({ email: known.email })
  })

  test('whose entry is taken back, gives back what his card took from it', async () => {
    const card = (known: Known) => company.employee.one('person', textAt(known.client, 'contact', 'id'), 'email phone { raw }')
    const withdraw = (known: Known) => company.sales.ask('mutation ($ids: [ID!]!) { withdrawClients(clients: $ids) }', { ids: [known.client.id] })
    const [bare, known] = [await castingClient({ phone: null, email: null }), await castingClient({ phone: null })]
    for (const one of [bare, known]) await company.sales.create('Client', typed(one))
    expect(await card(bare)).toEqual({ email: bare.email, phone: { raw: '+33 6 39 98 00 00' } })
    await withdraw(bare)
    await withdraw(known)
    expect(await card(bare)).toEqual({ email: null, phone: null })
    expect(await company.employee.one('client', bare.client.id, 'email phone { raw }')).toEqual({ email: null, phone: null })
    expect(await card(known)).toEqual({ email: known.email, phone: null })
  })

  test('is known without the company as well, but not by an address or a name alone', async () => {
    const known = await castingClient()
    const stranger = await company.sales.create('Client', typed(known, { fullName: unique('Ada Autre') }), 'id lines contact { id } organisation { id }')
    expect(stranger).toMatchObject({ lines: ['EPIC_EVENTS'], organisation: at(known.client, 'organisation') })
    expect(stranger.id).not.toBe(known.client.id)
    expect((await company.sales.create('Client', typed(known, { email: uniqueEmail() }))).id).not.toBe(known.client.id)
    expect((await company.sales.create('Client', typed(known, { companyName: null }))).id).toBe(known.client.id)
  })

  test('who is only tried is told to be there, without a word of what stands on his card', async () => {
    const known = await castingClient()
    const tried = await company.server.graphql<unknown>(`mutation ($input: ClientCreateInput!) { createClient(input: $input) { ${SHOWN} } }`, { input: typed(known, { phone: null }) }, company.sales.token, { 'x-coulisses-trial': 'true' })
    expect(tried.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'wouldJoin' })
    expect(JSON.stringify(tried)).not.toContain('01 99 00 12 34')
    expect(JSON.stringify(tried)).not.toContain(known.client.id)
    expect(await company.employee.one('client', known.client.id, 'lines')).toEqual({ lines: ['CASTING'] })
  })

  test('may be somebody of whom there is a card only: a trial shows what was typed, and nothing of the card', async () => {
    const [lastName, email] = [unique('Carte'), uniqueEmail()]
    await company.employee.create('Person', { firstName: 'Ada', lastName, email, phone: '01 99 00 56 78' })
    const CREATE = 'mutation ($input: ClientCreateInput!) { answer: createClient(input: $input) { fullName email phone { raw } companyName } }'
    const input = { fullName: `ada ${lastName}`, email, companyName: unique('Troupe') }
    const tried = await company.server.graphql<unknown>(CREATE, { input }, company.sales.token, { 'x-coulisses-trial': 'true' })
    expect(tried).toMatchObject({ data: { answer: { ...input, phone: null } } })
    expect(at(await company.sales.ask(CREATE, { input }), 'answer')).toMatchObject({ fullName: `Ada ${lastName}`, phone: { raw: '01 99 00 56 78' } })
  })

  test('is entered once: whoever comes second is told that he is there', async () => {
    const known = await castingClient()
    const answers = await Promise.all([company.sales, company.otherSales, company.sales, company.otherSales].map((rep) => codeOf(rep.create('Client', typed(known)))))
    expect(answers.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'done'])
    expect(await rowsNamed(known.companyName)).toBe(1)
    expect(await codeOf(company.sales.create('Client', typed(known, { email: 'kevin@@startup' })))).toBe('BAD_USER_INPUT')
  })

  test('may have been a prospect only, which is converted afterwards as before', async () => {
    const [lastName, name, email] = [unique('Casey'), unique('Troupe'), uniqueEmail()]
    const prospect = await company.employee.create('Prospect', { organisation: { create: { name } }, contact: { create: { firstName: 'Kevin', lastName, email } }, client: { create: {} } }, 'id client { id state }')
    expect(at(prospect, 'client', 'state')).toBe('PROSPECTIVE')
    const made = await company.sales.create('Client', { fullName: `Kevin ${lastName}`, email, companyName: name }, SHOWN)
    expect(made).toMatchObject({ id: textAt(prospect, 'client', 'id'), state: 'ACTIVE', lines: ['CASTING', 'EPIC_EVENTS'] })
    expect(await codeOf(company.employee.run('makeProspectClient', prospect.id))).toBe('done')
    expect(await codeOf(company.employee.run('makeProspectClient', prospect.id))).toBe('CONFLICT')
  })

  test('stays with the casting desk when the entry is taken back', async () => {
    const [known, other] = [await castingClient(), await castingClient()]
    await company.sales.create('Client', typed(known))
    await company.sales.create('Client', typed(other))
    const fresh = await aClient(company.sales)
    await aContract(company, other.client)
    const withdraw = (...ids: string[]) => codeOf(company.sales.ask('mutation ($ids: [ID!]!) { withdrawClients(clients: $ids) }', { ids }))
    expect(await withdraw(fresh.id, other.client.id)).toBe('CONFLICT')
    expect(await withdraw(fresh.id, known.client.id)).toBe('done')
    expect(await codeOf(company.sales.one('client', known.client.id, 'id'))).toBe('NOT_FOUND')
    expect(await company.employee.one('client', known.client.id, 'lines fullName')).toEqual({ lines: ['CASTING'], fullName: known.fullName })
  })
})

describe('a client of the event company whom the casting desk enters', () => {
  test('is that client, now of both lines, still followed by the same rep', async () => {
    const client = await aClient(company.sales, {}, 'id fullName organisation { id } contact { id }')
    expect(await codeOf(company.employee.one('client', client.id, 'id'))).toBe('NOT_FOUND')
    const input = { organisation: { connect: textAt(client, 'organisation', 'id') }, contact: { connect: textAt(client, 'contact', 'id') } }
    const made = await company.employee.create('Client', input, 'id lines')
    expect(made).toEqual({ id: client.id, lines: ['EPIC_EVENTS', 'CASTING'] })
    expect(await company.sales.one('client', client.id, 'fullName salesContact { id }')).toEqual({ fullName: client['fullName'], salesContact: { id: company.sales.id } })
    expect(await codeOf(company.employee.create('Client', input))).toBe('CONFLICT')
  })
})

test('whoever may not enter clients joins none', async () => {
  const known = await castingClient()
  for (const who of [company.management, company.support]) expect(await codeOf(who.create('Client', typed(known)))).toBe('FORBIDDEN')
  expect(await codeOf(company.sales.create('Client', typed(known, { salesContact: { connect: company.otherSales.id } })))).toBe('FORBIDDEN')
  expect(await company.employee.one('client', known.client.id, 'lines')).toEqual({ lines: ['CASTING'] })
})
