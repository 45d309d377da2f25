import { describe, expect, it } from 'vitest'
import { fromMinor, toMinor } from '../money.tsx'
import { decimalsOf, readDuration, readNumber, writtenDuration } from './format.ts'
import { moved } from './ordered.tsx'
import { toInstant, toLocal } from './zone.ts'
import { writtenSize } from './upload.tsx'

describe('numbers as people write them', () => {
  it.each([['12,5', '12.5'], ['1 234,56', '1234.56'], ['1,234.56', '1234.56'], ['1.234,56', '1234.56'], ['-3', '-3'], ['12,', '12'], ['1\u202f000', '1000']])('%s is %s', (text, number) => { expect(readNumber(text)).toBe(number) })
  it.each(['', 'abc', '1,2,3,', '--1', '1e5'])('%j is none', (text) => { expect(readNumber(text)).toBeUndefined() })
})

describe('money', () => {
  it('is kept in minor units, to the last cent', () => {
    expect(toMinor('12,50', 'EUR')).toBe(1250)
    expect(toMinor('0.29', 'EUR')).toBe(29)
    expect(toMinor('1 234', 'JPY')).toBe(1234)
    expect(toMinor('1.234', 'TND')).toBe(1234)
    expect(fromMinor(1250, 'EUR')).toBe('12.50')
    expect(fromMinor(1250, 'JPY')).toBe('1250')
  })
  it('has no more decimals than its currency', () => {
    expect(toMinor('1,005', 'EUR')).toBeUndefined()
    expect(toMinor('1,5', 'JPY')).toBeUndefined()
    expect(decimalsOf('KWD')).toBe(3)
    expect(decimalsOf('nonsense')).toBe(2)
  })
})

describe('durations', () => {
  it.each([['1 h 35', 95], ['1h35', 95], ['1:35', 95], ['95', 95], ['95 min', 95], ['2 h', 120], ['', null], ['soon', 'soon']])('%j is %j', (text, minutes) => { expect(readDuration(text)).toBe(minutes) })
  it('are written for people', () => { expect([95, 120, 45].map(writtenDuration)).toEqual(['1 h 35', '2 h', '45 min']) })
})

describe('times of a clock in a zone', () => {
  it.each([
    ['2026-11-20T15:00', 'Europe/Paris', '2026-11-20T14:00:00.000Z'],
    ['2026-07-14T15:00', 'Europe/Paris', '2026-07-14T13:00:00.000Z'],
    ['2026-11-20T09:00', 'America/Montreal', '2026-11-20T14:00:00.000Z'],
    ['2026-11-20T19:30', 'Asia/Kolkata', '2026-11-20T14:00:00.000Z'],
    // The last hour before the clocks change, and the first one after.
    ['2026-03-29T01:30', 'Europe/Paris', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(toInstant(local, zone)).toBe(instant)
    expect(toLocal(instant, zone)).toBe(local)
  })
  it('takes what is no time for none', () => {
    expect(toInstant('2026-13', 'Europe/Paris')).toBeNull()
    expect(toLocal(undefined, 'Europe/Paris')).toBe('')
  })
})

describe('small things', () => {
  it('moves one of a list, and never beyond its ends (pitfall 20)', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
  })
  it('writes sizes', () => { expect([0, 999, 1536, 5_000_000].map(writtenSize)).toEqual(['0 B', '999 B', '1.5 kB', '5 MB']) })
})
