import type { ApolloQueryResult, OperationVariables } from '@apollo/client'
import type { DocumentNode } from 'graphql'
import type { IntrospectionResult } from 'ra-data-graphql'
import type { AdminResource, Values } from './meta.ts'
import { resourceOf, type MetaIndex } from './metaIndex.ts'
import { indexSchema } from './schema.ts'
import type { Inputs } from './diff.ts'
import { methods, type Built, type Method } from './methods.ts'

type ToInput = Inputs['toInput']
/** What react-admin hands to a data provider, by the method. */
export type Params = Values

export interface BuiltQuery {
  readonly query: DocumentNode
  readonly variables: OperationVariables
  readonly parseResponse: (response: ApolloQueryResult<Readonly<Record<string, unknown>>>) => unknown
}

const isMethod = (name: string): name is Method => name in methods

/**
 * The `buildQuery` of ra-data-graphql. The provider asks for it anew on every call, so what belongs
 * to one introspection is built once (pitfall 2).
 */
export function buildQueryFactory(meta: () => MetaIndex, toInput: ToInput) {
  const built = new WeakMap<IntrospectionResult, (method: string, resource: string, params: Params) => BuiltQuery>()
  return (introspection: IntrospectionResult) => {
    const known = built.get(introspection)
    if (known) return known
    const schema = indexSchema(introspection.schema)
    const made = (method: string, name: string, params: Params): BuiltQuery => {
      if (!isMethod(method)) throw new Error(`unknown method ${method}`)
      const index = meta()
      const resource: AdminResource = resourceOf(index, name)
      return finish(methods[method]({ meta: index, schema, toInput }, resource, params))
    }
    built.set(introspection, made)
    return made
  }
}

const finish = ({ document, variables, read }: Built): BuiltQuery => ({
  query: document,
  variables,
  parseResponse: (response) => read(response.data['data']),
})
