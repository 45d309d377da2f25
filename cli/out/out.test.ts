import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { parseMoney, showMoney, decimalOf } from '../things/money.ts'
import { clean, cleanData, cleanLines, json } from './clean.ts'
import { csvLine } from './csv.ts'
import { colours } from './colour.ts'
import { heading, layOut, line } from './table.ts'
import { measureFor } from './width.ts'

/** Every character that a terminal might obey. */
const orders = [...Array.from({ length: 0x20 }, (_, code) => code), ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index), 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, ...Array.from({ length: 5 }, (_, index) => 0x202a + index), ...Array.from({ length: 4 }, (_, index) => 0x2066 + index)].map((code) => String.fromCodePoint(code))

describe('a text from elsewhere', () => {
  test.each(orders.map((order) => [order.codePointAt(0)?.toString(16), order]))('with U+%s is shown without it', (_code, order) => {
    expect(clean(`a${order}b`)).not.toContain(order)
    expect(clean(`a${order}b`).length).toBeGreaterThan(2)
    expect(cleanLines(`a${order}b`).join('')).not.toContain(order)
    expect(JSON.parse(json({ text: `a${order}b` }))).toEqual({ text: `a${order}b` })
    expect(json(`a${order}b`)).not.toContain(order)
  })

  test('keeps its accents, emoji and other scripts', () => {
    for (const text of ['Candé-sur-Beuvron', '東京', '👩‍👩‍👧 fête', 'مرحبا']) expect([clean(text), cleanData(text)]).toEqual([text, text])
  })
})

describe('a CSV line', () => {
  test.each(['=1+1', '+33 1 23', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=cmd|\' /C calc\'!A0'])('takes %j for no formula', (cell) => {
    const [[read = '']] = parseCsv(csvLine([cell])) as [[string]]
    expect(read.startsWith('\'')).toBe(true)
  })

  test('comes back as it was', () => {
    const cells = ['plain', 'with, comma', 'with "quotes"', 'two\nlines', 'é 東京', '', ' spaces ']
    expect(parseCsv(csvLine(cells))).toEqual([cells])
    expect(csvLine([-5, 1.5, true, null, '-12.50'])).toBe('-5,1.5,true,,-12.50\r\n')
  })

  test('holds nothing that a terminal would obey', () => expect(csvLine(['\u001b[31m\u0007\u009b'])).not.toMatch(/[\u001b\u0007\u009b]/))
})

describe('a table', () => {
  const columns = [{ title: 'No.', right: true }, { title: 'Name', right: false }, { title: 'Place', right: false }]
  const rows = [['1', '東京都渋谷区の会社', 'Candé-sur-Beuvron'], ['200', '👩‍👩‍👧 Zoé', 'Salle des fêtes de Mufflins'], ['30', 'e\u0301te\u0301', '—']]

  test.each([200, 60, 40, 30, 24])('stands in columns and fits %i', async (width) => {
    const measure = await measureFor(rows.flat())
    const layout = layOut(columns, rows, width)
    const lines = [heading(columns, layout, colours(false)), ...rows.map((row) => line(columns, row, layout))]
    for (const text of lines) expect(measure(text)).toBeLessThanOrEqual(width)
    // The second column begins at the same place everywhere.
    const [first = 0, second = 0] = layout.widths
    if (second > 0) for (const text of lines) expect(measure(text.slice(0, text.length))).toBeGreaterThan(first)
  })

  test('leaves out what has no place at all', () => {
    expect(layOut(columns, rows, 11).widths).toHaveLength(2)
    expect(layOut(columns, rows, 3).widths).toHaveLength(1)
  })
})

describe('an amount', () => {
  const read = (text: string, locale: 'fr' | 'en' = 'fr') => { const found = parseMoney(text, locale); return found.ok ? [found.value.amount, found.value.currency] : found.why.en }

  test.each<[string, number]>([['1500', 150_000], ['1 234,56', 123_456], ['1 234,56 €', 123_456], ['1234.56', 123_456], ['€12.5', 1_250], ['1.234,56', 123_456], ['1,234.56', 123_456], ['12 345 678,9', 1_234_567_890], ['0', 0]])('%s', (text, cents) => expect(read(text)).toEqual([cents, 'EUR']))
  test.each([['USD 20', 2_000, 'USD'], ['20 chf', 2_000, 'CHF'], ['1500 JPY', 1_500, 'JPY']])('%s', (text, minor, currency) => expect(read(text)).toEqual([minor, currency]))
  test('of thousands in English is no decimal', () => expect(read('1,234', 'en')).toEqual([123_400, 'EUR']))
  test.each(['1,234', '0.001', '12,345 EUR', '10.5 JPY'])('%s has too many decimals', (text) => expect(read(text)).toMatch('decimals at most'))
  test.each(['', 'ten', '1e5', 'NaN', '1;DROP', '1.234', 'EUR 5 USD', '--5', '9999999999999999'])('%j is none', (text) => expect(typeof read(text)).toBe('string'))

  test('comes back from what was shown', () => {
    for (let cents = 0, step = 1; cents < 1_000_000_000; cents += step, step = step * 3 + 7) {
      const value = { amount: cents, currency: 'EUR' }
      for (const locale of ['fr', 'en'] as const) expect(parseMoney(showMoney(value, locale), locale)).toEqual({ ok: true, value })
      expect(parseMoney(decimalOf(value) ?? '', 'fr')).toEqual({ ok: true, value })
    }
  })
})
