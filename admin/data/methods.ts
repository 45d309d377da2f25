import type { DocumentNode } from 'graphql'
import { bulkInput, createInput, updateInput, type Inputs } from './diff.ts'
import { argument, operation } from './documents.ts'
import { httpError } from './errors.ts'
import { bothFilters, pruneFilter, type Filter } from './filter.ts'
import { isObject, isRef, type AdminResource, type Operations, type Values } from './meta.ts'
import { selectRecord, type View } from './selection.ts'

/** What one call of react-admin becomes: a document, its variables, and how its answer is read. */
export interface Built {
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly read: (answer: unknown) => unknown
}
type Build = (known: Inputs, resource: AdminResource, params: Values) => Built

/** An operation that the caller does not have: no button leads here, an old address may. */
function nameOf(resource: AdminResource, operation: keyof Operations): string {
  const name = resource.operations[operation]
  if (!name) throw httpError({ code: 'FORBIDDEN', message: 'coulisses.error.forbidden', fields: [], details: {} })
  return name
}

const isView = (value: unknown): value is View => isObject(value) && typeof value['view'] === 'string'
/** Another `meta` is another entry in react-admin's cache: a list never stands in for a form (pitfall 15). */
const viewOf = (params: Values): View => (isView(params['meta']) ? params['meta'] : { view: 'label' })

const getList: Build = (known, resource, params) => list(known, resource, params, 'GetList', undefined)

/** The rows that point to a record, by a filter on that relation. */
const getManyReference: Build = (known, resource, params) => {
  const target = String(params['target'])
  const field = known.meta.field(resource.name, target)
  const many = field?.kind === 'manyToMany' || (field?.kind === 'hasMany' && !field.relation?.single)
  const id = { id: { eq: params['id'] } }
  return list(known, resource, params, 'GetManyReference', { [target]: many ? { some: id } : id })
}

function list(known: Inputs, resource: AdminResource, params: Values, method: string, fixed: Filter | undefined): Built {
  const type = resource.name
  const meta = isObject(params['meta']) ? params['meta'] : {}
  // Counting costs: a list asks for the total, a picker does not (pitfall 14).
  const selection = `{ items ${selectRecord(known, resource, viewOf(params))} total @include(if: $withTotal) pageInfo { hasNextPage hasPreviousPage } }`
  const args = [argument('filter', `${type}Filter`), argument('sort', `[${type}Sort!]`), argument('page', 'PageInput')]
  return {
    document: operation('query', `Admin_${type}_${method}`, nameOf(resource, 'list'), args, selection, [argument('withTotal', 'Boolean!')]),
    variables: {
      filter: bothFilters(pruneFilter(known.schema, `${type}Filter`, params['filter']), fixed),
      sort: sortOf(known, resource, params['sort']),
      page: pageOf(params['pagination']),
      withTotal: meta['total'] !== false,
    },
    read: readList,
  }
}

function sortOf(known: Inputs, resource: AdminResource, sort: unknown): readonly Filter[] | undefined {
  const field = isObject(sort) ? String(sort['field']) : ''
  if (!known.schema.inputs(`${resource.name}Sort`).has(field)) return undefined
  return [{ [field]: isObject(sort) && sort['order'] === 'DESC' ? 'DESC' : 'ASC' }]
}

const pageOf = (pagination: unknown): Filter =>
  isObject(pagination) ? { size: pagination['perPage'], number: pagination['page'] } : { size: 25, number: 1 }

function readList(answer: unknown): unknown {
  const page = isObject(answer) ? answer : {}
  const info = isObject(page['pageInfo']) ? page['pageInfo'] : {}
  const pageInfo = { hasNextPage: info['hasNextPage'] === true, hasPreviousPage: info['hasPreviousPage'] === true }
  return { data: page['items'] ?? [], pageInfo, ...(typeof page['total'] === 'number' ? { total: page['total'] } : {}) }
}

const getOne: Build = (known, resource, params) => ({
  document: operation('query', `Admin_${resource.name}_GetOne`, nameOf(resource, 'one'), [argument('id', 'ID!')], selectRecord(known, resource, viewOf(params))),
  variables: { id: params['id'] },
  read: (answer) => {
    if (!isObject(answer)) throw httpError({ code: 'NOT_FOUND', message: 'coulisses.error.notFound', fields: [], details: {} })
    return { data: answer }
  },
})

