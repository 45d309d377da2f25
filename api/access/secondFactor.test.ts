import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { browser } from './fixtures.ts'
import type { AccessQuery } from './query.ts'
import { createSecondFactors } from './secondFactor.ts'
import { createThrottle } from './throttle.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const at = new Date('2027-03-28T00:59:59Z')
const userId = '01900000-0000-7000-8000-000000000001'

/** Stands for the row of the account: takes a step above the last one. */
function rowOf(): AccessQuery {
  let lastStep = 0
  return (text, [, step]) => {
    if (text.startsWith('select')) return Promise.resolve([{ secret }])
    if (Number(step) <= lastStep) return Promise.resolve([])
    lastStep = Number(step)
    return Promise.resolve([{ id: 'x' }])
  }
}

const plain = { encrypt: (text: string) => Promise.resolve(text), decrypt: (text: string) => Promise.resolve(text) }
const accepts = (code: string, query = rowOf()): Promise<boolean> => createSecondFactors({ query, throttle: createThrottle(), cipher: plain, now: () => at }).accepts(browser(), userId, code)
const shown = (halfMinutes: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() + halfMinutes * 30_000 })

test.each([[-2, false], [-1, true], [0, true], [1, true], [2, false]])('a code of %i half-minutes from now is good: %s', async (halfMinutes, good) => {
  expect(await accepts(shown(halfMinutes))).toBe(good)
})

test('a code is good once, and so is none from before it', async () => {
  const query = rowOf()
  expect(await accepts(shown(0), query)).toBe(true)
  expect(await accepts(shown(0), query)).toBe(false)
  expect(await accepts(shown(-1), query)).toBe(false)
  expect(await accepts(shown(1), query)).toBe(true)
})
