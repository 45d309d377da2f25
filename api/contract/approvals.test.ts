import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houseCaller } from '../server/house.ts'
import type { TestServer } from './harness.ts'
import { at, close, signedIn, unknownId, type Client, type Told } from './records.ts'
import { startTestServer } from './server.ts'

/** What is critical happens once, as it was shown, and only when another person has agreed. */
let server: TestServer
let admin: Client
let director: Client
let employee: Client

const REMOVE = 'mutation ($id: ID!) { answer: deletePerson(id: $id) }'
const APPROVE = 'mutation ($id: ID!) { answer: approveRequest(id: $id) { id state approver { email } level note } }'
const REFUSE = 'mutation ($id: ID!, $reason: String!) { answer: refuseRequest(id: $id, reason: $reason) { state reason } }'
const REQUEST = 'query ($id: ID!) { answer: approvalRequest(id: $id) { id title state note level levelsRequired reason requestedBy { email } approver { email } subject { entity id label } expiresAt } }'

beforeAll(async () => {
  server = await startTestServer()
  admin = await signedIn(server, 'admin')
  director = await signedIn(server, 'director')
  employee = await signedIn(server, 'employee')
})
afterAll(() => close(server))

let counter = 0
const newPerson = (client = admin): Promise<Told> => {
  counter += 1
  return client.ask<Told>('mutation ($input: PersonCreateInput!) { answer: createPerson(input: $input) { id version } }', { input: { lastName: `Personne ${counter}` } })
}
const asked = async (client: Client, document: string, variables: Readonly<Record<string, unknown>>): Promise<string> => {
  const { extensions, message } = await client.refused(document, { ...variables })
  expect({ message, code: extensions.code }.code, message + JSON.stringify(extensions)).toBe('APPROVAL_REQUIRED')
  return String(extensions['approvalRequest'])
}
const isThere = async (id: string): Promise<boolean> => (await server.sql('select 1 from party where id = $1', [id])).length === 1
const stateOf = async (id: string): Promise<unknown> => (await server.sql('select state from approval_request where id = $1', [id]))[0]?.['state']
const codeOf = async (client: Client, document: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> => (await client.refused(document, { ...variables })).extensions

describe('deleting a person', () => {
  test('is kept as a request that shows it, and nothing is done', async () => {
    const { id } = await newPerson()
    const request = await asked(admin, REMOVE, { id })
    expect(await isThere(id)).toBe(true)
    expect(await director.ask(REQUEST, { id: request })).toMatchObject({
      title: 'Supprimer · Personne', state: 'PENDING', requestedBy: { email: 'admin@coulisses.test' }, subject: { entity: 'Person', id, label: `Personne ${counter}` }, levelsRequired: 1, level: 0,
    })
    expect(await asked(admin, REMOVE, { id })).toBe(request)
  })

  test('happens when another administrator agrees, and the history tells both', async () => {
    const { id } = await newPerson()
    const request = await asked(admin, REMOVE, { id })
    expect(await director.ask(APPROVE, { id: request })).toMatchObject({ state: 'APPROVED', approver: { email: 'director@coulisses.test' } })
    expect(await isThere(id)).toBe(false)
    const history = await server.sql(`select a.entity_type as entity, a.action, u.email from audit_entry a join "user" u on u.id = a.user_id
      where (a.entity_id = $1 and a.action = 'DELETE') or (a.entity_id = $2 and a.changes ? 'state' and a.action = 'UPDATE') order by a.entity_type`, [id, request])
    expect(history).toEqual([
      { entity: 'ApprovalRequest', action: 'UPDATE', email: 'director@coulisses.test' }, { entity: 'Person', action: 'DELETE', email: 'admin@coulisses.test' },
    ])
  })

  test('does not happen when it is refused, with a reason', async () => {
    const { id } = await newPerson()
    const request = await asked(admin, REMOVE, { id })
    expect(await codeOf(director, REFUSE, { id: request, reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await director.ask(REFUSE, { id: request, reason: 'Encore sous contrat.' })).toEqual({ state: 'REFUSED', reason: 'Encore sous contrat.' })
    expect(await codeOf(director, APPROVE, { id: request })).toMatchObject({ code: 'CONFLICT' })
    expect(await isThere(id)).toBe(true)
  })

  test('many at once are one request, and all of them or none happen', async () => {
    const ids = [(await newPerson()).id, (await newPerson()).id]
    const request = await asked(employee, 'mutation ($ids: [ID!]!) { answer: deletePeople(ids: $ids) { done } }', { ids })
    await director.ask(APPROVE, { id: request })
    expect(await Promise.all(ids.map(isThere))).toEqual([false, false])
  })

  test('is refused at once to whoever may not do it at all, and leaves no request', async () => {
    const before = await server.sql('select count(*)::int as n from approval_request')
    const partner = await signedIn(server, 'partner')
    expect(await codeOf(partner, REMOVE, { id: unknownId })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await codeOf(admin, REMOVE, { id: unknownId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await server.sql('select count(*)::int as n from approval_request')).toEqual(before)
  })
})

describe('whoever decides', () => {
  test('is not the one who asked', async () => {
    const request = await asked(admin, REMOVE, { id: (await newPerson()).id })
    expect(await codeOf(admin, APPROVE, { id: request })).toMatchObject({ code: 'FORBIDDEN', reason: 'ownRequest' })
    expect(await codeOf(admin, REFUSE, { id: request, reason: 'non' })).toMatchObject({ code: 'FORBIDDEN', reason: 'ownRequest' })
    expect(await stateOf(request)).toBe('PENDING')
  })

  const second = async (change: Readonly<Record<string, unknown>>): Promise<Client> => {
    counter += 1
    const email = `second.${counter}@coulisses.test`
    const [made] = await server.sql(`with who as (insert into party (kind, display_name, last_name, email, phone, phone_e164, state) values ('PERSON', $2, $2, $3, $4, $4, 'ACTIVE') returning id)
      insert into "user" (email, full_name, person_id, password_hash, is_administrator, state, locale, created_by_id)
      select $1, $2, who.id, (select password_hash from "user" where email = 'admin@coulisses.test'), true, 'ACTIVE', 'fr', $5 from who returning id`,
    [change['login'] ?? email, change['name'] ?? `Autre ${counter}`, change['email'] ?? null, change['phone'] ?? null, change['by'] ?? null])
    expect(made).toBeDefined()
    return signedIn(server, String(change['login'] ?? email).replace('@coulisses.test', '') as 'admin')
  }
  const adminRow = async () => (await server.sql(`select id, full_name as name, email from "user" where email = 'admin@coulisses.test'`))[0]

  test.each([
    ['with an address of the same letter box', { login: 'admin+2@coulisses.test' }, 'samePerson'],
    ['whose card has the address of the first', { email: 'Admin@coulisses.test' }, 'samePerson'],
    ['with the same name', { name: 'mathilde LORMEAU' }, 'samePerson'],
  ])('is no second account %s', async (_, change, reason) => {
    const request = await asked(admin, REMOVE, { id: (await newPerson()).id })
    const other = await second(change)
    expect(await codeOf(other, APPROVE, { id: request })).toMatchObject({ code: 'FORBIDDEN', reason })
    expect(await stateOf(request)).toBe('PENDING')
  })

  test('is no account that the requester made', async () => {
    const request = await asked(admin, REMOVE, { id: (await newPerson()).id })
    const puppet = await second({ by: (await adminRow())?.['id'] })
    expect(await codeOf(puppet, APPROVE, { id: request })).toMatchObject({ code: 'FORBIDDEN', reason: 'madeByRequester' })
  })

  test('must be let decide, and cannot see the request otherwise', async () => {
    const request = await asked(admin, REMOVE, { id: (await newPerson()).id })
    expect(await codeOf(employee, APPROVE, { id: request })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await codeOf(employee, REQUEST, { id: request })).toMatchObject({ code: 'NOT_FOUND' })
  })

  test('sees what would happen, field by field', async () => {
    const { id } = await newPerson()
    const request = await asked(admin, REMOVE, { id })
    const preview = await director.ask('query ($request: ID!) { answer: approvalPreview(request: $request) { records { entity id label action changes { field label from to hidden } } counts { label action count } } }', { request })
    expect(at(preview, 'counts')).toEqual([{ label: 'Personne', action: 'DELETE', count: 1 }])
    expect(at(preview, 'records', 0)).toMatchObject({ entity: 'Person', id, label: `Personne ${counter}`, action: 'DELETE' })
    expect(at(preview, 'records', 0, 'changes')).toContainEqual({ field: 'lastName', label: 'Nom', from: `Personne ${counter}`, to: null, hidden: false })
    expect(await codeOf(employee, 'query ($request: ID!) { answer: approvalPreview(request: $request) { counts { count } } }', { request })).toMatchObject({ code: 'FORBIDDEN' })
  })
})

test('where two others must agree, each agrees once, and it happens with the last', async () => {
  const { id } = await newPerson()
  const request = await asked(admin, REMOVE, { id })
  await server.sql('update approval_request set levels_required = 2 where id = $1', [request])
  expect(await director.ask(APPROVE, { id: request })).toMatchObject({ state: 'PENDING', level: 1 })
  expect(await isThere(id)).toBe(true)
  expect(await codeOf(director, APPROVE, { id: request })).toMatchObject({ code: 'FORBIDDEN', reason: 'agreedAlready' })
  expect(await server.sql('select level, state from approval_request where id = $1', [request])).toEqual([{ level: 1, state: 'PENDING' }])
  await server.sql(`update "user" set is_administrator = true where email = 'sales@coulisses.test'`)
  const third = await signedIn(server, 'sales')
  expect(await third.ask(APPROVE, { id: request })).toMatchObject({ state: 'APPROVED', level: 2, approver: { email: 'sales@coulisses.test' } })
  expect(await isThere(id)).toBe(false)
  await server.sql(`update "user" set is_administrator = false where email = 'sales@coulisses.test'`)
})

test('32 who agree at the same moment are one agreement with one effect', async () => {
  const { id } = await newPerson()
  const request = await asked(admin, REMOVE, { id })
  const token = await server.signIn('director@coulisses.test')
  const answers = await Promise.all(Array.from({ length: 32 }, () => server.graphql(APPROVE, { id: request }, token)))
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done')
  expect(codes.filter((code) => code === 'done')).toHaveLength(1)
  expect(new Set(codes.filter((code) => code !== 'done'))).toEqual(new Set(['CONFLICT']))
  expect(await server.sql(`select count(*)::int as n from audit_entry where entity_id = $1 and action = 'DELETE'`, [id])).toEqual([{ n: 1 }])
})

test('a record that changed meanwhile is asked about again, with what would happen now', async () => {
  const { id } = await newPerson()
  const request = await asked(admin, REMOVE, { id })
  await employee.ask('mutation ($id: ID!) { answer: updatePerson(id: $id, input: { jobTitle: "Régisseuse" }) { id } }', { id })
  expect(await codeOf(director, APPROVE, { id: request })).toMatchObject({ code: 'CONFLICT', reason: 'changedMeanwhile' })
  expect(await isThere(id)).toBe(true)
  expect(await director.ask(REQUEST, { id: request })).toMatchObject({ state: 'PENDING', level: 0, note: 'Les fiches ont changé depuis la demande : regardez le nouvel effet et décidez à nouveau.' })
  await director.ask(APPROVE, { id: request })
  expect(await isThere(id)).toBe(false)
})

test('asked again after the records changed it is another request: nobody agrees on what he did not see', async () => {
  const { id } = await newPerson()
  const before = await asked(admin, REMOVE, { id })
  await server.sql('update approval_request set levels_required = 2 where id = $1', [before])
  expect(await director.ask(APPROVE, { id: before })).toMatchObject({ state: 'PENDING', level: 1 })
  await employee.ask('mutation ($id: ID!) { answer: updatePerson(id: $id, input: { jobTitle: "Régisseuse" }) { id } }', { id })
  const after = await asked(admin, REMOVE, { id })
  expect(after).not.toBe(before)
  expect(await codeOf(director, APPROVE, { id: before })).toMatchObject({ code: 'CONFLICT' })
  expect(await director.ask(REQUEST, { id: before })).toMatchObject({ state: 'CANCELLED', note: 'Demandée à nouveau après que les fiches ont changé.' })
  expect(await isThere(id)).toBe(true)
  expect(await director.ask(REQUEST, { id: after })).toMatchObject({ state: 'PENDING', level: 0 })
})

test('an expired request is not approved; the clock then says so', async () => {
  const { id } = await newPerson()
  const request = await asked(admin, REMOVE, { id })
  await server.sql(`update approval_request set expires_at = now() - interval '1 second' where id = $1`, [request])
  expect(await codeOf(director, APPROVE, { id: request })).toMatchObject({ code: 'CONFLICT', reason: 'expired' })
  expect(await isThere(id)).toBe(true)
  expect(await asked(admin, REMOVE, { id })).not.toBe(request)
})

test('the requester takes his own request back', async () => {
  const { id } = await newPerson()
  const request = await asked(employee, REMOVE, { id })
  const CANCEL = 'mutation ($id: ID!) { answer: cancelRequest(id: $id) { state } }'
  expect(await codeOf(admin, CANCEL, { id: request })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await employee.ask(CANCEL, { id: request })).toEqual({ state: 'CANCELLED' })
})

test('a requester who lost the right, or his account, gets nothing done', async () => {
  const { id } = await newPerson()
  const request = await asked(employee, REMOVE, { id })
  await server.sql(`delete from user_roles where user_id = (select id from "user" where email = 'employee@coulisses.test')`)
  expect(await codeOf(director, APPROVE, { id: request })).toMatchObject({ code: 'CONFLICT', reason: 'requesterMayNot' })
  await server.sql(`insert into user_roles (user_id, role_id) select u.id, r.id from "user" u, role r where u.email = 'employee@coulisses.test' and r.key = 'employee'`)
  await server.sql(`update "user" set state = 'INACTIVE' where email = 'employee@coulisses.test'`)
  expect(await codeOf(director, APPROVE, { id: request })).toMatchObject({ code: 'CONFLICT', reason: 'requesterGone' })
  await server.sql(`update "user" set state = 'ACTIVE' where email = 'employee@coulisses.test'`)
  expect(await isThere(id)).toBe(true)
})

test('what was asked is kept encrypted, and the house itself is not asked', async () => {
  const { id } = await newPerson()
  const request = await asked(admin, REMOVE, { id })
  const [row] = await server.sql('select payload from approval_request where id = $1', [request])
  expect(String(row?.['payload'])).toContain('BEGIN AGE ENCRYPTED FILE')
  expect(houseCaller('test').rights.key).toBe('house')
})

describe('the rights of a role', () => {
  const newRole = (): Promise<Told> => {
    counter += 1
    return admin.ask<Told>('mutation ($input: RoleCreateInput!) { answer: createRole(input: $input) { id } }', { input: { key: `reader${counter}`, name: `Lecteurs ${counter}` } })
  }
  const SAVE = 'mutation ($id: ID!, $permissions: JSON!) { answer: saveRolePermissions(id: $id, permissions: $permissions) { id } }'
  const reads = (...entities: string[]) => entities.map((entityType) => ({ entityType, action: 'READ' }))
  const stored = async (role: string) => (await server.sql('select entity_type as name from permission where role_id = $1 order by 1', [role])).map(({ name }) => name)

  test('change once another administrator agrees, and then on the next request of whoever holds it (MU8.2.2-f)', async () => {
    const role = await newRole()
    await server.sql(`insert into user_roles (user_id, role_id) select id, $1 from "user" where email = 'support@coulisses.test'`, [role.id])
    const support = await signedIn(server, 'support')
    const PROSPECTS = '{ answer: prospects { total } }'
    const request = await asked(admin, SAVE, { id: role.id, permissions: reads('Prospect') })
    expect(await stored(role.id)).toEqual([])
    expect(await codeOf(support, PROSPECTS, {})).toMatchObject({ code: 'FORBIDDEN' })
    await director.ask(APPROVE, { id: request })
    expect(await support.ask(PROSPECTS)).toMatchObject({ total: expect.any(Number) })
    await director.ask(APPROVE, { id: await asked(admin, SAVE, { id: role.id, permissions: [] }) })
    expect(await codeOf(support, PROSPECTS, {})).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('change by no other way either: one permission, one inside a role or an account, its scope, its end', async () => {
    const role = await newRole()
    const PERMIT = 'mutation ($input: PermissionCreateInput!) { answer: createPermission(input: $input) { id } }'
    await director.ask(APPROVE, { id: await asked(admin, PERMIT, { input: { role: { connect: role.id }, entityType: 'Prospect', action: 'READ' } }) })
    const [permission] = await server.sql('select id from permission where role_id = $1', [role.id])
    const [partner] = await server.sql(`select id from "user" where email = 'partner@coulisses.test'`)
    for (const [document, variables] of [
      ['mutation ($id: ID!) { answer: updatePermission(id: $id, input: { scope: OWN }) { id } }', { id: permission?.['id'] }],
      ['mutation ($id: ID!) { answer: deletePermission(id: $id) }', { id: permission?.['id'] }],
      ['mutation ($ids: [ID!]!) { answer: deletePermissions(ids: $ids) { done } }', { ids: [permission?.['id']] }],
      ['mutation ($id: ID!) { answer: updateRole(id: $id, input: { permissions: { create: [{ entityType: "Person", action: "READ" }] } }) { id } }', { id: role.id }],
      ['mutation { answer: createRole(input: { key: "whole", name: "Tout", permissions: { create: [{ entityType: "Person", action: "READ" }] } }) { id } }', {}],
      ['mutation ($id: ID!) { answer: updateUser(id: $id, input: { permissions: { create: [{ entityType: "Person", action: "READ" }] } }) { id } }', { id: partner?.['id'] }],
    ] as const) await asked(admin, document, variables)
    expect(await stored(role.id)).toEqual(['Prospect'])
    expect(await server.sql(`select 1 from role where key = 'whole'`)).toEqual([])
  })

  test('change by one where the setting says so, which two must have agreed on', async () => {
    const [core] = await server.sql(`select id from module where key = 'core'`)
    const SET = 'mutation ($id: ID!, $values: JSON!) { answer: changeModuleSettings(id: $id, values: $values) { id } }'
    const values = (secondForRights: boolean | null) => ({ id: core?.['id'], values: { secondForRights } })
    const role = await newRole()
    await director.ask(APPROVE, { id: await asked(admin, SET, values(false)) })
    await admin.ask(SAVE, { id: role.id, permissions: reads('Prospect', 'Person') })
    expect(await stored(role.id)).toEqual(['Person', 'Prospect'])
    await director.ask(APPROVE, { id: await asked(admin, SET, values(null)) })
    await asked(admin, SAVE, { id: role.id, permissions: [] })
  })
})

test('with nobody to agree it stays pending, and the answer says how there comes to be somebody (C-49)', async () => {
  const { id } = await newPerson()
  await server.sql(`update "user" set state = 'INACTIVE' where is_administrator and email not in ('admin@coulisses.test', 'admin+2@coulisses.test')`)
  const { extensions, message } = await admin.refused(REMOVE, { id })
  expect(extensions).toMatchObject({ code: 'APPROVAL_REQUIRED', reason: 'nobodyToApprove' })
  expect(message).toContain('npm run admin:create')
  expect(await stateOf(String(extensions['approvalRequest']))).toBe('PENDING')
  expect(await isThere(id)).toBe(true)
  await server.sql(`update "user" set state = 'ACTIVE' where is_administrator`)
})

test('those who may decide are told, and whoever asked is told of a refusal', async () => {
  const request = await asked(admin, REMOVE, { id: (await newPerson()).id })
  const told = (email: string) => server.sql(`select n.kind, n.title from notification n join "user" u on u.id = n.user_id where u.email = $1 and n.subject_id = $2 order by n.created_at`, [email, request])
  expect(await told('director@coulisses.test')).toEqual([{ kind: 'approvalAsked', title: 'Votre accord est demandé : Supprimer · Personne' }])
  await director.ask(REFUSE, { id: request, reason: 'Non.' })
  expect(await told('admin@coulisses.test')).toEqual([{ kind: 'approvalRefused', title: 'Demande refusée : Supprimer · Personne' }])
})

test('one account has twenty requests waiting at most, also when it asks for many at once', async () => {
  await server.sql(`update approval_request set state = 'CANCELLED' where state = 'PENDING'`)
  const ids: string[] = []
  for (let more = 0; more < 24; more++) ids.push((await newPerson()).id)
  const answers = await Promise.all(ids.map((id) => employee.refused(REMOVE, { id })))
  const reasons = answers.map(({ extensions }) => `${extensions.code} ${extensions.reason}`).toSorted()
  expect(reasons).toEqual([...Array<string>(20).fill('APPROVAL_REQUIRED approvalRequired'), ...Array<string>(4).fill('CONFLICT tooManyRequests')])
  const waiting = answers.flatMap(({ extensions }) => (extensions.code === 'APPROVAL_REQUIRED' ? [String(extensions['approvalRequest'])] : []))
  // What waits already may be asked again, somebody else is not held up, and who takes one back may ask another.
  const known = ids[answers.findIndex(({ extensions }) => extensions.code === 'APPROVAL_REQUIRED')]
  expect(waiting).toContain(await asked(employee, REMOVE, { id: known }))
  await asked(admin, REMOVE, { id: known })
  await employee.ask('mutation ($id: ID!) { answer: cancelRequest(id: $id) { state } }', { id: waiting[0] })
  await asked(employee, REMOVE, { id: ids[answers.findIndex(({ extensions }) => extensions.code === 'CONFLICT')] })
})
