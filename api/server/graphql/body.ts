import { faults } from '../http/fault.ts'
import { badInput } from '../../model/errors.ts'
import type { Labels } from '../../model/labels.ts'

type Fields = Readonly<Record<string, unknown>>

/** A request as GraphQL over HTTP describes it, with the document in full or by its id. */
export interface GraphqlBody {
  readonly query: string | undefined
  readonly documentId: unknown
  readonly operationName: string | null
  readonly variables: Fields | null
}

/** Takes what we know of a body and leaves the rest. One request per body: there are no batches. @throws AppError */
export function readBody(body: unknown): GraphqlBody {
  if (!isFields(body)) throw faults.malformed()
  const { query, documentId, operationName = null, variables = null, extensions = null } = body
  if (query !== undefined && query !== null && typeof query !== 'string') throw wrong('query', sentences.text)
  if (operationName !== null && typeof operationName !== 'string') throw wrong('operationName', sentences.text)
  if (variables !== null && !isFields(variables)) throw wrong('variables', sentences.object)
  if (extensions !== null && !isFields(extensions)) throw wrong('extensions', sentences.object)
  const text = query === null || query === '' ? undefined : query
  const id = documentId === null ? undefined : documentId
  if ((text === undefined) === (id === undefined)) throw wrong('query', sentences.one)
  return { query: text, documentId: id, operationName, variables }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (path: string, message: Labels): Error => badInput({ path, reason: 'malformed', message })

const sentences = {
  text: { fr: 'Un texte est attendu.', en: 'A text is expected.' },
  object: { fr: 'Un objet est attendu.', en: 'An object is expected.' },
  one: { fr: 'Donnez soit `query`, soit `documentId`.', en: 'Give either `query` or `documentId`.' },
} as const
