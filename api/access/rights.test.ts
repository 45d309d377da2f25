import { describe, expect, test } from 'vitest'
import { Base, Entity, granted, grantTo, module, nobody, role, rowRule, Text, type Labels } from '#model'
import { buildModel } from '../model/build.ts'
import type { Permission } from './permission.ts'
import { compileRights, type Rows } from './rights.ts'

const label: Labels = { fr: 'x', en: 'x' }
const visitor = role('visitor', label)
const clerk = role('clerk', label)
const proofreader = role('proofreader', label)
const seller = role('seller', label)
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
      grantTo(proofreader).where(openOffers).fields('contact'), grantTo(seller).where(ownOffers).fields('title'),
    ],
    create: nobody, update: nobody, delete: nobody,
  },
  scopes: { own: ownOffers },
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
  roles: [visitor, clerk, proofreader, seller], labels: {},
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
    const read = reads('clerk', 'proofreader')
    expect(read.field('state')).toEqual([published])
    expect(read.field('contact')).toEqual([ownOffers.where, openOffers.where])
  })
})

describe('what is opened to visitors', () => {
  test('is for everybody who is signed in, too', () => {
    expect(reads('visitor', 'member').rows).toEqual(reads('visitor').rows)
  })
  test('gives way to the rows of a role of his own', () => {
    expect(reads('visitor', 'member', 'seller').rows).toEqual([ownOffers.where])
    expect(reads('visitor', 'member', 'seller').field('contact')).toBe('none')
    expect(compileRights(model, new Set(['visitor', 'member', 'seller'])).reasons('Offer', 'READ')).toHaveLength(1)
  })
  test('gives way to a permission on the entity, and not to one on a field of it', () => {
    const permission = (field: string | undefined, effect: Permission['effect']): Permission =>
      ({ id: '1', version: 1, holder: { is: 'role', key: 'member', name: 'm' }, entity: 'Offer', action: 'READ', field, known: new Set(['title']), scope: 'OWN', effect })
    const rowsWith = (field: string | undefined, effect: Permission['effect'] = 'ALLOW') => compileRights(model, { roles: new Set(['visitor', 'member']), permissions: [permission(field, effect)] }).of('Offer', 'read').rows
    expect(rowsWith(undefined)).toEqual([ownOffers.where])
    expect(rowsWith('title')).toEqual([published, ownOffers.where])
    expect(rowsWith(undefined, 'DENY')).toEqual([{ and: [published, { not: ownOffers.where }] }])
  })
  test('gives no way to a grant in time: it adds a record', () => {
    const rows = compileRights(model, { roles: new Set(['visitor', 'member']), grants: [{ entity: 'Offer', level: 'READ', record: 'x' }] }).of('Offer', 'read').rows
    expect(rows).toEqual([published, { id: { in: granted } }])
  })
})

test('a field with rights of its own is readable where both the entity and the field give it', () => {
  expect(reads('clerk').field('note')).toEqual([openOffers.where])
  expect(reads('visitor').field('note')).toBe('none')
})
