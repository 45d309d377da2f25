import { getArgumentValues, Kind, locatedError, visit, type ExecutionResult, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLSchema } from 'graphql'
import type { Sql } from 'sql-template-tag'
import { AppError } from '../model/errors.ts'
import type { EntityModel } from '../model/model.ts'
import { listSelectionOf, selectionOf, type Asked, type ListAnswer, type ListArgs, type Reader, type Selection } from '../read/index.ts'
import { collectFields, type Collected, type SelectionInfo } from '../read/selectionFields.ts'
import { readListVerbatim, readManyVerbatim, verbatim, type VerbatimList } from '../read/verbatim.ts'
import type { Parsed } from './check.ts'

type Variables = Readonly<Record<string, unknown>>

/** An answer whose rows are as PostgreSQL wrote them. */
export interface VerbatimAnswer {
  /** JSON of `data`. */
  readonly data: string
  readonly rows: number
  readonly errors: NonNullable<ExecutionResult['errors']>
}

/** The records that a root field lists: a page of them, or those of the ids that it is given. */
export interface Listed {
  readonly entity: EntityModel
  readonly page: boolean
}

/** The JSON of one root field. */
interface Told {
  readonly json: string
  readonly rows: number
}
type Read = () => Promise<Told>

/** A root field that lists records. */
interface Root extends Listed {
  readonly key: string
  readonly nodes: readonly FieldNode[]
  readonly field: GraphQLField<unknown, unknown>
}

/**
 * A document that only lists records, each list answered with the text that PostgreSQL made of it: no row is taken
 * apart and put together again on its way. Rights, row filters, limits and cursors are those of the read engine;
 * what is more than that (actions, queries of modules, one record, a field that is decrypted) is run as everything else is.
 */
export class VerbatimDocument {
  readonly #info: Omit<SelectionInfo, 'fieldNodes' | 'variableValues'>
  readonly #roots: readonly Root[]

  private constructor(info: Omit<SelectionInfo, 'fieldNodes' | 'variableValues'>, roots: readonly Root[]) {
    this.#info = info
    this.#roots = roots
  }

  /** Undefined where the document asks anything else, or asks it under conditions. */
  static of(lists: ReadonlyMap<string, Listed>, schema: GraphQLSchema, { document, operation }: Parsed): VerbatimDocument | undefined {
    const fragments = Object.fromEntries(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : []))) as Readonly<Record<string, FragmentDefinitionNode>>
    let conditions = false
    visit(document, { Directive: () => { conditions = true } })
    if (conditions) return undefined
    const info = { fragments, schema }
    const roots = collectFields({ ...info, fieldNodes: [], variableValues: {} }, [operation], ['Query']).map((collected) => rootOf(lists, schema, collected))
    return roots.every((root) => root !== undefined) ? new VerbatimDocument(info, roots) : undefined
  }

  /** Undefined where what the caller may read leaves something to be done with a row, or something asked is wrong: nothing was read then. */
  answer(reader: Reader, variables: Variables): Promise<VerbatimAnswer> | undefined {
    const reads = this.#roots.map((root) => this.#plan(reader, root, { ...this.#info, fieldNodes: root.nodes, variableValues: variables }))
    return reads.every((read) => read !== undefined) ? together(this.#roots, reads) : undefined
  }

  #plan(reader: Reader, root: Root, info: SelectionInfo): Read | undefined {
    try {
      return this.#read(reader, root, info)
    } catch (error) {
      // Whoever runs the document finds it, too, and tells it at its place.
      if (error instanceof AppError) return undefined
      throw error
    }
  }

  #read(reader: Reader, root: Root, info: SelectionInfo): Read | undefined {
    const { entity, page, field, nodes: [node] } = root
    const args = (): Variables => (node ? getArgumentValues(field, node, info.variableValues) : {})
    if (!page) {
      const selection = selectionOf(info, reader.model, entity)
      const columns = verbatim(reader, entity, selection)
      return columns && (async () => toldRecords(await readManyVerbatim(reader, entity, args()['ids'] as readonly string[], selection, columns)))
    }
    const fields = collectFields(info, root.nodes, [`${entity.name}Page`])
    const asked = listSelectionOf(info, reader.model, entity)
    const columns = columnsOf(reader, entity, fields, asked)
    return columns && (async () => toldPage(info, entity, fields, await readListVerbatim(reader, entity, args() as ListArgs, asked, columns)))
  }
}

function rootOf(lists: ReadonlyMap<string, Listed>, schema: GraphQLSchema, { key, nodes }: Collected): Root | undefined {
  const name = nodes[0]?.name.value ?? ''
  const [field, listed] = [schema.getQueryType()?.getFields()[name], lists.get(name)]
  return field && listed && { key, nodes, field, ...listed }
}

/** Undefined where the rows are no text; of a page without rows there is nothing to tell. */
function columnsOf(reader: Reader, entity: EntityModel, fields: readonly Collected[], asked: Asked): Sql | undefined {
  // Two aliases of the rows may ask different things of them, and one text is one answer.
  if (fields.filter((field) => nameOf(field) === 'items').length > 1) return undefined
  return verbatim(reader, entity, asked.items ?? nothing)
}

const nothing: Selection = []

const nameOf = ({ nodes: [node] }: Collected): string => node?.name.value ?? ''

const toldRecords = ({ items, count }: VerbatimList): Told => ({ json: items, rows: count })

function toldPage(info: SelectionInfo, entity: EntityModel, fields: readonly Collected[], page: VerbatimList): Told {
  const told = fields.map((field) => {
    switch (nameOf(field)) {
      case 'items': return entry(field.key, page.items)
      case 'total': return entry(field.key, JSON.stringify(page.total ?? null))
      case 'pageInfo': return entry(field.key, toldPageInfo(info, field, page.pageInfo))
      default: return entry(field.key, JSON.stringify(`${entity.name}Page`))
    }
  })
  return { json: `{${told.join(',')}}`, rows: page.count }
}

function toldPageInfo(info: SelectionInfo, { nodes }: Collected, pageInfo: ListAnswer['pageInfo']): string {
  const values: Readonly<Record<string, unknown>> = { ...pageInfo, __typename: 'PageInfo' }
  return JSON.stringify(Object.fromEntries(collectFields(info, nodes, ['PageInfo']).map((field) => [field.key, values[nameOf(field)]])))
}

const entry = (key: string, json: string): string => `"${key}":${json}`

/** All at once. Lists are promised, so where one fails there is no data. */
async function together(roots: readonly Root[], reads: readonly Read[]): Promise<VerbatimAnswer> {
  const settled = await Promise.allSettled(reads.map((read) => read()))
  const told = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const errors = settled.flatMap((one, index) => (one.status === 'rejected' ? [locatedError(one.reason, roots[index]?.nodes, [roots[index]?.key ?? ''])] : []))
  if (errors.length > 0) return { data: 'null', rows: 0, errors }
  return { data: `{${told.map(({ json }, index) => entry(roots[index]?.key ?? '', json)).join(',')}}`, rows: told.reduce((sum, { rows }) => sum + rows, 0), errors }
}
