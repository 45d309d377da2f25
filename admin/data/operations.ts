import type { DocumentNode } from 'graphql'
import { createInput, type Inputs } from './diff.ts'
import { argument, document, operation } from './documents.ts'
import { isObject, isRef, type AdminAction, type AdminField, type AdminMove, type AdminResource, type Json, type Ref, type Values } from './meta.ts'
import { writtenType, type SchemaIndex } from './schema.ts'

/** What the generated screens ask beside the nine methods of react-admin. */
export interface Operation { readonly document: DocumentNode; readonly variables: Readonly<Record<string, unknown>> }

/** A change of state: `publishCastingOffer(id, expectedVersion)`. */
export const moveOperation = (resource: AdminResource, move: AdminMove, record: { readonly id: string; readonly version?: unknown }): Operation => ({
  document: operation('mutation', `Admin_${resource.name}_${move.name}`, move.operation, [argument('id', 'ID!'), argument('expectedVersion', 'Int')], '{ id }'),
  variables: { id: record.id, expectedVersion: typeof record.version === 'number' ? record.version : undefined },
})

/** An action with its arguments, as the introspected mutation takes them. */
export function actionOperation(inputs: Inputs, resource: AdminResource, action: AdminAction, id: string | undefined, values: Values): Operation {
  const field = inputs.schema.root('mutation', action.name)
  if (!field) throw new Error(`unknown action ${action.name}`)
  const args = field.args.map((arg) => argument(arg.name, writtenType(arg.type)))
  const given = Object.fromEntries(action.args.map((arg) => [arg.name, argumentValue(inputs, arg, values[arg.name])]))
  const selection = action.returns === 'Boolean' ? '' : selectionOf(inputs.schema, action.returns)
  return { document: operation('mutation', `Admin_${resource.name}_${action.name}`, action.name, args, selection), variables: { ...given, ...(id === undefined ? {} : { id }) } }
}

const selectionOf = (schema: SchemaIndex, type: string): string => `{ ${schema.type(type)?.kind === 'OBJECT' ? '' : '__typename '}id _label }`

/** A record as its id, a record to be created as its input, anything else as its kind writes it. */
function argumentValue(inputs: Inputs, arg: AdminField, value: unknown): unknown {
  if (arg.kind === 'input') {
    const target = inputs.meta.resource(arg.relation?.target)
    return target && isObject(value) && !isRef(value) ? createInput(inputs, target, value) : undefined
  }
  if (arg.relation) return Array.isArray(value) ? value.filter(isRef).map((one) => one.id) : isRef(value) ? value.id : undefined
  return inputs.toInput(arg, value) ?? undefined
}

export interface HistoryEntry {
  readonly id: string
  readonly at: string
  readonly action: string
  readonly user: { readonly id: string; readonly fullName: string | null } | null
  readonly origin: string
  readonly version: number | null
  readonly changes: readonly HistoryChange[]
}
export interface HistoryChange { readonly field: string; readonly label: string | null; readonly from: Json; readonly to: Json; readonly hidden: boolean }
export interface HistoryPage { readonly items: readonly HistoryEntry[]; readonly total: number | null; readonly pageInfo: { readonly hasNextPage: boolean } }

const HISTORY = document(`query Admin_History($entity: String!, $id: ID!, $page: PageInput) {
  data: history(entity: $entity, id: $id, page: $page) { items { id at action user { id fullName } origin version changes { field label from to hidden } } total pageInfo { hasNextPage } }
}`)
export const historyOperation = (resource: AdminResource, id: string, number: number, size: number): Operation => ({ document: HISTORY, variables: { entity: resource.name, id, page: { number, size } } })

const RESTORE = document('mutation Admin_Restore($entity: String!, $id: ID!, $historyId: ID!, $fields: [String!]) { data: restoreRecord(entity: $entity, id: $id, historyId: $historyId, fields: $fields) }')
export const restoreOperation = (resource: AdminResource, id: string, historyId: string, fields: readonly string[] | undefined): Operation => ({ document: RESTORE, variables: { entity: resource.name, id, historyId, fields } })

export interface Overview { readonly total: number | null; readonly items: readonly (Ref & { readonly updatedAt?: string | null })[] }

/** How many records there are of each resource, and which changed last: one request for some of them. */
export function overviewOperation(schema: SchemaIndex, resources: readonly AdminResource[], recent: number): Operation {
  const fields = resources.flatMap((resource) => {
    if (!resource.operations.list) return []
    const dated = schema.field(resource.name, 'updatedAt') && schema.inputs(`${resource.name}Sort`).has('updatedAt')
    return [`${resource.plural}: ${resource.operations.list}(page: $page${dated ? ', sort: [{ updatedAt: DESC }]' : ''}) { total items { ${resource.abstract ? '__typename ' : ''}id _label ${dated ? 'updatedAt' : ''} } }`]
  })
  return { document: document(`query Admin_Overview($page: PageInput!) { ${fields.join(' ')} }`), variables: { page: { size: recent } } }
}

/** Titles of records of several resources that hold the words. */
export function searchOperation(resources: readonly AdminResource[], q: string): Operation {
  const fields = resources.map((resource) => `${resource.plural}: ${resource.operations.list}(filter: { q: $q }, page: $page) { items { ${resource.abstract ? '__typename ' : ''}id _label } }`)
  return { document: document(`query Admin_Search($q: String!, $page: PageInput!) { ${fields.join(' ')} }`), variables: { q, page: { size: 4 } } }
}
