import { invariant, me, myDepartment, rowRule } from '#model'
import type { AccessGrant } from './accessGrant.ts'
import type { Permission } from './permission.ts'
import type { User } from './user.ts'

export const accountOfDepartment = rowRule<User>('accountOfDepartment', { fr: 'comptes de son département', en: 'accounts of one’s department' }, { department: { id: { eq: myDepartment } } })

export const ownGrant = rowRule<AccessGrant>('ownGrant', { fr: 'ses propres accès', en: 'one’s own access' }, { user: { id: { eq: me } } })

/** A permission is of a role, of a department, or of a person. */
export const oneHolder = invariant<Permission>({
  name: 'oneHolder',
  message: { fr: 'Indiquez soit un rôle, soit un département, soit une personne.', en: 'Name one of: a role, a department, a person.' },
  path: 'role',
  holds: (row) => [row.role, row.department, row.user].filter((holder) => holder != null).length === 1,
  sql: 'num_nonnulls(role_id, department_id, user_id) = 1',
})

export const grantEndsAfterItBegan = invariant<AccessGrant>({
  name: 'grantEndsAfterItBegan',
  message: { fr: 'La fin doit suivre le début.', en: 'The end must come after the beginning.' },
  path: 'untilAt',
  holds: (row) => row.fromAt == null || row.untilAt == null || row.untilAt > row.fromAt,
  sql: 'until_at > from_at',
})
