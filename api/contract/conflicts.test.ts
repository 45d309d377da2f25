import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { declarations } from '../../schema/index.ts'
import { concerning } from '../access/conflicts.ts'
import { buildModel } from '../model/build.ts'
import type { EntityModel } from '../model/model.ts'
import { conditionOf } from '../read/conditionOf.ts'
import { compileRights, houseRights } from '../access/rights.ts'
import type { TestServer } from './harness.ts'
import { askWithSecond, at, close, documents, everything, listed, newRecord, rightsByOne, signedIn, type Client, type Told } from './records.ts'
import { startTestServer } from './server.ts'

/** A block about a party beats every right on every record that concerns it, those of administrators included. */
const model = buildModel(declarations)
const concerned = [...model.entities.values()].filter((entity) => entity.options.concerns !== undefined && !entity.abstract && entity.name !== 'AuditEntry')
const named = (name: string): EntityModel => { const found = model.entities.get(name); if (!found) throw new Error(name); return found }

const rights = compileRights(model, { roles: new Set(['visitor', 'member', 'administrator']) })
const may = (entity: EntityModel, verb: 'create' | 'update' | 'delete'): boolean => !entity.readOnly && rights.of(entity.name, verb).rows !== 'none'

let server: TestServer
let admin: Client
let director: Client
let directorId: string

beforeAll(async () => {
  server = await startTestServer()
  await rightsByOne(server)
  admin = await signedIn(server, 'admin')
  director = await signedIn(server, 'director')
  directorId = String((await server.sql(`select id from "user" where email = 'director@coulisses.test'`))[0]?.['id'])
})
afterAll(() => close(server))
beforeEach(() => server.sql('delete from conflict_alert').then(() => server.sql('delete from conflict_rule')))

const RULE = 'mutation ($input: ConflictRuleCreateInput!) { answer: createConflictRule(input: $input) { id state effect } }'
const rule = (input: Readonly<Record<string, unknown>>): Promise<Told> => admin.ask<Told>(RULE, { input: { kind: 'MANUAL', reason: 'Même famille', ...input } })
const alerts = () => server.sql('select subject_entity as entity, subject_id as id, blocked, attempts, user_id as "user" from conflict_alert')

/** Ids of the rows of an entity that concern a party, by the declaration alone. */
async function concerning_(entity: EntityModel, party: string): Promise<string[]> {
  const where = concerning(model, entity, [party])
  if (!where) return []
  const caller = { principal: { userId: undefined, organisationId: undefined, roles: new Set<string>(), origin: 'JOB' as const, locale: 'fr' as const, requestId: 'x' }, rights: houseRights }
  const { text, values } = conditionOf(model, entity, where, caller, 't')
  const rows = await server.sql(`select t.id from "${entity.table}" t where ${text} ${entity.kind ? `and t.kind = '${entity.kind}'` : ''}`, values)
  return rows.map((row) => String(row['id']))
}

/** A record of an entity, with a party that it concerns. */
async function recordAbout(entity: EntityModel): Promise<{ id: string; party: string } | undefined> {
  if (may(entity, 'create')) await newRecord(admin, entity)
  for (const { id: party } of await server.sql('select id from party order by created_at desc limit 400') as readonly { id: string }[]) {
    const [id] = await concerning_(entity, party)
    if (id !== undefined) return { id, party }
  }
  return undefined
}

describe.each(concerned)('$name', (entity) => {
  test('is neither read nor written by an administrator who is barred from a party that it concerns', async () => {
    const about = await recordAbout(entity)
    expect(about).toBeDefined()
    if (!about) return
    const { id, party } = about
    const count = async (): Promise<number> => (await listed(director, entity, { filter: { id: { eq: id } } })).total
    expect(await count()).toBe(1)
    await rule({ effect: 'BLOCK', partyA: { connect: party }, user: { connect: directorId } })
    expect(await count()).toBe(0)
    expect(await director.ask<Told[]>(documents(entity).byIds(), { ids: [id] })).toEqual([])
    expect((await director.refused(documents(entity).one('id'), { id })).extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'conflictOfInterest' })
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await director.refused(`{ history(entity: "${entity.name}", id: "${id}") { total } }`)).extensions.code)
    const before = (await everything(server) as { name: string }[]).filter(({ name }) => name !== 'conflict_alert' && name !== 'audit_entry')
    const writes = [['update', documents(entity).update('id'), { id, input: {} }], ['delete', documents(entity).remove, { id }]] as const
    for (const [verb, document, variables] of writes) {
      if (may(entity, verb)) expect((await director.refused(document, variables)).extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'conflictOfInterest' })
    }
    if (may(entity, 'delete')) expect(await director.ask(documents(entity).removeMany, { ids: [id], errorPolicy: 'GOOD_ROWS' })).toMatchObject({ done: 0, failed: 1 })
    expect((await everything(server) as { name: string }[]).filter(({ name }) => name !== 'conflict_alert' && name !== 'audit_entry')).toEqual(before)
    expect(await alerts()).toEqual([{ entity: entity.name, id, blocked: true, attempts: 1 + writes.filter(([verb]) => may(entity, verb)).length, user: directorId }])
    // Others go on as before.
    expect(await admin.ask<Told>(documents(entity).one('id'), { id })).toEqual({ id })
  })
})

