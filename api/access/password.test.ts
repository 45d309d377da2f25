import { verify } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { hashPassword, passwordIssue, verifyPassword } from './password.ts'

describe('a password', () => {
  test('is kept as argon2id with 19 MiB, two passes, one lane', async () => {
    const hash = await hashPassword('un mot de passe assez long')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verify(hash, 'un mot de passe assez long')).toBe(true)
  })

  test('is recognised, and no other one is', async () => {
    const hash = await hashPassword('théâtre de la ville')
    expect(await verifyPassword(hash, 'théâtre de la ville')).toBe(true)
    expect(await verifyPassword(hash, 'theatre de la ville')).toBe(false)
    expect(await verifyPassword(hash, '')).toBe(false)
    expect(await verifyPassword(undefined, 'théâtre de la ville')).toBe(false)
  })

  test('opens the account from every keyboard: é as one character or as two', async () => {
    expect(await verifyPassword(await hashPassword('théâtre de la ville'.normalize('NFD')), 'théâtre de la ville'.normalize('NFC'))).toBe(true)
  })

  test('does not keep others waiting while it is hashed', async () => {
    let turns = 0
    const timer = setInterval(() => { turns++ }, 1)
    await Promise.all(Array.from({ length: 8 }, () => hashPassword('un mot de passe assez long')))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

test.each([
  ['elevenchars', 'tooShort'], ['🎭'.repeat(11), 'tooShort'], ['x'.repeat(129), 'tooLong'], ['nul in it \0 there', 'notText'],
  ['half \ud83c of a mask', 'notText'], [undefined, 'notText'], [{ $ne: null }, 'notText'], [['un mot de passe'], 'notText'],
])('a new password %j is refused', (given, reason) => {
  expect(passwordIssue(given)).toMatchObject({ path: 'password', reason })
})

test.each(['twelve chars', 'x'.repeat(128), '🎭'.repeat(12)])('a new password %j is taken', (given) => {
  expect(passwordIssue(given)).toBeUndefined()
})

test('a crowd at the sign-in is let in by two, up to a hundred wait, and whoever comes later is told to try again', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 130 }, () => verifyPassword(undefined, 'whatever it is')))
  const refused = asked.filter((one) => one.status === 'rejected')
  expect(asked.length - refused.length).toBe(102)
  for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toMatchObject({ code: 'UNAVAILABLE', issues: [{ reason: 'crowded' }] })
  // And nothing of it is left.
  expect(await verifyPassword(undefined, 'whatever it is')).toBe(false)
})
