import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClient, anEvent, aSignedContract, at, codeOf, colleague, euros, eventInput, openCompany, PASSWORD, textAt, unique, uniqueEmail, type Colleague, type Company, type Made } from './fixtures/company.ts'

/**
 * Who does what in the event company, cell by cell. Each row is one call; each cell says what the three
 * departments are answered. What is refused has changed nothing.
 */
const departments = ['management', 'sales', 'support'] as const
type Department = (typeof departments)[number]

/** The records that a row is about, made anew for each cell. `own`: of the caller, where a department can own it. */
interface Records { readonly client: Made; readonly othersClient: Made; readonly contract: Made; readonly othersContract: Made; readonly event: Made; readonly othersEvent: Made; readonly collaborator: Made }
type Call = (who: Colleague, records: Records) => Promise<unknown>
type Expected = 'done' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'CONFLICT' | 'NOT_FOUND'
type Row = readonly [name: string, call: Call, management: Expected, sales: Expected, support: Expected]

const yes = 'done'
const no = 'FORBIDDEN'
const change = (entity: string, of: (records: Records) => Made, input: object | ((records: Records) => object)): Call => (who, records) =>
  who.update(entity, of(records).id, typeof input === 'function' ? { ...input(records) } : { ...input })

const client = ({ client: made }: Records): Made => made
const othersClient = ({ othersClient: made }: Records): Made => made
const contract = ({ contract: made }: Records): Made => made
const othersContract = ({ othersContract: made }: Records): Made => made
const event = ({ event: made }: Records): Made => made
const othersEvent = ({ othersEvent: made }: Records): Made => made

const samples = {
  fullName: 'Kevin Casey', email: 'kevin@startup.io', phone: '+ 666 12345', companyName: 'Cool Startup LLC', firstContactOn: '2021-04-18', lastContactAt: '2023-03-29T10:00:00Z',
  title: 'Un autre titre', body: 'Un texte', totalAmount: euros(200_000), amountDue: euros(5),
  kind: 'OFF_SITE', startAt: { at: '3 Jun 2027 @ 1PM' }, endAt: { at: '6 Jun 2027 @ 1PM' }, locationText: 'Salle des fêtes de Mufflins', expectedAttendees: 200, notes: 'Une note', contactName: 'Jacky Blangier',
} as const

