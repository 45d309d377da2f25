import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffer, at, faultAt, openDesk, PASSWORD, unique, uniqueEmail, textAt, type Desk } from './fixtures/desk.ts'

let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token user { id email fullName } } }'
const signIn = (email: string, password: string) => desk.ask(SIGN_IN, { email, password }, null)
const newUser = (email: string, more: object = {}) => ({ email, password: PASSWORD, person: { create: { firstName: 'Ada', lastName: unique('Martin') } }, ...more })
const setActive = (id: string, active: boolean, token?: string) =>
  desk.ask('mutation ($id: ID!, $active: Boolean!) { setUserActive(id: $id, active: $active) { id state } }', { id, active }, token)
const setAdministrator = (id: string, administrator: boolean, token?: string) =>
  desk.ask('mutation ($id: ID!, $administrator: Boolean!) { setUserAdministrator(id: $id, administrator: $administrator) { id isAdministrator } }', { id, administrator }, token)
const roleId = async (key: string) => textAt(await desk.ask('query ($key: String) { roles(filter: { key: { eq: $key } }) { items { id } } }', { key }, desk.admin), 'roles', 'items', 0, 'id')
const me = async (token: string) => textAt(await desk.ask('{ me { id } }', {}, token), 'me', 'id')

describe('MC-01 the casting desk belongs to employees', () => {
  it('answers prospects to an employee only', async () => {
    const document = '{ prospects { total items { id } } }'
    await expect(desk.ask(document, {}, null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(desk.ask(document, {}, desk.partner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(at(await desk.ask(document), 'prospects', 'items')).toBeInstanceOf(Array)
  })
})

describe('MC-02 an employee signs in and out', () => {
  it('gives a token and a profile', async () => {
    const email = uniqueEmail()
    await desk.create('User', newUser(email))
    const answer = at(await signIn(email, PASSWORD), 'signIn')
    expect(at(answer, 'user')).toMatchObject({ email })
    expect(textAt(answer, 'token').split('.')).toHaveLength(3)
  })

  it('answers alike to a wrong password, an unknown address and an inactive account', async () => {
    const email = uniqueEmail()
    const user = await desk.create('User', newUser(email))
    await setActive(user.id, false)
    const refusals = await Promise.all([signIn('employee@coulisses.test', 'not the password'), signIn(uniqueEmail(), PASSWORD), signIn(email, PASSWORD)].map((attempt) => attempt.catch((error: unknown) => error)))
    expect(new Set(refusals.map(String)).size).toBe(1)
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('ends the session at sign-out', async () => {
    const email = uniqueEmail()
    await desk.create('User', newUser(email))
    const token = await desk.server.signIn(email, PASSWORD)
    await desk.ask('mutation { signOut }', {}, token)
    await expect(desk.ask('{ me { id } }', {}, token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('MC-17 accounts are shown without what proves who somebody is', () => {
  it('shows name, address, roles, state and the mark of an administrator', async () => {
    const users = await desk.list('users', { email: { eq: 'employee@coulisses.test' } }, 'fullName email roles { name } state isAdministrator')
    expect(users).toMatchObject({ total: 1, items: [{ state: 'ACTIVE', isAdministrator: false, email: 'employee@coulisses.test' }] })
  })

  it('knows no password hash', async () => {
    await expect(desk.ask('{ users { items { passwordHash } } }', {}, desk.admin)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('MC-18 a user is added', () => {
  it('who signs in with the first password', async () => {
    const email = uniqueEmail()
    const user = await desk.create('User', newUser(email), 'id fullName state')
    expect(user).toMatchObject({ state: 'ACTIVE', fullName: expect.stringContaining('Ada Martin') as unknown })
    expect(at(await signIn(email.toUpperCase(), PASSWORD), 'signIn', 'user', 'id')).toBe(user.id)
  })

  it('not twice under one address', async () => {
    const email = uniqueEmail()
    await desk.create('User', newUser(email))
    await expect(desk.create('User', newUser(email.toUpperCase()))).rejects.toMatchObject({ code: 'CONFLICT', fields: [{ path: 'email' }] })
  })

  it('not with a password that is too short', async () => {
    await expect(desk.create('User', newUser(uniqueEmail(), { password: 'short' }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: faultAt('password') })
  })

  it('not with a role that the caller does not hold', async () => {
    const administrator = await roleId('administrator')
    await expect(desk.create('User', newUser(uniqueEmail(), { roles: { connect: [administrator] } }))).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|BAD_USER_INPUT/) as unknown })
  })
})

describe('MC-19 a user is changed', () => {
  it('in name, address and password', async () => {
    const email = uniqueEmail()
    const user = await desk.create('User', newUser(email), 'id person { id }')
    const changed = await desk.update('User', user.id, { password: 'an entirely other phrase', person: { update: { lastName: 'Curie' } } }, 'id')
    expect(await desk.one('User', changed.id, 'fullName')).toMatchObject({ fullName: 'Ada Curie' })
    await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await signIn(email, 'an entirely other phrase')
  })

  it('not to an address that is taken', async () => {
    const user = await desk.create('User', newUser(uniqueEmail()))
    await expect(desk.update('User', user.id, { email: 'employee@coulisses.test' })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('not above the caller', async () => {
    const admin = await me(desk.admin)
    await expect(desk.update('User', admin, { locale: 'en' })).rejects.toMatchObject({ code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/) as unknown })
  })
})

describe('MC-20 a user is made inactive and active again', () => {
  it('is refused with what he has open, and keeps what he wrote', async () => {
    const email = uniqueEmail()
    const user = await desk.create('User', newUser(email, { roles: { connect: [await roleId('employee')] } }), 'id', desk.admin)
    const token = await desk.server.signIn(email, PASSWORD)
    const offer = await desk.create('CastingOffer', await offerInput(), 'id', token)
    await setActive(user.id, false)
    await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(desk.ask('{ me { id } }', {}, token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await desk.one('CastingOffer', offer.id, 'author { id }')).toMatchObject({ author: { id: user.id } })
    await setActive(user.id, true)
    await signIn(email, PASSWORD)
  })

  it('never the last active administrator', () => alone(async () => {
    await expect(setActive(await me(desk.admin), false, desk.admin)).rejects.toMatchObject({ code: 'CONFLICT' })
  }))
})

describe('MC-21 administrators are made by administrators', () => {
  it('not by an employee', async () => {
    const user = await desk.create('User', newUser(uniqueEmail()))
    await expect(setAdministrator(user.id, true)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await desk.count('"user"', 'id = $1 and is_administrator', user.id)).toBe(0)
  })

  it('and see what administrators see, until it is taken back', async () => {
    const email = uniqueEmail()
    const user = await desk.create('User', newUser(email))
    await setAdministrator(user.id, true, desk.admin)
    const token = await desk.server.signIn(email, PASSWORD)
    const document = '{ auditEntries { items { id } } }'
    expect(at(await desk.ask(document, {}, token), 'auditEntries', 'items')).toBeInstanceOf(Array)
    await setAdministrator(user.id, false, desk.admin)
    await expect(desk.ask(document, {}, token)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('but the last one stays, even when two take each other’s mark away', () => alone(async () => {
    const admin = await me(desk.admin)
    await expect(setAdministrator(admin, false, desk.admin)).rejects.toMatchObject({ code: 'CONFLICT' })
    const email = uniqueEmail()
    const second = await desk.create('User', newUser(email))
    await setAdministrator(second.id, true, desk.admin)
    const token = await desk.server.signIn(email, PASSWORD)
    const both = await Promise.allSettled([setAdministrator(second.id, false, desk.admin), setAdministrator(admin, false, token)])
    expect(await desk.count('"user"', "is_administrator and state = 'ACTIVE'")).toBeGreaterThan(0)
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await desk.server.sql('update "user" set is_administrator = (id = $1) where id in ($1, $2)', [admin, second.id])
  }))
})

describe('MC-22 a user is deleted', () => {
  it('and what he wrote keeps an author', async () => {
    const email = uniqueEmail()
    const user = await desk.create('User', newUser(email, { roles: { connect: [await roleId('employee')] } }), 'id', desk.admin)
    const offer = await desk.create('CastingOffer', await offerInput(), 'id', await desk.server.signIn(email, PASSWORD))
    await removeWithSecond(user.id)
    expect(await desk.list('users', { q: 'Ada Martin' }, 'id')).toMatchObject({ items: expect.not.arrayContaining([{ id: user.id }]) as unknown })
    await expect(signIn(email, PASSWORD)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await desk.one('CastingOffer', offer.id, 'author { fullName }')).toMatchObject({ author: { fullName: 'Ancien utilisateur' } })
    expect(await desk.count('"user"', 'id = $1 and email is null and password_hash is null and person_id is null', user.id)).toBe(1)
  })

  it('but nobody deletes himself', async () => {
    await expect(desk.remove('User', await me(desk.admin), desk.admin)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('MC-56 rights are decided on the server', () => {
  it('a mutation of the back office with a lower role changes no row', async () => {
    const offer = await anOffer(desk)
    await expect(desk.update('CastingOffer', offer.id, { title: 'Changed' }, 'id', desk.partner)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await desk.count('casting_offer', 'id = $1 and version = 1', offer.id)).toBe(1)
  })
})

describe('MC-58 the API names the employee to each operation', () => {
  it('says who is asking', async () => {
    expect(at(await desk.ask('{ me { email } }'), 'me')).toMatchObject({ email: 'employee@coulisses.test' })
  })

  it('refuses a token whose signature was changed', async () => {
    const [head, body] = desk.employee.split('.')
    const { length } = desk.employee.split('.')[2] ?? ''
    await expect(desk.ask('{ me { id } }', {}, `${head}.${body}.${'A'.repeat(length)}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

/** While the second administrator of the demonstration is not there. */
async function alone(run: () => Promise<void>): Promise<void> {
  const set = (state: string) => desk.server.sql(`update "user" set state = $1 where email = 'director@coulisses.test'`, [state])
  await set('INACTIVE')
  await run().finally(() => set('ACTIVE'))
}

/** To erase somebody takes two people. */
async function removeWithSecond(id: string): Promise<void> {
  const refused: unknown = await desk.remove('User', id).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'APPROVAL_REQUIRED' })
  const [request] = await desk.server.sql(`select id from approval_request where subject_id = $1`, [id])
  await desk.run('approveRequest', String(request?.['id']), 'state', await desk.server.signIn('director@coulisses.test'))
}

async function offerInput() {
  const offer = await anOffer(desk)
  return { title: unique('Offre'), client: { connect: at(offer, 'client', 'id') }, profession: { connect: at(offer, 'profession', 'id') }, contractType: { connect: at(offer, 'contractType', 'id') } }
}
