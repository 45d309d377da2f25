import { expect, test } from 'vitest'
import { createMask } from './mask.ts'
import { scrub } from './scrub.ts'

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTkwMDAwMCJ9.c2lnbmF0dXJlLXNpZ25hdHVyZQ'

test.each([
  ['no mailbox of zoe.durand@theatre-de-la-ville.fr here', 'no mailbox of [e-mail] here'],
  [`token ${jwt} refused`, 'token [token] refused'],
  [`cookie ${'k7'.repeat(22)} unknown`, 'cookie [token] unknown'],
  ['call +33 6 12 34 56 78 back', 'call [number] back'],
  ['invalid input syntax for type uuid: "Zoé Durand"', 'invalid input syntax for type uuid: "…"'],
  ['duplicate key value violates unique constraint "user_email_key"', 'duplicate key value violates unique constraint "user_email_key"'],
  ['postgresql://app:hunter2hunter2@db/x is away', 'postgresql://app:***@db/x is away'],
  ['violates check constraint "casting_offer_publication_ends_after_it_starts"', 'violates check constraint "casting_offer_publication_ends_after_it_starts"'],
  ['Cannot read properties of undefined', 'Cannot read properties of undefined'],
])('%j is kept as %j', (text, kept) => {
  expect(scrub(text, createMask())).toBe(kept)
})
