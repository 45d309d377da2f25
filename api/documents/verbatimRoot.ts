import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql'
import type { Sql } from 'sql-template-tag'
import type { EntityModel } from '../model/model.ts'
import { listSelectionOf, selectionOf, type Asked, type ListAnswer, type ListArgs, type Reader, type Selection } from '../read/index.ts'
import { collectFields, type Collected, type SelectionInfo } from '../read/selectionFields.ts'
import { planList, planMany, verbatim, type VerbatimList, type VerbatimRead } from '../read/verbatim.ts'

/** The records that a root field lists: a page of them, or those of the ids that it is given. */
export interface Listed {
  readonly entity: EntityModel
  readonly page: boolean
}

/** A root field that lists records. */
export interface Root extends Listed {
  readonly key: string
  readonly nodes: readonly FieldNode[]
  readonly field: GraphQLField<unknown, unknown>
}

/** JSON in pieces, of which the rows are bytes already. */
export type Pieces = readonly (string | Buffer)[]

/** The JSON of one root field. */
export interface Told {
  readonly json: Pieces
  readonly rows: number
}

/** How a root field is answered, whoever with the same rights asks it, with whatever values. */
export interface RootPlan {
  readonly read: VerbatimRead
  readonly tell: (answer: VerbatimList) => Told
}

/** Undefined where what the caller may read leaves something to be done with a row. @throws AppError where something asked is wrong */
export function planRoot(reader: Reader, root: Root, info: SelectionInfo): RootPlan | undefined {
  const { entity, field, nodes: [node] } = root
  const args = node ? getArgumentValues(field, node, info.variableValues) : {}
  return root.page ? planPage(reader, root, info, args) : planRecords(reader, entity, args['ids'] as readonly string[], selectionOf(info, reader.model, entity))
}

function planRecords(reader: Reader, entity: EntityModel, ids: readonly string[], selection: Selection): RootPlan | undefined {
  const row = verbatim(reader, entity, selection)
  return row && { read: planMany(reader, entity, ids, selection, row), tell: ({ items, count }) => ({ json: [items], rows: count }) }
}

function planPage(reader: Reader, { entity, nodes }: Root, info: SelectionInfo, args: ListArgs): RootPlan | undefined {
  const fields = collectFields(info, nodes, [`${entity.name}Page`])
  const asked = listSelectionOf(info, reader.model, entity)
  const row = rowOf(reader, entity, fields, asked)
  const read = row && planList(reader, entity, args, asked, row)
  return read && { read, tell: (page) => toldPage(info, entity, fields, page) }
}

/** Undefined where the rows are no text; of a page without rows there is nothing to tell. */
function rowOf(reader: Reader, entity: EntityModel, fields: readonly Collected[], asked: Asked): Sql | undefined {
  // Two aliases of the rows may ask different things of them, and one text is one answer.
  if (fields.filter((field) => nameOf(field) === 'items').length > 1) return undefined
  return verbatim(reader, entity, asked.items ?? nothing)
}

const nothing: Selection = []

const nameOf = ({ nodes: [node] }: Collected): string => node?.name.value ?? ''

function toldPage(info: SelectionInfo, entity: EntityModel, fields: readonly Collected[], page: VerbatimList): Told {
  const told = fields.map((field) => {
    switch (nameOf(field)) {
      case 'items': return entry(field.key, [page.items])
      case 'total': return entry(field.key, [JSON.stringify(page.total ?? null)])
      case 'pageInfo': return entry(field.key, [toldPageInfo(info, field, page.pageInfo)])
      default: return entry(field.key, [JSON.stringify(`${entity.name}Page`)])
    }
  })
  return { json: object(told), rows: page.count }
}

function toldPageInfo(info: SelectionInfo, { nodes }: Collected, pageInfo: ListAnswer['pageInfo']): string {
  const values: Readonly<Record<string, unknown>> = { ...pageInfo, __typename: 'PageInfo' }
  return JSON.stringify(Object.fromEntries(collectFields(info, nodes, ['PageInfo']).map((field) => [field.key, values[nameOf(field)]])))
}

/** A key of an answer and its JSON. */
export const entry = (key: string, json: Pieces): Pieces => [`"${key}":`, ...json]

export const object = (entries: readonly Pieces[]): Pieces => ['{', ...entries.flatMap((one, index) => (index === 0 ? one : [',', ...one])), '}']
