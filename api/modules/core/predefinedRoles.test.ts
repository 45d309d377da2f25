import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openDesk, Refused, textAt, type Desk } from '../casting/fixtures/desk.ts'
import type { Input } from '../../write/types.ts'
import { aProspect, give, permit, prospects, somebody, type Somebody } from './fixtures/people.ts'
import { close, rightsByOne } from '../../contract/records.ts'

/** The roles of rights.md B.3, and what they may with what there is so far. */
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await rightsByOne(desk.server)
})
afterAll(() => close(desk.server))

const forbidden = { code: 'FORBIDDEN' }
const missing = { code: 'NOT_FOUND' }
const roleId = async (key: string): Promise<string> => textAt(await desk.ask('query ($key: String) { roles(filter: { key: { eq: $key } }) { items { id } } }', { key }, desk.admin), 'roles', 'items', 0, 'id')
/** Somebody who holds one of them, at his department. */
async function holding(key: string, more: Input = {}): Promise<Somebody & { readonly person: string }> {
  const one = await somebody(desk, more)
  await give(desk, one.id, await roleId(key))
  return { ...one, person: textAt(await desk.one('User', one.id, 'person { id }', desk.admin), 'person', 'id') }
}
const contract = (kind: string, token: string, more: Input = {}) => desk.create('Contract', { kind, title: `Contrat ${kind}`, ...more }, 'id', token)
const reads = (id: string, token: string, select = 'id') => desk.one('Contract', id, select, token)