const collaborators: readonly Row[] = [
  ['C · collaborator', (who) => who.ask(`mutation { createCollaborator(fullName: "${unique('Jo Bleu')}", email: "${uniqueEmail()}", department: "${departmentIds.get('sales')}") { id } }`), yes, no, no],
  ['U · collaborator', (who, { collaborator }) => who.run('updateCollaborator', collaborator.id, ', fullName: "Jo Vert"'), yes, no, no],
  ['U · collaborator, by the generated way', (who, { collaborator }) => who.update('User', collaborator.id, { locale: 'en' }), no, no, no],
  ['U · platform administrator', (who, { collaborator }) => who.run('setUserAdministrator', collaborator.id, ', administrator: true'), no, no, no],
  ['U · account of another line', (who) => who.run('updateCollaborator', company.employee.id, ', fullName: "Jo Vert"'), 'NOT_FOUND', no, no],
  ['D · collaborator', (who, { collaborator }) => who.run('deleteCollaborator', collaborator.id, '', ''), yes, no, no],
  ['D · oneself', (who) => who.run('deleteCollaborator', who.id, '', ''), 'CONFLICT', no, no],
  ['R · name and department', (who, { collaborator }) => who.one('user', collaborator.id, 'fullName department { name }'), yes, yes, yes],
  ['R · e-mail and state', (who, { collaborator }) => who.one('user', collaborator.id, 'email state'), yes, no, no],
  ['R · account of another line', (who) => who.one('user', company.employee.id, 'fullName'), 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  ['R · password', (who, { collaborator }) => who.one('user', collaborator.id, 'passwordHash'), 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT'],
]

const clients: readonly Row[] = [
  ['R', (who, { othersClient: made }) => who.one('client', made.id, 'number fullName email phone { raw } companyName firstContactOn lastContactAt salesContact { fullName }'), yes, yes, yes],
  ['R · of the casting desk', async (who) => who.one('client', await castingClient(), 'number'), 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  ['C', (who) => aClient(who), no, yes, no],
  ['C · salesContact', (who) => aClient(who, { salesContact: { connect: company.otherSales.id } }), no, no, no],
  ...(['fullName', 'email', 'phone', 'companyName', 'firstContactOn', 'lastContactAt'] as const).flatMap((field): readonly Row[] => [
    [`U own · ${field}`, change('Client', client, { [field]: samples[field] }), no, yes, no],
    [`U others’ · ${field}`, change('Client', othersClient, { [field]: samples[field] }), no, no, no],
  ]),
  ['U · salesContact', change('Client', client, () => ({ salesContact: { connect: company.otherSales.id } })), no, no, no],
  ['U · lines', change('Client', client, { lines: ['CASTING'] }), no, no, no],
  ['X · reassign', (who, { client: made }) => who.run('reassignClient', made.id, `, salesContact: "${company.otherSales.id}"`), no, no, no],
  ['X · archive', (who, { client: made }) => who.run('archiveClient', made.id), no, no, no],
  ['D', (who, { client: made }) => who.run('deleteClient', made.id, '', ''), no, no, no],
]

const contracts: readonly Row[] = [
  ['R', (who, { othersContract: made }) => who.one('contract', made.id, 'number kind title body totalAmount { amount } amountDue { amount } signedAt createdAt client { fullName } salesContact { fullName }'), yes, yes, yes],
  ['R · other kinds', async (who) => who.one('contract', await employmentContract(), 'number'), 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  ['C', (who, { client: made }) => who.create('Contract', { client: { connect: made.id }, totalAmount: euros(5) }), yes, no, no],
  ['C · other kinds', (who, { client: made }) => who.create('Contract', { client: { connect: made.id }, totalAmount: euros(5), kind: 'EMPLOYMENT' }), no, no, no],
  ...(['title', 'body', 'totalAmount', 'amountDue'] as const).flatMap((field): readonly Row[] => [
    [`U of own client · ${field}`, change('Contract', contract, { [field]: samples[field] }), yes, yes, no],
    [`U of others’ client · ${field}`, change('Contract', othersContract, { [field]: samples[field] }), yes, no, no],
  ]),
  ['U · client, before signature', change('Contract', contract, ({ othersClient: other }) => ({ client: { connect: other.id } })), yes, no, no],
  ['X of own client · sign', (who, { contract: made }) => who.run('signContract', made.id), yes, yes, no],
  ['X of others’ client · sign', (who, { othersContract: made }) => who.run('signContract', made.id), yes, no, no],
  ['X of own client · pay', (who, { contract: made }) => who.run('payContract', made.id, ', amount: { amount: 5 }'), yes, yes, no],
  ['X of others’ client · pay', (who, { othersContract: made }) => who.run('payContract', made.id, ', amount: { amount: 5 }'), yes, no, no],
  ['D', (who, { contract: made }) => who.run('deleteContract', made.id, '', ''), no, no, no],
]

const plan = ['title', 'kind', 'startAt', 'endAt', 'locationText', 'expectedAttendees', 'notes', 'contactName'] as const
const events: readonly Row[] = [
  ['R', (who, { othersEvent: made }) => who.one('event', made.id, 'number title kind startAt { at zone } endAt { at } locationText expectedAttendees notes client { fullName } clientContact { displayName email phone { raw } } contract { number } supportContact { fullName }'), yes, yes, yes],
  ['R · other lines', async (who) => who.one('event', await concert(), 'number'), 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
  ['C · own client, signed', async (who) => who.create('Event', eventInput((await aSignedContract(company)).contract)), no, yes, no],
  ['C · own client, unsigned', async (who, { contract: made }) => who.create('Event', eventInput(made)), no, 'CONFLICT', no],
  ['C · others’ client, signed', async (who) => who.create('Event', eventInput((await aSignedContract(company, company.otherSales)).contract)), no, no, no],
  ['C · supportContact', async (who) => who.create('Event', eventInput((await aSignedContract(company)).contract, { supportContact: { connect: company.support.id } })), no, no, no],
  ['U · supportContact', change('Event', event, () => ({ supportContact: { connect: company.otherSupport.id } })), yes, no, no],
  ['X · assignSupport', (who, { event: made }) => who.run('assignSupport', made.id, `, user: "${company.otherSupport.id}"`), yes, no, no],
  ...plan.flatMap((field): readonly Row[] => [
    [`U own · ${field}`, change('Event', event, { [field]: samples[field] }), no, no, yes],
    [`U others’ · ${field}`, change('Event', othersEvent, { [field]: samples[field] }), no, no, no],
  ]),
  ['U own · contract', change('Event', event, ({ contract: other }) => ({ contract: { connect: other.id } })), no, no, no],
  ['U own · client', change('Event', event, ({ client: other }) => ({ client: { connect: other.id } })), no, no, no],
  ['X · cancel', (who, { event: made }) => who.run('cancelEvent', made.id), no, no, no],
  ['D', (who, { event: made }) => who.run('deleteEvent', made.id, '', ''), no, no, no],
]

const filters: readonly Row[] = [
  ['clients', (who) => who.ids('clients', '{ fullName: { contains: "Casey" } }'), yes, yes, yes],
  ['contracts', (who) => who.ids('contracts', '{ signedAt: { isEmpty: true }, amountDue: { gt: 0 } }'), yes, yes, yes],
  ['clients whose sales contact has left', (who) => who.ids('clients', '{ salesContactActive: false }'), yes, no, no],
  ['clients whose sales contact has not left', (who) => who.ids('clients', '{ not: { salesContactActive: false } }'), yes, no, no],
  ['contracts of clients whose sales contact has left', (who) => who.ids('contracts', '{ client: { salesContactActive: false } }'), yes, no, no],
  ['events whose support contact has left', (who) => who.ids('events', '{ supportContactActive: false }'), yes, no, no],
  ['events', (who) => who.ids('events', '{ supportContact: { isEmpty: true }, startAt: { gte: "2027-01-01T00:00:00Z" } }'), yes, yes, yes],
]


let company: Company
const departmentIds = new Map<string, string>()

beforeAll(async () => {
  company = await openCompany()
  for (const row of await company.server.sql('select key, id from department')) departmentIds.set(String(row['key']), String(row['id']))
})
afterAll(() => company.server.close())

const idFrom = async (text: string): Promise<string> => textAt(await company.server.sql(text), 0, 'id')
const castingClient = () => idFrom(`insert into client (lines, state, organisation_id) select '{CASTING}', 'ACTIVE', id from party where kind = 'ORGANISATION' and id not in (select organisation_id from client where organisation_id is not null) limit 1 returning id`)
const employmentContract = () => idFrom(`insert into contract (kind, state) values ('EMPLOYMENT', 'DRAFT') returning id`)
const concert = () => idFrom(`insert into event (title, kind, line, state, visibility, start_at, start_at_zone, end_at, end_at_zone) values ('Concert', 'CONCERT', 'MUSIC', 'DRAFT', 'PRIVATE', now(), 'UTC', now() + interval '1 hour', 'UTC') returning id`)

/** A client with a contract that is a draft and one that is signed, which has an event; of this rep, and this member of support. */
async function caseOf(rep: string, member: string): Promise<{ readonly client: Made; readonly contract: Made; readonly event: Made }> {
  const [row] = await company.server.sql(`
    with company as (insert into party (kind, display_name, name) values ('ORGANISATION', 'Cool Startup', 'Cool Startup') returning id),
      person as (insert into party (kind, display_name, first_name, last_name) values ('PERSON', 'Kevin Casey', 'Kevin', 'Casey') returning id),
      client as (insert into client (full_name, email, lines, state, sales_contact_id, organisation_id, contact_id)
        select 'Kevin Casey', 'kevin@startup.io', '{EPIC_EVENTS}', 'ACTIVE', $1, company.id, person.id from company, person returning id),
      contracts as (insert into contract (kind, client_id, sales_contact_id, total_amount, total_amount_currency, amount_due, amount_due_currency, state, signed_at)
        select 'EVENT_SALE', client.id, $1, 100000, 'EUR', 100000, 'EUR', state, case state when 'SIGNED' then now() end from client, unnest(array['DRAFT', 'SIGNED']) state returning id, client_id, state),
      event as (insert into event (title, line, state, contract_id, client_id, support_contact_id, start_at, start_at_zone, end_at, end_at_zone)
        select 'Fête', 'EPIC_EVENTS', 'CONFIRMED', id, client_id, $2, '2027-06-04T11:00Z', 'Europe/Paris', '2027-06-05T00:00Z', 'Europe/Paris' from contracts where state = 'SIGNED' returning id)
    select client.id as client, (select id from contracts where state = 'DRAFT') as contract, event.id as event from client, event`, [rep, member])
  return { client: { id: String(row?.['client']) }, contract: { id: String(row?.['contract']) }, event: { id: String(row?.['event']) } }
}

async function records(): Promise<Records> {
  const [own, others] = [await caseOf(company.sales.id, company.support.id), await caseOf(company.otherSales.id, company.otherSupport.id)]
  const [person] = await company.server.sql(`with person as (insert into party (kind, display_name, last_name) values ('PERSON', 'Jo Rouge', 'Rouge') returning id)
    insert into "user" (email, full_name, person_id, department_id, state) select $1, 'Jo Rouge', person.id, $2::uuid, 'ACTIVE' from person returning id`, [uniqueEmail(), departmentIds.get('support')])
  return { ...own, othersClient: others.client, othersContract: others.contract, othersEvent: others.event, collaborator: { id: String(person?.['id']) } }
}

/** How often the rows of a cell were changed. */
const versions = (made: Records): Promise<unknown> => company.server.sql(
  ['client', 'contract', 'event', '"user"', 'payment'].map((table) => `select '${table}' as t, count(*)::int as n, sum(version)::int as v from ${table}`).join(' union all ') + ` order by t /* ${made.client.id.length} */`,
)

describe.each([['Collaborator', collaborators], ['Client', clients], ['Contract', contracts], ['Event', events], ['Filters', filters]] as const)('%s', (_, rows) => {
  describe.each(rows)('%s', (...[, call, ...expected]) => {
    test.each(departments.map((department, index): readonly [Department, Expected] => [department, expected[index] ?? no]))('%s: %s', async (department, wanted) => {
      const made = await records()
      const before = await versions(made)
      const told = await codeOf(call(company[department], made))
      expect(told).toBe(wanted)
      // A signed contract that the row itself makes first is no trace of what was refused.
      if (told === 'FORBIDDEN' && !call.toString().includes('aSignedContract')) expect(await versions(made)).toEqual(before)
    })
  })
})

test('an account without a department of the company sees nothing of it', async () => {
  const made = await records()
  for (const [entity, { id }] of [['client', made.client], ['contract', made.contract], ['event', made.event]] as const) {
    expect(await codeOf(company.employee.one(entity, id, 'id'))).toMatch(/NOT_FOUND|FORBIDDEN/)
  }
})

test('the lists of the departments hold what is of their line, and nothing that the public is shown besides (B.1)', async () => {
  const [offer] = await company.server.sql(`select o.client_id as client, o.contact_id as person from casting_offer o join client c on c.id = o.client_id
    where o.state = 'PUBLISHED' and o.publish_from <= now() and (o.publish_until is null or o.publish_until > now()) and not 'EPIC_EVENTS' = any(c.lines) limit 1`)
  const id = textAt(offer, 'client')
  for (const department of departments) {
    const who = company[department]
    expect(await who.ids('clients', '{ lines: { hasNone: [EPIC_EVENTS] } }')).toEqual([])
    expect(await who.ids('clients', `{ id: { eq: "${id}" } }`)).toEqual([])
    expect(await codeOf(who.one('client', id, 'companyName'))).toBe('NOT_FOUND')
    expect(at(await who.ask(`{ answer: clientsByIds(ids: ["${id}"]) { id } }`), 'answer')).toEqual([])
    expect(await who.ids('contracts', '{ kind: { ne: EVENT_SALE } }')).toEqual([])
    expect(await who.ids('events', '{ line: { ne: EPIC_EVENTS } }')).toEqual([])
    const explained = at(await who.ask(`{ explainAccess(entity: "Client", action: "READ", id: "${id}") { allowed sentence } }`), 'explainAccess')
    expect(explained).toMatchObject({ allowed: false })
  }
})

test('moving department changes the rights on the next request, without signing in again (EE-43)', async () => {
  const email = uniqueEmail()
  const { id } = at(await company.management.ask(`mutation { createCollaborator(fullName: "Jo Mobile", email: "${email}", department: "${departmentIds.get('sales')}", password: "${PASSWORD}") { id } }`), 'createCollaborator') as Made
  const jo = await colleague(company.server, email, PASSWORD)
  expect(await codeOf(aClient(jo))).toBe('done')
  await company.management.run('updateCollaborator', id, `, department: "${departmentIds.get('support')}"`)
  expect(await codeOf(aClient(jo))).toBe('FORBIDDEN')
})

test('somebody who leaves is signed out; his clients and events stay, and are listed as orphans (EE-48)', async () => {
  const email = uniqueEmail()
  const { id } = at(await company.management.ask(`mutation { createCollaborator(fullName: "Jo Sortant", email: "${email}", department: "${departmentIds.get('sales')}", password: "${PASSWORD}") { id } }`), 'createCollaborator') as Made
  const jo = await colleague(company.server, email, PASSWORD)
  const orphan = await aClient(jo)
  const orphans = '{ salesContactActive: false }'
  expect(await company.management.ids('clients', orphans)).not.toContain(orphan.id)
  await company.management.run('deleteCollaborator', id, '', '')
  await expect(colleague(company.server, email, PASSWORD)).rejects.toThrow()
  expect(await codeOf(jo.ask('{ me { id } }'))).toBe('UNAUTHENTICATED')
  expect(await company.management.ids('clients', orphans)).toContain(orphan.id)
  expect(await company.management.ids('clients', '{ salesContactActive: true }')).not.toContain(orphan.id)
  expect(await company.admin.ids('clients', '{ salesContactActive: false, lines: { hasNone: [EPIC_EVENTS] } }')).toEqual([])
  const event = await anEvent(company)
  await company.server.sql('update event set support_contact_id = $1 where id = $2', [id, event.id])
  expect(await company.management.ids('events', '{ supportContactActive: false }')).toEqual([event.id])
  expect(await company.management.one('client', orphan.id, 'salesContact { fullName }')).toEqual({ salesContact: { fullName: 'Ancien utilisateur' } })
})

test('nothing of what people type becomes SQL (EE-12)', async () => {
  const nasty = `' OR 1=1; DROP TABLE client;--`
  for (const [plural, field] of [['clients', 'fullName'], ['clients', 'companyName'], ['contracts', 'title'], ['events', 'title'], ['events', 'notes']] as const) {
    const answer = await company.sales.ask(`query ($f: ${{ clients: 'Client', contracts: 'Contract', events: 'Event' }[plural]}Filter) { ${plural}(filter: $f) { total } }`, { f: { [field]: { contains: nasty } } })
    expect(at(answer, plural, 'total')).toBe(0)
  }
  expect(await codeOf(company.sales.ask('{ clients(sort: [{ nothing: ASC }]) { total } }'))).toBe('BAD_USER_INPUT')
  expect(await aClient(company.sales, { companyName: nasty }, 'companyName')).toEqual({ companyName: nasty })
})
