import { isOpenable } from '../../access/rights.ts'
import { grantsOf, scopes, verbs, type Access, type Grant, type Scope } from '../../model/access.ts'
import { ruleOf } from '../../access/permission.ts'
import { isInput, type EntityModel, type MemberModel, type Model } from '../../model/model.ts'
import type { Action } from '../../write/types.ts'
import { actsOn } from './access.ts'
import { keyOf, type Proposed } from './rolePermissions.ts'

/** What a predefined role may, as permissions that can be stored; and what only the program can say, since it limits rows in a way of its own. */
export interface Copied {
  readonly permissions: readonly Proposed[]
  readonly left: readonly { readonly entity: EntityModel; readonly action: string }[]
}

export function copyOf(model: Model, actions: readonly Action[], role: string): Copied {
  const permissions = new Map<string, Proposed>()
  const left: { entity: EntityModel; action: string }[] = []
  for (const entity of model.entities.values()) {
    if (entity.options.fixedAccess) continue
    for (const { action, grant, field } of givenTo(entity, actions, role)) {
      const scope = scopeOf(entity, grant)
      const fields = field === undefined ? grant.only?.filter((one) => !isNarrower(entity.members.get(one), action, role)) ?? [undefined] : [field]
      if (!scope) left.push({ entity, action })
      else for (const one of fields) add(permissions, entity, { entityType: entity.name, action, field: one, scope, effect: 'ALLOW' })
    }
  }
  return { permissions: [...permissions.values()], left }
}

/** Whether a field is kept from the role by its own declaration: a permission that names it would open it. */
function isNarrower(member: MemberModel | undefined, action: string, role: string): boolean {
  const own = action === 'READ' ? member?.options.read : member?.options.write
  return own !== undefined && grantsOf(own).every(({ roles }) => roles.every(({ key }) => key !== role))
}

interface GivenTo { readonly action: string; readonly grant: Grant; readonly field?: string }

/** Every grant of an entity, of its fields, moves and actions that names the role. */
function* givenTo(entity: EntityModel, actions: readonly Action[], role: string): Generator<GivenTo> {
  const own = (access: Access | undefined): readonly Grant[] => (access ? grantsOf(access) : []).filter(({ roles }) => roles.some(({ key }) => key === role))
  const written = !entity.readOnly && !entity.abstract
  for (const verb of verbs) if (verb === 'read' || written) for (const grant of own(entity.grants[verb])) yield { action: verb.toUpperCase(), grant }
  for (const { name, options } of entity.members.values()) {
    for (const grant of own(options.read)) yield { action: 'READ', grant, field: name }
    if (written) for (const grant of own(options.write)) { yield { action: 'CREATE', grant, field: name }; yield { action: 'UPDATE', grant, field: name } }
  }
  if (written) for (const { name, access } of entity.moves) for (const grant of own(access)) yield { action: name, grant }
  for (const { name, declared } of actsOn(entity, actions)) for (const grant of own(declared)) yield { action: name, grant }
}

/** The scope that means the same rows, where there is one. */
function scopeOf(entity: EntityModel, { rows }: Grant): Scope | undefined {
  if (!rows || Object.keys(rows.where).length === 0) return 'ALL'
  return scopes.find((scope) => scope !== 'ALL' && scope !== 'NONE' && ruleOf(entity, scope)?.name === rows.name)
}

function add(permissions: Map<string, Proposed>, entity: EntityModel, one: Proposed): void {
  const member = one.field === undefined ? undefined : entity.members.get(one.field)
  if (member && !takes(member, one.action)) return
  const known = permissions.get(keyOf(one))
  if (known?.scope !== 'ALL') permissions.set(keyOf(one), one)
}

const takes = (member: MemberModel, action: string): boolean =>
  action === 'READ' ? isOpenable(member, 'read') : (action === 'CREATE' || action === 'UPDATE') && isInput(member) && isOpenable(member, action === 'CREATE' ? 'create' : 'update')
