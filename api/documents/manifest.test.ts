import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readManifest } from './manifest.ts'

const text = 'query CastingSearch { castingOffers { items { id } } }'
const hash = (algorithm: string, of = text): string => createHash(algorithm).update(of).digest('hex')
const apollo = (id: string, more: object = {}) => JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id, name: 'CastingSearch', type: 'query', body: text }], ...more })

describe('what is submitted', () => {
  it('is a text with its name and version, or those of its operation', () => {
    expect(readManifest('a/offers.v3.graphql', `${text}\n`)).toEqual([{ name: 'offers', revision: 3, document: text }])
    expect(readManifest('a/Offers.graphql', text)).toEqual([{ name: 'casting-search', revision: undefined, document: text }])
    expect(readManifest('a/offers.graphql', `${text} \n`)).toEqual([{ name: 'offers', revision: undefined, document: `${text} ` }])
  })

  it.each([['md5', hash('md5')], ['sha256', hash('sha256')], ['sha256 with its prefix', `sha256:${hash('sha256')}`]])('is what Relay keeps, by %s', (_name, id) => {
    expect(readManifest('queries.json', JSON.stringify({ [id]: text }))).toEqual([{ name: 'casting-search', revision: undefined, document: text }])
  })

  it('is a manifest of Apollo', () => {
    expect(readManifest('manifest.json', apollo(hash('sha256')))).toEqual([{ name: 'casting-search', revision: undefined, document: text }])
  })

  it.each([
    ['a text of one space more', JSON.stringify({ [hash('sha256')]: `${text} ` })], ['a hash of another kind', JSON.stringify({ x: text })], ['Apollo’s of another text', apollo(hash('sha256', 'x'))],
    ['Apollo’s by md5', apollo(hash('md5'))], ['another version', apollo(hash('sha256'), { version: 2 })], ['no JSON', 'x'], ['a list', '[]'], ['what is no text', JSON.stringify({ [hash('md5')]: 7 })],
    ['what does not parse', JSON.stringify({ [hash('md5', '{')]: '{' })], ['an operation without a name', JSON.stringify({ [hash('md5', '{ me { id } }')]: '{ me { id } }' })],
  ])('is refused: %s', (_what, content) => {
    expect(() => readManifest('file.json', content)).toThrow(/^file\.json: /)
  })
})
