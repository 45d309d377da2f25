import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, openDesk, PASSWORD, Refused, textAt, unique, uniqueEmail, type Desk, type Made } from '../casting/fixtures/desk.ts'

/** Invitations, forgotten and changed passwords, and where one is signed in. */
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })
// A mail that an earlier test caused is not this one's.
beforeEach(async () => { await desk.server.sql('truncate outbound_message') })

const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token user { id } } }'
const signIn = async (email: string, password: string): Promise<string> => textAt(await desk.ask(SIGN_IN, { email, password }, null), 'signIn', 'token')
const ask = (email: string) => desk.ask('mutation ($email: String!) { requestPasswordReset(email: $email) }', { email }, null)
const set = (token: unknown, password: unknown) => desk.ask('mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) }', { token, password }, null)
const change = (token: string, currentPassword: string, newPassword: string) =>
  desk.ask('mutation ($currentPassword: String!, $newPassword: String!) { changePassword(currentPassword: $currentPassword, newPassword: $newPassword) }', { currentPassword, newPassword }, token)
const me = (token: string) => desk.ask('{ me { id } }', {}, token)
const newUser = (email = uniqueEmail(), more: object = { password: PASSWORD }): Promise<Made> => desk.create('User', { email, person: { create: { firstName: 'Zoé', lastName: unique('Petit') } }, ...more }, 'id email state')
const mails = () => desk.server.sql('select recipient, subject, body from outbound_message order by created_at')
const linkIn = (mail: unknown): string => /^https:\/\/coulisses\.test\/admin\/#password=([\w-]{43})$/m.exec(textAt(mail, 'body'))?.[1] ?? ''
/** What the last mail to an address leads to. */
async function linkTo(email: string): Promise<string> {
  await desk.server.work()
  return linkIn((await mails()).filter(({ recipient }) => recipient === email).at(-1))
}
const wrongCredentials = { code: 'UNAUTHENTICATED', extensions: { reason: 'wrongCredentials' } }
const linkRefused = { code: 'CONFLICT', extensions: { reason: 'linkRefused' } }

