import type { FastifyRequest } from 'fastify'
import { badInput } from '../model/errors.ts'
import type { Labels } from '../model/labels.ts'
import { faults } from '../server/http/fault.ts'
import { isTooDeep } from '../server/http/json.ts'
import { refusals } from './refusals.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a request asks: which document, with which variables. */
export interface AskedDocument {
  readonly id: string
  readonly operationName: string | undefined
  readonly variables: Fields
  /** By a method that changes nothing: GET or HEAD. */
  readonly safe: boolean
}

const LONGEST_ID = 128

/** From the address, `GET /site/casting-search.v1?variables={…}`, or from a body, as GraphQL over HTTP has it. @throws AppError */
export function readAsked({ method, params, query, body }: FastifyRequest): AskedDocument {
  const path = isFields(params) ? params : {}
  const safe = method === 'GET' || method === 'HEAD'
  const sent = safe ? fromAddress(query) : body
  if (!isFields(sent)) throw faults.malformed()
  const { query: text, documentId, operationName, variables, extensions } = sent
  if (text !== undefined && text !== null) throw refusals.idRequired()
  const id = path['id'] ?? documentId
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) throw id === undefined || id === null || id === '' ? refusals.idRequired() : refusals.unknown()
  if (path['id'] !== undefined && documentId !== undefined && documentId !== path['id']) throw wrong('documentId', sentences.two)
  const name = path['operation'] ?? operationName ?? undefined
  if (name !== undefined && typeof name !== 'string') throw wrong('operationName', sentences.text)
  if (variables !== undefined && variables !== null && !isFields(variables)) throw wrong('variables', sentences.object)
  if (extensions !== undefined && extensions !== null && !isFields(extensions)) throw wrong('extensions', sentences.object)
  return { id, operationName: name, variables: variables ?? {}, safe }
}

function fromAddress(query: unknown): Fields {
  if (!isFields(query)) return {}
  const { variables, extensions, ...rest } = query
  return { ...rest, ...(variables === undefined ? {} : { variables: parsed(variables, 'variables') }), ...(extensions === undefined ? {} : { extensions: parsed(extensions, 'extensions') }) }
}

function parsed(text: unknown, path: string): unknown {
  try {
    if (typeof text === 'string' && !isTooDeep(text)) return text === '' ? undefined : withoutPrototype(JSON.parse(text))
  } catch {
    // Told below, with its path.
  }
  throw wrong(path, sentences.object)
}

/** As the parser of bodies does: such keys are somebody's try. */
function withoutPrototype(value: unknown): unknown {
  if (JSON.stringify(value).includes('"__proto__"')) throw new SyntaxError('a forbidden key')
  return value
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const wrong = (path: string, message: Labels): Error => badInput({ path, reason: 'malformed', message })

const sentences = {
  text: { fr: 'Un texte est attendu.', en: 'A text is expected.' },
  object: { fr: 'Un objet est attendu.', en: 'An object is expected.' },
  two: { fr: 'L’adresse nomme un autre document.', en: 'The address names another document.' },
} as const
