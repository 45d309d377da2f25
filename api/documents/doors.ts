import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { needScope } from '../access/apiKey.ts'
import type { Authenticate } from '../access/authenticate.ts'
import { asPartner, type Caller } from '../access/principal.ts'
import { addressKey } from '../access/throttle.ts'
import { unauthenticated } from '../model/errors.ts'
import { checkHeaders } from '../server/graphql/server.ts'
import { answerWithin, bodyWithin } from '../server/http/guards.ts'
import { takeJson } from '../server/http/json.ts'
import type { Report } from '../server/report.ts'
import { readAsked } from './asked.ts'
import { noticesOf, paths } from './notices.ts'
import { openApiOf } from './openapi.ts'
import type { RefusalRecord } from './recorded.ts'
import { refusals } from './refusals.ts'
import { sendAnswer, sendPartly, sendRefusal } from './reply.ts'
import type { Comer, DocumentService, Served } from './service.ts'

export interface DoorsOptions<C extends { readonly caller: Caller }> {
  readonly service: DocumentService<C>
  readonly authenticate: Authenticate
  readonly report: Report
  readonly turnedAway: RefusalRecord
  /** Sites whose pages may ask: `https://www.example.org`. */
  readonly origins: readonly string[]
}

const BODY_BYTES = 16 * 1_024
const BODY_MILLISECONDS = 5_000
const ANSWER_MILLISECONDS = 8_000

type Door = Comer['door']

/** `/site` for everybody and `/partner` for whoever has a key: approved documents, and nothing else. */
export const documentDoors = <C extends { readonly caller: Caller }>(options: DoorsOptions<C>) => async (app: FastifyInstance): Promise<void> => {
  const { report } = options
  await app.register((scope) => {
    takeJson(scope, BODY_BYTES)
    scope.setErrorHandler((error, request, reply) => sendRefusal(request, reply, error, report))
    scope.addHook('onRequest', crossOrigin(new Set(options.origins)))
    for (const door of ['SITE', 'PARTNER'] as const) addDoor(scope, door, options)
    addDescription(scope, options)
    return Promise.resolve()
  })
}

function addDoor<C extends { readonly caller: Caller }>(scope: FastifyInstance, door: Door, { service, authenticate, report, turnedAway }: DoorsOptions<C>): void {
  const path = paths[door]
  const serve = async (request: FastifyRequest): Promise<Served> => {
    const { id } = request.params as { readonly id?: string }
    return await recorded(turnedAway, request, { door, document: id }, async (known) => {
      const comer = door === 'SITE' ? visitor(request, authenticate) : await partner(request, authenticate, known)
      return await service.serve(comer, readAsked(request))
    })
  }
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const served = await serve(request)
    if (!served.answer.sound) return sendPartly(request, reply, served.answer, report)
    return await sendAnswer(request, reply, served.answer, termsOf(door, served))
  }
  for (const url of [path, `${path}/:id`, `${path}/:id/:operation`]) {
    // What has no body and is mostly answered from memory needs no clocks; statements have theirs.
    scope.route({ method: ['GET', 'HEAD'], url, onRequest: checkHeaders, handler })
    scope.route({ method: 'POST', url, bodyLimit: BODY_BYTES, onRequest: [bodyWithin(BODY_MILLISECONDS), answerWithin(ANSWER_MILLISECONDS), checkHeaders], handler })
    scope.route({ method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'], url, handler: () => { throw refusals.method() } })
  }
}

/** `GET /partner/openapi.json`: what whoever shows his key may ask. */
function addDescription<C extends { readonly caller: Caller }>(scope: FastifyInstance, { service, authenticate, turnedAway }: DoorsOptions<C>): void {
  scope.get('/partner/openapi.json', async (request, reply) => {
    const { organisationId } = await recorded(turnedAway, request, { door: 'PARTNER', document: 'openapi.json' }, (known) => partner(request, authenticate, known))
    const documents = organisationId === undefined ? [] : await service.described(organisationId)
    return await reply.headers({ 'cache-control': 'private, no-cache', vary: 'Authorization' }).send(openApiOf(documents, `${request.protocol}://${request.host}`))
  })
}

/** Told whose key it is, once that is known: what is refused him afterwards is on record under his name. */
type Known = (userId: string | undefined) => void

async function recorded<T>(turnedAway: RefusalRecord, request: FastifyRequest, asked: { readonly door: Door; readonly document: string | undefined }, run: (known: Known) => Promise<T>): Promise<T> {
  let userId: string | undefined
  try {
    return await run((id) => { userId = id })
  } catch (error) {
    turnedAway(error, { ...asked, by: { userId, requestId: request.id }, address: request.ip })
    throw error
  }
}

/** Whatever he brings along: here everybody is a visitor. */
const visitor = ({ id, ip, headers }: FastifyRequest, authenticate: Authenticate): Comer => ({
  door: 'SITE', address: () => addressKey(ip), organisationId: undefined,
  who: async () => {
    const { principal } = await authenticate({ authorization: undefined, origin: undefined, language: headers['accept-language'], requestId: id, address: ip })
    return { ...principal, origin: 'SITE' }
  },
})

/** By a key of the API, or by a token that was issued at this door. */
async function partner(request: FastifyRequest, authenticate: Authenticate, known: Known): Promise<Comer> {
  const { authorization, 'accept-language': language } = request.headers
  if (authorization === undefined) throw unauthenticated()
  const { principal } = await authenticate({ authorization, origin: undefined, language, requestId: request.id, address: request.ip, audience: 'partner' })
  known(principal.userId)
  needScope(principal, 'DOCUMENTS_RUN')
  return { door: 'PARTNER', address: () => request.ip, organisationId: principal.organisationId, who: () => Promise.resolve(asPartner(principal)) }
}

function termsOf(door: Door, { answer, document, grant, rate, written }: Served): Parameters<typeof sendAnswer>[3] {
  return { isPublic: door === 'SITE', cacheSeconds: written ? undefined : grant?.cacheSeconds ?? document.cacheSeconds, surrogates: answer.surrogates, rate, notices: noticesOf(door, document) }
}

const EXPOSED = 'Content-Language, Deprecation, ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, Sunset, X-Request-Id'

/** Pages of the sites that the settings name may read what they ask; browsers keep other pages from it. */
const crossOrigin = (origins: ReadonlySet<string>): onRequestHookHandler => (request, reply, done) => {
  const { origin } = request.headers
  if (origin === undefined || !origins.has(origin)) return done()
  void reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED, 'cross-origin-resource-policy': 'cross-origin', vary: 'Origin' })
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return done()
  void reply.code(204).headers({ 'access-control-allow-methods': 'GET, HEAD, POST', 'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-None-Match', 'access-control-max-age': '7200' }).send()
}
