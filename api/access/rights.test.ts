import { describe, expect, test } from 'vitest'
import { Base, Entity, grantTo, module, nobody, role, rowRule, Text, type Labels } from '#model'
import { buildModel } from '../model/build.ts'
import { compileRights, type Rows } from './rights.ts'

const label: Labels = { fr: 'x', en: 'x' }
const visitor = role('visitor', label)
const clerk = role('clerk', label)
const visitors = grantTo(visitor)
const clerks = grantTo(clerk)

const published = { state: { eq: 'PUBLISHED' } } as const
const publishedOffers = rowRule<Offer>('published', label, published)
const openOffers = rowRule<Offer>('open', label, { ...published, contact: { isEmpty: false } })
const ownOffers = rowRule<Offer>('own', label, { title: { eq: 'own' } })

@Entity<Offer>({
  plural: 'offers', label, labelPlural: label, title: 'title',
  access: {
    read: [
      visitors.where(publishedOffers).fields('title'), visitors.where(openOffers).fields('contact'),
      clerks.where(publishedOffers).fields('title', 'state', 'note'), clerks.where(ownOffers).fields('title', 'contact'),
    ],
    create: nobody, update: nobody, delete: nobody,
  },
})
class Offer extends Base {
  @Text({ label }) title?: string
  @Text({ label }) state?: string
  @Text({ label }) contact?: string
  @Text({ label, read: clerks.where(openOffers) }) note?: string
}

@Entity<User>({ plural: 'users', label, labelPlural: label, title: 'name', access: { read: nobody, create: nobody, update: nobody, delete: nobody } })
class User extends Base {
  @Text({ label }) name?: string
}

const model = buildModel({
  roles: [visitor, clerk], labels: {},
  modules: [{ module: module({ name: 'core', label, icon: '', order: 1, uses: [] }), entities: [User, Offer] }],
})

const reads = (...roles: string[]): { rows: Rows; field(name: string): Rows } => compileRights(model, new Set(roles)).of('Offer', 'read')

describe('rows that lie within others', () => {
  test('add nothing to what may be read', () => {
    expect(reads('visitor').rows).toEqual([published])
  })
  test('leave a field that the wider grant gives readable everywhere', () => {
    expect(reads('visitor').field('title')).toBe('all')
  })
  test('are all that a field has that only the narrower grant gives', () => {
    expect(reads('visitor').field('contact')).toEqual([openOffers.where])
  })
})

describe('two grants', () => {
  test('do not lend each other rows or fields', () => {
    const read = reads('clerk')
    expect(read.rows).toEqual([published, ownOffers.where])
    expect(read.field('state')).toEqual([published])
    expect(read.field('contact')).toEqual([ownOffers.where])
  })
  test('give together what both give', () => {
    expect(reads('clerk').field('title')).toBe('all')
  })
  test('of several roles add up in the same way', () => {
    const read = reads('clerk', 'visitor')
    expect(read.field('state')).toEqual([published])
    expect(read.field('contact')).toEqual([openOffers.where, ownOffers.where])
  })
})

test('a field with rights of its own is readable where both the entity and the field give it', () => {
  expect(reads('clerk').field('note')).toEqual([openOffers.where])
  expect(reads('visitor').field('note')).toBe('none')
})
