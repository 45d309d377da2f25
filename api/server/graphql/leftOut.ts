import { execute, Kind, visit, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { CompiledQuery } from 'graphql-jit'

type Run = CompiledQuery['query']

/** So many sets of left-out variables are compiled for a document; what comes after them is walked by graphql-js. */
const MOST = 16

/**
 * A compiled document that knows a variable that is left out from one that is null: inside an object, graphql-jit takes the first
 * for the second. So for each set of them the document is compiled without the fields that they would have filled.
 */
export function knowingLeftOut(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined, compile: (document: DocumentNode) => Run | null): Run | null {
  const whole = compile(document)
  const inObjects = [...variablesInObjects(document)]
  if (!whole || inObjects.length === 0) return whole
  const compiled = new Map<string, Run>([['', whole]])
  const slowly: Run = (_root, contextValue, variableValues) => execute({ schema, document, operationName, contextValue, variableValues })
  const made = (leftOut: readonly string[]): Run => (compiled.size < MOST ? compile(without(document, new Set(leftOut))) : null) ?? slowly
  return (root, context, variables: Readonly<Record<string, unknown>> | null | undefined) => {
    const leftOut = inObjects.filter((name) => variables?.[name] === undefined)
    const key = leftOut.join(' ')
    const run = compiled.get(key) ?? made(leftOut)
    if (run !== slowly) compiled.set(key, run)
    return run(root, context, variables)
  }
}

function variablesInObjects(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>()
  visit(document, { ObjectField: ({ value }) => { if (value.kind === Kind.VARIABLE) names.add(value.name.value) } })
  return names
}

const without = (document: DocumentNode, leftOut: ReadonlySet<string>): DocumentNode =>
  visit(document, { ObjectField: ({ value }) => (value.kind === Kind.VARIABLE && leftOut.has(value.name.value) ? null : undefined) })
