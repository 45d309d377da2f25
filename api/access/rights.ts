import type { Grant, Level, Verb } from '../model/access.ts'
import { grantsOf } from '../model/access.ts'
import { isInput, type EntityModel, type MemberModel, type Model } from '../model/model.ts'
import { granted, grantedToEdit } from '../model/where.ts'
import { ofGrant, ofGrants, ofLevel, ofPermission, verbOf, type Given, type Permission } from './permission.ts'
import type { TimedGrant } from './principal.ts'
import { covers, meet, together, without, type Rows } from './rows.ts'

export type { Rows } from './rows.ts'

/** What one set of roles may do with one entity, by one verb. */
export interface EntityRights {
  readonly rows: Rows
  /** For reading: those among them that may be asked for by themselves, as a list, by their ids, to take along. Others are seen beside what shows them. */
  readonly byThemselves: Rows
  /** For reading: the members that are answered. For creating and updating: those that an input may give. */
  field(name: string): Rows
}

/** Everything that one set of roles may do. Compiled once per set, shared by all requests of all who hold it. */
export interface Rights {
  /** Equal for equal rights: the key of what is compiled from them. */
  readonly key: string
  of(entity: string, verb: Verb): EntityRights
  /** Names of the modules that are switched off: of those the caller may use nothing. */
  readonly off?: ReadonlySet<string> | undefined
  /** The door lets nothing be changed, whatever he may elsewhere: records offer him nothing. */
  readonly onlyReads?: true
  /**
   * The rows on which a move, or an action of a module, may be run. `declared`: who may by its
   * declaration; undefined, for a move: whoever may change the field that it changes.
   */
  action(entity: string, name: string, declared: readonly Grant[] | undefined): Rows
  /** Whether one of these grants concerns the caller. */
  holds(grants: readonly Grant[]): boolean
  /** What gives and takes, in the order in which it is asked: the reasons of a decision. */
  reasons(entity: string, action: string, declared?: readonly Grant[]): readonly Given[]
  /** What gives and takes a member in particular, beside those. */
  reasonsOfField(entity: string, verb: Verb, member: string): readonly Given[]
}

/** Whoever is asking, as far as it decides what he may: what two people have alike, they share. */
export interface Holder {
  readonly roles: ReadonlySet<string>
  readonly level?: Level | undefined
  /** Stored permissions of his roles, his department and himself. */
  readonly permissions?: readonly Permission[]
  /** Entities of which he is granted records for a time; which ones, the statement is told. */
  readonly grants?: readonly Pick<TimedGrant, 'entity' | 'level' | 'record'>[]
  readonly key?: string
}

const always: ReadonlySet<string> = new Set(['id', 'version'])

/** What belongs to a row whatever the grants name. */
const bare = (member: string): boolean => always.has(member)

/** Compiles declared grants, stored permissions and grants in time into one set of rights. */
export function compileRights(model: Model, given: ReadonlySet<string> | Holder): Rights {
  const holder: Holder = given instanceof Set ? { roles: given } : given as Holder
  return new CompiledRights(model, holder)
}

/** The rights of the house itself: jobs, rules, the loading of reference lists. */
export const houseRights: Rights = {
  key: 'house',
  of: () => ({ rows: 'all', byThemselves: 'all', field: () => 'all' }),
  action: () => 'all',
  holds: () => true,
  reasons: () => [],
  reasonsOfField: () => [],
}

class CompiledRights implements Rights {
  readonly key: string
  readonly #model: Model
  readonly #holder: Holder
  readonly #entities = new Map<string, EntityRights>()
  readonly #actions = new Map<string, Rows>()
  readonly #reasons = new Map<string, readonly Given[]>()

  constructor(model: Model, holder: Holder) {
    this.#model = model
    this.#holder = holder
    this.key = holder.key ?? [...holder.roles].sort().join('+')
  }

  readonly of = (name: string, verb: Verb): EntityRights => kept(this.#entities, `${verb} ${name}`, () => this.#compile(name, verb))

  readonly action = (name: string, action: string, declared: readonly Grant[] | undefined): Rows => kept(this.#actions, `${action} ${name}`, () => {
    const reasons = this.reasons(name, action, declared)
    const base = declared ? [] : [this.#movable(name, action)]
    return decide(together([...base, ...allowed(reasons)]), reasons)
  })

  #movable(name: string, action: string): Rows {
    const move = this.#model.entities.get(name)?.moves.find((one) => one.name === action)
    const update = this.of(name, 'update')
    return move ? meet(update.rows, update.field(move.field)) : 'none'
  }

