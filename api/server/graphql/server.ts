import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Authenticate } from '../../access/authenticate.ts'
import type { Principal } from '../../access/principal.ts'
import { faults } from '../http/fault.ts'
import { answerWithin, bodyWithin } from '../http/guards.ts'
import { takeJson } from '../http/json.ts'
import { startApollo, type ApolloOptions } from './apollo.ts'
import { readBody } from './body.ts'
import type { DoorContext, GraphqlDoor } from './context.ts'
import { RequestDoor } from './door.ts'
import { acceptedType } from './mediaType.ts'
import { registeredDocument, type DocumentRegistry } from './persisted.ts'

export interface GraphqlServerOptions<C extends DoorContext> extends ApolloOptions<C> {
  readonly authenticate: Authenticate
  readonly documents: DocumentRegistry
  /** What the resolvers of one request work with. */
  readonly contextFor: (principal: Principal, http: GraphqlDoor) => C | Promise<C>
  /** People reach us by https: cookies are for that only. */
  readonly secure: boolean
  /** Tests of rights ask for everybody in words of their own. */
  readonly outsidersAskFreely?: boolean | undefined
}

export interface GraphqlServer {
  /** Adds `/graphql` to a Fastify instance. */
  readonly routes: (app: FastifyInstance) => Promise<void>
  stop(): Promise<void>
}

const BODY_BYTES = 128 * 1_024
const BODY_MILLISECONDS = 10_000
/** Whoever waits longer has given up; statements of the database end before. */
const ANSWER_MILLISECONDS = 8_000

/** The door of GraphQL: POST with a JSON body, one document in full or by its id. */
export async function createGraphqlServer<C extends DoorContext>(options: GraphqlServerOptions<C>): Promise<GraphqlServer> {
  const apollo = await startApollo(options)
  const contexts = new WeakMap<FastifyRequest, C>()
  const context = (request: FastifyRequest): Promise<C> => {
    const found = contexts.get(request)
    return found ? Promise.resolve(found) : Promise.reject(new Error('a request without its context'))
  }

  // eslint-disable-next-line typescript/require-await -- Fastify waits for what a plugin promises.
  async function routes(app: FastifyInstance): Promise<void> {
    takeJson(app, BODY_BYTES)
    app.route({
      method: 'POST', url: '/graphql', bodyLimit: BODY_BYTES,
      onRequest: [bodyWithin(BODY_MILLISECONDS), answerWithin(ANSWER_MILLISECONDS), checkHeaders],
      preHandler: async (request, reply) => { contexts.set(request, await admitted(request, reply, options)) },
      handler: fastifyApolloHandler<C>(apollo, { context }),
    })
    app.route({ method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], url: '/graphql', handler: () => { throw faults.method() } })
  }
  return { routes, stop: () => apollo.stop() }
}

/** Refuses before the body is read what would only be refused after it, or after the work. */
export function checkHeaders(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) return done(faults.mediaType())
  if (acceptedType(request.headers.accept) === undefined) return done(faults.notAcceptable())
  done()
}

/** Who is asking, and the document that he means; what Apollo then finds in the body is the document itself. */
async function admitted<C extends DoorContext>(request: FastifyRequest, reply: FastifyReply, options: GraphqlServerOptions<C>): Promise<C> {
  const { authorization, 'x-coulisses-origin': origin, 'accept-language': language, 'x-coulisses-view-as': viewAs } = request.headers
  const identity = await options.authenticate({ authorization, origin: typeof origin === 'string' ? origin : undefined, language, requestId: request.id, viewAs: typeof viewAs === 'string' ? viewAs : undefined, address: request.ip })
  const { query, documentId, operationName, variables } = readBody(request.body)
  const document = query === undefined ? await registeredDocument(options.documents, documentId) : undefined
  request.body = document ? { query: document.text, operationName, variables: document.permitted(variables ?? {}) } : { query, operationName, variables }
  const registered = document !== undefined
  const { userId, organisationId } = identity.principal
  // Whoever acts for a client or a partner belongs at the partners' door.
  const free = userId !== undefined && (organisationId === undefined || options.outsidersAskFreely === true)
  const door = new RequestDoor(request, reply, registered ? asSite(identity) : asTrial(request, identity), { registered, free }, options.secure)
  return await options.contextFor(door.principal, door)
}

/** Header `x-coulisses-trial`: what would happen, without its happening. */
function asTrial<I extends { readonly principal: Principal }>({ headers }: FastifyRequest, identity: I): I {
  return headers['x-coulisses-trial'] === 'true' ? { ...identity, principal: { ...identity.principal, trial: true } } : identity
}

/** The public site asks by registered documents and without an account. */
function asSite<I extends { readonly principal: Principal }>(identity: I): I {
  return identity.principal.userId === undefined ? { ...identity, principal: { ...identity.principal, origin: 'SITE' } } : identity
}
