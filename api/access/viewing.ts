import { LRUCache } from 'lru-cache'
import { AppError, forbidden } from '../model/errors.ts'
import type { Audit } from './audit.ts'
import type { Authenticate } from './authenticate.ts'
import type { Principal } from './principal.ts'

const ROLE = /^[a-z][A-Za-z0-9]{0,39}$/
const HOUR = 3_600_000

/**
 * Lets an administrator look at the house as a role sees it: with the rights of that role alone, and
 * without changing anything. That he does is recorded, once an hour for each of his sessions.
 */
export function viewing(authenticate: Authenticate, audit: Audit): Authenticate {
  const recorded = new LRUCache<string, true>({ max: 1_000, ttl: HOUR })
  return async (credentials) => {
    const identity = await authenticate(credentials)
    const { viewAs: role } = credentials
    if (role === undefined) return identity
    const { principal, sessionId } = identity
    if (!principal.roles.has('administrator') || !ROLE.test(role)) throw forbidden()
    const key = `${sessionId ?? principal.userId ?? ''} ${role}`
    if (!recorded.has(key)) await audit({ action: 'READ', by: principal, operation: 'viewAs', details: { role } })
    recorded.set(key, true)
    return { ...identity, principal: seenAs(principal, role) }
  }
}

const seenAs = (principal: Principal, role: string): Principal =>
  ({ ...principal, viewingAs: role, level: undefined, grants: [], roles: new Set(role === 'visitor' ? ['visitor'] : ['visitor', 'member', role]) })

/** @throws AppError FORBIDDEN for whoever only looks. */
export function refuseViewer({ viewingAs }: Principal): void {
  if (viewingAs === undefined) return
  throw new AppError('FORBIDDEN', [{
    reason: 'viewingAs', values: { role: viewingAs },
    message: { fr: 'Vous regardez comme le rôle « {role} » : rien ne peut être modifié.', en: 'You are looking as the role “{role}”: nothing can be changed.' },
  }])
}
