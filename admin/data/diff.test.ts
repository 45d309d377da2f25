import { describe, expect, it } from 'vitest'
import { benchOf } from '../test/provider.ts'
import { bulkInput, createInput, updateInput, type Inputs } from './diff.ts'
import type { AdminResource } from './meta.ts'
import { resourceOf } from './metaIndex.ts'

const { meta, schema } = await benchOf()
const inputs: Inputs = { meta, schema, toInput: (field, value) => (field.kind === 'phone' && typeof value === 'object' && value !== null && 'raw' in value ? value.raw : value === '' ? null : value) }
const offers: AdminResource = resourceOf(meta, 'offers')
const clients = resourceOf(meta, 'clients')
const samples = resourceOf(meta, 'samples')
const ref = (id: string) => ({ id, _label: `label of ${id}` })

describe('a new record', () => {
  it('is given what was filled in, and nothing empty', () => {
    expect(createInput(inputs, offers, { title: 'A', description: '', client: ref('c'), categories: [], fee: null, posts: 2 })).toEqual({ title: 'A', client: { connect: 'c' }, posts: 2 })
  })

  it('creates what it owns in the same mutation (pitfall 20)', () => {
    expect(createInput(inputs, clients, { companyName: 'A', organisation: { displayName: 'B', phone: { raw: '01', e164: null }, legalName: null } })).toEqual({ companyName: 'A', organisation: { create: { displayName: 'B', phone: '01' } } })
  })

  it('leaves out what it may own but does not', () => {
    expect(createInput(inputs, clients, { companyName: 'A', organisation: null })).toEqual({ companyName: 'A' })
  })

  it('is given nothing that the caller may not write', () => {
    expect(createInput(inputs, offers, { title: 'A', state: 'PUBLISHED', id: 'x', version: 3, unknown: 1 })).toEqual({ title: 'A' })
  })
})

describe('a changed record', () => {
  const before = { id: 'o', version: 4, title: 'A', client: ref('c'), categories: [ref('1'), ref('2')], fee: { amount: 100, currency: 'EUR' }, posts: 1, state: 'DRAFT' }

  it('sends only what changed (pitfall 16)', () => {
    expect(updateInput(inputs, offers, before, { ...before, title: 'B', fee: { currency: 'EUR', amount: 100 } })).toEqual({ title: 'B' })
    expect(updateInput(inputs, offers, before, before)).toEqual({})
  })

  it('empties a value, and knows a missing one from an empty one', () => {
    expect(updateInput(inputs, offers, before, { ...before, fee: null })).toEqual({ fee: null })
    const { fee: _fee, ...without } = before
    expect(updateInput(inputs, offers, before, without)).toEqual({})
    expect(updateInput(inputs, offers, { ...before, description: null }, { ...before, description: '' })).toEqual({})
  })

  it('connects and disconnects relations to one', () => {
    expect(updateInput(inputs, offers, before, { ...before, client: ref('d') })).toEqual({ client: { connect: 'd' } })
    expect(updateInput(inputs, offers, before, { ...before, client: null })).toEqual({ client: { disconnect: true } })
    expect(updateInput(inputs, offers, before, { ...before, client: { id: 'c', _label: 'renamed meanwhile' } })).toEqual({})
  })

  it('adds and removes of a relation to many what was added and removed, not the whole list (pitfall 20)', () => {
    expect(updateInput(inputs, offers, before, { ...before, categories: [ref('2'), ref('3'), { name: 'new' }] })).toEqual({ categories: { connect: ['3'], disconnect: ['1'], create: [{ name: 'new' }] } })
  })

  it('sends the order of a relation that keeps one (pitfall 20)', () => {
    expect(updateInput(inputs, samples, { ordered: [ref('1'), ref('2')] }, { ordered: [ref('2'), ref('1')] })).toEqual({ ordered: { order: ['2', '1'] } })
  })

  it('changes what it owns, only as far as it changed', () => {
    const organisation = { id: 'g', displayName: 'B', legalName: 'L', phone: { raw: '01', e164: null } }
    expect(updateInput(inputs, clients, { organisation }, { organisation: { ...organisation, legalName: 'M' } })).toEqual({ organisation: { update: { legalName: 'M' } } })
    expect(updateInput(inputs, clients, { organisation }, { organisation })).toEqual({})
    expect(updateInput(inputs, clients, { organisation }, { organisation: { displayName: 'New' } })).toEqual({ organisation: { create: { displayName: 'New' } } })
  })

  it('points to a record of any entity by its name and id', () => {
    const subject = { entity: 'Offer', id: 'o', label: 'A' }
    expect(updateInput(inputs, samples, { subject: null }, { subject })).toEqual({ subject: { entity: 'Offer', id: 'o' } })
    expect(updateInput(inputs, samples, { subject }, { subject: { ...subject, label: 'B' } })).toEqual({})
    expect(updateInput(inputs, samples, { subject }, { subject: null })).toEqual({ subject: null })
  })
})

describe('many records at once', () => {
  it('get the value whatever they hold, and lose it where it is to be emptied', () => {
    expect(bulkInput(inputs, offers, { posts: 3 })).toEqual({ posts: 3 })
    expect(bulkInput(inputs, offers, { posts: null })).toEqual({ posts: null })
    expect(bulkInput(inputs, offers, { client: ref('c') })).toEqual({ client: { connect: 'c' } })
    expect(bulkInput(inputs, offers, { client: null })).toEqual({ client: { disconnect: true } })
  })
})
