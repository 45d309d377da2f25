import { describe, expect, it } from 'vitest'
import { indexSchema } from '../data/schema.ts'
import { screen } from '../screens/screen.ts'
import { screensAt } from './screens.tsx'
import { buildSchema, introspectionFromSchema } from 'graphql'

const schema = indexSchema(introspectionFromSchema(buildSchema('type Query { chart: Int } type Mutation { lift: Int }')).__schema)
const label = { fr: 'x', en: 'x' }
const load = () => Promise.resolve({ default: () => null })
const all = [
  screen({ place: 'page', path: 'chart', label, needs: 'chart', load }), screen({ place: 'page', path: 'secret', label, needs: 'secret', load }),
  screen({ place: 'recordTool', on: ['Offer'], label, needs: 'lift', load }), screen({ place: 'recordTool', label, needs: 'chart', load }),
]

describe('bespoke screens', () => {
  it('stand at their place for whoever may use their operation', () => {
    expect(screensAt(all, schema, 'page').map(({ path }) => path)).toEqual(['chart'])
    expect(screensAt(all, schema, 'banner')).toEqual([])
  })
  it('stand on the records that they name, or on all', () => {
    expect(screensAt(all, schema, 'recordTool', 'Offer').map(({ needs }) => needs)).toEqual(['lift', 'chart'])
    expect(screensAt(all, schema, 'recordTool', 'Client').map(({ needs }) => needs)).toEqual(['chart'])
  })
})