describe('MU8.2.1-a an invitation', () => {
  it('is sent to a new account without a password, whose first password opens it', async () => {
    const user = await newUser(uniqueEmail(), {})
    expect(user['state']).toBe('INVITED')
    const link = await linkTo(textAt(user, 'email'))
    await expect(signIn(textAt(user, 'email'), PASSWORD)).rejects.toMatchObject(wrongCredentials)
    expect(await set(link, PASSWORD)).toEqual({ setPassword: true })
    expect(await me(await signIn(textAt(user, 'email'), PASSWORD))).toEqual({ me: { id: user.id } })
    const [entry] = await desk.server.sql(`select user_id, changes from audit_entry where entity_id = $1 and changes ? 'state' order by at desc limit 1`, [user.id])
    expect(entry).toMatchObject({ user_id: user.id, changes: { state: { from: 'INVITED', to: 'ACTIVE' }, passwordHash: { to: '•' } } })
  })

  it('can be sent again: the link before it ends', async () => {
    const user = await newUser(uniqueEmail(), {})
    const first = await linkTo(textAt(user, 'email'))
    await desk.run('sendInvitation', user.id)
    const second = await linkTo(textAt(user, 'email'))
    await expect(set(first, PASSWORD)).rejects.toMatchObject(linkRefused)
    await set(second, PASSWORD)
    await expect(desk.run('sendInvitation', user.id)).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('speaks the language of the account, is sent once, and its link is nowhere in the database', async () => {
    const user = await newUser(uniqueEmail(), { locale: 'en' })
    const link = await linkTo(textAt(user, 'email'))
    expect(await mails()).toMatchObject([{ subject: 'Your access to Coulisses' }])
    expect(link).not.toBe('')
    expect(JSON.stringify(await desk.server.sql('select * from password_link'))).not.toContain(link)
    expect(JSON.stringify(await desk.server.sql('select * from audit_entry where entity_id = $1', [user.id]))).not.toContain(link)
  })

  it('is worth nothing once the account was made inactive', async () => {
    const user = await newUser(uniqueEmail(), {})
    const link = await linkTo(textAt(user, 'email'))
    await desk.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', { id: user.id })
    await expect(set(link, PASSWORD)).rejects.toMatchObject(linkRefused)
  })
})

describe('a forgotten password', () => {
  it('is replaced by the link of a mail, once, and ends every session', async () => {
    const user = await newUser()
    const email = textAt(user, 'email')
    const before = await signIn(email, PASSWORD)
    expect(await ask(email.toUpperCase())).toEqual({ requestPasswordReset: true })
    const link = await linkTo(email)
    expect(await me(before)).toEqual({ me: { id: user.id } })
    expect(await set(link, 'une toute autre phrase')).toEqual({ setPassword: true })
    await expect(me(before)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(signIn(email, PASSWORD)).rejects.toMatchObject(wrongCredentials)
    await signIn(email, 'une toute autre phrase')
    await expect(set(link, PASSWORD)).rejects.toMatchObject(linkRefused)
  })

  it('is asked for with one answer, and as many statements, whoever has the address', async () => {
    await newUser('known@example.test')
    const inactive = await newUser('inactive@example.test')
    await desk.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', { id: inactive.id })
    await desk.server.work()
    await desk.server.sql('truncate outbound_message')
    const told: unknown[] = []
    for (const email of ['known@example.test', 'nobody@example.test', 'inactive@example.test', `' or 1=1 --`, '', 'x'.repeat(5_000)]) {
      const before = desk.server.statements()
      told.push([await ask(email), desk.server.statements() - before])
    }
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    await desk.server.work()
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['known@example.test'])
  })

  it('may be asked for three times an hour, whoever has the address', async () => {
    for (const email of [textAt(await newUser(), 'email'), uniqueEmail()]) {
      for (let n = 0; n < 3; n++) await ask(email)
      await expect(ask(email)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    }
  })

  it('has a link that ends after half an hour', async () => {
    const email = textAt(await newUser(), 'email')
    await ask(email)
    const link = await linkTo(email)
    const [{ minutes } = {}] = await desk.server.sql('select round(extract(epoch from max(expires_at) - now()) / 60)::int as minutes from password_link l join "user" u on u.id = l.user_id where u.email = $1', [email])
    expect(minutes).toBe(30)
    await desk.server.sql(`update password_link set expires_at = now() - interval '1 second'`)
    await expect(set(link, PASSWORD)).rejects.toMatchObject(linkRefused)
  })

  it('is set once by twenty who have the same link', async () => {
    const email = textAt(await newUser(), 'email')
    await ask(email)
    const link = await linkTo(email)
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => set(link, `une phrase de passe ${n}`)))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const won = attempts.findIndex(({ status }) => status === 'fulfilled')
    await signIn(email, `une phrase de passe ${won}`)
  })

  it('is that of the account to which the link was sent, whoever uses it, and of no other', async () => {
    const [ada, bob] = [await newUser(), await newUser()]
    const [adas, bobs] = [textAt(ada, 'email'), textAt(bob, 'email')]
    await ask(adas)
    const link = await linkTo(adas)
    const signedIn = await signIn(bobs, PASSWORD)
    // There is no way to say whose password: the link alone does.
    await expect(desk.ask('mutation ($token: String!, $password: String!, $user: ID) { setPassword(token: $token, password: $password, user: $user) }', { token: link, password: 'une toute autre phrase', user: bob.id }, null)).rejects.toBeInstanceOf(Refused)
    await desk.ask('mutation ($token: String!, $password: String!) { setPassword(token: $token, password: $password) }', { token: link, password: 'une toute autre phrase' }, signedIn)
    await expect(signIn(bobs, 'une toute autre phrase')).rejects.toMatchObject(wrongCredentials)
    expect(await me(signedIn)).toEqual({ me: { id: bob.id } })
    expect(await me(await signIn(adas, 'une toute autre phrase'))).toEqual({ me: { id: ada.id } })
    await expect(set(link, PASSWORD)).rejects.toMatchObject(linkRefused)
  })

  it('takes nothing but a text as a link', async () => {
    for (const token of [{}, [], null, true, 1, { $ne: null }]) await expect(set(token, PASSWORD)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('takes no text as a link but its own', async () => {
    for (const token of ['', 'x', 'x'.repeat(43), `${'x'.repeat(42)}'`, '%'.repeat(43), 'x'.repeat(100_000)]) await expect(set(token, PASSWORD)).rejects.toMatchObject(linkRefused)
  })

  it('is not replaced by what is no password: the link stays good', async () => {
    const email = textAt(await newUser(), 'email')
    await ask(email)
    const link = await linkTo(email)
    for (const [password, reason] of [['court', 'tooShort'], ['x'.repeat(129), 'tooLong'], ['nul in it \0 there', 'notText']]) {
      await expect(set(link, password)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'password', reason }] })
    }
    await set(link, PASSWORD)
  })

  it('is asked and set alone in its document, however it is named', async () => {
    const many = (one: string) => `mutation { ${Array.from({ length: 101 }, (_, n) => `a${n}: ${one}`).join(' ')} }`
    for (const one of ['signIn(email: "a@b.fr", password: "x") { token }', 'requestPasswordReset(email: "a@b.fr")', 'setPassword(token: "x", password: "y")']) {
      await expect(desk.ask(many(one), {}, null)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      await expect(desk.ask(`mutation { a: ${one} b: ${one} }`, {}, null)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', extensions: { reason: 'notAlone' } })
    }
  })
})

describe('one’s own password', () => {
  it('is changed by whoever knows it, and the other sessions end', async () => {
    const user = await newUser()
    const email = textAt(user, 'email')
    const [here, there] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)]
    await expect(change(here, 'not this one, sorry', 'une toute autre phrase')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'currentPassword', reason: 'wrongPassword' }] })
    await expect(change(here, PASSWORD, 'court')).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'newPassword', reason: 'tooShort' }] })
    expect(await me(there)).toEqual({ me: { id: user.id } })
    expect(await change(here, PASSWORD, 'une toute autre phrase')).toEqual({ changePassword: true })
    expect(await me(here)).toEqual({ me: { id: user.id } })
    await expect(me(there)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await signIn(email, 'une toute autre phrase')
  })

  it('is guessed five times a minute at most', async () => {
    const token = await signIn(textAt(await newUser(), 'email'), PASSWORD)
    for (let n = 0; n < 5; n++) await expect(change(token, `wrong password ${n}`, 'une toute autre phrase')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(change(token, PASSWORD, 'une toute autre phrase')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  it('is not changed by a form that does not ask for the current one, nor by a visitor', async () => {
    const [{ id } = {}] = await desk.server.sql(`select id from "user" where email = 'employee@coulisses.test'`)
    await expect(desk.update('User', String(id), { password: PASSWORD })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'password', reason: 'ownPassword' }] })
    const [partner] = await desk.server.sql(`select id from "user" where email = 'partner@coulisses.test'`)
    await expect(desk.update('User', textAt(partner, 'id'), { password: PASSWORD }, 'id', desk.partner)).rejects.toBeInstanceOf(Refused)
    await expect(desk.ask('mutation { changePassword(currentPassword: "x", newPassword: "y") }', {}, null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})

describe('one’s sessions', () => {
  const list = async (token: string): Promise<readonly Made[]> => at(await desk.ask('{ mySessions { id device address since lastUsedAt current } }', {}, token), 'mySessions') as readonly Made[]
  const end = (session: string, token: string) => desk.ask('mutation ($session: ID!) { endSession(session: $session) }', { session }, token)

  it('are listed with device, address and last use, and the one that asks is marked', async () => {
    const email = textAt(await newUser(), 'email')
    const [here] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)]
    const sessions = await list(here)
    expect(sessions).toHaveLength(2)
    expect(sessions.filter((one) => one['current'])).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ device: 'node', address: '127.0.0.1', lastUsedAt: expect.stringMatching(/^20/) as string })
  })

  it('end one by one, or all at once', async () => {
    const email = textAt(await newUser(), 'email')
    const [here, there] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)]
    const other = (await list(here)).find((one) => !one['current'])
    expect(await end(other?.id ?? '', here)).toEqual({ endSession: true })
    await expect(me(there)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const third = await signIn(email, PASSWORD)
    await desk.ask('mutation { signOutEverywhere(keepThis: true) }', {}, here)
    expect(await list(here)).toHaveLength(1)
    await expect(me(third)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await desk.ask('mutation { signOutEverywhere(keepThis: false) }', {}, here)).toEqual({ signOutEverywhere: true })
    for (const token of [here, third]) await expect(me(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('of somebody else are not there', async () => {
    const email = textAt(await newUser(), 'email')
    const theirs = (await list(await signIn(email, PASSWORD)))[0]
    await expect(end(theirs?.id ?? '', desk.admin)).rejects.toMatchObject({ code: 'NOT_FOUND', fields: [{ path: 'session' }] })
    await expect(end('x', desk.admin)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'session' }] })
  })
})