describe('MU8.2.1-c the predefined roles', () => {
  it('are there on a fresh database, say what they are for, and are not deleted or renamed', async () => {
    const keys = ['developer', 'artist', 'programmer', 'introducer', 'label', 'hr', 'marketing', 'technician', 'volunteer', 'intern', 'external']
    const { roles } = await desk.ask('query ($keys: [String!]) { roles(filter: { key: { in: $keys } }, page: { size: 50 }) { items { id key name standard description } } }', { keys }, desk.admin) as { roles: { items: readonly Record<string, unknown>[] } }
    expect(new Set(roles.items.map(({ key }) => key))).toEqual(new Set(keys))
    for (const role of roles.items) expect(role).toMatchObject({ standard: true, name: expect.stringMatching(/./), description: expect.stringMatching(/./) })
    const id = await roleId('intern')
    await expect(desk.remove('Role', id, desk.admin)).rejects.toMatchObject(forbidden)
    await expect(desk.update('Role', id, { name: 'x' }, 'id', desk.admin)).rejects.toMatchObject(forbidden)
  })

  it('give way to a copy, which holds what can be stored, and says what cannot', async () => {
    const copy = async (key: string, name: string) => at(await desk.ask('mutation ($id: ID!, $key: String!, $name: String!) { answer: copyRole(id: $id, key: $key, name: $name) { id standard description } }', { id: await roleId(key), key: `${key}Copy`, name }, desk.admin), 'answer') as Record<string, unknown>
    const made = await copy('marketing', 'Marketing de province')
    expect(made).toMatchObject({ standard: false, description: expect.stringContaining('lire · Événement') })
    const [own, copied] = [await holding('marketing'), await somebody(desk)]
    await give(desk, copied.id, String(made['id']))
    const people = (token: string) => desk.ask('{ people(page: { size: 3 }) { items { id displayName email } } }', {}, token)
    expect(await people(copied.token)).toEqual(await people(own.token))
    await expect(desk.ask('{ people { items { phone { raw } } } }', {}, copied.token)).rejects.toMatchObject(forbidden)
    await expect(copy('administrator', 'Comme un administrateur')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('copy what was stored beside the code as well', async () => {
    const id = await roleId('volunteer')
    await permit(desk, { role: { connect: id } }, 'Prospect', 'READ', { field: 'note', scope: 'OWN' })
    const made = textAt(await desk.ask('mutation ($id: ID!) { answer: copyRole(id: $id, key: "helpers", name: "Aides") { id } }', { id }, desk.admin), 'answer', 'id')
    const ada = await somebody(desk)
    await give(desk, ada.id, made)
    const own = await aProspect(desk, { responsible: { connect: ada.id } })
    expect(await prospects(desk, ada.token)).toEqual([own])
  })
})

describe('B.3 contracts', () => {
  it('are kept by those who made them, read by the interns of their department, and by nobody else', async () => {
    const [{ id: department } = {}] = await desk.server.sql(`select id from department where key = 'sales'`)
    const [programmer, other] = [await holding('programmer', { department: { connect: department } }), await holding('programmer')]
    const [intern, stranger] = [await holding('intern', { department: { connect: department }, level: 'INTERN' }), await holding('intern')]
    const { id } = await contract('BOOKING', programmer.token)
    expect(await reads(id, programmer.token)).toEqual({ id })
    await desk.update('Contract', id, { title: 'Un autre soir' }, 'id', programmer.token)
    await expect(reads(id, other.token)).rejects.toMatchObject(missing)
    await expect(contract('ARTIST', programmer.token)).rejects.toMatchObject(forbidden)
    await expect(contract('EMPLOYMENT', desk.admin)).rejects.toMatchObject(forbidden)
    await expect(reads(id, stranger.token)).rejects.toMatchObject(missing)
    await expect(desk.update('Contract', id, { title: 'x' }, 'id', stranger.token)).rejects.toMatchObject(forbidden)
    await expect(desk.update('Contract', id, { title: 'x' }, 'id', intern.token)).rejects.toMatchObject(forbidden)
    for (const key of ['marketing', 'technician', 'volunteer', 'hr']) {
      const { token } = await holding(key)
      await expect(reads(id, token), key).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    }
  })

  it('of employment are those of human resources and of the person concerned', async () => {
    const [hr, technician, other] = [await holding('hr'), await holding('technician'), await holding('technician')]
    const { id } = await contract('EMPLOYMENT', hr.token, { parties: { connect: [technician.person] } })
    expect(await reads(id, hr.token)).toEqual({ id })
    expect(await reads(id, technician.token)).toEqual({ id })
    for (const token of [other.token, desk.admin, (await holding('intern')).token, (await holding('label')).token]) {
      await expect(reads(id, token)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    }
    await expect(desk.update('Contract', id, { title: 'x' }, 'id', technician.token)).rejects.toMatchObject(forbidden)
    await expect(desk.remove('Contract', id, hr.token)).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' })
  })

  it('of employment are deleted by human resources once an administrator agrees who may do it himself; to others nobody turns', async () => {
    const hr = await holding('hr')
    const { id } = await contract('EMPLOYMENT', hr.token)
    const asked = async () => await desk.remove('Contract', id, hr.token).then(() => undefined, (error: unknown) => (error instanceof Refused ? error.extensions : undefined))
    const alone = await asked()
    expect(alone).toMatchObject({ code: 'APPROVAL_REQUIRED', reason: 'nobodyToApprove' })
    const told = async () => (await desk.server.sql('select user_id as id from notification where subject_id = $1', [alone?.['approvalRequest']])).map((row) => row['id'])
    expect(await told()).toEqual([])
    const second = await holding('hr')
    await desk.server.sql('update "user" set is_administrator = true where id = $1', [second.id])
    for (let times = 0; times < 2; times++) expect(await asked()).toMatchObject({ reason: 'approvalRequired', approvalRequest: alone?.['approvalRequest'] })
    expect(await told()).toEqual([second.id])
    expect(at(await desk.ask('mutation ($id: ID!) { answer: approveRequest(id: $id) { state } }', { id: alone?.['approvalRequest'] }, second.token), 'answer')).toEqual({ state: 'APPROVED' })
    await expect(reads(id, hr.token)).rejects.toMatchObject(missing)
  })

  it('with a house are not those of everybody who works for it', async () => {
    const house = await desk.create('Organisation', { name: 'Maison Cadence', phone: '01 99 00 55 01' })
    const worksThere = { employers: { connect: [house.id] } }
    const [hr, technician, artist, label] = [await holding('hr'), await holding('technician'), await holding('artist'), await holding('label')]
    for (const { person } of [technician, artist]) await desk.update('Person', person, worksThere)
    const colleague = await desk.create('Person', { lastName: 'Collègue', ...worksThere })
    // Who knows the directory as well can name the house in it.
    await give(desk, hr.id, await roleId('label'))
    const employment = await contract('EMPLOYMENT', hr.token, { parties: { connect: [colleague.id, house.id] } })
    await expect(reads(employment.id, technician.token)).rejects.toMatchObject(missing)
    const booking = await contract('BOOKING', label.token, { parties: { connect: [house.id] } })
    await expect(reads(booking.id, artist.token)).rejects.toMatchObject(missing)
    await expect(desk.one('Organisation', house.id, 'phone { raw }', artist.token)).rejects.toMatchObject(missing)
    await expect(desk.update('Organisation', house.id, { name: 'Autre nom' }, 'id', artist.token)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    // What has the role of an artist itself is a band, and its members speak for it.
    await desk.create('PartyRole', { party: { connect: house.id }, kind: 'ARTIST' }, 'id', label.token)
    expect(await reads(booking.id, artist.token)).toEqual({ id: booking.id })
    expect(await desk.one('Organisation', house.id, 'phone { raw }', artist.token)).toEqual({ phone: { raw: '01 99 00 55 01' } })
    await expect(reads(employment.id, technician.token)).rejects.toMatchObject(missing)
  })

  it('are read by the artist whose they are', async () => {
    const [label, artist, other] = [await holding('label'), await holding('artist'), await holding('artist')]
    const { id } = await contract('ARTIST', label.token, { parties: { connect: [artist.person] } })
    expect(await reads(id, artist.token)).toEqual({ id })
    await expect(reads(id, other.token)).rejects.toMatchObject(missing)
    await expect(desk.run('signContract', id, 'id', artist.token)).rejects.toMatchObject(forbidden)
  })

  it('that are deleted ask a second person', async () => {
    const { id } = await contract('BOOKING', desk.admin)
    await expect(desk.remove('Contract', id, desk.admin)).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' })
    expect(await reads(id, desk.admin)).toEqual({ id })
  })
})

describe('B.3 the directory', () => {
  it('shows each role its part, and what is sensitive to nobody but those concerned', async () => {
    const made = await desk.create('Person', { firstName: 'Nina', lastName: 'Simon', email: 'nina@example.test', phone: '01 99 00 12 34', notes: 'Aime le calme.', roles: { create: [{ kind: 'ARTIST' }] } })
    const plain = await desk.create('Person', { lastName: 'Sans Rôle', phone: '01 99 00 12 35' })
    const one = (token: string, select: string, id = made.id) => desk.one('Person', id, select, token)
    for (const key of ['programmer', 'introducer', 'label', 'marketing', 'intern']) {
      const { token } = await holding(key)
      expect(await one(token, 'displayName email'), key).toEqual({ displayName: 'Nina Simon', email: 'nina@example.test' })
      for (const field of ['phone { raw }', 'notes', 'birthDate']) await expect(one(token, field), `${key} ${field}`).rejects.toMatchObject(forbidden)
      await expect(desk.ask('{ people(filter: { notes: { contains: "calme" } }) { total } }', {}, token), key).rejects.toMatchObject(forbidden)
      if (key === 'programmer' || key === 'introducer') await expect(one(token, 'id', plain.id), key).rejects.toMatchObject(missing)
    }
    const { token } = await holding('developer')
    expect(await one(token, 'displayName')).toEqual({ displayName: 'Nina Simon' })
    await expect(one(token, 'email')).rejects.toMatchObject(forbidden)
  })

  it('lets an artist keep his own card, and human resources the staff’s', async () => {
    const [artist, other, hr] = [await holding('artist'), await holding('artist'), await holding('hr')]
    await desk.update('Person', artist.person, { phone: '01 99 00 12 36' }, 'id', artist.token)
    expect(await desk.one('Person', artist.person, 'phone { raw }', artist.token)).toEqual({ phone: { raw: '01 99 00 12 36' } })
    await expect(desk.update('Person', other.person, { phone: '01 99 00 12 37' }, 'id', artist.token)).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) })
    expect(await desk.one('Person', artist.person, 'phone { raw }', hr.token)).toEqual({ phone: { raw: '01 99 00 12 36' } })
    const outside = await desk.create('Person', { lastName: 'Du Dehors' })
    await expect(desk.one('Person', outside.id, 'id', hr.token)).rejects.toMatchObject(missing)
  })
})

describe('B.3 the developer', () => {
  it('runs modules and reads errors, roles and who may what; he gives no rights', async () => {
    const { token, id } = await holding('developer')
    const [core] = await desk.server.sql(`select id from module where key = 'core'`)
    await desk.ask('mutation ($id: ID!) { changeModuleSettings(id: $id, values: { approvalDays: 6 }) { id } }', { id: core?.['id'] }, token)
    await desk.ask('{ moduleSwitches { key } errorReports { total } roles { total } permissions { total } users { items { fullName } } auditEntries(page: { size: 1 }) { items { at action operation } } }', {}, token)
    await expect(desk.ask('{ auditEntries(page: { size: 1 }) { items { changes } } }', {}, token)).rejects.toMatchObject(forbidden)
    await expect(desk.create('Permission', { user: { connect: id }, entityType: 'Prospect', action: 'READ' }, 'id', token)).rejects.toMatchObject(forbidden)
    await expect(desk.create('Role', { key: 'mine', name: 'Le mien' }, 'id', token)).rejects.toMatchObject(forbidden)
  })
})
