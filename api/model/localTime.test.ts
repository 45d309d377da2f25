import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zonedInstant } from './fields/instant.ts'
import { instantIn, parseLocalTime } from './localTime.ts'

const parsed = (value: unknown): unknown => {
  const given = zonedInstant.parse(value, { name: 'startAt', options: {} })
  return given.ok ? zonedInstant.compose?.(given.values) : given.issue.reason
}

describe('an instant as people write it', () => {
  it.each([
    ['4 Jun 2023 @ 1PM', '2023-06-04T11:00:00.000Z'],
    ['5 Jun 2023 @ 2AM', '2023-06-05T00:00:00.000Z'],
    ['5 May 2023 @ 3PM', '2023-05-05T13:00:00.000Z'],
    ['4 juin 2023 13h', '2023-06-04T11:00:00.000Z'],
    ['dimanche 4 juin 2023 à 13 h 30', '2023-06-04T11:30:00.000Z'],
    ['1er août 2026 9h05', '2026-08-01T07:05:00.000Z'],
    ['June 4, 2023 at 1:15 pm', '2023-06-04T11:15:00.000Z'],
    ['2023-06-04 13:00', '2023-06-04T11:00:00.000Z'],
    ['04/06/2023 13:00', '2023-06-04T11:00:00.000Z'],
    ['12 déc. 2026 12am', '2026-12-11T23:00:00.000Z'],
    ['12 décembre 2026 12pm', '2026-12-12T11:00:00.000Z'],
    ['2023-06-04T13:00:00+05:00', '2023-06-04T08:00:00.000Z'],
  ])('%s is read in the zone that it is meant in', (text, at) => {
    expect(parsed({ at: text })).toEqual({ at, zone: 'Europe/Paris' })
    expect(parsed(text)).toEqual({ at, zone: 'Europe/Paris' })
  })

  it('is read in another zone where that is named', () => {
    expect(parsed({ at: '4 Jun 2023 @ 1PM', zone: 'Indian/Reunion' })).toEqual({ at: '2023-06-04T09:00:00.000Z', zone: 'Indian/Reunion' })
  })

  it.each(['soon', '4 Jun 2023', '31 Jun 2023 @ 1PM', '4 Jun 2023 @ 13PM', '4 Foo 2023 13h', '4 Jun 2023 25h', '13:00', '4 Jun 2023 @ 1PM; drop table event', '26 March 2023 2h30', ''])('%s is refused', (text) => {
    expect(parsed({ at: text })).toBe('notInstant')
  })

  it('is the first of two where the clocks are put back', () => {
    expect(instantIn('Europe/Paris', { day: '2023-10-29', hour: 2, minute: 30 })).toBe('2023-10-29T00:30:00.000Z')
  })

  it('leads back to the same time on the clocks of its zone, whatever the day and the zone', () => {
    const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC']
    fc.assert(fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }), (zone, at) => {
      const [day = '', clock = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at).split(' ')
      const time = parseLocalTime(`${day} ${clock}`)
      expect(time).toEqual({ day, hour: Number(clock.slice(0, 2)), minute: Number(clock.slice(3, 5)) })
      const back = time && instantIn(zone, time)
      expect(new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(Date.parse(back ?? ''))).toBe(`${day} ${clock}`)
    }), { numRuns: 200 })
  })
})
