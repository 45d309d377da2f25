import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, faultAt, openDesk, textAt, unique, unknownId, type Desk } from '../casting/fixtures/desk.ts'
import { rightsByOne } from '../../contract/records.ts'
import { startWholeServer } from '../../contract/server.ts'
import type { Model } from '../../model/model.ts'
import { houseCaller } from '../../server/house.ts'
import { forgetGoneFields } from '../../../seeds/goneFields.ts'
import { aProspect, give, newRole, permit, prospects, somebody } from './fixtures/people.ts'

let server: Awaited<ReturnType<typeof startWholeServer>>
let desk: Desk
beforeAll(async () => {
  server = await startWholeServer()
  desk = await openDesk(server)
  await rightsByOne(desk.server)
})
afterAll(async () => { await desk.server.close() })

const forbidden = { code: 'FORBIDDEN' }
const role = (id: string) => ({ role: { connect: id } })

describe('MU8.2.1-c a role that is made in the back office', () => {
  it('acts on the next request of whoever is signed in, and so does its end', async () => {
    const [ada, custom] = [await somebody(desk), await newRole(desk)]
    await aProspect(desk)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
    await give(desk, ada.id, custom)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
    const permission = await permit(desk, role(custom), 'Prospect', 'READ')
    expect((await prospects(desk, ada.token)).length).toBeGreaterThan(0)
    await desk.remove('Permission', permission.id, desk.admin)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
  })

  it('costs no statement beside those that a request sends anyway', async () => {
    const [ada, custom] = [await somebody(desk), await newRole(desk)]
    await give(desk, ada.id, custom)
    await permit(desk, role(custom), 'Prospect', 'READ')
    await prospects(desk, ada.token)
    const before = desk.server.statements()
    await prospects(desk, ada.token)
    expect(desk.server.statements() - before).toBe(2)
  })

  it('opens the fields that it names, in answers, filters, sorts and searches, and the rows of its scope', async () => {
    const ada = await somebody(desk)
    const own = await aProspect(desk, { responsible: { connect: ada.id }, note: 'accordéon', message: 'harpe' })
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { field: 'note', scope: 'OWN' })
    expect(await prospects(desk, ada.token)).toEqual([own])
    expect(await prospects(desk, ada.token, { note: { contains: 'accord' } })).toEqual([own])
    for (const document of [
      '{ prospects { items { id message } } }', '{ prospects(filter: { message: { contains: "a" } }) { total } }', '{ prospects(sort: [{ source: ASC }]) { items { id } } }',
      '{ prospects(filter: { not: { or: [{ message: { isEmpty: true } }] } }) { total } }', '{ prospects(filter: { organisation: { isEmpty: false } }) { total } }',
    ]) await expect(desk.ask(document, {}, ada.token)).rejects.toMatchObject(forbidden)
    expect(await prospects(desk, ada.token, { q: 'accordéon' })).toEqual([own])
    expect(await prospects(desk, ada.token, { q: 'harpe' })).toEqual([])
  })

  it('takes away what another role gives: a refusal wins', async () => {
    const [ada, custom] = [await somebody(desk), await newRole(desk)]
    await permit(desk, role(custom), 'Prospect', 'READ')
    await give(desk, ada.id, custom)
    const [own, other] = [await aProspect(desk, { responsible: { connect: ada.id } }), await aProspect(desk)]
    const both = { id: { in: [own, other] } }
    expect(await prospects(desk, ada.token, both)).toHaveLength(2)
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { scope: 'OWN', effect: 'DENY' })
    expect(await prospects(desk, ada.token, both)).toEqual([other])
    await expect(desk.one('Prospect', own, 'id', ada.token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await desk.one('Prospect', other, 'note', ada.token)
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { field: 'note', effect: 'DENY' })
    await expect(desk.one('Prospect', other, 'note', ada.token)).rejects.toMatchObject(forbidden)
  })

  it('lends its rows and fields to no other (two policies on two rows)', async () => {
    const ada = await somebody(desk)
    const own = await aProspect(desk, { responsible: { connect: ada.id }, note: 'mienne' })
    const other = await aProspect(desk, { note: 'mienne aussi' })
    const both = { id: { in: [own, other] } }
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { field: 'note', scope: 'OWN' })
    const custom = await newRole(desk)
    await permit(desk, role(custom), 'Prospect', 'READ', { field: 'source' })
    await give(desk, ada.id, custom)
    expect(await prospects(desk, ada.token, both)).toHaveLength(2)
    expect(await prospects(desk, ada.token, { ...both, note: { contains: 'mienne' } })).toEqual([own])
    expect(await prospects(desk, ada.token, { ...both, q: 'mienne' })).toEqual([own])
  })

  it('is that of a department for everybody who belongs to it', async () => {
    const name = unique('Régie')
    const department = await desk.create('Department', { key: `d${name.replaceAll(/[^a-z0-9]/gi, '')}`, name }, 'id', desk.admin)
    const ada = await somebody(desk, { department: { connect: department.id } })
    await permit(desk, { department: { connect: department.id } }, 'Prospect', 'READ', { scope: 'DEPARTMENT' })
    expect(await prospects(desk, ada.token)).toEqual([])
    const colleague = await somebody(desk, { department: { connect: department.id } })
    const prospect = await aProspect(desk, { responsible: { connect: colleague.id } })
    expect(await prospects(desk, ada.token)).toEqual([prospect])
    await desk.update('User', ada.id, { department: { disconnect: true } }, 'id', desk.admin)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
  })

  it('gives and takes moves and actions by their names', async () => {
    const ada = await somebody(desk)
    const offer = await anOffer(desk)
    const publish = () => desk.run('publishCastingOffer', offer.id, 'id state', ada.token)
    await permit(desk, { user: { connect: ada.id } }, 'CastingOffer', 'READ')
    await expect(publish()).rejects.toMatchObject(forbidden)
    const given = await permit(desk, { user: { connect: ada.id } }, 'CastingOffer', 'publish', { scope: 'OWN' })
    await expect(publish()).rejects.toMatchObject(forbidden)
    await desk.update('Permission', given.id, { scope: 'ALL' }, 'id', desk.admin)
    expect(await publish()).toMatchObject({ state: 'PUBLISHED' })
    await expect(desk.update('CastingOffer', offer.id, { title: 'Autre' }, 'id', ada.token)).rejects.toMatchObject(forbidden)
  })
})