test('a block is lifted by two people, of whom neither is the one whom it is about', async () => {
  const client = await newRecord(admin, named('Organisation'))
  const { id } = await rule({ effect: 'BLOCK', partyA: { connect: client.id }, user: { connect: directorId } })
  const LIFT = 'mutation ($id: ID!) { answer: liftConflictRule(id: $id) { state } }'
  expect((await director.refused(LIFT, { id })).extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'conflictOfInterest' })
  const refused = await admin.refused(LIFT, { id })
  expect(refused.extensions.code).toBe('APPROVAL_REQUIRED')
  const APPROVE = 'mutation ($id: ID!) { answer: approveRequest(id: $id) { state } }'
  expect((await director.refused(APPROVE, { id: refused.extensions['approvalRequest'] })).extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'conflictOfInterest' })
  expect(await server.sql('select state from conflict_rule where id = $1', [id])).toEqual([{ state: 'ACTIVE' }])
  const other = await rule({ effect: 'BLOCK', partyA: { connect: client.id }, user: { connect: String((await server.sql(`select id from "user" where email = 'employee@coulisses.test'`))[0]?.['id']) } })
  await askWithSecond(admin, LIFT, { id: other.id })
  expect(await server.sql('select state from conflict_rule where id = $1', [other.id])).toEqual([{ state: 'LIFTED' }])
})

describe('two parties that no record may join', () => {
  const offerOf = async (organisation: string, contact: string) => ({
    organisation: { connect: organisation }, contact: { connect: contact },
  })
  const CREATE = 'mutation ($input: ProspectCreateInput!) { answer: createProspect(input: $input) { id } }'

  test('are refused in one record where the rule blocks, and the attempt is on record although nothing was saved', async () => {
    const [a, b] = [await newRecord(admin, named('Organisation')), await newRecord(admin, named('Person'))]
    await rule({ kind: 'COMPETING_ARTISTS', effect: 'BLOCK', partyA: { connect: a.id }, partyB: { connect: b.id } })
    const employee = await signedIn(server, 'employee')
    const count = () => server.sql('select count(*)::int as n from prospect')
    const before = await count()
    expect((await employee.refused(CREATE, { input: await offerOf(a.id, b.id) })).extensions).toMatchObject({ code: 'CONFLICT', reason: 'conflictOfInterest' })
    expect(await count()).toEqual(before)
    expect(await alerts()).toMatchObject([{ entity: null, blocked: true, attempts: 1 }])
    const prospect = await employee.ask<Told>(CREATE, { input: { organisation: { connect: a.id } } })
    expect((await employee.refused('mutation ($id: ID!, $input: ProspectUpdateInput!) { answer: updateProspect(id: $id, input: $input) { id } }', { id: prospect.id, input: { contact: { connect: b.id } } })).extensions.code).toBe('CONFLICT')
    expect(await alerts()).toMatchObject([{ entity: null }, { entity: 'Prospect', id: prospect.id, blocked: true }])
  })

  test('go through where the rule alerts, which is what it does unless said, and an alert says so', async () => {
    const [a, b] = [await newRecord(admin, named('Organisation')), await newRecord(admin, named('Person'))]
    expect((await rule({ kind: 'COMPETING_ARTISTS', partyA: { connect: a.id }, partyB: { connect: b.id } }))['effect']).toBe('ALERT')
    const employee = await signedIn(server, 'employee')
    const prospect = await employee.ask<Told>(CREATE, { input: await offerOf(a.id, b.id) })
    expect(await alerts()).toMatchObject([{ entity: 'Prospect', id: prospect.id, blocked: false }])
  })
})

test('who opens a record about which a rule alerts him reads it, and the alert counts how often', async () => {
  const { id } = await newRecord(admin, named('Organisation'))
  await rule({ kind: 'OWN_INTEREST', partyA: { connect: id }, user: { connect: directorId } })
  for (let time = 0; time < 2; time += 1) expect(await director.ask<Told>(documents(named('Organisation')).one('id'), { id })).toEqual({ id })
  expect(await alerts()).toEqual([{ entity: 'Organisation', id, blocked: false, attempts: 2, user: directorId }])
  const [alert] = await server.sql('select id from conflict_alert')
  expect(at(await admin.ask('mutation ($id: ID!) { answer: closeConflictAlert(id: $id) { state } }', { id: alert?.['id'] }), 'state')).toBe('CLOSED')
})

