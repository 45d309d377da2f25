import { expect, test } from 'vitest'
import { preferredLocale } from './locale.ts'

test.each([
  [undefined, 'fr'], ['', 'fr'], ['en', 'en'], ['en-GB,en;q=0.9', 'en'], ['fr-CA', 'fr'], ['de,en;q=0.5,fr;q=0.4', 'en'], ['de,fr;q=0.5,en;q=0.4', 'fr'],
  ['ja', 'fr'], ['*', 'fr'], ['en;q=0', 'fr'], [';;;,,,', 'fr'], ['x'.repeat(10_000), 'fr'],
])('%j is answered in %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})
