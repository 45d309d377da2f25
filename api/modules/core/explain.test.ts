import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openDesk, textAt, unknownId, type Desk } from '../casting/fixtures/desk.ts'
import { aProspect, give, newRole, permit, prospects, somebody } from './fixtures/people.ts'
import { close, rightsByOne } from '../../contract/records.ts'
import { startWholeServer } from '../../contract/server.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await rightsByOne(desk.server)
})
afterAll(() => close(desk.server))

const EXPLAIN = `query ($user: ID, $entity: String!, $id: ID, $action: String!, $field: String) { answer: explainAccess(user: $user, entity: $entity, id: $id, action: $action, field: $field)
  { allowed rows sentence reasons { effect source name rule permission holds } } }`
const explain = async (variables: object, token = desk.admin) => at(await desk.ask(EXPLAIN, { ...variables }, token), 'answer')

describe('explainAccess', () => {
  it('says by which role, permission and rule, in a sentence', async () => {
    const [ada, custom] = [await somebody(desk), await newRole(desk)]
    const asked = { user: ada.id, entity: 'Prospect', action: 'READ' }
    expect(await explain(asked)).toMatchObject({ allowed: false, rows: 'NONE', reasons: [], sentence: 'Refusé (lire · Prospect) : aucun rôle, permission ou accès ne le donne.' })
    await give(desk, ada.id, custom)
    const permission = await permit(desk, { role: { connect: custom } }, 'Prospect', 'READ', { scope: 'OWN' })
    const [own, other] = [await aProspect(desk, { responsible: { connect: ada.id } }), await aProspect(desk)]
    expect(await explain(asked)).toMatchObject({ allowed: true, rows: 'SOME' })
    expect(await explain({ ...asked, id: own })).toMatchObject({ allowed: true, reasons: [{ effect: 'ALLOW', source: 'PERMISSION', permission: permission.id, rule: 'les prospects dont on est responsable', holds: true }] })
    expect(await explain({ ...asked, id: other })).toMatchObject({ allowed: false, reasons: [{ holds: false }], sentence: expect.stringContaining('ce n’est donné que par une permission du rôle') })
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { field: 'note', effect: 'DENY' })
    expect(await explain({ ...asked, id: own, field: 'note' })).toMatchObject({ allowed: false, sentence: expect.stringMatching(/^Refusé .*qui l’emporte\.$/) })
    expect(await explain({ ...asked, id: own, field: 'source' })).toMatchObject({ allowed: true })
    expect(await explain({ user: ada.id, entity: 'CastingOffer', action: 'publish' })).toMatchObject({ allowed: false, rows: 'NONE' })
  })

  it('answers everybody about himself, and about others those who see who has which right', async () => {
    const ada = await somebody(desk)
    const prospect = await aProspect(desk)
    expect(await explain({ entity: 'Prospect', action: 'READ' }, ada.token)).toMatchObject({ allowed: false })
    await expect(explain({ user: ada.id, entity: 'Prospect', action: 'READ' }, desk.employee)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    // Nobody learns by asking why whether a record is there.
    const [foreign, missing] = await Promise.all([prospect, unknownId].map((id) => explain({ entity: 'Prospect', action: 'READ', id }, ada.token)))
    expect(foreign).toEqual(missing)
  })

  it('knows what is declared only', async () => {
    for (const [variables, path] of [[{ entity: 'Nothing', action: 'READ' }, 'entity'], [{ entity: 'Prospect', action: 'fly' }, 'action'], [{ entity: 'User', action: 'READ', field: 'passwordHash' }, 'field']] as const) {
      await expect(explain(variables)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path })] })
    }
  })
})

it('does not take an administrator without a second factor for one, where the house asks for it', async () => {
  const server = await startWholeServer(undefined, undefined, { secondFactor: 'administrators' })
  const token = await server.signIn('admin@coulisses.test')
  // Set up, whenever that was.
  await server.sql(`update "user" set second_factor_since = now() where email = 'admin@coulisses.test'`)
  const [director] = await server.sql(`select id from "user" where email = 'director@coulisses.test'`)
  const ask = () => server.graphql(EXPLAIN, { user: director?.['id'], entity: 'ConflictRule', action: 'READ' }, token)
  const told = at((await ask()).data, 'answer')
  expect(told).toMatchObject({ allowed: false, rows: 'NONE', sentence: expect.stringContaining('une fois sa double authentification mise en place') })
  await server.sql(`update "user" set second_factor_since = now() where email = 'director@coulisses.test'`)
  expect(at((await ask()).data, 'answer')).toMatchObject({ allowed: true, rows: 'ALL', sentence: expect.not.stringContaining('double') })
  await close(server)
})