describe('MU8.2.3-a whoever sees to the rules', () => {
  const told = async () => (await server.sql(`select u.email, n.title from notification n join "user" u on u.id = n.user_id where n.kind = 'conflictAlert' order by u.email`)).map(({ email, title }) => ({ email, title }))
  beforeEach(() => server.sql(`delete from notification where kind = 'conflictAlert'`))
  const open = (id: string) => director.ask<Told>(documents(named('Organisation')).one('id'), { id })

  test('is told of an alert, and so is who leads the team of the person; once', async () => {
    const { id } = await newRecord(admin, named('Organisation'))
    await server.sql(`with led as (insert into team (name, manager_id) select 'Direction', id from "user" where email = 'employee@coulisses.test' returning id) update "user" set team_id = led.id from led where "user".id = $1`, [directorId])
    await rule({ kind: 'OWN_INTEREST', partyA: { connect: id }, user: { connect: directorId } })
    await open(id)
    await open(id)
    const title = expect.stringContaining('Hélène Vasseur')
    expect(await told()).toEqual([{ email: 'admin@coulisses.test', title }, { email: 'employee@coulisses.test', title }])
    await server.sql(`update "user" set team_id = null where id = $1`, [directorId])
  })

  test('is the account that the settings name, where there is one; of a block he is told as well', async () => {
    const { id } = await newRecord(admin, named('Organisation'))
    await server.sql(`insert into module_setting (module_id, key, value) select id, 'complianceEmail', '"support@coulisses.test"' from module where key = 'core'`)
    await rule({ effect: 'BLOCK', partyA: { connect: id }, user: { connect: directorId } })
    await director.refused(documents(named('Organisation')).one('id'), { id })
    expect(await told()).toEqual([{ email: 'support@coulisses.test', title: 'Conflit d’intérêts : Hélène Vasseur a été empêché d’accéder à un enregistrement' }])
    await server.sql(`delete from module_setting where key = 'complianceEmail'`)
  })
})

describe('conflictsOn', () => {
  const ON = 'query ($entity: String!, $id: ID!) { answer: conflictsOn(entity: $entity, id: $id) { kind message reason rule { id } } }'

  test('tells whoever a rule is about, above a record that concerns the party, and nobody else', async () => {
    const { id } = await newRecord(admin, named('Organisation'))
    const { id: other } = await newRecord(admin, named('Organisation'))
    const made = await rule({ kind: 'OWN_INTEREST', partyA: { connect: id }, user: { connect: directorId } })
    expect(await director.ask(ON, { entity: 'Organisation', id })).toEqual([{ kind: 'OWN_INTEREST', message: expect.stringContaining('vous concerne'), reason: 'Même famille', rule: { id: made.id } }])
    expect(await director.ask(ON, { entity: 'Organisation', id: other })).toEqual([])
    expect(await admin.ask(ON, { entity: 'Organisation', id })).toEqual([])
    expect((await director.refused(ON, { entity: 'Nothing', id })).extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  test('tells of two parties in one record, without the reason, and nothing of a record that one may not read', async () => {
    const [a, b] = [await newRecord(admin, named('Organisation')), await newRecord(admin, named('Person'))]
    await rule({ kind: 'COMPETING_ARTISTS', partyA: { connect: a.id }, partyB: { connect: b.id } })
    const employee = await signedIn(server, 'employee')
    const { id } = await employee.ask<Told>('mutation ($input: ProspectCreateInput!) { answer: createProspect(input: $input) { id } }', { input: { organisation: { connect: a.id }, contact: { connect: b.id } } })
    expect(await employee.ask('query ($id: ID!) { answer: conflictsOn(entity: "Prospect", id: $id) { kind reason } }', { id })).toEqual([{ kind: 'COMPETING_ARTISTS', reason: null }])
    expect(await employee.ask('query ($id: ID!) { answer: conflictsOn(entity: "Organisation", id: $id) { kind } }', { id: a.id })).toEqual([])
    const support = await signedIn(server, 'support')
    expect(await support.ask('query ($id: ID!) { answer: conflictsOn(entity: "Prospect", id: $id) { kind } }', { id })).toEqual([])
  })
})

test('explainAccess says that a conflict rule decides', async () => {
  const { id } = await newRecord(admin, named('Organisation'))
  await rule({ effect: 'BLOCK', partyA: { connect: id }, user: { connect: directorId } })
  const EXPLAIN = 'query ($user: ID, $id: UUID) { answer: explainAccess(user: $user, entity: "Organisation", id: $id, action: "READ") { allowed sentence } }'.replace('UUID', 'ID')
  expect(await admin.ask(EXPLAIN, { user: directorId, id })).toEqual({ allowed: false, sentence: expect.stringContaining('une règle de conflit d’intérêts, qui l’emporte') })
  const { id: other } = await newRecord(admin, named('Organisation'))
  expect(await admin.ask(EXPLAIN, { user: directorId, id: other })).toMatchObject({ allowed: true })
})

test('a rule names two parties that differ, and somebody or something that it is about', async () => {
  const { id } = await newRecord(admin, named('Organisation'))
  const fault = async (input: Readonly<Record<string, unknown>>) => (await admin.refused(RULE, { input: { kind: 'MANUAL', reason: 'x', ...input } })).extensions
  expect(await fault({ partyA: { connect: id } })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'aboutSomebody' })
  expect(await fault({ partyA: { connect: id }, partyB: { connect: id } })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'twoParties' })
})
