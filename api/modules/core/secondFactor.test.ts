import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, openDesk, PASSWORD, Refused, textAt, unique, uniqueEmail, type Desk } from '../casting/fixtures/desk.ts'

/** The second step of a sign-in: codes of a telephone, codes of paper, each good once. */
let desk: Desk
beforeAll(async () => { desk = await openDesk() })
afterAll(async () => { await desk.server.close() })

const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token user { id } } }'
const signIn = (email: string, password = PASSWORD) => desk.ask(SIGN_IN, { email, password }, null)
const challengeOf = async (email: string): Promise<string> => {
  const refusal = await signIn(email).catch((error: unknown) => error)
  if (!(refusal instanceof Refused)) throw new Error('signed in by the password alone')
  expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED', extensions: { reason: 'secondFactorNeeded' } })
  return textAt(refusal.extensions, 'challenge')
}
const complete = (challenge: unknown, code: unknown) => desk.ask('mutation ($challenge: String!, $code: String!) { completeSignIn(challenge: $challenge, code: $code) { token user { email secondFactor recoveryCodesLeft } } }', { challenge, code }, null)
const by = (name: string, code: string, token: string) => desk.ask(`mutation ($code: String!) { answer: ${name}(code: $code) }`, { code }, token)
const me = (token: string) => desk.ask('{ me { id } }', {}, token)
/** What the telephone shows some half-minutes from now. */
const shown = (secret: string, later = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
const wrongCode = { code: 'UNAUTHENTICATED', extensions: { reason: 'wrongCode' } }
/** As if the codes shown so far were long ago: no test waits for a half-minute to pass. */
const forget = (email: string) => desk.server.sql('update second_factor set last_step = 0 where user_id = (select id from "user" where email = $1)', [email])

interface Owner { readonly id: string; readonly email: string; readonly token: string; readonly secret: string; readonly codes: readonly string[] }
async function owner(): Promise<Owner> {
  const email = uniqueEmail()
  const { id } = await desk.create('User', { email, password: PASSWORD, person: { create: { firstName: 'Zoé', lastName: unique('Petit') } } })
  const token = textAt(await signIn(email), 'signIn', 'token')
  const secret = textAt(await desk.ask('mutation { beginSecondFactor { secret uri } }', {}, token), 'beginSecondFactor', 'secret')
  const codes = at(await by('confirmSecondFactor', shown(secret), token), 'answer') as readonly string[]
  await forget(email)
  return { id, email, token, secret, codes }
}

describe('a second factor', () => {
  it('counts once a code of it was shown; until then the password alone opens', async () => {
    const email = uniqueEmail()
    await desk.create('User', { email, password: PASSWORD, person: { create: { lastName: unique('Petit') } } })
    const [token, other] = [textAt(await signIn(email), 'signIn', 'token'), textAt(await signIn(email), 'signIn', 'token')]
    const begun = await desk.ask('mutation { beginSecondFactor { secret uri } }', {}, token)
    const secret = textAt(begun, 'beginSecondFactor', 'secret')
    expect(textAt(begun, 'beginSecondFactor', 'uri')).toBe(`otpauth://totp/Coulisses:${encodeURIComponent(email)}?issuer=Coulisses&secret=${secret}&algorithm=SHA1&digits=6&period=30`)
    await signIn(email)
    await expect(by('confirmSecondFactor', '000000', token)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'code', reason: 'wrongCode' }] })
    const codes = at(await by('confirmSecondFactor', shown(secret), token), 'answer')
    expect(codes).toHaveLength(10)
    await expect(signIn(email)).rejects.toMatchObject({ extensions: { reason: 'secondFactorNeeded' } })
    await me(token)
    await expect(me(other)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(desk.ask('mutation { beginSecondFactor { secret uri } }', {}, token)).rejects.toMatchObject({ code: 'CONFLICT', extensions: { reason: 'alreadyOn' } })
  })

  it('is asked after the right password only', async () => {
    const { email } = await owner()
    await expect(signIn(email, 'not the password')).rejects.toMatchObject({ extensions: { reason: 'wrongCredentials' } })
  })

  it('lies encrypted, and its recovery codes as digests', async () => {
    const { secret, codes } = await owner()
    const stored = JSON.stringify([await desk.server.sql('select * from second_factor'), await desk.server.sql('select * from recovery_code'), await desk.server.sql('select * from audit_entry')])
    for (const text of [secret, ...codes, codes[0]?.replaceAll('-', '')]) expect(stored).not.toContain(text)
    expect(stored).toContain('BEGIN AGE ENCRYPTED FILE')
  })

  it('opens the account with the code of the moment, or of the next, and with none from long before or after', async () => {
    const { email, secret } = await owner()
    // The half-minute may end meanwhile: then the code is one from before it. How late it may be has a test with a clock of its own.
    for (const later of [0, 1]) {
      const answer = await complete(await challengeOf(email), shown(secret, later))
      expect(at(answer, 'completeSignIn', 'user')).toEqual({ email, secondFactor: true, recoveryCodesLeft: 10 })
      await forget(email)
    }
    for (const later of [-5, 5]) await expect(complete(await challengeOf(email), shown(secret, later))).rejects.toMatchObject(wrongCode)
  })

  it('takes a code once, also from many at the same moment, and none from before it', async () => {
    const { email, secret } = await owner()
    const [challenge, code] = [await challengeOf(email), shown(secret)]
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => complete(challenge, code)))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(complete(await challengeOf(email), code)).rejects.toMatchObject(wrongCode)
    await expect(complete(await challengeOf(email), shown(secret, -1))).rejects.toMatchObject(wrongCode)
  })

  it('is guessed five times in a quarter of an hour at most', async () => {
    const { email, secret } = await owner()
    const challenge = await challengeOf(email)
    for (let n = 0; n < 5; n++) await expect(complete(challenge, `00000${n}`)).rejects.toMatchObject(wrongCode)
    await expect(complete(await challengeOf(email), shown(secret))).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  it('takes no code but a text', async () => {
    const { email } = await owner()
    const challenge = await challengeOf(email)
    for (const code of [{}, [], null, true, 0]) await expect(complete(challenge, code)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    for (const code of ['', '      ', 'x'.repeat(50_000)]) await expect(complete(challenge, code)).rejects.toMatchObject(wrongCode)
  })

  it('has a challenge that is for nothing else, and ends with the password', async () => {
    const { id, email, secret, token } = await owner()
    const challenge = await challengeOf(email)
    await expect(me(challenge)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', extensions: { reason: 'tokenRefused' } })
    for (const given of [token, 'x', '', `${challenge}x`, challenge.replace(/\.[^.]*$/, '.')]) await expect(complete(given, shown(secret))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await desk.update('User', id, { password: 'une toute autre phrase' })
    await expect(complete(challenge, shown(secret))).rejects.toMatchObject(wrongCode)
  })

  it('does not open an account that was made inactive meanwhile', async () => {
    const { id, email, secret } = await owner()
    const challenge = await challengeOf(email)
    await desk.ask('mutation ($id: ID!) { setUserActive(id: $id, active: false) { id } }', { id })
    await expect(complete(challenge, shown(secret))).rejects.toMatchObject(wrongCode)
  })

  it('is removed by whoever has it, and by an administrator for whoever has lost it', async () => {
    const { email, secret, token } = await owner()
    await expect(by('removeSecondFactor', '000000', token)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await by('removeSecondFactor', shown(secret), token)).toEqual({ answer: true })
    await signIn(email)
    const lost = await owner()
    await expect(desk.run('resetSecondFactor', lost.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await desk.run('resetSecondFactor', lost.id, 'id', desk.admin)
    await signIn(lost.email)
    await expect(me(lost.token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const [entry] = await desk.server.sql(`select user_id from audit_entry where entity_id = $1 and changes -> 'secondFactorSince' ->> 'to' is null and changes ? 'secondFactorSince' order by at desc limit 1`, [lost.id])
    expect(entry?.['user_id']).toBe((await desk.server.sql(`select id from "user" where email = 'admin@coulisses.test'`))[0]?.['id'])
  })

  it('is for people, and for whoever is signed in', async () => {
    for (const name of ['confirmSecondFactor', 'renewRecoveryCodes', 'removeSecondFactor']) {
      await expect(desk.ask(`mutation { ${name}(code: "123456") }`, {}, null)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    }
    const key = textAt(await desk.ask('mutation ($at: DateTime!) { issueApiKey(name: "x", scopes: [GRAPHQL_READ, GRAPHQL_WRITE], expiresAt: $at) { secret } }', { at: new Date(Date.now() + 86_400_000).toISOString() }), 'issueApiKey', 'secret')
    for (const document of ['mutation { beginSecondFactor { secret } }', 'mutation { removeSecondFactor(code: "123456") }', 'mutation { changePassword(currentPassword: "x", newPassword: "une toute autre phrase") }', 'mutation { signOutEverywhere(keepThis: false) }']) {
      await expect(desk.ask(document, {}, key)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('a recovery code', () => {
  it('opens the account once, however it is written', async () => {
    const { email, codes: [first = '', second = ''] } = await owner()
    const answer = await complete(await challengeOf(email), ` ${first.toLowerCase().replaceAll('-', ' ')}`)
    expect(at(answer, 'completeSignIn', 'user')).toMatchObject({ recoveryCodesLeft: 9 })
    await expect(complete(await challengeOf(email), first)).rejects.toMatchObject(wrongCode)
    const challenge = await challengeOf(email)
    const attempts = await Promise.allSettled(Array.from({ length: 4 }, () => complete(challenge, second)))
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('of somebody else opens nothing', async () => {
    const [one, other] = [await owner(), await owner()]
    await expect(complete(await challengeOf(one.email), other.codes[0])).rejects.toMatchObject(wrongCode)
    await complete(await challengeOf(other.email), other.codes[0])
  })

  it('ends when new ones are made', async () => {
    const { email, secret, token, codes } = await owner()
    const renewed = at(await by('renewRecoveryCodes', shown(secret), token), 'answer') as readonly string[]
    expect(renewed).toHaveLength(10)
    await expect(complete(await challengeOf(email), codes[0])).rejects.toMatchObject(wrongCode)
    await complete(await challengeOf(email), renewed[0])
  })
})
