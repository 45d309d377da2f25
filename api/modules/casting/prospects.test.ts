import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, faultAt, openDesk, organisation, PASSWORD, textAt, unique, uniqueEmail, unknownId, type Desk } from './fixtures/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const CARD = 'id state version organisation { id displayName addresses { id city } } contact { id displayName } client { id state organisation { id } contact { id } } diffusionPartner { id state siteUrl organisation { id } } users { id email } responsible { email }'
const contact = (lastName = unique('Dubois')) => ({ create: { firstName: 'Anne', lastName, email: 'anne@example.test' } })
const partner = { create: { siteName: 'Planches et plateaux', siteUrl: 'https://planches.example.test' } }
const prospect = (more: object = {}, name = unique('Compagnie')) => desk.create('Prospect', { organisation: { create: organisation(name) }, contact: contact(), ...more }, CARD)
const setActive = (id: string, active: boolean) => desk.ask('mutation ($id: ID!, $active: Boolean!) { setUserActive(id: $id, active: $active) { state } }', { id, active })
const listedClients = async (id: string) => at(await desk.list('clients', { organisation: { id: { eq: id } } }, 'id'), 'items')

describe('MC-03 prospects are listed and opened', () => {
  it('by page and in order, and one by one', async () => {
    const made = await prospect()
    const answer = await desk.ask('{ prospects(page: { size: 1 }, sort: [{ createdAt: DESC }]) { total items { id } pageInfo { hasNextPage } } }')
    expect(at(answer, 'prospects', 'items')).toEqual([{ id: made.id }])
    expect(Number(at(answer, 'prospects', 'total'))).toBeGreaterThan(0)
    expect(await desk.one('Prospect', made.id, CARD)).toEqual(made)
  })

  it('and an unknown one is not found', async () => {
    await expect(desk.one('Prospect', unknownId, 'id')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('MC-04 a prospect is recorded with whom it is about', () => {
  it('in one step, open, with the employee responsible', async () => {
    const made = await prospect()
    expect(made).toMatchObject({ state: 'OPEN', client: null, diffusionPartner: null, organisation: { addresses: [{ city: 'Nantes' }] }, responsible: { email: 'employee@coulisses.test' } })
  })

  it('not without the name of the organisation', async () => {
    await expect(desk.create('Prospect', { organisation: { create: { sector: 'Théâtre' } } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'organisation.name', reason: 'required' }] })
  })

  it('not without anybody', async () => {
    await expect(desk.create('Prospect', { note: 'Rien' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'organisation' }] })
  })

  it('not a second time: the card that is known is proposed', async () => {
    const name = unique('Théâtre de l’Été')
    const known = await prospect({}, name)
    const again = prospect({}, name.toUpperCase().replace('É', 'E').replace('É', 'E'))
    await expect(again).rejects.toMatchObject({
      code: 'CONFLICT', fields: [{ path: 'organisation.name' }],
      extensions: { existing: [{ id: textAt(known, 'organisation', 'id'), displayName: name, city: 'Nantes' }] },
    })
    const elsewhere = await desk.create('Prospect', { organisation: { create: organisation(name, 'Brest') } }, CARD)
    expect(textAt(elsewhere, 'organisation', 'id')).not.toBe(textAt(known, 'organisation', 'id'))
    await desk.create('Prospect', { organisation: { create: { ...organisation(name), confirmNew: true } } })
  })

  it('not twice when two record it at the same moment', async () => {
    const name = unique('Compagnie')
    const all = await Promise.allSettled(Array.from({ length: 4 }, () => desk.create('Organisation', organisation(name))))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await desk.count('party', 'name = $1', name)).toBe(1)
  })

  it('and the known card is reused', async () => {
    const known = await desk.create('Organisation', organisation(unique('Studio')))
    const made = await desk.create('Prospect', { organisation: { connect: known.id } }, CARD)
    expect(textAt(made, 'organisation', 'id')).toBe(known.id)
    await expect(desk.create('Prospect', { organisation: { connect: known.id } })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('MC-05 a prospect becomes a diffusion partner in the same step', () => {
  it('with both records', async () => {
    const made = await prospect({ becomePartner: true, diffusionPartner: partner })
    expect(made).toMatchObject({ state: 'CONVERTED', diffusionPartner: { state: 'ACTIVE', organisation: { id: textAt(made, 'organisation', 'id') } } })
  })

  it('or with none', async () => {
    const name = unique('Compagnie')
    await expect(prospect({ becomePartner: true, diffusionPartner: { create: { siteName: 'Site', siteUrl: 'ftp://example.test' } } }, name)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('diffusionPartner.siteUrl') })
    expect(await desk.count('party', 'name = $1', name)).toBe(0)
  })
})

describe('MC-06 a prospect becomes a client in the same step', () => {
  it('and shows under the clients', async () => {
    const made = await prospect({ becomeClient: true })
    expect(made).toMatchObject({ state: 'CONVERTED', client: { state: 'ACTIVE' } })
    expect(await listedClients(textAt(made, 'organisation', 'id'))).toEqual([{ id: textAt(made, 'client', 'id') }])
  })

  it('and a partner with it, on one organisation', async () => {
    const made = await prospect({ becomeClient: true, becomePartner: true })
    const id = textAt(made, 'organisation', 'id')
    expect(made).toMatchObject({ client: { organisation: { id } }, diffusionPartner: { organisation: { id }, siteUrl: 'https://example.test' } })
    expect(await desk.count('client', 'organisation_id = $1', id)).toBe(1)
    expect(await desk.count('diffusion_partner', 'organisation_id = $1', id)).toBe(1)
  })
})

describe('MC-07 what is typed about the client is kept with the prospect', () => {
  it('identical, prospective, and under no list of clients', async () => {
    const made = await prospect({ client: { create: { firstContactOn: '2026-01-15' } } })
    const client = await desk.one('Client', textAt(made, 'client', 'id'), 'firstContactOn state lines organisation { id } contact { id }')
    expect(client).toEqual({
      firstContactOn: '2026-01-15', state: 'PROSPECTIVE', lines: ['CASTING'],
      organisation: { id: textAt(made, 'organisation', 'id') }, contact: { id: textAt(made, 'contact', 'id') },
    })
    expect(await listedClients(textAt(made, 'organisation', 'id'))).toEqual([])
  })

  it('or nothing is kept', async () => {
    const name = unique('Compagnie')
    await expect(prospect({ contact: { create: { lastName: 'Dubois', email: 'nowhere' } } }, name)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('contact.email') })
    expect(await desk.count('party', 'name = $1', name)).toBe(0)
  })
})

describe('MC-08 what is typed about the partner is kept with the prospect', () => {
  it('identical, prospective, with its feeds', async () => {
    const domain = await desk.create('ProfessionDomain', { name: unique('Danse') })
    const feeds = { create: [{ name: 'Danse', domains: { connect: [domain.id] } }] }
    const made = await prospect({ diffusionPartner: { create: { ...partner.create, technicalContact: contact(), feeds } } })
    const kept = await desk.one('DiffusionPartner', textAt(made, 'diffusionPartner', 'id'), 'state siteName siteUrl technicalContact { firstName } feeds { name domains { id } }')
    expect(kept).toEqual({ state: 'PROSPECTIVE', ...partner.create, technicalContact: { firstName: 'Anne' }, feeds: [{ name: 'Danse', domains: [{ id: domain.id }] }] })
    expect(at(await desk.list('diffusionPartners', { siteName: { eq: partner.create.siteName }, organisation: { id: { eq: textAt(made, 'organisation', 'id') } } }, 'id'), 'items')).toEqual([])
  })

  it('not with an address that is no web site', async () => {
    await expect(prospect({ diffusionPartner: { create: { siteName: 'Site', siteUrl: 'planches' } } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'diffusionPartner.siteUrl' }] })
  })
})

const login = (email: string) => ({ email, password: PASSWORD, person: { create: { firstName: 'Léa', lastName: unique('Roux') } } })

describe('MC-09 logins of the prospect’s people', () => {
  it('act for its organisation, without any employee right', async () => {
    const email = uniqueEmail()
    const made = await prospect({ users: { create: [login(email)] } })
    expect(made).toMatchObject({ users: [{ email }] })
    expect(await desk.one('User', textAt(made, 'users', 0, 'id'), 'actsFor { id } roles { key } isAdministrator')).toEqual({ actsFor: { id: textAt(made, 'organisation', 'id') }, roles: [], isAdministrator: false })
    await expect(desk.ask('{ prospects { total } }', {}, await desk.server.signIn(email, PASSWORD))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('not under an address that is taken', async () => {
    await expect(prospect({ users: { create: [login('employee@coulisses.test')] } })).rejects.toMatchObject({ code: 'CONFLICT', fields: [{ path: expect.stringContaining('email') as unknown }] })
  })

  it('never with a role of an employee', async () => {
    const roles = await desk.ask('{ roles(filter: { key: { eq: "employee" } }) { items { id } } }')
    const asked = { ...login(uniqueEmail()), roles: { connect: [textAt(roles, 'roles', 'items', 0, 'id')] } }
    await expect(prospect({ users: { create: [asked] } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'users.0.roles' }] })
  })
})

describe('MC-10 a prospect is changed', () => {
  it('and its history names what changed', async () => {
    const made = await prospect()
    expect(await desk.update('Prospect', made.id, { note: 'Rappeler lundi', contact: { update: { jobTitle: 'Directrice' } } }, 'note contact { jobTitle }')).toEqual({ note: 'Rappeler lundi', contact: { jobTitle: 'Directrice' } })
    const [entry] = await desk.server.sql("select changes from audit_entry where entity_type = 'Prospect' and entity_id = $1 and action = 'UPDATE'", [made.id])
    expect(entry?.['changes']).toMatchObject({ note: { to: 'Rappeler lundi' } })
  })

  it('unless it does not exist', async () => {
    await expect(desk.update('Prospect', unknownId, { note: 'Rien' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('MC-11 an existing prospect becomes a partner', () => {
  it('once, on the same organisation', async () => {
    const made = await prospect()
    const answer = await desk.run('makeProspectPartner', made.id, 'id state organisation { id } technicalContact { id }')
    expect(answer).toMatchObject({ state: 'ACTIVE', organisation: { id: textAt(made, 'organisation', 'id') }, technicalContact: { id: textAt(made, 'contact', 'id') } })
    await expect(desk.run('makeProspectPartner', made.id)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/déjà partenaire|already a partner/) as unknown })
  })

  it('with what was typed before', async () => {
    const made = await prospect({ diffusionPartner: partner })
    expect(await desk.run('makeProspectPartner', made.id, 'id siteName')).toEqual({ id: textAt(made, 'diffusionPartner', 'id'), siteName: partner.create.siteName })
  })
})

describe('MC-12 an existing prospect becomes a client', () => {
  it('once, on the same organisation and contact', async () => {
    const made = await prospect()
    const answer = await desk.run('makeProspectClient', made.id, 'id organisation { id } contact { id }')
    expect(answer).toMatchObject({ organisation: { id: textAt(made, 'organisation', 'id') }, contact: { id: textAt(made, 'contact', 'id') } })
    await expect(desk.run('makeProspectClient', made.id)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/déjà client|already a client/) as unknown })
  })

  it('once, however often it is asked at the same moment', async () => {
    const made = await prospect()
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => desk.run('makeProspectClient', made.id)))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await desk.count('client', 'organisation_id = $1', textAt(made, 'organisation', 'id'))).toBe(1)
  })
})

describe('MC-13 client information lives in one place', () => {
  it('an address changed through the prospect is changed for the client', async () => {
    const made = await prospect({ becomeClient: true })
    const address = textAt(made, 'organisation', 'addresses', 0, 'id')
    await desk.update('Prospect', made.id, { client: { update: { organisation: { update: { addresses: { update: [{ id: address, input: { city: 'Rezé' } }] } } } } } })
    expect(await desk.one('Client', textAt(made, 'client', 'id'), 'organisation { addresses { city } }')).toEqual({ organisation: { addresses: [{ city: 'Rezé' }] } })
  })
})

describe('MC-14 partner information is changed, and the partnership suspended', () => {
  it('inactive and active again', async () => {
    const made = await prospect({ becomePartner: true, diffusionPartner: partner })
    const id = textAt(made, 'diffusionPartner', 'id')
    expect(await desk.update('Prospect', made.id, { diffusionPartner: { update: { siteName: 'Autre site' } } }, 'diffusionPartner { siteName }')).toEqual({ diffusionPartner: { siteName: 'Autre site' } })
    expect(await desk.run('deactivateDiffusionPartner', id, 'state')).toEqual({ state: 'INACTIVE' })
    await expect(desk.run('deactivateDiffusionPartner', id)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await desk.run('activateDiffusionPartner', id, 'state')).toEqual({ state: 'ACTIVE' })
  })

  it('and its people see their feeds while it is active', async () => {
    const email = uniqueEmail()
    const feeds = { create: [{ name: 'Danse' }] }
    const made = await prospect({ users: { create: [login(email)] }, diffusionPartner: { create: { ...partner.create, feeds } } })
    await desk.run('makeProspectPartner', made.id)
    const token = await desk.server.signIn(email, PASSWORD)
    const seen = async () => at(await desk.ask('{ partnerFeeds { items { name } } }', {}, token), 'partnerFeeds', 'items')
    expect(await seen()).toEqual([{ name: 'Danse' }])
    await desk.run('deactivateDiffusionPartner', textAt(made, 'diffusionPartner', 'id'))
    expect(await seen()).toEqual([])
  })
})

describe('MC-15 logins are changed on the prospect', () => {
  it('added, and deactivated with what they have open', async () => {
    const made = await prospect()
    const email = uniqueEmail()
    const user = textAt(await desk.update('Prospect', made.id, { users: { create: [login(email)] } }, 'users { id }'), 'users', 0, 'id')
    const token = await desk.server.signIn(email, PASSWORD)
    await setActive(user, false)
    await expect(desk.server.signIn(email, PASSWORD)).rejects.toThrow(/incorrect/)
    await expect(desk.ask('{ me { id } }', {}, token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('MC-16 a prospect is deleted', () => {
  it('and the client it became stays', async () => {
    const made = await prospect({ becomeClient: true })
    expect(await desk.remove('Prospect', made.id)).toBe(true)
    await expect(desk.one('Prospect', made.id, 'id')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await listedClients(textAt(made, 'organisation', 'id'))).toEqual([{ id: textAt(made, 'client', 'id') }])
  })

  it('and what was only typed about a client goes with it', async () => {
    const made = await prospect({ client: { create: {} }, diffusionPartner: partner })
    await desk.remove('Prospect', made.id)
    expect(await desk.count('client', 'id = $1', textAt(made, 'client', 'id'))).toBe(0)
    expect(await desk.count('diffusion_partner', 'id = $1', textAt(made, 'diffusionPartner', 'id'))).toBe(0)
  })
})
