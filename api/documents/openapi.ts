import type { JsonSchema } from '../ports/documents.ts'

/** A granted document, as its partner's programmer is told of it. */
export interface Described {
  readonly alias: string
  /** It changes something: by POST only. */
  readonly writes: boolean
  readonly hash: string
  readonly deprecated: boolean
  readonly sunsetAt: Date | undefined
  readonly ratePerMinute: number
  readonly rowsPerDay: number | undefined
  readonly variables: JsonSchema
  readonly answer: JsonSchema
  readonly example: unknown
}

const ref = (name: string) => ({ $ref: `#/components/responses/${name}` })
const refused = (description: string) => ({ description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Errors' } } } })
const whole = { schema: { type: 'integer' } } as const

const responses = {
  Known: { description: 'Nothing has changed since the answer with this ETag.' },
  Malformed: refused('The request is malformed.'), Unauthenticated: refused('No key, or one that is no good.'), Suspended: refused('The document, or the grant, is suspended.'),
  Unknown: refused('There is no such document, or it is not granted: both answer alike.'), Gone: refused('The document is retired.'),
  Outside: refused('A variable is outside of what was granted; `errors[].extensions.fields[].path` says which.'),
  TooMany: { ...refused('Too many calls in this minute, or too many rows on this day.'), headers: { 'Retry-After': whole } },
} as const

const errors: JsonSchema = {
  type: 'object', required: ['errors'],
  properties: { errors: { type: 'array', items: { type: 'object', required: ['message'], properties: { message: { type: 'string' }, extensions: { type: 'object', properties: { code: { type: 'string' }, reason: { type: 'string' } } } } } } },
}

/** OpenAPI 3.1 of what one partner may ask: each document is an address of its own. */
export function openApiOf(documents: readonly Described[], server: string): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.0',
    info: { title: 'Coulisses: approved documents', version: '1', description: 'What was granted to you, and within which limits. Every answer has an ETag; ask again with If-None-Match.' },
    servers: [{ url: server }],
    security: [{ key: [] }],
    paths: Object.fromEntries(documents.map((document) => [`/partner/${document.alias}`, pathOf(document)])),
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key with the scope DOCUMENTS_RUN.' } }, schemas: { Errors: errors }, responses },
  }
}

function pathOf({ alias, writes, hash, deprecated, sunsetAt, ratePerMinute, rowsPerDay, variables, answer, example }: Described): object {
  const all = {
    200: {
      description: 'The answer.',
      headers: { ETag: { schema: { type: 'string' } }, 'RateLimit-Limit': whole, 'RateLimit-Remaining': whole, 'RateLimit-Reset': whole },
      content: { 'application/json': { schema: { type: 'object', required: ['data'], properties: { data: answer, extensions: { type: 'object' } } }, example: { data: example } } },
    },
    304: ref('Known'), 400: ref('Malformed'), 401: ref('Unauthenticated'), 403: ref('Suspended'), 404: ref('Unknown'), 410: ref('Gone'), 422: ref('Outside'), 429: ref('TooMany'),
  }
  const told = {
    summary: alias, deprecated, responses: all,
    description: `sha256:${hash}. ${ratePerMinute} calls per minute${rowsPerDay === undefined ? '' : `, ${rowsPerDay} rows per day`}.${sunsetAt ? ` It stops on ${sunsetAt.toISOString()}.` : ''}`,
  }
  const name = alias.replaceAll(/[^A-Za-z0-9]+/g, '_')
  const needed = (variables.required ?? []).length > 0
  const post = { ...told, operationId: `post_${name}`, requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', properties: { variables }, ...(needed ? { required: ['variables'] } : {}) } } } } }
  if (writes) return { post }
  return {
    post,
    get: { ...told, operationId: `get_${name}`, parameters: [{ name: 'variables', in: 'query', required: needed, content: { 'application/json': { schema: variables } } }] },
  }
}
