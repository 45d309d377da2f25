import { describe, expect, it } from 'vitest'
import { toInput } from '../fields/index.ts'
import { benchOf } from '../test/provider.ts'
import { resourceOf } from '../data/metaIndex.ts'
import { actionsOn, movesFrom } from './actions/recordActions.tsx'
import { resolved } from './conflict/resolve.ts'
import { faultsOf, labelOfPath, placed } from './form/faults.ts'
import { formFields, isRequired, isVisible } from './form/formFields.ts'
import { formPath } from './form/formPath.ts'
import { initialValues, withTitle } from './form/initialValues.ts'
import { activePaths, filterChoices } from './list/filterChoices.ts'
import { relatedFields } from './show/relatedFields.ts'

const { meta, schema } = await benchOf()
const offers = resourceOf(meta, 'offers')
const clients = resourceOf(meta, 'clients')

describe('a generated form', () => {
  it('has the fields that the caller may write, for creating too, where nothing could be guessed from data (pitfall 24)', () => {
    expect(formFields(meta, schema, offers, 'create').map((field) => field.name)).toEqual(['title', 'description', 'client', 'categories', 'fee', 'posts', 'publishFrom', 'publishUntil', 'contactPublic', 'contactName'])
    expect(formFields(meta, schema, clients, 'update').map((field) => field.name)).not.toContain('offers')
  })

  it('leaves out what the caller may not write (pitfalls 18 and 19)', async () => {
    const bench = await benchOf({ refused: new Set(['Offer.fee.write', 'Offer.description']) })
    const names = formFields(bench.meta, bench.schema, resourceOf(bench.meta, 'offers'), 'update').map((field) => field.name)
    expect(names).not.toContain('fee')
    expect(names).not.toContain('description')
  })

  it('shows and requires as the declaration says', () => {
    const field = offers.fields.find((one) => one.name === 'contactName')
    if (!field) throw new Error('no such field')
    expect([isVisible(field, { contactPublic: true }), isVisible(field, { contactPublic: false }), isVisible(field, {})]).toEqual([true, false, true])
    expect([isRequired(field, { contactPublic: true }), isRequired(field, { contactPublic: false })]).toEqual([true, false])
  })

  it('begins with every value, and with what was typed as the title', () => {
    expect(initialValues(offers)).toMatchObject({ title: null, posts: 1, contactPublic: false, categories: [] })
    expect(withTitle(clients, initialValues(clients), 'Opéra')).toMatchObject({ companyName: 'Opéra' })
  })
})

describe('faults', () => {
  it('are named by the labels on their way', () => {
    expect(labelOfPath(meta, clients, 'organisation.legalName')).toBe('Organisation › Legal name')
    expect(labelOfPath(meta, offers, 'categories.1.name')).toBe('Categories 2 › Name')
  })

  it('stand on inputs that are there; the rest is said for the whole form, and blocks nothing (pitfalls 6 and 20)', () => {
    const errors = { title: 'Trop long.', 'organisation.email': 'Mal formée.', hidden: 'Absent.', root: { serverError: 'En tout.' } }
    expect(placed(meta, offers, new Set(['title', 'organisation']), errors)).toEqual({ title: 'Trop long.', 'organisation.email': 'Mal formée.', root: { serverError: 'En tout. hidden : Absent.' } })
  })

  it('are found wherever they stand', () => {
    expect(faultsOf({ title: { type: 'server', message: 'A' }, organisation: { name: { message: 'B', ref: { message: 'not a fault' } } }, root: { serverError: { message: 'C' } } })).toEqual([{ path: 'title', message: 'A' }, { path: 'organisation.name', message: 'B' }, { path: 'root.serverError', message: 'C' }])
  })

  it('of nested elements are brought from the order of the verbs to that of the form (pitfall 20)', () => {
    const [kept, changed] = [{ id: '1', city: 'Lyon' }, { id: '2', city: 'Brest' }]
    const values = { addresses: [kept, { ...changed, city: 'Nantes' }, { city: '' }], organisation: { addresses: [{ city: 'x' }] } }
    const before = { addresses: [kept, changed] }
    expect(formPath('addresses.0.city', values, before)).toBe('addresses.2.city')
    expect(formPath('addresses.0.city', { addresses: values.addresses.slice(0, 2) }, before)).toBe('addresses.1.city')
    expect(formPath('organisation.addresses.0.city', values, before)).toBe('organisation.addresses.0.city')
    expect(formPath('title', values, before)).toBe('title')
  })
})

describe('a clash (pitfall 17)', () => {
  const base = { id: 'o', version: 1, title: 'A', posts: 1, fee: { amount: 1, currency: 'EUR' }, client: { id: 'c' } }
  const mine = { ...base, title: 'mine', posts: 2 }
  const theirs = { ...base, version: 3, title: 'theirs', fee: { amount: 9, currency: 'EUR' } }

  it('keeps my other changes and theirs, and of a clashing field what was chosen', () => {
    expect(resolved({ meta, schema, toInput }, offers, base, mine, theirs, { title: 'mine' })).toEqual({ ...theirs, title: 'mine', posts: 2 })
    expect(resolved({ meta, schema, toInput }, offers, base, mine, theirs, { title: 'theirs' })).toEqual({ ...theirs, posts: 2 })
  })
})

describe('buttons', () => {
  it('are those of the state in which the record stands', () => {
    expect(movesFrom(offers, { state: 'DRAFT' }).map((move) => move.name)).toEqual(['publish'])
    expect(movesFrom(offers, { state: 'PUBLISHED' }).map((move) => move.name)).toEqual(['withdraw'])
    expect(actionsOn(offers, { state: 'DRAFT' })).toHaveLength(1)
    expect(actionsOn(offers, { state: 'PUBLISHED' })).toHaveLength(0)
    expect(actionsOn(offers, {})).toHaveLength(1)
  })
})

describe('filters', () => {
  const choices = filterChoices(meta, schema, offers, 'Offer')
  it('are offered for fields and for those of related records', () => {
    const paths = choices.map((choice) => choice.path)
    expect(paths).toEqual(expect.arrayContaining(['title', 'fee', 'client', 'categories', 'client.companyName', 'client.organisation']))
    expect(paths).not.toContain('version')
  })
  it('are seen by whoever follows a link to a narrowed list', () => {
    expect(activePaths(choices, { title: { contains: 'a' }, client: { companyName: { contains: 'b' } } })).toEqual(['title', 'client.companyName'])
    expect(activePaths(choices, { client: { id: { in: ['x'] } } })).toEqual(['client'])
    expect(activePaths(choices, { q: 'a', title: {} })).toEqual([])
  })
})

it('a page has tables for what points to its record, and not for what the record points to', () => {
  expect(relatedFields(meta, clients).map((field) => field.name)).toEqual(['offers'])
  expect(relatedFields(meta, offers)).toEqual([])
  expect(relatedFields(meta, resourceOf(meta, 'categories')).map((field) => field.name)).toEqual(['offers'])
})
