import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode, Kind, type VariableDefinitionNode } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import { coordinatesOf } from './coordinates.ts'
import { factsOf } from './facts.ts'
import { knowingLeftOut } from './leftOut.ts'

type Gateway = NonNullable<ApolloServerOptionsWithGateway<BaseContext>['gateway']>
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>

export interface ExecutorOptions<C> {
  readonly schema: GraphQLSchema
  /** The part of the schema that this caller may use: what questions about the schema are answered from. */
  readonly schemaFor: (context: C) => GraphQLSchema
  /** The same schema without rules, for documents at which they have nothing to refuse. */
  readonly cleared?: Cleared<C>
}

export interface Cleared<C> {
  readonly schema: GraphQLSchema
  /** Whether the rules let this caller through at all of these coordinates. */
  readonly passes: (context: C, coordinates: ReadonlySet<string>) => Promise<boolean>
}

/**
 * Lets Apollo run documents that were compiled to functions (graphql-jit), with the same resolvers and
 * rules: half the time of an answer is otherwise spent in walking the document.
 */
export function compiledGateway<C>({ schema: guarded, schemaFor, cleared }: ExecutorOptions<C>): Gateway {
  const withRules = compiler(guarded)
  const withoutRules = cleared && compiler(cleared.schema)
  const executor: Executor = async ({ document, operation: chosen, operationName, request, context }) => {
    const operation: OperationDefinitionNode | undefined = chosen
    // Apollo asks even where it found no operation to run; graphql-js would then take the only one there is.
    if (!operation) return { errors: [new GraphQLError('Unknown operation, or several and none named.')] }
    const variables = request.variables ?? {}
    // Apollo hands over the context that it was given; only its type is lost on the way.
    const own = context as C
    if (factsOf(document, operation).introspective) return await execute({ schema: schemaFor(own), document, operationName, variableValues: variables, contextValue: own })
    const free = cleared && await cleared.passes(own, coordinatesOf(cleared.schema, document, operation))
    const schema = free ? cleared.schema : guarded
    const run = (free && withoutRules ? withoutRules : withRules)(document, operation, operationName)
    if (!run) return requestFaults(await execute({ schema, document, operationName, variableValues: variables, contextValue: own }))
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 5 })
    return requestFaults(errors ? { errors } : await run(undefined, own, coerced))
  }
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: guarded, coreSupergraphSdl: '' })
      return () => undefined
    },
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
  }
}

type Run = CompiledQuery['query']

/** One operation as a function; `null` where graphql-jit cannot. */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): Run | null {
  return knowingLeftOut(schema, document, name, (one) => {
    const compiled = compileQuery(schema, withoutVariableTypes(one), name)
    return isCompiledQuery(compiled) ? compiled.query : null
  })
}

/**
 * An operation is compiled when it is asked again, and forgotten together with its document, which Apollo's
 * bounded store keeps: for one that never comes back it would cost fifteen times what it takes to run it, and
 * memory. `null`: not yet, or graphql-jit cannot; then graphql-js runs it.
 */
function compiler(schema: GraphQLSchema): (document: DocumentNode, operation: OperationDefinitionNode, name: string | null) => Run | null {
  const known = new WeakMap<OperationDefinitionNode, Run | null | undefined>()
  return (document, operation, name) => {
    const found = known.get(operation)
    if (found !== undefined) return found
    if (!known.has(operation)) {
      known.set(operation, undefined)
      return null
    }
    const run = compileOperation(schema, document, name ?? undefined)
    known.set(operation, run)
    return run
  }
}

/** Without data the variables were wrong: graphql-jit says so in errors of a bare kind. */
export function requestFaults(result: ExecutionResult): ExecutionResult {
  if (result.data !== undefined || !result.errors) return result
  return { errors: result.errors.map((error) => new GraphQLError(error.message, { originalError: error, extensions: { code: 'BAD_USER_INPUT' } })) }
}

/**
 * graphql-jit writes code for every way through the input types of a variable; inputs that nest each
 * other (an offer with its client with its offers…) have more ways than memory. So graphql-js checks
 * the variables, and the compiled document takes them as they are.
 */
function withoutVariableTypes(document: DocumentNode): DocumentNode {
  const untyped = ({ kind, variable }: VariableDefinitionNode): VariableDefinitionNode =>
    ({ kind, variable, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'JSON' } } })
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? { ...definition, variableDefinitions: definition.variableDefinitions?.map(untyped) ?? [] } : definition),
  }
}
