import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsOf, list, refusal } from './fixtures/ask.ts'
import { openWorld, type World } from './fixtures/database.ts'
import { ada, archived, client1, client2, dancer, draft, emile, fill, future, garnier, id, nord, plain, star, zoe } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { wordsOf } from './searchWords.ts'

let world: World
const mail = id('a', 6)
beforeAll(async () => {
  world = await openWorld(worldModel)
  await fill(world)
  await world.put('Offer', { id: mail, title: 'REF-2026-001 écrire à jean.martin@example.test', description: '<p>Saint-Denis, l’été</p>', state: 'DRAFT' })
})
afterAll(() => world.close())

const found = (q: unknown, entity = 'Offer', roles = ['clerk'], userId?: string) => idsOf(world.reader(roles, userId), entity, { q })

describe('words', () => {
  test.each([
    ['danseuse', [star, future]], ['DANSEUSES', [star, future]], ['etoile', [star]], ['étoi', [star]], ['dans', [star, future]], ['étoile danseuse', [star]], ['étoile comédie', []], ['chanteus', [plain]], ['chanteur', [plain]],
    ['chant', [plain]], ['répétitions', [star]], ['repetition', [star]], ['strong', []], ['le la danseuse', [star, future]], ['payer', [star]], ['   ', [star, draft, id('a', 3), future, plain, mail]], ['…', [star, draft, id('a', 3), future, plain, mail]],
    ['jean.martin@example.test', [mail]], ['jean.martin@ex', [mail]], ['jean', [mail]], ['REF-2026-001', [mail]], ['ref 2026', [mail]], ['2026', [mail]], ['saint denis', [mail]], ['saint-denis', [mail]], ['Saint-Den', [mail]], ["l'été", [mail]],
    // A word that is none, while it is being typed.
    ['la', [mail].slice(1)], ['ch', [plain]],
  ])('%j', async (q, ids) => {
    expect(await found(q)).toEqual(ids)
  })
  test('of related records find it as well, each relation by itself', async () => {
    expect(await found('nord')).toEqual([star, plain])
    expect(await found('comédien')).toEqual([draft, plain])
    expect(await found('garnier', 'Client')).toEqual([client2])
    expect(await found('danse', 'Profession')).toEqual([dancer])
  })
  test('are looked for in all kinds of an abstract entity, and in one', async () => {
    expect(await found('zoe', 'Party')).toEqual([zoe])
    expect(await found('1234', 'Party')).toEqual([nord])
    expect(await found('emile', 'Person')).toEqual([emile])
    expect(await found('1234', 'Organisation')).toEqual([nord])
  })
  test('stand beside other conditions, and below relations', async () => {
    const clerk = world.reader(['clerk'])
    expect(await idsOf(clerk, 'Offer', { q: 'danseuse', posts: { eq: 3 } })).toEqual([star])
    expect(await idsOf(clerk, 'Offer', { not: { q: 'danseuse' }, state: { eq: 'PUBLISHED' } })).toEqual([plain])
    expect(await idsOf(clerk, 'Offer', { profession: { q: 'danse' } })).toEqual([star, future])
    expect(await idsOf(clerk, 'Client', { offers: { some: { q: 'choriste' } } })).toEqual([client1])
  })
})

describe('words that the caller may not read', () => {
  test('find nothing: a note is no way to guess what it says', async () => {
    expect(await found('étoile', 'Offer', ['visitor'])).toEqual([star])
    expect(await found('payer', 'Offer', ['visitor'])).toEqual([])
    expect(await found('répétitions', 'Offer', ['visitor'])).toEqual([])
  })
  test('find the rows where he may', async () => {
    expect(await found('payer', 'Offer', ['scout'], ada)).toEqual([star])
    expect(await found('attendre', 'Offer', ['scout'], ada)).toEqual([])
  })
  test('find nothing through a relation either', async () => {
    expect(await found('garnier', 'Client', ['visitor'])).toEqual([])
    expect(await idsOf(world.reader(['scout'], ada), 'Client', { q: 'vieux', state: { eq: 'ARCHIVED' } })).toEqual([])
    expect(await idsOf(world.reader(['clerk']), 'Client', { q: 'vieux', state: { eq: 'ARCHIVED' } })).toEqual([archived])
  })
  test('of a kind are not found through its abstract entity', async () => {
    expect(await found('opera', 'Party', ['reader'])).toEqual([garnier])
    expect(await found('unknown', 'Party', ['reader'])).toEqual([])
  })
  test('are refused where there are no others', async () => {
    expect(await refusal(list(world.reader(['scout']), 'User', { filter: { q: 'ada' } }, 'id'))).toBe('FORBIDDEN filter.q forbidden')
  })
})

describe('whatever is typed', () => {
  const strange = ["'", "''", '\\', "\\'", '&', '|', '!', '()', ':*', 'a:*', 'a & b', '<->', 'a <-> b', '"', '%', '_', '\t', '\n', '$1', ';--', 'ŉ', '½', '⑴', '漢字', 'ßẞ', 'İi', '👩‍🎤', 'e\u0301', '\u0301', 'ﷺ', 'a'.repeat(200), 'ﬀ'.repeat(100), '@', '.', 'a.b.c', '@@@', '1e5', '-1', '1/2', 'http://a.b/c?d=e&f', '<b>x</b>', 'ь', 'ˈa', 'aˈ']
  test('is never an error of SQL', async () => {
    for (const text of strange) await expect(found(text)).resolves.toBeInstanceOf(Array)
  })
  test('is never an error of SQL, letter by letter', async () => {
    const reader = world.reader(['clerk'])
    const letters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code + 32)).filter((letter) => /[\p{L}\p{N}\p{M}]/u.test(letter))
    for (let start = 0; start < letters.length; start += 180) {
      const some = letters.slice(start, start + 180).join('')
      await expect(idsOf(reader, 'Domain', { q: some })).resolves.toEqual([])
      await expect(idsOf(reader, 'Domain', { q: `1${some}` })).resolves.toEqual([])
    }
  })
  test.each([
    ['a'.repeat(201), 'BAD_USER_INPUT filter.q tooLong'], ['a b c d e f g h i j k', 'BAD_USER_INPUT filter.q tooManyWords'], ['a\0b', 'BAD_USER_INPUT filter.q controlCharacter'], ['\ud800', 'BAD_USER_INPUT filter.q malformed'],
    [null, 'BAD_USER_INPUT filter.q nullOperand'], [5, 'BAD_USER_INPUT filter.q notText'], [['a'], 'BAD_USER_INPUT filter.q notText'],
  ])('%j is refused', async (q, expected) => {
    expect(await refusal(found(q))).toBe(expected)
  })
  test('has no sense where nothing is searched', async () => {
    expect(await refusal(found('x', 'Contract'))).toBe('BAD_USER_INPUT filter.q notSearchable')
  })
})

test('words are cut at everything that is no letter or digit', () => {
  expect(wordsOf("L'été à Saint-Denis (93) : a@b.fr, n° 12")).toEqual(['L', 'été', 'à', 'Saint', 'Denis', '93', 'a@b.fr', 'n', '12'])
})
