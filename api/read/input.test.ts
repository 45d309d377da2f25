import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf } from '../model/model.ts'
import { field, list, refusal, select } from './fixtures/ask.ts'
import { openWorld, type NotingReader, type World } from './fixtures/database.ts'
import { star } from './fixtures/rows.ts'
import { worldModel } from './fixtures/world.ts'
import { readMany, readOne } from './index.ts'
import type { ListArgs } from './types.ts'

let world: World
let clerk: NotingReader
beforeAll(async () => {
  world = await openWorld(worldModel)
  clerk = world.reader(['clerk'])
})
afterAll(() => world.close())

const offer = entityOf(worldModel, 'Offer')
const filtered = (filter: unknown) => refusal(list(clerk, 'Offer', { filter: filter as ListArgs['filter'] & object }, 'id'))
const nested = (levels: number): object => (levels === 0 ? {} : { not: nested(levels - 1) })
const polluted: unknown = JSON.parse('{"__proto__": {"eq": "x"}}')

describe('a filter is refused, with its path', () => {
  test.each([
    // Names.
    [{ nothing: { eq: 1 } }, 'filter.nothing unknownField'], [{ constructor: { eq: 1 } }, 'filter.constructor unknownField'], [polluted, 'filter.__proto__ unknownField'], [{ title: { like: '%' } }, 'filter.title.like unknownOperator'],
    [{ title: { toString: 'x' } }, 'filter.title.toString unknownOperator'], [{ title: { lt: 'x' } }, 'filter.title.lt unknownOperator'], [{ moods: { eq: 'GAY' } }, 'filter.moods.eq unknownOperator'], [{ iban: { eq: 'x' } }, 'filter.iban.eq unknownOperator'],
    [{ isEmpty: true }, 'filter.isEmpty unknownField'], [{ some: {} }, 'filter.some unknownField'], [{ 'title"; drop table offer; --': { eq: 1 } }, 'filter.title"; drop table offer; -- unknownField'],
    [{ client: { nothing: { eq: 1 } } }, 'filter.client.nothing unknownField'], [{ categories: { every: {} } }, 'filter.categories.every unknownOperator'], [{ or: [{ title: { eq: 'x' } }, { and: [{ x: {} }] }] }, 'filter.or.1.and.0.x unknownField'],
    // Shapes.
    ['x', 'filter notObject'], [[], 'filter notObject'], [5, 'filter notObject'], [{ title: 'x' }, 'filter.title notObject'], [{ title: ['x'] }, 'filter.title notObject'], [{ and: {} }, 'filter.and notList'], [{ or: 'x' }, 'filter.or notList'],
    [{ not: [] }, 'filter.not notObject'], [{ client: 'x' }, 'filter.client notObject'], [{ categories: { some: [] } }, 'filter.categories.some notObject'], [{ state: { in: 'DRAFT' } }, 'filter.state.in notList'], [{ state: { in: { 0: 'DRAFT' } } }, 'filter.state.in notList'],
    [{ title: { isEmpty: 'yes' } }, 'filter.title.isEmpty notBoolean'], [{ client: { isEmpty: 1 } }, 'filter.client.isEmpty notBoolean'],
    // null.
    [{ title: null }, 'filter.title nullOperand'], [{ title: { eq: null } }, 'filter.title.eq nullOperand'], [{ title: { in: null } }, 'filter.title.in nullOperand'], [{ title: { in: ['a', null] } }, 'filter.title.in.1 nullOperand'],
    [{ title: { isEmpty: null } }, 'filter.title.isEmpty nullOperand'], [{ and: null }, 'filter.and nullOperand'], [{ or: [null] }, 'filter.or.0 nullOperand'], [{ not: null }, 'filter.not nullOperand'], [{ client: null }, 'filter.client nullOperand'],
    [{ client: { isEmpty: null } }, 'filter.client.isEmpty nullOperand'], [{ categories: { some: null } }, 'filter.categories.some nullOperand'], [{ place: { near: null } }, 'filter.place.near nullOperand'],
    // Values of each kind.
    [{ id: { eq: 'x' } }, 'filter.id.eq notId'], [{ id: { in: [star, "' or 1=1"] } }, 'filter.id.in.1 notId'], [{ title: { eq: 5 } }, 'filter.title.eq notText'], [{ title: { eq: { $ne: 'x' } } }, 'filter.title.eq notText'], [{ title: { eq: { moment: 'me' } } }, 'filter.title.eq notText'],
    [{ title: { contains: 'a\0' } }, 'filter.title.contains controlCharacter'], [{ title: { contains: '\udfff' } }, 'filter.title.contains malformed'], [{ title: { contains: 'a'.repeat(1_001) } }, 'filter.title.contains tooLong'], [{ description: { contains: 'a\0' } }, 'filter.description.contains controlCharacter'],
    [{ posts: { eq: '3' } }, 'filter.posts.eq notInteger'], [{ posts: { gt: 1.5 } }, 'filter.posts.gt notInteger'], [{ posts: { gt: 1e300 } }, 'filter.posts.gt notInteger'], [{ weight: { eq: '1e5' } }, 'filter.weight.eq notDecimal'], [{ weight: { eq: 'NaN' } }, 'filter.weight.eq notDecimal'],
    [{ fee: { gte: { amount: 1 } } }, 'filter.fee.gte notMoney'], [{ contactPublic: { eq: 'true' } }, 'filter.contactPublic.eq notBoolean'], [{ state: { eq: 'published' } }, 'filter.state.eq unknownChoice'], [{ moods: { hasAny: ['GAY', 'BAD'] } }, 'filter.moods.hasAny.1 unknownChoice'],
    [{ startsOn: { lt: '2026-02-31' } }, 'filter.startsOn.lt notDate'], [{ startsOn: { lt: '0000-01-01' } }, 'filter.startsOn.lt notDate'], [{ publishFrom: { lt: '2026-02-31T00:00:00Z' } }, 'filter.publishFrom.lt notInstant'], [{ publishFrom: { lt: 'now' } }, 'filter.publishFrom.lt notInstant'],
    [{ publishFrom: { lt: '0001-01-01T00:00:00+14:00' } }, 'filter.publishFrom.lt notInstant'], [{ audition: { gt: '9999-12-31T23:59:59-14:00' } }, 'filter.audition.gt notInstant'], [{ web: { eq: 'a\nb' } }, 'filter.web.eq controlCharacter'],
    [{ country: { eq: 'ZZ' } }, 'filter.country.eq unknownCountry'], [{ language: { eq: '§' } }, 'filter.language.eq unknownLanguage'], [{ currency: { eq: 'ABCD' } }, 'filter.currency.eq unknownCurrency'], [{ share: { gt: 101 } }, 'filter.share.gt tooLarge'], [{ share: { gt: Number.NaN } }, 'filter.share.gt notNumber'],
    [{ place: { near: { latitude: 91, longitude: 0, km: 1 } } }, 'filter.place.near.latitude notPlace'], [{ place: { near: { latitude: 0, longitude: 0 } } }, 'filter.place.near.km notPlace'], [{ place: { near: { latitude: 0, longitude: 0, km: -1 } } }, 'filter.place.near.km notPlace'],
    [{ place: { near: { latitude: 0, longitude: '0', km: 1 } } }, 'filter.place.near.longitude notPlace'], [{ place: { near: { latitude: 0, longitude: 0, km: Number.NaN } } }, 'filter.place.near.km notPlace'],
    // Too much.
    [nested(6), 'filter.not.not.not.not.not.not tooDeep'], [{ state: { in: Array.from({ length: 101 }, () => 'DRAFT') } }, 'filter.state.in tooMany'], [{ or: Array.from({ length: 51 }, () => ({})) }, 'filter.or tooMany'],
    [{ or: Array.from({ length: 50 }, () => ({ title: { eq: 'x', ne: 'y' } })) }, 'filter.or.25.title.eq tooManyConditions'],
  ])('%j', async (filter, expected) => {
    expect(await filtered(filter)).toBe(`BAD_USER_INPUT ${expected}`)
  })
  test.each([[{ subject: { entity: 'User' } }, 'filter.subject.entity unknownEntity'], [{ subject: { entity: 5 } }, 'filter.subject.entity unknownEntity'], [{ subject: { id: 'x' } }, 'filter.subject.id notId'], [{ subject: { name: 'x' } }, 'filter.subject.name unknownOperator']])('%j', async (filter, expected) => {
    expect(await refusal(list(clerk, 'Comment', { filter }, 'id'))).toBe(`BAD_USER_INPUT ${expected}`)
  })
  test('up to its limits it is answered', async () => {
    expect(await filtered(nested(5))).toBe('answered')
    expect(await filtered({ or: Array.from({ length: 25 }, () => ({ title: { eq: 'x', ne: 'y' } })) })).toBe('answered')
    expect(await filtered({ title: { eq: undefined }, posts: undefined })).toBe('answered')
  })
})

