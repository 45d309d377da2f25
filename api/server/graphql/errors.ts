import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { answerTo, shorten, type Asker, type ErrorAnswer } from '../answer.ts'

/** Codes under which Apollo says that the request itself is wrong. */
const clientCodes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_SUPPORTED',
])
/** An argument whose variable was left out or null is found only while running. */
const argumentFault = /^Argument "/

export interface ToldError {
  readonly error: GraphQLFormattedError
  readonly answer: ErrorAnswer
  /** What was thrown, under the layers that GraphQL puts around it. */
  readonly thrown: unknown
}

/** An error of GraphQL as the caller is told it. */
export function tell(error: GraphQLError, asker: Asker): ToldError {
  const thrown = innermost(error)
  const answer = thrown instanceof GraphQLError ? answerToGraphql(error, thrown, asker) : answerTo(thrown, asker)
  const { locations, path } = error
  return {
    thrown, answer,
    error: { message: answer.message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions: answer.extensions },
  }
}

function innermost(error: GraphQLError): unknown {
  let thrown: unknown = error
  while (thrown instanceof GraphQLError && thrown.originalError !== undefined) thrown = thrown.originalError
  return thrown
}

/** Faults that GraphQL itself finds: the sentence is GraphQL's, for developers, in English. */
function answerToGraphql(error: GraphQLError, thrown: GraphQLError, asker: Asker): ErrorAnswer {
  if (!clientCodes.has(error.extensions['code']) && !argumentFault.test(thrown.message)) return answerTo(thrown, asker)
  // Suggestions would name what the caller may not see.
  const message = shorten(thrown.message.replace(/ ?Did you mean .+\?$/s, ''))
  return { status: 400, message, extensions: { code: 'BAD_USER_INPUT', reason: 'invalidDocument', requestId: asker.requestId }, foreseen: true }
}
