import { isObject } from './meta.ts'
import { namedType, type SchemaIndex } from './schema.ts'

export type Filter = Readonly<Record<string, unknown>>

/**
 * A filter as the API takes it. Lists keep it in their address in this very shape, so it may come
 * from an old bookmark or from somebody with other rights: what the caller's schema does not know
 * is left out, and so is what is empty.
 */
export function pruneFilter(schema: SchemaIndex, type: string, filter: unknown): Filter | undefined {
  const kept = prune(schema, type, filter)
  return isObject(kept) ? kept : undefined
}

function prune(schema: SchemaIndex, type: string, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) {
    const kept = value.map((one: unknown) => prune(schema, type, one)).filter((one) => one !== undefined)
    return kept.length > 0 ? kept : undefined
  }
  if (schema.type(type)?.kind !== 'INPUT_OBJECT') return value
  if (!isObject(value)) return undefined
  const inputs = schema.inputs(type)
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const input = inputs.get(name)
    const kept = input ? prune(schema, namedType(input.type), inner) : undefined
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** Both filters at once; a condition of one never replaces one of the other. */
export function bothFilters(one: Filter | undefined, other: Filter | undefined): Filter | undefined {
  if (!one || !other) return one ?? other
  return Object.keys(one).some((key) => key in other) ? { and: [one, other] } : { ...one, ...other }
}
