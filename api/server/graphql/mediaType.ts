import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

const JSON_TYPE = 'application/json; charset=utf-8'
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8'
const known = new LRUCache<string, string>({ max: 200 })

/** Type in which an answer is given; undefined where the caller takes none of ours. */
export function acceptedType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '' || accept === '*/*') return JSON_TYPE
  if (accept.length > 1_000) return undefined
  const type = known.get(accept) ?? new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE])
  if (type !== undefined) known.set(accept, type)
  return type
}

export const mediaTypeFor = (accept: string | undefined): string => acceptedType(accept) ?? JSON_TYPE