describe('MU8.2.2-e an intern', () => {
  it('reads the contracts of his department and changes none, whatever his roles give', async () => {
    const contracts = (token: string) => desk.ask('{ contracts(filter: { kind: { isEmpty: false } }, page: { size: 100 }) { total items { id salesContact { department { key } } } } }', {}, token)
    const sales = await desk.server.signIn('sales@coulisses.test')
    const [{ id: department } = {}] = await desk.server.sql(`select id from department where key = 'sales'`)
    const intern = await somebody(desk, { department: { connect: department }, level: 'INTERN' })
    expect(Number(at(await contracts(sales), 'contracts', 'total'))).toBeGreaterThan(0)
    // As a colleague of the department he would read all of them.
    const [foreign] = await desk.server.sql(`select id from contract where kind = 'EVENT_SALE' limit 1`)
    await desk.server.sql(`update contract set sales_contact_id = null where id = $1`, [foreign?.['id']])
    expect(at(await desk.ask('query ($id: ID!) { contract(id: $id) { id } }', { id: foreign?.['id'] }, sales), 'contract')).toBeTruthy()
    await expect(desk.one('Contract', String(foreign?.['id']), 'id', intern.token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const [own] = (at(await contracts(intern.token), 'contracts', 'items') as { id: string }[])
    expect(own?.id).toEqual(expect.any(String))
    await expect(desk.update('Contract', own?.id ?? '', { title: 'x' }, 'id', intern.token)).rejects.toMatchObject(forbidden)
    await expect(desk.ask('mutation { createContract(input: {}) { id } }', {}, intern.token)).rejects.toMatchObject(forbidden)
    const why = await desk.ask('query ($id: ID!) { explainAccess(entity: "Contract", action: "UPDATE", id: $id) { allowed sentence } }', { id: own?.id }, intern.token)
    expect(at(why, 'explainAccess')).toMatchObject({ allowed: false })
  })
})

describe('what a permission says must be declared', () => {
  it.each([
    ['entityType', { entityType: 'Nothing', action: 'READ' }], ['entityType', { entityType: 'Role', action: 'READ' }], ['entityType', { entityType: 'Permission', action: 'CREATE' }],
    ['action', { entityType: 'CastingOffer', action: 'fly' }], ['action', { entityType: 'AuditEntry', action: 'CREATE' }],
    ['field', { entityType: 'CastingOffer', action: 'READ', field: 'nothing' }], ['field', { entityType: 'User', action: 'READ', field: 'passwordHash' }],
    ['field', { entityType: 'User', action: 'UPDATE', field: 'isAdministrator' }], ['field', { entityType: 'CastingOffer', action: 'publish', field: 'title' }],
    ['scope', { entityType: 'Profession', action: 'READ', scope: 'OWN' }], ['scope', { entityType: 'CastingOffer', action: 'READ', scope: 'PROJECT' }],
  ])('at %s of %o', async (path, input) => {
    await expect(permit(desk, role(await newRole(desk)), input.entityType, input.action, input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt(path) })
  })

  it('is of exactly one holder, and never of what everybody holds', async () => {
    const ada = await somebody(desk)
    await expect(permit(desk, {}, 'CastingOffer', 'READ')).rejects.toMatchObject({ fields: faultAt('role') })
    await expect(permit(desk, { ...role(await newRole(desk)), user: { connect: ada.id } }, 'CastingOffer', 'READ')).rejects.toMatchObject({ fields: faultAt('role') })
    for (const key of ['visitor', 'member', 'administrator']) {
      const id = textAt(await desk.ask('query ($key: String) { roles(filter: { key: { eq: $key } }) { items { id } } }', { key }, desk.admin), 'roles', 'items', 0, 'id')
      await expect(permit(desk, role(id), 'CastingOffer', 'READ')).rejects.toMatchObject({ fields: faultAt('role') })
    }
  })

  it('is written by administrators only, and nobody raises himself', async () => {
    const ada = await somebody(desk)
    for (const token of [desk.employee, ada.token]) {
      await expect(desk.create('Permission', { user: { connect: ada.id }, entityType: 'CastingOffer', action: 'READ' }, 'id', token)).rejects.toMatchObject(forbidden)
      await expect(desk.create('AccessGrant', { user: { connect: ada.id }, entityType: 'CastingOffer', fromAt: '2026-01-01T00:00:00Z', reason: 'x' }, 'id', token)).rejects.toMatchObject(forbidden)
    }
    const [custom] = [await newRole(desk)]
    await expect(desk.update('User', ada.id, { roles: { connect: [custom] } }, 'id', ada.token)).rejects.toMatchObject(forbidden)
    await expect(desk.update('User', ada.id, { person: { update: { user: { update: { roles: { connect: [custom] } } } } } }, 'id', ada.token)).rejects.toMatchObject(forbidden)
    await expect(desk.update('User', ada.id, { permissions: { create: [{ entityType: 'CastingOffer', action: 'READ' }] } }, 'id', ada.token)).rejects.toMatchObject(forbidden)
  })
})

describe('a field that comes later', () => {
  it('is closed to whoever was given all there were, until it is given again', async () => {
    const ada = await somebody(desk)
    const permission = await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ')
    const note = () => desk.ask('{ prospects { items { id note } } }', {}, ada.token)
    await note()
    // As if `note` had been declared after it: it is not among the fields that there were.
    await desk.server.sql(`update permission set known_fields = known_fields - 'note' where id = $1`, [permission.id])
    await expect(note()).rejects.toMatchObject(forbidden)
    await desk.ask('mutation ($id: ID!) { updatePermission(id: $id, input: { scope: ALL }) { id } }', { id: permission.id }, desk.admin)
    await note()
  })
})

describe('a field that goes, and comes again under its name', () => {
  const without = (field: string) => ({ entities: new Map([...server.model.entities].map(([name, entity]) => [name, name === 'Prospect' ? { ...entity, members: new Map([...entity.members].filter(([member]) => member !== field)) } : entity])) })
  const start = (model: Pick<Model, 'entities'>) => server.house.writer.mutate(houseCaller('reference lists'), (work) => forgetGoneFields(work, model))
  const note = (token: string) => desk.ask('{ prospects { items { id note } } }', {}, token)

  it('is closed to whoever was given all there were or this one, until somebody opens it', async () => {
    const [all, one] = [await somebody(desk), await somebody(desk)]
    const whole = await permit(desk, { user: { connect: all.id } }, 'Prospect', 'READ')
    for (const field of ['note', 'source']) await permit(desk, { user: { connect: one.id } }, 'Prospect', 'READ', { field })
    await start(server.model)
    for (const { token } of [all, one]) await note(token)
    // A version starts that has no such field, and after it one that has.
    await start(without('note'))
    await start(server.model)
    for (const { token } of [all, one]) {
      await expect(note(token)).rejects.toMatchObject(forbidden)
      await desk.ask('{ prospects { items { id source } } }', {}, token)
    }
    await desk.ask('mutation ($id: ID!) { updatePermission(id: $id, input: { scope: ALL }) { id } }', { id: whole.id }, desk.admin)
    await permit(desk, { user: { connect: one.id } }, 'Prospect', 'READ', { field: 'note' })
    for (const { token } of [all, one]) await note(token)
  })

  it('stays closed to whoever was refused it', async () => {
    const ada = await somebody(desk)
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ')
    await permit(desk, { user: { connect: ada.id } }, 'Prospect', 'READ', { field: 'note', effect: 'DENY' })
    await start(without('note'))
    expect(await desk.count('permission', `user_id = $1 and field = 'note'`, ada.id)).toBe(1)
  })
})

describe('MU8.2.3-d an access grant', () => {
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
  const grant = (userId: string, entityId: string | undefined, more: object = {}) => desk.create('AccessGrant', {
    user: { connect: userId }, entityType: 'Prospect', ...(entityId === undefined ? {} : { entityId }), fromAt: days(-1), untilAt: days(1), reason: 'Remplacement', ...more,
  }, 'id grantedBy { id }', desk.admin)

  it('opens one record for a time, ends by itself, and can be taken back', async () => {
    const ada = await somebody(desk)
    const [prospect, other] = [await aProspect(desk), await aProspect(desk)]
    const given = await grant(ada.id, prospect)
    expect(at(given, 'grantedBy', 'id')).toEqual(expect.any(String))
    expect(await prospects(desk, ada.token)).toEqual([prospect])
    await expect(desk.one('Prospect', other, 'id', ada.token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(desk.update('Prospect', prospect, { note: 'x' }, 'id', ada.token)).rejects.toMatchObject(forbidden)
    await desk.update('AccessGrant', given.id, { untilAt: days(-0.5) }, 'id', desk.admin)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
    await desk.update('AccessGrant', given.id, { fromAt: days(1), untilAt: days(2) }, 'id', desk.admin)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
    await desk.update('AccessGrant', given.id, { fromAt: days(-1) }, 'id', desk.admin)
    expect(await prospects(desk, ada.token)).toHaveLength(1)
    await desk.run('revokeAccessGrant', given.id, 'id', desk.admin)
    await expect(prospects(desk, ada.token)).rejects.toMatchObject(forbidden)
  })

  it('of a project opens its booking documents and events, and nothing of another one (MU8.2.2-c)', async () => {
    const [{ id: external } = {}] = await desk.server.sql(`select id from role where key = 'external'`)
    const ada = await somebody(desk, { roles: { connect: [external] } })
    const project = async () => (await desk.create('Project', { name: unique('Tournée'), startsOn: '2026-03-01' }, 'id', desk.admin)).id
    const contract = async (input: object) => (await desk.create('Contract', { kind: 'BOOKING', title: unique('Engagement'), ...input }, 'id', desk.admin)).id
    const [mine, foreign] = [await project(), await project()]
    const [booking, other, alone, artist] = [await contract({ project: { connect: mine } }), await contract({ project: { connect: foreign } }), await contract({}), await contract({ kind: 'ARTIST', project: { connect: mine } })]
    const listed = async () => (at(await desk.ask('{ contracts(filter: { kind: { isEmpty: false } }) { items { id } } }', {}, ada.token), 'contracts', 'items') as { id: string }[]).map(({ id }) => id)
    expect(await listed()).toEqual([])
    const given = await desk.create('AccessGrant', { user: { connect: ada.id }, entityType: 'Project', entityId: mine, fromAt: days(-1), untilAt: days(1), reason: 'Tournée' }, 'id', desk.admin)
    expect(await listed()).toEqual([booking])
    expect(await desk.one('Contract', booking, 'id project { id name }', ada.token)).toMatchObject({ id: booking, project: { id: mine } })
    for (const id of [other, alone, artist]) await expect(desk.one('Contract', id, 'id', ada.token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(desk.one('Project', foreign, 'id', ada.token)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(desk.update('Contract', booking, { title: 'x' }, 'id', ada.token)).rejects.toMatchObject(forbidden)
    await desk.run('revokeAccessGrant', given.id, 'id', desk.admin)
    expect(await listed()).toEqual([])
  })

  it('lets edit the record that it says, and read another one', async () => {
    const ada = await somebody(desk)
    const [edited, read] = [await aProspect(desk), await aProspect(desk)]
    await grant(ada.id, edited, { level: 'EDIT' })
    await grant(ada.id, read)
    const note = unique('Note')
    expect(await desk.update('Prospect', edited, { note }, 'note', ada.token)).toMatchObject({ note })
    await expect(desk.update('Prospect', read, { note }, 'id', ada.token)).rejects.toMatchObject(forbidden)
  })

  it('must end for somebody from outside, after it began, and be of a record that there is', async () => {
    const ada = await somebody(desk)
    const partner = textAt(await desk.ask('{ me { id } }', {}, desk.partner), 'me', 'id')
    const id = await aProspect(desk)
    await expect(grant(partner, id, { untilAt: undefined })).rejects.toMatchObject({ fields: faultAt('untilAt') })
    await expect(grant(ada.id, id, { untilAt: days(-2) })).rejects.toMatchObject({ fields: faultAt('untilAt') })
    await expect(grant(ada.id, unknownId)).rejects.toMatchObject({ fields: faultAt('entityId') })
    await expect(grant(ada.id, undefined, { entityType: 'Permission' })).rejects.toMatchObject({ fields: faultAt('entityType') })
  })
})
