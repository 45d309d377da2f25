import { type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLRequestListener, type HTTPGraphQLHead } from '@apollo/server'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Audit } from '../../access/audit.ts'
import { retryAfter } from '../answer.ts'
import type { Report } from '../report.ts'
import type { DoorContext } from './context.ts'
import { admit, mayBeTold, notAsked } from './doorkeeper.ts'
import { tell, type ToldError } from './errors.ts'
import { factsOf } from './facts.ts'
import type { DocumentLimits } from './limits.ts'
import { mediaTypeFor } from './mediaType.ts'
import { refusalsOf } from './refusals.ts'

export interface PipelineOptions {
  readonly schema: GraphQLSchema
  readonly limits: DocumentLimits
  readonly report: Report
  readonly audit?: Audit
}

const MAX_ERRORS = 5

/** What we add to Apollo's way of a request: who may ask what, and how errors are told. */
export function pipeline<C extends DoorContext>({ schema, limits, report, audit }: PipelineOptions): ApolloServerPlugin<C> {
  const listener: GraphQLRequestListener<C> = {
    didResolveOperation: async ({ contextValue, document, operation, request }) =>
      admit(contextValue, { document, operation, variables: request.variables }, schema, limits),
    willSendResponse: async (request) => {
      const mediaType = mediaTypeFor(request.request.http?.headers.get('accept'))
      request.response.http.headers.set('content-type', mediaType)
      if (!request.errors || request.errors.length === 0) return
      const told = tellErrors(request, mediaType, report)
      // Nobody is told that something was refused to him before that is on record.
      if (audit) await Promise.all(refusalsOf(schema, request, told).map(audit))
    },
  }
  return { requestDidStart: () => Promise.resolve(listener) }
}

function tellErrors<C extends DoorContext>(request: GraphQLRequestContext<C>, mediaType: string, report: Report): readonly ToldError[] {
  const { body, http } = request.response
  if (body?.kind !== 'single') return []
  const { principal } = request.contextValue.caller
  // An operation was chosen once its document was valid; whether it may be asked was answered then.
  const secret = !request.operation && !mayBeTold(request.contextValue, request.document)
  const errors = secret ? [new GraphQLError('', { originalError: notAsked(request.contextValue) })] : (request.errors ?? [])
  const told = errors.map((error) => tell(error, principal))
  for (const { answer, thrown } of told) if (!answer.foreseen) report(thrown, { requestId: principal.requestId, origin: principal.origin, userId: principal.userId, where: nameOf(request), variables: request.request.variables })
  body.singleResult = { ...body.singleResult, errors: told.slice(0, MAX_ERRORS).map(({ error }) => error) }
  setStatus(http, told, body.singleResult.data === undefined, mediaType)
  return told
}

/** The name that the operation has, or what it asks first. */
const nameOf = <C extends DoorContext>({ document, operation, operationName }: GraphQLRequestContext<C>): string =>
  operationName ?? (document && operation ? factsOf(document, operation).rootFields[0] : undefined) ?? 'graphql'

/**
 * GraphQL over HTTP: with `application/json` whoever asks reads the body, so what GraphQL answers is 200;
 * with `application/graphql-response+json` a request that was not run is 400. What concerns the whole
 * exchange has its own status with both, for whoever stands in between: 401, 429, 503, 500.
 */
function setStatus(http: HTTPGraphQLHead, told: readonly ToldError[], notRun: boolean, mediaType: string): void {
  // A field that cannot be decrypted leaves the rest of the answer what it is.
  const outer = told.filter(({ error }) => (error.path?.length ?? 0) < 2)
  const wait = outer.map(({ answer }) => retryAfter(answer)).find((seconds) => seconds !== undefined)
  if (wait !== undefined) http.headers.set('retry-after', String(wait))
  const whole = outer.map(({ answer }) => answer.status).find((status) => status === 503 || status === 429 || (notRun && (status === 401 || status === 500)))
  if (whole === 401) http.headers.set('www-authenticate', 'Bearer')
  http.status = whole ?? (notRun && mediaType.startsWith('application/graphql-response+json') ? 400 : 200)
}
