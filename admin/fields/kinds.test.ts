import countries from 'i18n-iso-countries'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldMeta } from '../test/fake/meta.ts'
import { countries as offered } from './country.tsx'
import { kindOf, knownKinds, toInput } from './index.ts'

const files = (folder: string): readonly string[] => readdirSync(new URL(folder, import.meta.url)).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.')).map((name) => name.replace(/\.tsx?$/, ''))
const meta = (kind: string) => fieldMeta({ name: 'x', kind })

describe('field kinds', () => {
  it('have a browser half for each kind of the API, in a file of the same name', () => {
    const api = files('../../api/model/fields/').filter((name) => name !== 'kind')
    expect(api.length).toBeGreaterThan(20)
    expect(files('./')).toEqual(expect.arrayContaining([...api]))
  })

  it('are found by name, relations too; an unknown one is a text', () => {
    expect(knownKinds()).toEqual(expect.arrayContaining(['belongsTo', 'hasMany', 'manyToMany', 'anyOf', 'file', 'zonedInstant']))
    expect(kindOf({ kind: 'from tomorrow' }).kind).toBe('text')
  })

  it.each([
    ['phone', { raw: '01 23', e164: '+33123' }, '01 23'], ['money', { amount: 100, currency: 'EUR', __typename: 'Money' }, { amount: 100, currency: 'EUR' }], ['money', { amount: null, currency: 'EUR' }, null],
    ['position', { latitude: 1, longitude: 2, __typename: 'Position' }, { latitude: 1, longitude: 2 }], ['zonedInstant', { at: '2026-01-01T00:00:00Z', zone: 'Europe/Paris' }, { at: '2026-01-01T00:00:00Z', zone: 'Europe/Paris' }],
    ['text', '', null], ['text', 'a', 'a'], ['boolean', false, false],
  ])('%s: %j is sent as %j', (kind, value, sent) => { expect(toInput(meta(kind), value)).toEqual(sent) })

  it('offer every country of ISO 3166 and no other', () => {
    expect([...offered()].sort()).toEqual(Object.keys(countries.getAlpha2Codes()).sort())
  })
})
