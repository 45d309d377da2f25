import { isDeepStrictEqual } from 'node:util'
import type { Grant, Verb } from '../model/access.ts'
import { grantsOf } from '../model/access.ts'
import type { EntityModel, MemberModel, Model } from '../model/model.ts'
import type { AnyWhere } from '../model/where.ts'

/**
 * `all`, `none`, or the rows that fulfil one of these conditions. For a field: the rows *among those
 * that the caller may reach* on which he has it.
 */
export type Rows = 'all' | 'none' | readonly AnyWhere[]

/** What one set of roles may do with one entity, by one verb. */
export interface EntityRights {
  readonly rows: Rows
  /** For reading: the members that are answered. For creating and updating: those that an input may give. */
  field(name: string): Rows
}

/** Everything that one set of roles may do. Compiled once per set of roles, shared by all its requests. */
export interface Rights {
  /** Equal for equal rights: the key of what is compiled from them. */
  readonly key: string
  of(entity: string, verb: Verb): EntityRights
  /** Names of the modules that are switched off: of those the caller may use nothing. */
  readonly off?: ReadonlySet<string> | undefined
  /** Whether one of these grants concerns the caller. */
  holds(grants: readonly Grant[]): boolean
}

const always: ReadonlySet<string> = new Set(['id', 'version'])

/** What belongs to a row whatever the grants name. */
const bare = (member: string): boolean => always.has(member)

/** Compiles the declared grants for one set of roles. */
export function compileRights(model: Model, roles: ReadonlySet<string>): Rights {
  const known = new Map<string, EntityRights>()
  const of = (name: string, verb: Verb): EntityRights => {
    const key = `${verb} ${name}`
    const found = known.get(key) ?? compileEntity(model, name, verb, roles, of)
    known.set(key, found)
    return found
  }
  return {
    key: [...roles].sort().join('+'),
    of,
    holds: (grants) => grants.some((grant) => grant.concerns(roles)),
  }
}

/** The rights of the house itself: jobs, rules, the loading of reference lists. */
export const houseRights: Rights = {
  key: 'house',
  of: () => ({ rows: 'all', field: () => 'all' }),
  holds: () => true,
}

type Of = (entity: string, verb: Verb) => EntityRights

function compileEntity(model: Model, name: string, verb: Verb, roles: ReadonlySet<string>, of: Of): EntityRights {
  const entity = model.entities.get(name)
  if (!entity || (entity.readOnly && verb !== 'read')) return { rows: 'none', field: () => 'none' }
  const grants = entity.grants[verb].filter((grant) => grant.concerns(roles))
  const rows = union(grants)
  const fields = new Map<string, Rows>()
  const field = (member: string): Rows => {
    const right = fields.get(member) ?? compileField(entity, member, verb, grants, rows, roles, of)
    fields.set(member, right)
    return right
  }
  return { rows, field }
}

function compileField(entity: EntityModel, name: string, verb: Verb, grants: readonly Grant[], rows: Rows, roles: ReadonlySet<string>, of: Of): Rows {
  const member = entity.members.get(name)
  if (!member || rows === 'none') return 'none'
  if (verb === 'read' && bare(name)) return 'all'
  if (verb === 'read' && pointsNowhere(member, of)) return 'none'
  const giving = grants.filter((grant) => !grant.only || grant.only.includes(name))
  const own = narrower(member, verb)?.filter((grant) => grant.concerns(roles))
  const given = own ? meet(union(giving), union(own)) : union(giving)
  return covers(given, rows) ? 'all' : given
}

/** The field's own grants, where it has any. */
function narrower(member: MemberModel, verb: Verb): readonly Grant[] | undefined {
  const own = verb === 'read' ? member.options.read : member.options.write
  return own && grantsOf(own)
}

/** A relation to an entity of which the caller may read nothing. */
const pointsNowhere = (member: MemberModel, of: Of): boolean => 'target' in member && of(member.target, 'read').rows === 'none'

function union(grants: readonly Grant[]): Rows {
  if (grants.length === 0) return 'none'
  if (grants.some((grant) => !grant.rows || Object.keys(grant.rows.where).length === 0)) return 'all'
  return widest([...new Set(grants.map((grant) => grant.rows?.where ?? {}))])
}

function meet(a: Rows, b: Rows): Rows {
  if (a === 'none' || b === 'none') return 'none'
  if (a === 'all') return b
  if (b === 'all') return a
  return widest(a.flatMap((one) => b.map((other) => (liesWithin(one, other) ? one : liesWithin(other, one) ? other : { and: [one, other] }))))
}

/** Without the conditions whose rows another one gives already: fewer to ask of each row, and an index can serve them. */
function widest(conditions: readonly AnyWhere[]): readonly AnyWhere[] {
  return conditions.filter((one, index) => !conditions.some((other, at) =>
    at !== index && liesWithin(one, other) && (at < index || !liesWithin(other, one))))
}

/** Whether every row that fulfils one condition is seen to fulfil the other: it says the same and more. */
const liesWithin = (one: AnyWhere, other: AnyWhere): boolean =>
  Object.entries(other).every(([name, condition]) => name in one && isDeepStrictEqual(one[name], condition))
  || (Array.isArray(one['and']) && one['and'].some((part: AnyWhere) => liesWithin(part, other)))

const covers = (given: Rows, rows: Rows): boolean =>
  given === rows || (Array.isArray(given) && Array.isArray(rows) && rows.every((row: AnyWhere) => given.some((one: AnyWhere) => liesWithin(row, one))))
