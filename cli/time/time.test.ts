import { describe, expect, test } from 'vitest'
import { parseDay, parseInstant } from './parse.ts'
import { showDay, showInstant } from './show.ts'
import { instantOf, wallAt } from './zone.ts'

const zone = 'Europe/Paris'
/** A Sunday. */
const now = new Date('2026-11-29T10:00:00Z')
const day = (text: string) => { const read = parseDay(text, now, zone); return read.ok ? read.value : read.why.en }
const instant = (text: string, inZone = zone) => { const read = parseInstant(text, now, inZone); return read.ok ? read.value : read.why.en }

describe('a day', () => {
  test.each([
    ['4 juin 2023', '2023-06-04'], ['4 Jun 2023', '2023-06-04'], ['June 4th, 2023', '2023-06-04'], ['Sunday 4 June 2023', '2023-06-04'], ['dimanche 4 juin 2023', '2023-06-04'], ['Mar 4 2023', '2023-03-04'], ['mar 4 juin 2024', '2024-06-04'],
    ['1er août 2027', '2027-08-01'], ['04/06/2023', '2023-06-04'], ['4.6.2023', '2023-06-04'], ['2023-06-04', '2023-06-04'], ['29 février 2028', '2028-02-29'],
    ['aujourd’hui', '2026-11-29'], ['today', '2026-11-29'], ['demain', '2026-11-30'], ['après-demain', '2026-12-01'], ['yesterday', '2026-11-28'], ['lundi', '2026-11-30'], ['sunday', '2026-12-06'], ['next friday', '2026-12-04'],
    ['dans 3 jours', '2026-12-02'], ['in 2 weeks', '2026-12-13'], ['25 décembre', '2026-12-25'], ['4 juin', '2027-06-04'],
  ])('%s', (text, expected) => expect(day(text)).toBe(expected))

  test.each(['31 juin 2023', '29 February 2027', '2023-02-30', '00/01/2023', '2023-13-01'])('%s does not exist', (text) => expect(day(text)).toBe('this date does not exist'))
  test.each(['', 'soon', '4', '4 juin 2023 13h', '4 jui 2023', '2023', '4 juin 2023; DROP TABLE client', '99999999-01-01'])('%j is none', (text) => expect(day(text)).toMatch('a date is expected'))
})

describe('an instant', () => {
  test.each([
    ['4 Jun 2023 @ 1PM', '2023-06-04T11:00:00.000Z'], ['4 juin 2023 13h', '2023-06-04T11:00:00.000Z'], ['4 juin 2023 à 13h30', '2023-06-04T11:30:00.000Z'], ['4 June 2023 at 1:30 p.m.', '2023-06-04T11:30:00.000Z'], ['04/06/2023 13:00', '2023-06-04T11:00:00.000Z'],
    ['5 Jun 2023 @ 2AM', '2023-06-05T00:00:00.000Z'], ['5 Jun 2023 @ 12AM', '2023-06-04T22:00:00.000Z'], ['5 Jun 2023 12pm', '2023-06-05T10:00:00.000Z'], ['5 juin 2023 midi', '2023-06-05T10:00:00.000Z'], ['tomorrow 9am', '2026-11-30T08:00:00.000Z'], ['demain à 9 h', '2026-11-30T08:00:00.000Z'],
    ['lundi 14h15', '2026-11-30T13:15:00.000Z'], ['2023-06-04T13:00', '2023-06-04T11:00:00.000Z'], ['2023-06-04T13:00:00Z', '2023-06-04T13:00:00.000Z'], ['2023-06-04T13:00:00.000Z', '2023-06-04T13:00:00.000Z'], ['2023-06-04 13:00 +05:30', '2023-06-04T07:30:00.000Z'],
  ])('%s', (text, expected) => expect(instant(text)).toBe(expected))

  test('is meant by the clocks of its zone', () => expect(instant('4 Jun 2023 @ 1PM', 'America/New_York')).toBe('2023-06-04T17:00:00.000Z'))
  test('that the clocks skip in spring does not exist', () => expect(instant('2027-03-28 02:30')).toBe('this time does not exist on that day'))
  test('that the clocks show twice in autumn is the first', () => expect(instant('2027-10-31 02:30')).toBe('2027-10-31T00:30:00.000Z'))
  test.each(['4 Jun 2023', '4 Jun 2023 13', 'noon', '', 'tomorrow 13pm', '4 Jun 2023 1PM or so'])('%j is none', (text) => expect(instant(text)).toMatch('a date and a time are expected'))
  test.each(['4 Jun 2023 25:00', '4 Jun 2023 13:60'])('%j does not exist', (text) => expect(instant(text)).toBe('this time does not exist on that day'))
  test('on a day that does not exist', () => expect(instant('31 June 2023 13h')).toBe('this date does not exist'))
})

describe('what is shown', () => {
  test('is what people write, and can be typed again', () => {
    expect([showInstant('2023-06-04T11:00:00Z', zone, 'en'), showInstant('2023-06-04T11:30:00Z', zone, 'fr'), showDay('2023-06-04', 'fr')]).toEqual(['4 Jun 2023 @ 1PM', '4 juin 2023 à 13h30', '4 juin 2023'])
  })

  test('comes back from what was shown, at any time of some years and in many zones', () => {
    // A fixed walk over the minutes of twenty years, in steps without a common divisor with an hour or a day.
    const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
    for (let step = 0, at = Date.UTC(2015, 0, 1); step < 4_000; step++, at += 157_321 * 60_000 / 60) {
      const iso = new Date(Math.floor(at / 60_000) * 60_000).toISOString()
      const inZone = zones[step % zones.length] ?? zone
      const first = instantOf(wallAt(new Date(iso), inZone), inZone)?.toISOString()
      for (const locale of ['fr', 'en'] as const) {
        const read = parseInstant(showInstant(iso, inZone, locale), now, inZone)
        expect(read).toEqual({ ok: true, value: first })
      }
    }
  })
})