  readonly holds = (grants: readonly Grant[]): boolean => grants.some((grant) => grant.concerns(this.#holder.roles))

  readonly reasons = (name: string, action: string, declared?: readonly Grant[]): readonly Given[] => kept(this.#reasons, `${action} ${name}`, () => {
    const entity = this.#model.entities.get(name)
    if (!entity) return []
    const verb = verbOf(action)
    if (verb && verb !== 'read' && entity.readOnly) return []
    const grants = verb ? entity.grants[verb] : declared ?? []
    return [
      ...ofGrants(grants, this.#holder.roles, this.#stored(entity, action)),
      ...(verb ? this.#inTime(entity, verb) : []),
      ...ofLevel(entity, this.#holder.level, verb !== 'read'),
    ]
  })

  readonly reasonsOfField = (name: string, verb: Verb, member: string): readonly Given[] => {
    const found = this.#model.entities.get(name)?.members.get(member)
    return found ? narrower(found, verb)?.flatMap((grant) => ofGrant(grant, this.#holder.roles)) ?? [] : []
  }

  #stored(entity: EntityModel, action: string): Given[] {
    return (this.#holder.permissions ?? []).filter((one) => one.entity === entity.name && one.action === action).flatMap((one) => ofPermission(one, entity))
  }

  /** Records, or all of an entity, that are open to him for a time. */
  #inTime(entity: EntityModel, verb: Verb): Given[] {
    if (entity.options.fixedAccess || (verb !== 'read' && verb !== 'update')) return []
    const held = (this.#holder.grants ?? []).filter((one) => one.entity === entity.name && (verb === 'read' || one.level === 'EDIT'))
    return held.map(({ level, record }) => ({
      effect: 'ALLOW', source: { is: 'grant', entity: entity.name, level, whole: record === undefined }, only: undefined, named: undefined,
      rows: record === undefined ? 'all' : [{ id: { in: verb === 'read' ? granted : grantedToEdit } }],
    }))
  }

  #compile(name: string, verb: Verb): EntityRights {
    const entity = this.#model.entities.get(name)
    const reasons = this.reasons(name, verb.toUpperCase())
    const rows = decide(together(allowed(reasons)), reasons)
    const byThemselves = reasons.some(({ beside }) => beside) ? decide(together(allowed(reasons.filter(({ beside }) => !beside))), reasons) : rows
    const fields = new Map<string, Rows>()
    return { rows, byThemselves, field: (member) => kept(fields, member, () => (entity && rows !== 'none' ? this.#field(entity, member, verb, reasons) : 'none')) }
  }

  #field(entity: EntityModel, name: string, verb: Verb, reasons: readonly Given[]): Rows {
    const member = entity.members.get(name)
    if (!member) return 'none'
    if (verb === 'read' && bare(name)) return 'all'
    if (this.#pointsNowhere(member)) return 'none'
    const giving = together(allowed(reasons, name))
    const own = narrower(member, verb)
    const given = own ? meet(giving, together([...allowed(this.reasonsOfField(entity.name, verb, name)), ...opened(reasons, member, verb)])) : giving
    const denied = together(reasons.filter(({ effect, named }) => effect === 'DENY' && named === name).map(({ rows }) => rows))
    const all = covers(given, together(allowed(reasons))) ? 'all' : given
    return without(all, denied)
  }

  /** A relation to an entity of which the caller may read nothing: neither shown nor given. */
  #pointsNowhere(member: MemberModel): boolean {
    return 'target' in member && this.of(member.target, 'read').rows === 'none'
  }
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

/** The rows that are given; `member`: with this member. */
const allowed = (reasons: readonly Given[], member?: string): Rows[] =>
  reasons.filter(({ effect, only }) => effect === 'ALLOW' && (member === undefined || !only || only.has(member))).map(({ rows }) => rows)

/** Cut down to what his level reaches; what is denied is taken away last, whatever gave it. */
function decide(given: Rows, reasons: readonly Given[]): Rows {
  const limited = reasons.filter(({ effect }) => effect === 'LIMIT').reduce((rows, limit) => meet(rows, limit.rows), given)
  return without(limited, together(reasons.filter(({ effect, named }) => effect === 'DENY' && named === undefined).map(({ rows }) => rows)))
}

/** The field's own grants, where it has any. */
function narrower(member: MemberModel, verb: Verb): readonly Grant[] | undefined {
  const own = verb === 'read' ? member.options.read : member.options.write
  return own && grantsOf(own)
}

/** What a permission that names the member opens of it, though the declaration keeps it narrower than its entity. */
const opened = (reasons: readonly Given[], member: MemberModel, verb: Verb): Rows[] =>
  (isOpenable(member, verb) ? reasons.filter(({ effect, named }) => effect === 'ALLOW' && named === member.name).map(({ rows }) => rows) : [])

/** Whether a permission may open a member at all: not what is hidden, nor what the declaration gives to nobody. */
export function isOpenable(member: MemberModel, verb: Verb): boolean {
  if (member.options.hidden) return false
  if (verb !== 'read' && !isInput(member)) return false
  const own = narrower(member, verb)
  return !own || own.some((grant) => grant.roles.length > 0)
}

/** Whether the list of an entity, and its records by their ids, are the caller's to ask for. */
export const mayList = (rights: Rights, entity: string): boolean => rights.of(entity, 'read').byThemselves !== 'none'
