import { Kind, locatedError, visit, type ExecutionResult, type FragmentDefinitionNode, type GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { AppError } from '../model/errors.ts'
import type { Reader } from '../read/index.ts'
import type { VerbatimReader } from '../read/verbatim.ts'
import { collectFields, type Collected, type SelectionInfo } from '../read/selectionFields.ts'
import { Blanks } from './blanks.ts'
import type { Parsed } from './check.ts'
import { entry, object, planRoot, type Listed, type Pieces, type Root, type RootPlan, type Told } from './verbatimRoot.ts'

export type { Listed } from './verbatimRoot.ts'

type Variables = Readonly<Record<string, unknown>>

/** An answer whose rows are as PostgreSQL wrote them. */
export interface VerbatimAnswer {
  /** JSON of `data`. */
  readonly data: Pieces
  readonly rows: number
  readonly errors: NonNullable<ExecutionResult['errors']>
}

/** For one set of rights, by whether somebody is signed in and by the shape of the variables. */
type Plans = LRUCache<string, readonly RootPlan[] | 'none'>
const KEPT_PLANS = 32

/**
 * A document that only lists records, each list answered with the text that PostgreSQL made of it: no row is taken
 * apart and put together again on its way. Rights, row filters, limits and cursors are those of the read engine;
 * what is more than that (actions, queries of modules, one record, a field that is decrypted) is run as everything else is.
 */
export class VerbatimDocument {
  readonly #info: Omit<SelectionInfo, 'fieldNodes' | 'variableValues'>
  readonly #roots: readonly Root[]
  readonly #blanks: Blanks
  readonly #plans = new WeakMap<object, Plans>()

  private constructor(info: Omit<SelectionInfo, 'fieldNodes' | 'variableValues'>, roots: readonly Root[], blanks: Blanks) {
    this.#info = info
    this.#roots = roots
    this.#blanks = blanks
  }

  /** Undefined where the document asks anything else, or asks it under conditions. */
  static of(lists: ReadonlyMap<string, Listed>, schema: GraphQLSchema, parsed: Parsed): VerbatimDocument | undefined {
    const { document, operation } = parsed
    const fragments = Object.fromEntries(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : []))) as Readonly<Record<string, FragmentDefinitionNode>>
    let conditions = false
    visit(document, { Directive: () => { conditions = true } })
    if (conditions) return undefined
    const info = { fragments, schema }
    const roots = collectFields({ ...info, fieldNodes: [], variableValues: {} }, [operation], ['Query']).map((collected) => rootOf(lists, schema, collected))
    return roots.every((root) => root !== undefined) ? new VerbatimDocument(info, roots, new Blanks(schema, parsed)) : undefined
  }

  /** Undefined where what the caller may read leaves something to be done with a row, or something asked is wrong: nothing was read then. */
  answer(reader: Reader & VerbatimReader, variables: Variables): Promise<VerbatimAnswer> | undefined {
    try {
      const plans = this.#planned(reader, variables)
      const reads = plans === 'none' ? undefined : plans.map(({ read, tell }) => ({ read: read(reader, variables), tell }))
      return reads && together(this.#roots, reads.map(({ read, tell }) => async () => tell(await read())))
    } catch (error) {
      // Whoever runs the document finds it, too, and tells it at its place.
      if (error instanceof AppError) return undefined
      throw error
    }
  }

  #planned(reader: Reader, variables: Variables): readonly RootPlan[] | 'none' {
    const { rights, principal: { userId } } = reader.caller
    const known = this.#plans.get(rights) ?? new LRUCache({ max: KEPT_PLANS })
    this.#plans.set(rights, known)
    const shape = `${userId === undefined ? '' : 'signed in '}${this.#blanks.shape(variables)}`
    const found = known.get(shape) ?? this.#plan(reader, this.#blanks.blank(variables))
    known.set(shape, found)
    return found
  }

  #plan(reader: Reader, variableValues: Variables): readonly RootPlan[] | 'none' {
    const plans = this.#roots.map((root) => planRoot(reader, root, { ...this.#info, fieldNodes: root.nodes, variableValues }))
    return plans.every((plan) => plan !== undefined) ? plans : 'none'
  }
}

function rootOf(lists: ReadonlyMap<string, Listed>, schema: GraphQLSchema, { key, nodes }: Collected): Root | undefined {
  const name = nodes[0]?.name.value ?? ''
  const [field, listed] = [schema.getQueryType()?.getFields()[name], lists.get(name)]
  return field && listed && { key, nodes, field, ...listed }
}

/** All at once. Lists are promised, so where one fails there is no data. */
async function together(roots: readonly Root[], reads: readonly (() => Promise<Told>)[]): Promise<VerbatimAnswer> {
  const settled = await Promise.allSettled(reads.map((read) => read()))
  const told = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const errors = settled.flatMap((one, index) => (one.status === 'rejected' ? [locatedError(one.reason, roots[index]?.nodes, [roots[index]?.key ?? ''])] : []))
  if (errors.length > 0) return { data: ['null'], rows: 0, errors }
  return { data: object(told.map(({ json }, index) => entry(roots[index]?.key ?? '', json))), rows: told.reduce((sum, { rows }) => sum + rows, 0), errors }
}
