import { createHash } from 'node:crypto'
import { isId } from '../../../model/fields/id.ts'
import { wrong } from '../../input.ts'
import type { Args } from './criteria.ts'

/** Where a page of a search ended. */
export interface Position {
  /** When the first page was asked: offers that came since do not push the others from their places. */
  readonly asOf: string
  readonly rank: string
  readonly publishedFrom: string
  readonly id: string
}

const forms = [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, /^\d{1,3}(\.\d{1,12})?(e-?\d{1,3})?$/] as const

/** A cursor belongs to one search: other criteria, or another order, and the place means nothing. */
const signatureOf = (args: Args): string => {
  const { first: _first, after: _after, ...criteria } = args
  return createHash('sha256').update(JSON.stringify(Object.entries(criteria).sort())).digest('base64url').slice(0, 10)
}

export const encodeCursor = (args: Args, { asOf, rank, publishedFrom, id }: Position): string =>
  Buffer.from(JSON.stringify([signatureOf(args), asOf, rank, publishedFrom, id])).toString('base64url')

/** Nothing in it is trusted but what has the form that it could have been given. */
export function decodeCursor(args: Args): Position | undefined {
  if (args['after'] === undefined) return undefined
  const [signature, asOf, rank, publishedFrom, id] = parsed(String(args['after']))
  const isTime = (value: unknown): value is string => typeof value === 'string' && forms[0].test(value) && !Number.isNaN(Date.parse(value))
  if (typeof signature !== 'string' || !isTime(asOf) || !isTime(publishedFrom) || typeof rank !== 'string' || !forms[1].test(rank) || !isId(id)) {
    throw wrong('after', 'damagedCursor', { fr: 'Ce curseur est illisible : reprenez au début de la recherche.', en: 'This cursor cannot be read: start the search again.' })
  }
  if (signature !== signatureOf(args)) throw wrong('after', 'foreignCursor', { fr: 'Ce curseur vient d’une autre recherche.', en: 'This cursor comes from another search.' })
  return { asOf, rank, publishedFrom, id }
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const given: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(given) ? given : []
  } catch {
    return []
  }
}
