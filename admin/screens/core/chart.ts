import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { document } from '../../data/documents.ts'

export type Extent = 'ALL' | 'SOME' | 'NONE'
export interface Act { readonly name: string; readonly label: string; readonly rows: Extent; readonly rules: readonly string[]; readonly by: readonly string[] }
export interface ChartField { readonly name: string; readonly label: string; readonly read: Extent; readonly create: Extent; readonly update: Extent }
export interface Line { readonly entity: string; readonly label: string; readonly module: string; readonly fixed: boolean; readonly scopes: readonly string[]; readonly acts: readonly Act[]; readonly fields: readonly ChartField[] }
export interface Subject { readonly kind: 'ROLE' | 'DEPARTMENT' | 'USER'; readonly key: string; readonly label: string; readonly lines: readonly Line[] }

export interface Asked { readonly roles?: readonly string[]; readonly departments?: readonly string[]; readonly users?: readonly string[]; readonly entity?: string }

const CHART = document(`query Admin_AccessChart($roles: [String!], $departments: [ID!], $users: [ID!], $entity: String) {
  data: accessChart(roles: $roles, departments: $departments, users: $users, entity: $entity) {
    kind key label lines { entity label module fixed scopes acts { name label rows rules by } fields { name label read create update } }
  }
}`)

/** Who may do what, as the API compiles it. */
export function useChart(asked: Asked): UseQueryResult<readonly Subject[]> {
  const provider = useAdminDataProvider()
  return useQuery({
    queryKey: ['accessChart', asked],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(CHART, { ...asked }, signal) as readonly Subject[],
  })
}