describe('a sort is refused, with its path', () => {
  test.each([
    [[{ nothing: 'ASC' }], 'sort.0.nothing unknownField'], [[{ title: 'asc' }], 'sort.0.title notDirection'], [[{ title: 'ASC; drop table offer' }], 'sort.0.title notDirection'], [[{ title: null }], 'sort.0.title notDirection'], [[{ title: 'ASC', posts: 'ASC' }], 'sort.0 oneField'],
    [[{}], 'sort.0 oneField'], [{ title: 'ASC' }, 'sort notList'], ['title', 'sort notList'], [['title'], 'sort.0 notObject'], [[{ description: 'ASC' }], 'sort.0.description notSortable'], [[{ moods: 'ASC' }], 'sort.0.moods notSortable'],
    [[{ categories: 'ASC' }], 'sort.0.categories notSortable'], [[{ contract: 'ASC' }], 'sort.0.contract notSortable'], [Array.from({ length: 5 }, () => ({ title: 'ASC' })), 'sort tooMany'],
  ])('%j', async (sort, expected) => {
    expect(await refusal(list(clerk, 'Offer', { sort: sort as ListArgs['sort'] & object }, 'id'))).toBe(`BAD_USER_INPUT ${expected}`)
  })
  test('that repeats itself is no fault', async () => {
    expect(await refusal(list(clerk, 'Offer', { sort: [{ title: 'ASC' }, { title: 'DESC' }, { id: 'ASC' }, { posts: 'ASC' }] }, 'id'))).toBe('answered')
  })
})

