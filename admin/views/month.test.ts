import { describe, expect, it } from 'vitest'
import { addMonths, daysOf, weeksOf } from './month.ts'

describe('a month', () => {
  it('is shown in whole weeks that begin on Monday', () => {
    const weeks = weeksOf('2026-11-29')
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([6, '2026-10-26', '2026-12-06'])
    expect(weeksOf('2027-02-10').flat()).toHaveLength(28)
  })

  it('follows another, over the end of a year', () => {
    expect([addMonths('2026-12-31', 1), addMonths('2026-01-15', -1)]).toEqual(['2027-01-01', '2025-12-01'])
  })
})

describe('the days of something', () => {
  it('are those on the clocks of its zone, from the first to the last', () => {
    expect(daysOf({ at: '2023-06-04T22:30:00.000Z', zone: 'Europe/Paris' }, { at: '2023-06-05T23:00:00.000Z', zone: 'Europe/Paris' })).toEqual(['2023-06-05', '2023-06-06'])
    expect(daysOf('2023-06-04', null)).toEqual(['2023-06-04'])
  })

  it('are the first only of what lasts for weeks, and none of what has no beginning', () => {
    expect(daysOf('2023-06-04T10:00:00.000Z', '2023-07-20T10:00:00.000Z')).toEqual(['2023-06-04'])
    expect(daysOf(null, '2023-07-20')).toEqual([])
  })
})
