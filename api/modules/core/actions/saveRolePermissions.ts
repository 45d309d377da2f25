import { administrators } from '#schema/roles.ts'
import { Permission } from '#schema/core/permission.ts'
import { Role } from '#schema/core/role.ts'
import { action, type Stored, type Work } from '../../../write/types.ts'
import { within } from '../../input.ts'
import { keyOf, permissionsArgument, proposedIn, type Proposed } from '../rolePermissions.ts'

/** All at once: the editor shows a matrix, and a matrix that is half saved is none. */
export default action<Role>({
  name: 'saveRolePermissions',
  on: Role,
  label: { fr: 'Enregistrer ses permissions', en: 'Save its permissions' },
  access: administrators,
  // Its button is on the screen that shows them all.
  offered: { id: { isEmpty: true } },
  args: { permissions: permissionsArgument },
  returns: Role,
  run: async (work, { id, permissions }) => {
    await save(work, id, proposedIn(permissions), await work.rows(Permission, { role: { id: { eq: id } } }))
    return id
  },
})

async function save(work: Work, role: string, proposed: readonly Proposed[], stored: readonly Stored<Permission>[]): Promise<void> {
  const known = new Map(stored.map((row) => [keyOf(row as unknown as Proposed), row]))
  const wanted = new Set(proposed.map(keyOf))
  for (const row of stored) if (!wanted.has(keyOf(row as unknown as Proposed))) await work.remove(Permission, row.id)
  for (const [index, one] of proposed.entries()) {
    const row = known.get(keyOf(one))
    const { scope, field, ...others } = one
    await within(`permissions.${index}`, async () => {
      if (!row) await work.create(Permission, { role: { connect: role }, scope, ...others, ...(field === undefined ? {} : { field }) })
      else if (row.scope !== scope) await work.update(Permission, row.id, { scope })
    })
  }
}
