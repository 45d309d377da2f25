import type { DocumentNode } from 'graphql'
import { getIntrospectionQuery, type IntrospectionQuery, type IntrospectionSchema } from 'graphql'
import type { DataProvider, GetListParams, GetListResult, GetManyParams, GetManyResult, UpdateParams, UpdateResult } from 'ra-core'
import buildGraphQLProvider, { introspectSchema, type IntrospectionOptions, type Options } from 'ra-data-graphql'
import { buildQueryFactory } from './buildQuery.ts'
import type { Client } from './client.ts'
import { updateInput, type Inputs } from './diff.ts'
import { document } from './documents.ts'
import { httpError, toHttpError } from './errors.ts'
import type { AdminResource, Operations } from './meta.ts'
import { resourceOf, type MetaIndex } from './metaIndex.ts'
import { indexSchema } from './schema.ts'
import type { BulkRow } from './methods.ts'

/** The most rows that the API gives in one answer. */
export const MAX_PAGE = 100

export interface BulkResult { readonly data: readonly string[]; readonly rows: readonly BulkRow[] }

/** react-admin's data provider, and what the generated screens ask beside it. */
export interface AdminDataProvider extends DataProvider {
  /** Runs one operation of our own with the same errors as the others. */
  run(document: DocumentNode, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown>
  bulkUpdate(resource: string, params: BulkParams & { readonly data: Readonly<Record<string, unknown>> }): Promise<BulkResult>
  bulkDelete(resource: string, params: BulkParams): Promise<BulkResult>
}
export interface BulkParams { readonly ids: readonly string[]; readonly allOrNothing: boolean }

/** What the caller may use of the schema, without descriptions: those are for people who read it. */
export async function fetchSchema(client: Client): Promise<IntrospectionSchema> {
  const query = document(getIntrospectionQuery({ descriptions: false }).replace('IntrospectionQuery', 'Admin_Introspection'))
  const { data } = await client.query<IntrospectionQuery>({ query })
  return data.__schema
}

export interface ProviderOptions {
  readonly client: Client
  readonly schema: IntrospectionSchema
  readonly meta: () => MetaIndex
  readonly toInput: Inputs['toInput']
}

export function createDataProvider({ client, schema, meta, toInput }: ProviderOptions): AdminDataProvider {
  const inputs = (): Inputs => ({ meta: meta(), schema: indexSchema(schema), toInput })
  const base = buildGraphQLProvider(providerOptions(client, schema, meta, toInput))
  return withErrors({
    ...base,
    supportAbortSignal: true,
    getList: (resource: string, params: GetListParams) => inPages((page) => base.getList(resource, page), params),
    getMany: (resource: string, params: GetManyParams) => inChunks((ids) => base.getMany(resource, { ...params, ids }), params.ids),
    update: (resource: string, params: UpdateParams) => updateUnlessEqual(base, inputs(), resource, params),
    run: async (query: DocumentNode, variables: Readonly<Record<string, unknown>>, signal?: AbortSignal) => {
      const mutation = query.definitions.some((one) => one.kind === 'OperationDefinition' && one.operation === 'mutation')
      const { data } = mutation
        ? await client.mutate<Readonly<Record<string, unknown>>>({ mutation: query, variables: { ...variables } })
        : await client.query<Readonly<Record<string, unknown>>>({ query, variables: { ...variables }, context: { fetchOptions: { signal } } })
      return data && 'data' in data ? data['data'] : data
    },
    bulkUpdate: (resource: string, { ids, data, allOrNothing }: BulkParams & { readonly data: Readonly<Record<string, unknown>> }) =>
      inBatches(ids, allOrNothing, (some) => base.updateMany(resource, { ids: [...some], data, meta: { allOrNothing } })),
    bulkDelete: (resource: string, { ids, allOrNothing }: BulkParams) =>
      inBatches(ids, allOrNothing, (some) => base.deleteMany(resource, { ids: [...some], meta: { allOrNothing } })),
  })
}

/** Hundreds of rows one hundred after the other; all or nothing is one transaction, so one request. */
async function inBatches(ids: readonly string[], allOrNothing: boolean, work: (ids: readonly string[]) => Promise<object>): Promise<BulkResult> {
  const rows: BulkRow[] = []
  for (const some of allOrNothing ? [ids] : chunksOf(ids)) {
    // `readBulk` (methods.ts) adds the rows to what react-admin's type knows of.
    rows.push(...(await work(some) as BulkResult).rows)
  }
  return { data: rows.filter((row) => row.ok).map((row) => row.id), rows }
}

const chunksOf = <T,>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / MAX_PAGE) }, (_, index) => list.slice(index * MAX_PAGE, (index + 1) * MAX_PAGE))