describe('MU8.2.2-b the chart of who may do what', () => {
  const CHART = 'query ($roles: [String!], $users: [ID!], $entity: String) { answer: accessChart(roles: $roles, users: $users, entity: $entity) { kind key label lines { entity acts { name rows rules } fields { name read create update } } } }'
  it('tells by role and by person, with the fields of one entity', async () => {
    const ada = await somebody(desk)
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { field: 'note', scope: 'OWN' })
    const chart = at(await desk.ask(CHART, { roles: ['employee', 'partner'], users: [ada.id], entity: 'Prospect' }, desk.admin), 'answer')
    const rows = (subject: number, act: number) => textAt(chart, subject, 'lines', 0, 'acts', act, 'rows')
    const keys = [0, 1, 2].map((index) => textAt(chart, index, 'key'))
    expect(keys).toEqual(expect.arrayContaining(['employee', 'partner', ada.id]))
    expect(rows(keys.indexOf('employee'), 0)).toBe('ALL')
    expect(rows(keys.indexOf('partner'), 0)).toBe('NONE')
    expect(at(chart, keys.indexOf(ada.id), 'lines', 0)).toMatchObject({
      acts: expect.arrayContaining([{ name: 'READ', rows: 'SOME', rules: ['les prospects dont on est responsable'] }]),
      fields: expect.arrayContaining([{ name: 'note', read: 'ALL', create: 'NONE', update: 'NONE' }, { name: 'message', read: 'NONE', create: 'NONE', update: 'NONE' }]),
    })
    await desk.ask('{ accessChart { key lines { entity acts { name rows } } } }', {}, desk.admin)
    await expect(desk.ask(CHART, {}, desk.employee)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the permissions of a role', () => {
  const PREVIEW = 'query ($role: ID!, $permissions: JSON!) { answer: previewRolePermissions(role: $role, permissions: $permissions) { user { id } gains loses } }'
  const SAVE = 'mutation ($id: ID!, $permissions: JSON!) { answer: saveRolePermissions(id: $id, permissions: $permissions) { id permissionsCount } }'
  it('are shown with who would gain and lose what, then saved all at once', async () => {
    const [ada, custom] = [await somebody(desk), await newRole(desk)]
    await give(desk, ada.id, custom)
    const read = { entityType: 'Prospect', action: 'READ' }
    const preview = async (permissions: readonly object[]) => at(await desk.ask(PREVIEW, { role: custom, permissions }, desk.admin), 'answer')
    expect(await preview([read])).toEqual([{ user: { id: ada.id }, gains: expect.arrayContaining(['Prospect · Lire']), loses: [] }])
    await expect(prospects(desk, ada.token)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await desk.ask(SAVE, { id: custom, permissions: [read, { ...read, field: 'note', effect: 'DENY' }] }, desk.admin)
    await prospects(desk, ada.token)
    expect(await preview([{ ...read, scope: 'OWN' }])).toEqual([{ user: { id: ada.id }, gains: ['Prospect · Lire · Note'], loses: ['Prospect · Lire'] }])
    expect(at(await desk.ask(SAVE, { id: custom, permissions: [{ ...read, scope: 'OWN' }] }, desk.admin), 'answer')).toMatchObject({ permissionsCount: 1 })
    expect(await prospects(desk, ada.token)).toEqual([])
    await expect(desk.ask(SAVE, { id: custom, permissions: [{ ...read, scope: 'OWN' }, { entityType: 'Prospect', action: 'UPDATE', field: 'nothing' }] }, desk.admin))
      .rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path: 'permissions.1.field' })] })
    expect(await prospects(desk, ada.token)).toEqual([])
  })
})

describe('looking as a role', () => {
  const as = (role: string, query: string, token = desk.admin) => fetch(`${desk.server.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-coulisses-view-as': role }, body: JSON.stringify({ query }),
  }).then((response) => response.json() as Promise<unknown>)

  it('gives an administrator what the role sees, lets him change nothing, and is recorded', async () => {
    const custom = await newRole(desk)
    const key = textAt(await desk.one('Role', custom, 'key', desk.admin), 'key')
    await permit(desk, { role: { connect: custom } }, 'Prospect', 'READ', { field: 'note' })
    expect(at(await as(key, '{ prospects { items { id note } } }'), 'errors')).toBeUndefined()
    expect(at(await as(key, '{ prospects { items { id message } } }'), 'errors', 0, 'extensions', 'code')).toBe('FORBIDDEN')
    expect(at(await as(key, '{ users { total } }'), 'errors')).toBeUndefined()
    expect(at(await as('employee', 'mutation { createProspect(input: {}) { id } }'), 'errors', 0, 'extensions')).toMatchObject({ code: 'FORBIDDEN', reason: 'viewingAs' })
    expect(await desk.count('audit_entry', `changes::text like $1`, `%${key}%`)).toBeGreaterThan(0)
  })

  it('is offered nothing to do by any record', async () => {
    const answer = await as('employee', '{ people(page: { size: 1 }) { items { _allowed _editable } } }')
    expect(at(answer, 'data', 'people', 'items')).toEqual([{ _allowed: [], _editable: [] }])
  })

  it('is refused to everybody else', async () => {
    expect(at(await as('administrator', '{ me { id } }', desk.employee), 'errors', 0, 'extensions', 'code')).toBe('FORBIDDEN')
  })
})
