import { execute, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import type { Caller } from '../access/principal.ts'
import type { Reader } from '../read/index.ts'
import type { VerbatimReader } from '../read/verbatim.ts'
import type { Clearance } from '../emit/shield/clearance.ts'
import { coordinatesOf } from '../server/graphql/coordinates.ts'
import { costOf } from '../server/graphql/cost.ts'
import { compileOperation, requestFaults } from '../server/graphql/executor.ts'
import { standardLimits } from '../server/graphql/limits.ts'
import { parseDocument, type Parsed } from './check.ts'
import { VerbatimDocument, type Listed, type VerbatimAnswer } from './verbatim.ts'

export interface Schemas {
  /** The root fields that list records, by their names. */
  readonly lists: ReadonlyMap<string, Listed>
  readonly bare: GraphQLSchema
  readonly guarded: GraphQLSchema
  /** Whether the rules let a caller through at all of these coordinates. */
  readonly clear: Clearance
}

type Variables = Readonly<Record<string, unknown>>
type Compiled = ReturnType<typeof compileOperation>

/** An approved document, parsed, checked, planned and compiled once, with the resolvers, rules and row filters of everybody. */
export class Runnable {
  readonly parsed: Parsed
  readonly coordinates: ReadonlySet<string>
  readonly #schemas: Schemas
  readonly #bare: Compiled
  #guarded: Compiled | undefined
  readonly #verbatim: VerbatimDocument | undefined

  /** @throws AppError where the schema does not have (any more) what the text names */
  constructor(schemas: Schemas, text: string) {
    this.#schemas = schemas
    this.parsed = parseDocument(schemas.bare, text)
    const { document, operation } = this.parsed
    this.coordinates = coordinatesOf(schemas.bare, document, operation)
    this.#bare = compileOperation(schemas.bare, document, operation.name?.value)
    this.#verbatim = this.writes ? undefined : VerbatimDocument.of(schemas.lists, schemas.bare, this.parsed)
  }

  cost(variables: Variables): { readonly requestedQueryCost: number; readonly maximumAvailable: number } {
    return { requestedQueryCost: costOf(this.#schemas.bare, this.parsed.document, this.parsed.operation, variables), maximumAvailable: standardLimits.cost }
  }

  /** It changes something: run by POST only, each time, and its answer is nobody's to keep. */
  get writes(): boolean {
    return this.parsed.operation.operation === 'mutation'
  }

  /** The answer as PostgreSQL writes it; undefined where it must be run, and nothing was read. */
  async answerVerbatim(reader: Reader & VerbatimReader, given: Variables): Promise<VerbatimAnswer | undefined> {
    const { bare, clear } = this.#schemas
    if (!this.#verbatim || !await clear(reader.caller, this.coordinates)) return undefined
    const { coerced } = getVariableValues(bare, this.parsed.operation.variableDefinitions ?? [], given, { maxErrors: 1 })
    return coerced && await this.#verbatim.answer(reader, coerced)
  }

  async run<C extends { readonly caller: Caller }>(context: C, given: Variables): Promise<ExecutionResult> {
    const { bare, guarded, clear } = this.#schemas
    const { document, operation } = this.parsed
    const free = await clear(context.caller, this.coordinates)
    const schema = free ? bare : guarded
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 5 })
    if (errors) return requestFaults({ errors })
    const run = free ? this.#bare : (this.#guarded ??= compileOperation(guarded, document, operation.name?.value))
    return run ? await run(undefined, context, coerced) : await execute({ schema, document, contextValue: context, variableValues: given })
  }
}