/**
 * An explicit list of resources and their operations instead of names guessed by plural (pitfall 10),
 * and a schema that is handed over, not asked for and cloned (pitfalls 8 and 9).
 */
function providerOptions(client: Client, schema: IntrospectionSchema, meta: () => MetaIndex, toInput: Inputs['toInput']): Options {
  const named = (operation: keyof Operations) => ({ name }: { readonly name: string }): string => meta().resource(name)?.operations[operation] ?? ''
  const introspection: IntrospectionOptions = {
    include: meta().meta.resources.map((resource: AdminResource) => resource.name),
    exclude: () => true,
    operationNames: {
      GET_LIST: named('list'), GET_ONE: named('one'), GET_MANY: named('byIds'), GET_MANY_REFERENCE: named('list'),
      CREATE: named('create'), UPDATE: named('update'), DELETE: named('delete'), UPDATE_MANY: named('updateMany'), DELETE_MANY: named('deleteMany'),
    },
  }
  // Named by the library's code, not by its types: without it the provider would clone the schema.
  const resolveIntrospection = (used: Options['client'] & object, options: IntrospectionOptions) => introspectSchema(used, { ...options, schema })
  const options = {
    // Its type names ApolloClient<unknown>; the cache is never touched.
    client: client as unknown as NonNullable<Options['client']>,
    introspection, resolveIntrospection,
    buildQuery: buildQueryFactory(meta, toInput),
    query: () => ({ fetchPolicy: 'no-cache' as const }),
    mutation: () => ({ fetchPolicy: 'no-cache' as const }),
  }
  return options
}

/** Every error leaves as an HttpError that says its status and, by source, what is wrong (pitfalls 4 and 5). */
function withErrors<T extends object>(provider: T): T {
  return new Proxy(provider, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function' || name === 'getIntrospection') return found
      return (...args: readonly unknown[]): Promise<unknown> =>
        Promise.resolve(Reflect.apply(found, target, args)).catch((error: unknown) => { throw toHttpError(error) })
    },
  })
}

/** "Select all" of react-admin asks for 250 rows at once; the API gives a hundred (pitfall 23). */
async function inPages(getList: (params: GetListParams) => Promise<GetListResult>, params: GetListParams): Promise<GetListResult> {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 }
  if (perPage <= MAX_PAGE || page !== 1) return getList(params)
  const first = await getList({ ...params, pagination: { page: 1, perPage: MAX_PAGE } })
  const data = [...first.data]
  for (let next = 2, more = first.pageInfo?.hasNextPage; more && data.length < perPage; next += 1) {
    const one = await getList({ ...params, pagination: { page: next, perPage: MAX_PAGE }, meta: { ...params.meta, total: false } })
    data.push(...one.data)
    more = one.pageInfo?.hasNextPage
  }
  return { ...first, data: data.slice(0, perPage) }
}

async function inChunks(getMany: (ids: GetManyParams['ids']) => Promise<GetManyResult>, ids: GetManyParams['ids']): Promise<GetManyResult> {
  const answers = await Promise.all(chunksOf(ids).map((chunk) => getMany([...chunk])))
  return { data: answers.flatMap((answer) => answer.data) }
}

/** A form saved as it was read asks nothing of the server. */
async function updateUnlessEqual(base: DataProvider, inputs: Inputs, name: string, params: UpdateParams): Promise<UpdateResult> {
  const resource = inputs.meta.resource(name)
  if (!resource) throw httpError({ code: 'FORBIDDEN', message: 'coulisses.error.forbidden', fields: [], details: {} })
  const changed = updateInput(inputs, resourceOf(inputs.meta, name), params.previousData, params.data)
  return Object.keys(changed).length === 0 ? { data: params.previousData } : base.update(name, params)
}
