import type { FastifyReply, FastifyRequest } from 'fastify'
import { preferredLocale } from '../access/locale.ts'
import { AppError } from '../model/errors.ts'
import { answerTo, retryAfter } from '../server/answer.ts'
import { tell } from '../server/graphql/errors.ts'
import { acceptedType } from '../server/graphql/mediaType.ts'
import { HttpFault, known } from '../server/http/fault.ts'
import type { Report } from '../server/report.ts'
import type { Answer } from './answer.ts'
import type { Rate } from './quota.ts'

const MOST_ERRORS = 5
const VARY = 'Accept, Accept-Encoding, Accept-Language, Origin'

export interface Terms {
  readonly isPublic: boolean
  /** Undefined: it is nobody's to keep. */
  readonly cacheSeconds: number | undefined
  /** Names under which a proxy may drop what it keeps. */
  readonly surrogates: string
  readonly rate: Rate | undefined
  /** `Deprecation`, `Sunset`, `Link`. */
  readonly notices: Readonly<Record<string, string>>
}

const typeOf = (request: FastifyRequest): string => acceptedType(request.headers.accept) ?? 'application/json; charset=utf-8'

/** An answer without faults, which browsers, proxies and the caller himself may keep. */
export async function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer, terms: Terms): Promise<FastifyReply> {
  const { cacheSeconds, isPublic } = terms
  if (cacheSeconds === undefined) return sendOnce(request, reply, answer, terms)
  const encoding = answer.encodingFor(request.headers['accept-encoding'])
  // Nobody asks under conditions by POST (RFC 9110, 13.1.2), and to hash an answer takes as long as to send it.
  const etag = request.method === 'POST' ? undefined : `"${answer.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  void reply.headers({
    ...terms.notices, ...(etag === undefined ? {} : { etag }), vary: isPublic ? VARY : `${VARY}, Authorization`, 'surrogate-key': terms.surrogates,
    'cache-control': cacheSeconds === 0 ? 'no-cache' : `${isPublic ? 'public' : 'private'}, max-age=${cacheSeconds}, stale-while-revalidate=${cacheSeconds * 10}`,
  })
  rateHeaders(reply, terms.rate)
  if (etag !== undefined && request.headers['if-none-match'] !== undefined && matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding !== 'identity') void reply.header('content-encoding', encoding)
  return reply.type(typeOf(request)).send(await answer.encoded(encoding))
}

/** What was done is told to whoever did it: nobody keeps it, and nobody knows it again. */
function sendOnce(request: FastifyRequest, reply: FastifyReply, answer: Answer, { notices, rate }: Terms): FastifyReply {
  rateHeaders(reply, rate)
  return reply.headers({ ...notices, 'cache-control': 'no-store', vary: VARY }).type(typeOf(request)).send(answer.body)
}

const matches = (header: string, etag: string): boolean => header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

export function rateHeaders(reply: FastifyReply, rate: Rate | undefined): void {
  if (rate) void reply.headers({ 'ratelimit-limit': rate.limit, 'ratelimit-remaining': rate.remaining, 'ratelimit-reset': rate.reset })
}

/** An answer in which something failed: what there is, and what failed, in the language of whoever asks. Nobody keeps it. */
export function sendPartly(request: FastifyRequest, reply: FastifyReply, answer: Answer, report: Report): FastifyReply {
  const asker = { locale: preferredLocale(request.headers['accept-language']), requestId: request.id }
  const told = answer.errors.map((error) => tell(error, asker))
  for (const { answer: one, thrown } of told) if (!one.foreseen) report(thrown, { requestId: request.id, where: request.routeOptions.url ?? 'documents' })
  const statuses = told.map(({ answer: one }) => one.status)
  const status = statuses.find((one) => one === 503 || one === 429) ?? (answer.hasData ? 200 : statuses.includes(500) ? 500 : 422)
  if (status === 503) void reply.header('retry-after', '2')
  return reply.code(status).header('cache-control', 'no-store').type(typeOf(request)).send(`{"errors":${JSON.stringify(told.slice(0, MOST_ERRORS).map(({ error }) => error))},${answer.body.toString().slice(1)}`)
}

/** A request that was not run. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, thrown: unknown, report: Report): FastifyReply {
  const error = known(thrown)
  const answer = answerTo(error, { locale: preferredLocale(request.headers['accept-language']), requestId: request.id })
  if (!answer.foreseen) report(thrown, { requestId: request.id, where: request.routeOptions.url ?? 'documents' })
  const status = error instanceof HttpFault ? error.status : error instanceof AppError && error.code === 'BAD_USER_INPUT' ? 422 : answer.status
  const wait = retryAfter(answer)
  if (wait !== undefined) void reply.header('retry-after', String(wait))
  if (status === 401) void reply.header('www-authenticate', 'Bearer')
  if (error instanceof HttpFault && error.allow !== undefined) void reply.header('allow', error.allow)
  const { rate, requestId, ...extensions } = answer.extensions
  rateHeaders(reply, rate as Rate | undefined)
  // Of what does not exist and of what is closed the same bytes; the number of the request is in its header.
  const told = status === 404 ? extensions : { ...extensions, requestId }
  return reply.code(status).headers({ 'cache-control': 'no-store', vary: VARY }).type(typeOf(request)).send(JSON.stringify({ errors: [{ message: answer.message, extensions: told }] }))
}
