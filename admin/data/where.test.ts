import { describe, expect, it } from 'vitest'
import { fulfils } from './where.ts'

describe('a condition of adminMeta', () => {
  const row = { state: 'OPEN', count: 3, name: 'Éclair', flag: true, empty: null, fee: { amount: 100, currency: 'EUR' }, client: { id: 'c', _label: 'C' }, nobody: null, tags: ['A', 'B'] }

  it.each([
    [{ state: { eq: 'OPEN' } }, true], [{ state: { ne: 'OPEN' } }, false], [{ state: { in: ['DRAFT', 'OPEN'] } }, true], [{ state: { notIn: ['OPEN'] } }, false],
    [{ count: { gt: 2, lt: 4 } }, true], [{ count: { gte: 4 } }, false], [{ fee: { lte: 100 } }, true], [{ name: { contains: 'eclair' } }, true], [{ name: { startsWith: 'air' } }, false],
    [{ flag: { eq: true } }, true], [{ empty: { isEmpty: true } }, true], [{ client: { isEmpty: true } }, false], [{ client: { id: { eq: 'c' } } }, true], [{ nobody: { id: { eq: 'c' } } }, false],
    [{ tags: { has: 'A' } }, true], [{ tags: { hasNone: ['C'] } }, true],
    [{ and: [{ state: { eq: 'OPEN' } }, { count: { eq: 3 } }] }, true], [{ or: [{ state: { eq: 'X' } }, { count: { eq: 3 } }] }, true], [{ not: { state: { eq: 'OPEN' } } }, false], [{}, true],
  ])('%j is %s', (condition, expected) => { expect(fulfils(row, condition)).toBe(expected) })

  it('is undecided where a value is not known here, and leaves it to the server', () => {
    expect(fulfils(row, { unknown: { eq: 1 } })).toBeUndefined()
    expect(fulfils(row, { publishFrom: { lte: { moment: 'now' } } })).toBeUndefined()
    expect(fulfils({ ...row, publishFrom: '2026-01-01' }, { publishFrom: { lte: { moment: 'now' } } })).toBeUndefined()
    expect(fulfils(row, { state: { eq: 'OPEN' }, unknown: { eq: 1 } })).toBeUndefined()
    expect(fulfils(row, { state: { eq: 'X' }, unknown: { eq: 1 } })).toBe(false)
    expect(fulfils(row, { or: [{ state: { eq: 'OPEN' } }, { unknown: { eq: 1 } }] })).toBe(true)
  })
})
