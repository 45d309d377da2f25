import type { Model } from '../model/model.ts'
import { accountsOf, type SecondFactorDemand } from './account.ts'
import { holderOf, withRole, type Policies } from './policy.ts'
import type { Permission } from './permission.ts'
import type { Caller, Principal } from './principal.ts'
import type { AccessQuery } from './query.ts'
import { compileRights, type Rights } from './rights.ts'

/** What anybody may, whoever asks: from the same accounts, permissions and compiled rights that decide about his own requests. */
export interface AccessBook {
  callersOf(userIds: readonly string[]): Promise<readonly Caller[]>
  /** Somebody who holds only this role, or only belongs to this department, and everybody's. */
  rightsOf(holder: Pick<Principal, 'roles' | 'departmentId'>): Rights
  /** What somebody could do if the permissions of a role were these. */
  rightsWith(principal: Principal, role: string, permissions: readonly Permission[]): Rights
  /** The stored permissions of a role. */
  permissionsOf(role: string): readonly Permission[]
}

export function createBook(model: Model, query: AccessQuery, policies: Policies, asker: Principal, demand: SecondFactorDemand): AccessBook {
  const { origin, locale, requestId } = asker
  const as = (person: Omit<Principal, 'origin' | 'locale' | 'requestId'>): Principal => ({ ...person, origin, locale, requestId })
  return {
    callersOf: async (userIds) => {
      const accounts = await accountsOf(query, userIds, demand)
      for (const { policy } of accounts) await policies.upTo(policy)
      return accounts.map((account) => as(account)).map((principal) => ({ principal, rights: policies.rightsOf(principal) }))
    },
    rightsOf: (holder) => policies.rightsOf(as({ userId: undefined, organisationId: undefined, ...holder })),
    rightsWith: (principal, role, permissions) => compileRights(model, holderOf(principal, withRole(policies.current, role, permissions))),
    permissionsOf: (role) => policies.current.of('role', role).permissions,
  }
}
