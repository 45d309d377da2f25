import type { FastifyReply, FastifyRequest } from 'fastify'
import { preferredLocale } from '../../access/locale.ts'
import { AppError } from '../../model/errors.ts'
import type { ErrorCode } from '../../model/issue.ts'
import type { Labels } from '../../model/labels.ts'
import { answerTo, retryAfter, type ErrorAnswer } from '../answer.ts'
import type { Report } from '../report.ts'

/** A request that is refused with a status of its own: by HTTP itself, before anybody looks at what it asks, or by a door. */
export class HttpFault extends AppError {
  readonly status: number
  /** By which methods it may be asked, where it was asked by another one. */
  readonly allow: string | undefined

  constructor(status: number, reason: string, message: Labels, { code, values, allow }: { readonly code?: ErrorCode; readonly values?: Readonly<Record<string, unknown>>; readonly allow?: string } = {}) {
    super(code ?? (status >= 500 ? 'UNAVAILABLE' : 'BAD_USER_INPUT'), [{ reason, message, ...(values ? { values } : {}) }])
    this.name = 'HttpFault'
    this.status = status
    this.allow = allow
  }
}

export const faults = {
  malformed: () => new HttpFault(400, 'malformed', { fr: 'La demande est mal formée.', en: 'The request is malformed.' }),
  notFound: () => new HttpFault(404, 'notFound', { fr: 'Il n’y a rien à cette adresse.', en: 'There is nothing at this address.' }),
  method: () => new HttpFault(405, 'methodNotAllowed', { fr: 'Cette adresse ne répond qu’à POST.', en: 'This address answers to POST only.' }, { allow: 'POST' }),
  notAcceptable: () => new HttpFault(406, 'notAcceptable', { fr: 'La réponse n’existe qu’en JSON.', en: 'The answer exists in JSON only.' }),
  tooLarge: () => new HttpFault(413, 'tooLarge', { fr: 'La demande est trop volumineuse.', en: 'The request is too large.' }),
  mediaType: () => new HttpFault(415, 'unsupportedMediaType', { fr: 'Ce type de contenu n’est pas pris en charge.', en: 'This type of content is not supported.' }),
  busy: () => new HttpFault(503, 'busy', { fr: 'Le service est très sollicité. Réessayez dans un instant.', en: 'The service is very busy. Try again in a moment.' }),
  slow: () => new HttpFault(503, 'timeout', { fr: 'La demande était trop longue et a été arrêtée.', en: 'The request took too long and was stopped.' }),
} as const

/** What Fastify and its plugins refuse by themselves, in our words. */
export function known(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  if (status === 413) return faults.tooLarge()
  if (status === 415 || status === 406) return faults.mediaType()
  if (status === 404) return faults.notFound()
  return status >= 400 && status < 500 ? faults.malformed() : error
}

/** Answers an error in the shape of GraphQL, whatever the door: one shape for every client. */
export function sendError(request: FastifyRequest, reply: FastifyReply, thrown: unknown, report: Report): FastifyReply {
  const error = known(thrown)
  const answer = answerTo(error, { locale: preferredLocale(request.headers['accept-language']), requestId: request.id })
  if (!answer.foreseen) report(thrown, { requestId: request.id, where: request.routeOptions.url ?? 'http' })
  const status = error instanceof HttpFault ? error.status : answer.status
  if (error instanceof HttpFault && error.allow !== undefined) void reply.header('allow', error.allow)
  for (const [name, value] of headersOf(status, answer)) void reply.header(name, value)
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors: [{ message: answer.message, extensions: answer.extensions }] }))
}

function headersOf(status: number, answer: ErrorAnswer): [string, string][] {
  const wait = status === 503 ? (retryAfter(answer) ?? 1) : retryAfter(answer)
  return [
    ...(wait === undefined ? [] : [['retry-after', String(wait)] as [string, string]]),
    ...(status === 401 ? [['www-authenticate', 'Bearer'] as [string, string]] : []),
  ]
}
