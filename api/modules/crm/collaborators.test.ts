import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEvent, aSignedContract, at, codeOf, colleague, eventInput, faultAt, openCompany, PASSWORD, unique, uniqueEmail, unknownId, type Company } from './fixtures/company.ts'

let company: Company
const departments = new Map<string, string>()
beforeAll(async () => {
  company = await openCompany()
  for (const row of await company.server.sql('select key, id from department')) departments.set(String(row['key']), String(row['id']))
})
afterAll(() => company.server.close())

interface Given { readonly fullName?: string; readonly email?: string; readonly department?: string | undefined; readonly password?: string }
const creating = ({ fullName = unique('Jo Bleu'), email = uniqueEmail(), department = departments.get('sales'), password = PASSWORD }: Given = {}): Promise<unknown> => company.management.ask(
  'mutation ($fullName: String!, $email: String!, $department: ID!, $password: String) { createCollaborator(fullName: $fullName, email: $email, department: $department, password: $password) { id fullName email department { name } } }', { fullName, email, department, password })

describe('management creates collaborators (EE-46)', () => {
  test('who sign in with their own credentials, of which nothing readable is stored (EE-42)', async () => {
    const email = uniqueEmail()
    expect(at(await creating({ fullName: 'Jo Bleu', email }), 'createCollaborator')).toMatchObject({ fullName: 'Jo Bleu', email, department: { name: expect.any(String) } })
    expect((await colleague(company.server, email, PASSWORD)).id).toBeDefined()
    const [row] = await company.server.sql('select password_hash, to_jsonb(u)::text as everything from "user" u where email = $1', [email])
    expect(row?.['password_hash']).toMatch(/^\$argon2id\$/)
    expect(String(row?.['everything'])).not.toContain(PASSWORD)
  })

  test.each([['an unknown department', { department: unknownId }, 'department'], ['a password that is short', { password: 'short' }, 'password'], ['an address that is none', { email: 'jo@@blue' }, 'email'], ['no name', { fullName: ' ' }, 'fullName']])('not with %s', async (_name, given, path) => {
    expect(await creating(given).catch((error: unknown) => error)).toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt(path) })
  })

  test('not in a department of another business, nor with further rights (EE-47, C-06)', async () => {
    const [other] = await company.server.sql(`insert into department (key, name, line, default_role_id) select 'desk-of-tests', 'Desk', 'CASTING', id from role where key = 'employee' returning id`)
    expect(await codeOf(creating({ department: String(other?.['id']) }))).toBe('BAD_USER_INPUT')
    const { id } = at(await creating(), 'createCollaborator') as { id: string }
    expect(await codeOf(company.management.run('updateCollaborator', id, `, department: "${String(other?.['id'])}"`))).toBe('BAD_USER_INPUT')
    expect(await codeOf(company.management.run('setUserAdministrator', id, ', administrator: true'))).toBe('FORBIDDEN')
    expect(await codeOf(company.management.update('User', id, { roles: { connect: [unknownId] } }))).toBe('FORBIDDEN')
  })
})

test.each(['management', 'sales', 'support'])('somebody of %s changes his own password, and nobody else’s by himself (B.1)', async (key) => {
  const email = uniqueEmail()
  await creating({ email, department: departments.get(key) })
  const jo = await colleague(company.server, email, PASSWORD)
  const next = 'une toute autre phrase de passe'
  expect(await codeOf(jo.ask('mutation ($from: String!, $to: String!) { changePassword(currentPassword: $from, newPassword: $to) }', { from: PASSWORD, to: next }))).toBe('done')
  expect((await colleague(company.server, email, next)).id).toBe(jo.id)
  expect(await codeOf(jo.update('User', company.otherSales.id, { password: next }))).toBe('FORBIDDEN')
})

test('an event is of one of the kinds that there are (EE-01)', async () => {
  for (const kind of ['PARTY', 'BUSINESS_MEETING', 'OFF_SITE']) {
    const { contract } = await aSignedContract(company)
    expect(await company.sales.create('Event', eventInput(contract, { kind }), 'kind')).toEqual({ kind })
  }
  const { contract } = await aSignedContract(company)
  expect(await codeOf(company.sales.create('Event', eventInput(contract, { kind: 'PICNIC' })))).toBe('BAD_USER_INPUT')
})

test('support changes what it needs of its events, and neither contract, client, support contact nor number (EE-59)', async () => {
  const event = await anEvent(company)
  await company.management.run('assignSupport', event.id, `, user: "${company.support.id}"`)
  for (const input of [{ supportContact: { connect: company.otherSupport.id } }, { client: { disconnect: true } }, { contract: { disconnect: true } }]) expect(await codeOf(company.support.update('Event', event.id, input))).toBe('FORBIDDEN')
  expect(await codeOf(company.support.update('Event', event.id, { number: 1 }))).toBe('BAD_USER_INPUT')
  expect(await codeOf(company.support.update('Event', event.id, { notes: 'Noté' }))).toBe('done')
})
