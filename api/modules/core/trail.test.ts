import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openDesk, textAt, type Desk, type Made } from '../casting/fixtures/desk.ts'
import { close, rightsByOne } from '../../contract/records.ts'
import { aProspect, give, permit, somebody, type Somebody } from './fixtures/people.ts'

/** The trail tells that something happened to everybody who reads it, and what changed to those who may read it there. */
let desk: Desk
let hr: Somebody
beforeAll(async () => {
  desk = await openDesk()
  await rightsByOne(desk.server)
  hr = await holding('hr')
})
afterAll(() => close(desk.server))

async function holding(role: string): Promise<Somebody> {
  const one = await somebody(desk)
  const found = await desk.ask('query ($key: String) { roles(filter: { key: { eq: $key } }) { items { id } } }', { key: role }, desk.admin)
  await give(desk, one.id, textAt(found, 'roles', 'items', 0, 'id'))
  return one
}

const FIELDS = 'id at action entityType entityId version origin user { id } changes'
const SECRET = 'Contrat de régie de Camille'

/** The entries of a record, in the order of its versions, each read alone as well. */
async function trail(record: string, token: string, filter: object = {}): Promise<readonly Made[]> {
  const asked = { and: [{ entityId: { eq: record } }, { action: { in: ['CREATE', 'UPDATE', 'DELETE'] } }, filter] }
  const answer = await desk.ask(`query ($filter: AuditEntryFilter) { list: auditEntries(filter: $filter, sort: [{ at: ASC }], page: { size: 50 }) { total items { ${FIELDS} } } }`, { filter: asked }, token)
  const items = at(answer, 'list', 'items') as readonly Made[]
  expect(at(answer, 'list', 'total')).toBe(items.length)
  for (const item of items) expect(await desk.one('AuditEntry', item.id, FIELDS, token)).toEqual(item)
  return items
}

async function exported(record: string, token: string, format: string): Promise<string> {
  const body = { list: 'auditEntries', fields: ['action', 'changes'], format, filter: { entityId: { eq: record } }, sort: [{ at: 'ASC' }] }
  const response = await fetch(`${desk.server.url}/export`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } })
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return text
}

const told = (entries: readonly Made[]) => entries.map(({ action, changes }) => [action, changes])
const inExport = async (record: string, token: string) => (await exported(record, token, 'NDJSON')).trim().split('\n').map((line) => JSON.parse(line) as Made).map(({ action, changes }) => [action, changes])

async function anEmployment(): Promise<string> {
  const { id } = await desk.create('Contract', { kind: 'EMPLOYMENT', title: SECRET, totalAmount: { amount: 4_321_00, currency: 'EUR' } }, 'id', hr.token)
  await desk.update('Contract', id, { title: `${SECRET} 2` }, 'id', hr.token)
  return id
}