/** Order and missing ids are react-admin's to sort out; there is no page and no count (pitfall 13). */
const getMany: Build = (known, resource, params) => ({
  document: operation('query', `Admin_${resource.name}_GetMany`, nameOf(resource, 'byIds'), [argument('ids', '[ID!]!')], selectRecord(known, resource, viewOf(params))),
  variables: { ids: params['ids'] },
  read: (answer) => ({ data: answer ?? [] }),
})

const create: Build = (known, resource, params) => ({
  document: operation('mutation', `Admin_${resource.name}_Create`, nameOf(resource, 'create'), [argument('input', `${resource.name}CreateInput!`)], selectRecord(known, resource, viewOf(params))),
  variables: { input: createInput(known, resource, isObject(params['data']) ? params['data'] : {}) },
  read: (answer) => ({ data: answer }),
})

const update: Build = (known, resource, params) => {
  const previous = isObject(params['previousData']) ? params['previousData'] : {}
  const args = [argument('id', 'ID!'), argument('input', `${resource.name}UpdateInput!`), argument('expectedVersion', 'Int')]
  return {
    document: operation('mutation', `Admin_${resource.name}_Update`, nameOf(resource, 'update'), args, selectRecord(known, resource, viewOf(params))),
    variables: { id: params['id'], input: updateInput(known, resource, previous, isObject(params['data']) ? params['data'] : {}), expectedVersion: previous['version'] },
    read: (answer) => ({ data: answer }),
  }
}

const remove: Build = (_known, resource, params) => ({
  document: operation('mutation', `Admin_${resource.name}_Delete`, nameOf(resource, 'delete'), [argument('id', 'ID!')]),
  variables: { id: params['id'] },
  read: () => ({ data: isRef(params['previousData']) ? params['previousData'] : { id: params['id'] } }),
})

const BULK = '{ done failed rows { id ok code message fields { path reason message } } }'

const updateMany: Build = (known, resource, params) => {
  const args = [argument('ids', '[ID!]!'), argument('input', `${resource.name}UpdateInput!`), argument('errorPolicy', 'ErrorPolicy')]
  return {
    document: operation('mutation', `Admin_${resource.name}_UpdateMany`, nameOf(resource, 'updateMany'), args, BULK),
    variables: { ids: params['ids'], input: bulkInput(known, resource, isObject(params['data']) ? params['data'] : {}), errorPolicy: policyOf(params) },
    read: readBulk,
  }
}

const deleteMany: Build = (_known, resource, params) => ({
  document: operation('mutation', `Admin_${resource.name}_DeleteMany`, nameOf(resource, 'deleteMany'), [argument('ids', '[ID!]!'), argument('errorPolicy', 'ErrorPolicy')], BULK),
  variables: { ids: params['ids'], errorPolicy: policyOf(params) },
  read: readBulk,
})

/** One bad row does not stop the good ones unless the person asks for all or nothing. */
const policyOf = (params: Values): string => (isObject(params['meta']) && params['meta']['allOrNothing'] === true ? 'ALL_OR_NOTHING' : 'GOOD_ROWS')

/** What became of one row of a bulk operation. */
export interface BulkRow { readonly id: string; readonly ok: boolean; readonly code: string | null; readonly message: string | null; readonly fields: readonly { readonly path: string; readonly message: string }[] | null }

function readBulk(answer: unknown): { data: readonly string[]; rows: readonly BulkRow[] } {
  // The shape that BULK asks for.
  const rows = isObject(answer) && Array.isArray(answer['rows']) ? (answer['rows'] as readonly BulkRow[]) : []
  return { data: rows.filter((row) => row.ok).map((row) => row.id), rows }
}

export const methods = {
  GET_LIST: getList, GET_ONE: getOne, GET_MANY: getMany, GET_MANY_REFERENCE: getManyReference,
  CREATE: create, UPDATE: update, UPDATE_MANY: updateMany, DELETE: remove, DELETE_MANY: deleteMany,
} satisfies Readonly<Record<string, Build>>
export type Method = keyof typeof methods
