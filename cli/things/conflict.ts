import { isObject, type Json } from '../remote/graphql.ts'
import type { Locale } from '../text/labels.ts'
import { textOf } from './shown.ts'
import type { Field } from './types.ts'
import type { RemoteError } from '../remote/remoteError.ts'

/** A field that two people changed since one of them read it. */
export interface Clash {
  /** Its name in the API. */
  readonly field: string
  readonly base: Json
  readonly mine: Json
  readonly theirs: Json
}

export interface Conflict {
  readonly clashes: readonly Clash[]
  readonly version: number
}

/** The three sides, when that is what the server refused for. */
export function conflictOf({ faults }: RemoteError): Conflict | undefined {
  const details = faults.find(({ code }) => code === 'CONFLICT')?.details
  const { conflict, version } = details ?? {}
  if (!Array.isArray(conflict) || typeof version !== 'number') return undefined
  const clashes = conflict.filter(isObject).map(({ field, base, mine, theirs }) => ({ field: String(field), base: base ?? null, mine: mine ?? null, theirs: theirs ?? null }))
  return clashes.length > 0 ? { clashes, version } : undefined
}

/** One side of a clash as people read it; a record that is told by its id stays an id. */
export function sideText(field: Field | undefined, name: string, value: Json, locale: Locale): string {
  if (value === null) return '—'
  const plain = isObject(value) && typeof value['raw'] === 'string' ? value['raw'] : value
  if (!field || field.target) return typeof plain === 'string' ? plain : JSON.stringify(plain)
  return textOf({ ...field, read: name }, { [name]: plain }, locale) || '—'
}

/** What is still to be written once some fields were left to the other side. */
export const mergedInput = (input: Readonly<Record<string, Json>>, theirs: ReadonlySet<string>): Record<string, Json> =>
  Object.fromEntries(Object.entries(input).filter(([field]) => !theirs.has(field)))