describe('the audit trail of a record that its reader may not read', () => {
  it('tells an administrator that a contract of employment was made and changed, by whom and when, and nothing of what is in it', async () => {
    const id = await anEmployment()
    await expect(desk.one('Contract', id, 'id', desk.admin)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    const entries = await trail(id, desk.admin)
    const same = { entityType: 'Contract', entityId: id, origin: 'API', user: { id: hr.id }, at: expect.stringMatching(/^\d{4}-/), changes: null }
    expect(entries).toMatchObject([{ ...same, action: 'CREATE', version: 1 }, { ...same, action: 'UPDATE', version: 2 }])
  })

  it('neither by an export', async () => {
    const id = await anEmployment()
    expect(await inExport(id, desk.admin)).toEqual([['CREATE', null], ['UPDATE', null]])
    for (const format of ['CSV', 'JSON']) expect(await exported(id, desk.admin, format)).not.toMatch(/Camille|4321/)
  })

  it('nor by what a filter finds', async () => {
    const id = await anEmployment()
    expect(await trail(id, desk.admin, { changes: { isEmpty: false } })).toEqual([])
    expect(await trail(id, desk.admin, { changes: { isEmpty: true } })).toHaveLength(2)
    await expect(trail(id, desk.admin, { changes: { contains: 'Camille' } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('nor when the record is gone, as long as he may not read all of its kind', async () => {
    const [id, prospect] = [await anEmployment(), await aProspect(desk, { note: 'Rappeler lundi' })]
    await desk.server.sql('delete from contract where id = $1', [id])
    await desk.server.sql('delete from prospect where id = $1', [prospect])
    expect(told(await trail(id, desk.admin))).toEqual([['CREATE', null], ['UPDATE', null], ['DELETE', null]])
    expect(told(await trail(prospect, desk.admin)).at(-1)).toEqual(['DELETE', expect.objectContaining({ note: { from: 'Rappeler lundi', to: null } })])
  })

  it('nor to somebody whom a conflict rule bars, whatever others read', async () => {
    const { id: party } = await desk.create('Organisation', { name: 'Maison Cadence', phone: '01 99 00 55 01' })
    const id = await aProspect(desk, { organisation: { connect: party }, note: 'Rappeler lundi' })
    const director = await desk.server.signIn('director@coulisses.test')
    const note = expect.objectContaining({ note: { from: null, to: 'Rappeler lundi' } })
    expect(told(await trail(id, director))).toEqual([['CREATE', note]])
    const [{ id: directorId } = {}] = await desk.server.sql(`select id from "user" where email = 'director@coulisses.test'`)
    await desk.create('ConflictRule', { kind: 'MANUAL', effect: 'BLOCK', reason: 'Même famille', partyA: { connect: party }, user: { connect: directorId } }, 'id', desk.admin)
    expect(told(await trail(id, director))).toEqual([['CREATE', null]])
    expect(await inExport(id, director)).toEqual([['CREATE', null]])
    expect(told(await trail(id, desk.admin))).toEqual([['CREATE', note]])
  })
})

describe('an export of the audit trail', () => {
  it('takes nothing out of records that its reader may read and not export', async () => {
    const reader = await somebody(desk)
    const user = { user: { connect: reader.id } }
    for (const entity of ['AuditEntry', 'Prospect']) await permit(desk, user, entity, 'READ')
    const [own, other] = [await aProspect(desk, { note: 'Rappeler lundi', responsible: { connect: reader.id } }), await aProspect(desk, { note: 'Rappeler lundi' })]
    const { id: denied } = await permit(desk, user, 'Prospect', 'EXPORT', { effect: 'DENY', scope: 'OWN' })
    const note = expect.objectContaining({ note: { from: null, to: 'Rappeler lundi' } })
    expect([told(await trail(own, reader.token))[0], told(await trail(other, reader.token))[0]]).toEqual([['CREATE', note], ['CREATE', note]])
    expect([(await inExport(own, reader.token))[0], (await inExport(other, reader.token))[0]]).toEqual([['CREATE', null], ['CREATE', note]])
    await desk.update('Permission', denied, { scope: 'ALL' }, 'id', desk.admin)
    expect((await inExport(other, reader.token))[0]).toEqual(['CREATE', null])
  })
})

describe('the audit trail of a record that its reader may read', () => {
  it('tells what changed as its history does, related records by their ids', async () => {
    const { id } = await desk.create('Contract', { kind: 'BOOKING', title: 'Tournée' }, 'id', desk.admin)
    await desk.update('Contract', id, { title: 'Tournée d’automne' }, 'id', desk.admin)
    const [created, updated] = told(await trail(id, desk.admin))
    expect(created).toEqual(['CREATE', expect.objectContaining({ title: { from: null, to: 'Tournée' }, kind: { from: null, to: 'BOOKING' } })])
    expect(updated).toEqual(['UPDATE', { title: { from: 'Tournée', to: 'Tournée d’automne' } }])
    expect(await inExport(id, desk.admin)).toEqual([created, updated])
    expect(await trail(id, desk.admin, { changes: { isEmpty: false } })).toHaveLength(2)
  })

  it('says of a field that is not his, or that is none any more, only that it changed', async () => {
    const reader = await somebody(desk)
    const user = { user: { connect: reader.id } }
    for (const entity of ['AuditEntry', 'Prospect', 'Organisation']) await permit(desk, user, entity, 'READ')
    await permit(desk, user, 'Prospect', 'READ', { field: 'note', effect: 'DENY' })
    const id = await aProspect(desk, { note: 'Rappeler lundi' })
    await desk.server.sql(`insert into audit_entry (at, action, entity_type, entity_id, version, changes, origin) values (clock_timestamp(), 'UPDATE', 'Prospect', $1, 2, '{"droppedSince": {"from": null, "to": "confidentiel"}}', 'SQL')`, [id])
    const entries = told(await trail(id, reader.token))
    expect(entries).toEqual([['CREATE', expect.objectContaining({ note: { hidden: true }, organisation: { from: null, to: expect.any(String) } })], ['UPDATE', { droppedSince: { hidden: true } }]])
    expect(await inExport(id, reader.token)).toEqual(entries)
    expect(told(await trail(id, desk.admin))[0]).toEqual(['CREATE', expect.objectContaining({ note: { from: null, to: 'Rappeler lundi' } })])
    await desk.server.sql('delete from prospect where id = $1', [id])
    expect(told(await trail(id, reader.token)).at(-1)).toEqual(['DELETE', expect.objectContaining({ note: { hidden: true } })])
  })

  it('tells of people, who share a table, what is told of them as a person', async () => {
    const { id } = await desk.create('Person', { lastName: 'Vernier', jobTitle: 'Régie' }, 'id', desk.admin)
    expect(told(await trail(id, desk.admin))).toEqual([['CREATE', expect.objectContaining({ lastName: { from: null, to: 'Vernier' }, jobTitle: { from: null, to: 'Régie' } })]])
  })
})
