import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Scope } from '../model/access.ts'
import type { Model } from '../model/model.ts'
import { createLimit } from './limits.ts'
import type { Permission } from './permission.ts'
import type { Principal } from './principal.ts'
import type { AccessQuery } from './query.ts'
import { compileRights, type Holder, type Rights } from './rights.ts'

/** Every stored permission, as it was at one version. */
export interface Policy {
  readonly version: string
  of(holder: Permission['holder']['is'], key: string): Held
}

/** The permissions of one holder, and a short text that is equal for equal ones. */
interface Held {
  readonly permissions: readonly Permission[]
  readonly signature: string
}

/** What people may do beside what the code declares, kept in step with the database. */
export interface Policies {
  readonly current: Policy
  /** The statement that finds an account says which version counts: it is read again only when that moved. */
  upTo(version: string): Promise<void>
  rightsOf(principal: Principal, policy?: Policy): Rights
}

const nothing: Held = { permissions: [], signature: '' }
const nobody: Policy = { version: '0', of: () => nothing }

/** SQL of the version that counts. */
export const POLICY_VERSION = `(select number::text from policy_version)`

const PERMISSIONS = `select ${POLICY_VERSION} as version, (select json_agg(json_build_object(
    'id', p.id, 'version', p.version, 'entity', p.entity_type, 'action', p.action, 'field', p.field, 'known', p.known_fields, 'scope', p.scope, 'effect', p.effect,
    'is', case when p.role_id is not null then 'role' when p.department_id is not null then 'department' else 'user' end,
    'key', coalesce(r.key, p.department_id::text, p.user_id::text), 'name', coalesce(r.name, d.name, u.full_name, u.email)) order by p.id)
  from permission p left join role r on r.id = p.role_id left join department d on d.id = p.department_id left join "user" u on u.id = p.user_id) as permissions`

/** The same policy with other permissions of one role: what would be, before it is saved. */
export const withRole = (policy: Policy, key: string, permissions: readonly Permission[]): Policy => {
  const held = heldOf(permissions)
  return { version: `${policy.version}?`, of: (is, of) => (is === 'role' && of === key ? held : policy.of(is, of)) }
}

/** Sets of rights that are kept: those of people at work, not of everybody who ever came. */
const KEPT_RIGHTS = 1_000

export function createPolicies(model: Model, query: AccessQuery): Policies {
  let current = nobody
  let loading: Promise<void> | undefined
  const known = new LRUCache<string, Rights>({ max: KEPT_RIGHTS })
  const limit = createLimit(model)
  const load = async (): Promise<void> => {
    const [row] = await query(PERMISSIONS, [])
    current = policyOf(String(row?.['version']), permissionsIn(row?.['permissions']))
  }
  return {
    get current() { return current },
    upTo: async (version) => {
      // Several who come at the same moment wait for one; whose version is newer still, asks again.
      while (Number(current.version) < Number(version)) await (loading ??= load().finally(() => { loading = undefined }))
    },
    rightsOf: (principal, policy = current) => {
      const holder = holderOf(principal, policy)
      const found = known.get(holder.key) ?? compileRights(model, holder)
      known.set(holder.key, found)
      return limit(found, principal)
    },
  }
}

/** As the statement above answers them. */
interface Row extends Pick<Permission, 'id' | 'version' | 'entity' | 'action' | 'effect'> {
  readonly scope: Scope
  readonly field: string | null
  readonly known: readonly string[] | null
  readonly is: Permission['holder']['is']
  readonly key: string
  readonly name: string | null
}

const permissionsIn = (answer: unknown): Permission[] => ((answer ?? []) as readonly Row[]).map(({ is, key, name, field, known, ...row }) =>
  ({ ...row, field: field ?? undefined, known: new Set(known ?? []), holder: { is, key, name: name ?? key } }))

export function policyOf(version: string, permissions: readonly Permission[]): Policy {
  const held = new Map([...Map.groupBy(permissions, ({ holder }) => `${holder.is} ${holder.key}`)].map(([key, own]) => [key, heldOf(own)]))
  return { version, of: (is, key) => held.get(`${is} ${key}`) ?? nothing }
}

function heldOf(permissions: readonly Permission[]): Held {
  const hash = createHash('sha256')
  for (const { id, version, holder } of permissions) hash.update(`${id} ${version} ${holder.name}\n`)
  return { permissions, signature: hash.digest('base64url').slice(0, 22) }
}

/** Whoever asks, as far as it decides what he may. Two for whom the key is equal may the same. */
export function holderOf({ roles, level, departmentId, userId, viewingAs, grants = [] }: Principal, policy: Policy): Holder & { readonly key: string } {
  const parts = [
    ...[...roles].sort().map((key) => [key, policy.of('role', key)] as const),
    ...(departmentId === undefined || viewingAs !== undefined ? [] : [[`department ${departmentId}`, policy.of('department', departmentId)] as const]),
    ...(userId === undefined || viewingAs !== undefined ? [] : [[`user ${userId}`, policy.of('user', userId)] as const]),
  ].filter(([name, held]) => roles.has(name) || held !== nothing)
  const shapes = [...new Set(grants.map(({ entity, level: much, record }) => `${entity}${record === undefined ? '*' : ''} ${much}`))].sort()
  return {
    roles, level, grants, permissions: parts.flatMap(([, held]) => held.permissions),
    key: [
      parts.map(([name, { signature }]) => (signature === '' ? name : `${name}#${signature}`)).join('+'),
      ...(level === undefined || level === 'STANDARD' ? [] : [level]), ...shapes,
    ].join(' '),
  }
}

