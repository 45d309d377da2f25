import { document } from '../../data/documents.ts'
import { isObject, type Ref } from '../../data/meta.ts'
import type { AdminDataProvider } from '../../data/provider.ts'

export interface Permission { readonly entityType: string; readonly action: string; readonly field: string | null; readonly scope: string; readonly effect: string }
export interface Change { readonly user: Ref | null; readonly gains: readonly string[]; readonly loses: readonly string[] }

/** The actions that fields take part in. */
export const actsOf: ReadonlySet<string> = new Set(['READ', 'CREATE', 'UPDATE'])

/** What makes two permissions of one role the same, whatever their scope. */
export const keyOf = ({ entityType, action, field, effect }: Permission): string => [entityType, action, field ?? '', effect].join(' ')

const LIST = document(`query Admin_RolePermissions($filter: PermissionFilter, $page: PageInput) {
  data: permissions(filter: $filter, sort: [{ id: ASC }], page: $page) { items { entityType action field scope effect } pageInfo { hasNextPage endCursor } }
}`)

/** All of them, page by page: the API gives a hundred at once. */
export async function loadPermissions(provider: AdminDataProvider, role: string, signal: AbortSignal): Promise<readonly Permission[]> {
  const found: Permission[] = []
  for (let after: unknown = undefined; ;) {
    const page = await provider.run(LIST, { filter: { role: { id: { eq: role } } }, page: { size: 100, ...(after === undefined ? {} : { after }) } }, signal)
    if (!isObject(page) || !Array.isArray(page['items']) || !isObject(page['pageInfo'])) return found
    // The shape that the document asks for.
    found.push(...page['items'] as Permission[])
    if (page['pageInfo']['hasNextPage'] !== true) return found
    after = page['pageInfo']['endCursor']
  }
}

const PREVIEW = document('query Admin_PreviewRole($role: ID!, $permissions: JSON!) { data: previewRolePermissions(role: $role, permissions: $permissions) { user { id _label } gains loses } }')
export const preview = async (provider: AdminDataProvider, role: string, permissions: readonly Permission[]): Promise<readonly Change[]> =>
  await provider.run(PREVIEW, { role, permissions }) as readonly Change[]

const SAVE = document('mutation Admin_SaveRole($id: ID!, $permissions: JSON!) { data: saveRolePermissions(id: $id, permissions: $permissions) { id } }')
export const savePermissions = async (provider: AdminDataProvider, role: string, permissions: readonly Permission[]): Promise<unknown> => await provider.run(SAVE, { id: role, permissions })
