import { describe, expect, it } from 'vitest'
import { differences } from './disclosure.ts'

const of = (sensitivity: string, rows: unknown) => ({ sensitivity, rows: JSON.stringify(rows) })
const published = { state: { eq: 'PUBLISHED' } }
const kinds = (before: Parameters<typeof differences>[0], now: Parameters<typeof differences>[1]) => differences(before, now).map(({ coordinate, kind }) => `${kind} ${coordinate}`)

describe('what a document discloses beyond what was approved', () => {
  it('is nothing while rows and fields are the same or fewer', () => {
    expect(kinds({ 'Offer.title': of('PUBLIC', 'all') }, { 'Offer.title': of('PUBLIC', [published]) })).toEqual([])
    expect(kinds({ 'Offer.title': of('PUBLIC', [published]) }, { 'Offer.title': of('PUBLIC', [{ ...published, dated: { isEmpty: false } }]) })).toEqual([])
    expect(kinds({ 'Offer.title': of('PERSONAL', 'all') }, { 'Offer.title': of('PUBLIC', 'all') })).toEqual([])
  })

  it('is each field that more rows show, that became more sensitive, or that nobody approved', () => {
    expect(kinds({ 'Offer.title': of('PUBLIC', [published]) }, { 'Offer.title': of('PUBLIC', 'all') })).toEqual(['widened Offer.title'])
    expect(kinds({ 'Offer.title': of('PUBLIC', [published]) }, { 'Offer.title': of('PUBLIC', [published, { state: { eq: 'DRAFT' } }]) })).toEqual(['widened Offer.title'])
    expect(kinds({ 'Offer.title': of('PUBLIC', 'none') }, { 'Offer.title': of('PUBLIC', [published]) })).toEqual(['widened Offer.title'])
    expect(kinds({ 'Offer.title': of('PUBLIC', 'all') }, { 'Offer.title': of('PERSONAL', 'all') })).toEqual(['widened Offer.title'])
    expect(kinds({}, { 'Offer.title': of('PUBLIC', 'all') })).toEqual(['widened Offer.title'])
  })

  it('and what is closed by now is told too', () => {
    expect(kinds({ 'Offer.title': of('PUBLIC', 'all') }, {})).toEqual(['closed Offer.title'])
    expect(kinds({ 'Offer.title': of('PUBLIC', 'all') }, { 'Offer.title': of('PUBLIC', 'none') })).toEqual(['closed Offer.title'])
    expect(kinds({ 'Offer.title': of('PUBLIC', 'none') }, { 'Offer.title': of('PUBLIC', 'none') })).toEqual([])
  })
})
