import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk, PASSWORD, unique, uniqueEmail, type Desk } from '../casting/fixtures/desk.ts'

/** Decisions C-06 to C-08: who manages whom, and that somebody always can. */
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const newUser = async (more: object = {}, token = desk.employee): Promise<string> =>
  (await desk.create('User', { email: uniqueEmail(), password: PASSWORD, person: { create: { firstName: 'Zoé', lastName: unique('Petit') } }, ...more }, 'id', token)).id
const mark = (id: string, administrator: boolean, token = desk.admin) => desk.ask('mutation ($id: ID!, $administrator: Boolean!) { setUserAdministrator(id: $id, administrator: $administrator) { id } }', { id, administrator }, token)
const activate = (id: string, active: boolean, token = desk.employee) => desk.ask('mutation ($id: ID!, $active: Boolean!) { setUserActive(id: $id, active: $active) { id } }', { id, active }, token)
const administrators = () => desk.count('"user"', `is_administrator and state = 'ACTIVE'`)
/** Behind the scenes, and so without the writer's own second try: work in the background may hold the same rows. */
async function leaveOnly(id: string, tries = 5): Promise<void> {
  const statement = `update "user" set is_administrator = (id = $1), state = case when id = $1 then 'ACTIVE' else state end where is_administrator or id = $1`
  await desk.server.sql(statement, [id]).catch((error: unknown) => {
    if (tries === 0 || !/deadlock|timeout/.test(String(error))) throw error
    return leaveOnly(id, tries - 1)
  })
}
/** A role that no employee holds, made behind the scenes. */
async function higherRole(): Promise<string> {
  const [row] = await desk.server.sql(`insert into role (key, name) values ('r' || floor(random() * 1e9), 'R' || floor(random() * 1e9)) returning id`)
  return String(row?.['id'])
}

describe('an account that holds a role which the employee has not', () => {
  it('is not changed, given a password or made inactive by him; an administrator may', async () => {
    const id = await newUser()
    await desk.server.sql('insert into user_roles (user_id, role_id) values ($1, $2)', [id, await higherRole()])
    for (const attempt of [
      () => desk.update('User', id, { password: 'une toute autre phrase' }), () => desk.update('User', id, { locale: 'en' }), () => activate(id, false),
    ]) await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await desk.update('User', id, { locale: 'en' }, 'id', desk.admin)
    await activate(id, false, desk.admin)
  })

  it('is that of its department as well', async () => {
    const [department] = await desk.server.sql(`insert into department (key, name, default_role_id) values ('d' || floor(random() * 1e9), 'D' || floor(random() * 1e9), $1) returning id`, [await higherRole()])
    const id = await newUser()
    await desk.server.sql('update "user" set department_id = $2 where id = $1', [id, department?.['id']])
    await expect(desk.update('User', id, { password: 'une toute autre phrase' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('while those beside and below him are his to manage', async () => {
    const [employee] = await desk.server.sql(`select id from role where key = 'employee'`)
    const id = await newUser({ roles: { connect: [String(employee?.['id'])] } })
    await desk.update('User', id, { password: 'une toute autre phrase' })
    await activate(id, false)
    await activate(id, true)
  })
})

describe('the last administrator', () => {
  it('stays, whoever of thirty-two takes marks and accounts away at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => newUser()))
    for (const id of ids) await mark(id, true)
    const [self] = await desk.server.sql(`select id from "user" where email = 'admin@coulisses.test'`)
    const all = [...ids, String(self?.['id'])]
    const attempts = await Promise.allSettled(Array.from({ length: 32 }, (_, n) => {
      const id = all[n % all.length] ?? ''
      return n % 2 === 0 ? mark(id, false) : activate(id, false, desk.admin)
    }))
    expect(attempts.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
    expect(await administrators()).toBeGreaterThanOrEqual(1)
    // Whoever is left cannot be taken by the last ones either.
    await leaveOnly(String(self?.['id']))
    const token = await desk.server.signIn('admin@coulisses.test')
    for (const attempt of [() => mark(String(self?.['id']), false, token), () => activate(String(self?.['id']), false, token)]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'CONFLICT' })
    }
  })
})