describe('what is asked of a relation is refused, with its path', () => {
  const below = (args: object, key = 'offers') => refusal(list(clerk, 'Client', {}, field('offers', ['id'], { key, args: { ...args } })))
  test.each([
    [{ limit: 0 }, 'offers.limit outOfRange'], [{ limit: 101 }, 'offers.limit outOfRange'], [{ limit: '5; drop table offer' }, 'offers.limit outOfRange'], [{ offset: -1 }, 'offers.offset outOfRange'], [{ offset: 10_001 }, 'offers.offset outOfRange'],
    [{ filter: { x: {} } }, 'offers.filter.x unknownField'], [{ sort: [{ x: 'ASC' }] }, 'offers.sort.0.x unknownField'],
  ])('%j', async (args, expected) => {
    expect(await below(args)).toBe(`BAD_USER_INPUT ${expected}`)
  })
  test('nulls are what stands there without them', async () => {
    expect(await below({ limit: null, offset: null, filter: null, sort: null })).toBe('answered')
  })
  test('an alias that PostgreSQL would cut is refused', async () => {
    expect(await below({}, 'a'.repeat(61))).toBe(`BAD_USER_INPUT ${'a'.repeat(61)} keyTooLong`)
    expect(await below({}, 'a" from offer; --')).toBe('BAD_USER_INPUT a" from offer; -- keyTooLong')
    expect(await below({}, 'a'.repeat(60))).toBe('answered')
  })
})

describe('an id', () => {
  test.each(['x', '', 5, null, `${star}0`, "' or 1=1 --", { eq: star }])('%j is refused', async (id) => {
    expect(await refusal(readOne(clerk, offer, id as string, select('id')))).toBe('BAD_USER_INPUT id notId')
    expect(await refusal(readMany(clerk, offer, [star, id as string], select('id')))).toBe('BAD_USER_INPUT ids.1 notId')
  })
  test('is one of at most a hundred', async () => {
    expect(await refusal(readMany(clerk, offer, Array.from({ length: 101 }, () => star), select('id')))).toBe('BAD_USER_INPUT ids tooMany')
  })
})
