import { AppError } from '../model/errors.ts'
import { grantsOf, type Access, type Verb } from '../model/access.ts'
import type { EntityModel, MemberModel, Model } from '../model/model.ts'
import type { ModuleDeclaration } from '../model/module.ts'
import type { EntityClass } from '../model/record.ts'
import type { AccessQuery } from './query.ts'
import type { EntityRights, Rights } from './rights.ts'

/** SQL of the names of the modules that are switched off, parted by spaces. One look at a dozen rows. */
export const MODULES_OFF = `(select string_agg(m.key, ' ') from module m where not m.enabled)`

/** Names of modules; undefined where all are on, as they mostly are. */
export type ModulesOff = ReadonlySet<string> | undefined

export const noRight: EntityRights = { rows: 'none', byThemselves: 'none', field: () => 'none' }

export const namesIn = (listed: unknown): ModulesOff => (typeof listed === 'string' ? new Set(listed.split(' ')) : undefined)

/**
 * The same rights without what belongs to modules that are switched off: neither their entities nor
 * the relations that lead to them exist for anybody, whatever his roles give. Their rows stay as they are.
 */
export function withoutModules(model: Model, rights: Rights, off: ModulesOff): Rights {
  if (!off) return rights
  const isOff = (entity: string): boolean => off.has(model.entities.get(entity)?.module ?? '')
  const known = new Map<string, EntityRights>()
  const limited = (name: string, verb: Verb): EntityRights => {
    const entity = model.entities.get(name)
    if (!entity || off.has(entity.module)) return noRight
    const given = rights.of(name, verb)
    return { ...given, field: (member) => (leadsTo(entity.members.get(member), isOff) ? 'none' : given.field(member)) }
  }
  return {
    ...rights,
    key: `${rights.key} without ${[...off].sort().join('+')}`,
    off,
    action: (name, action, declared) => (isOff(name) ? 'none' : rights.action(name, action, declared)),
    of: (name, verb) => {
      const key = `${verb} ${name}`
      const found = known.get(key) ?? limited(name, verb)
      known.set(key, found)
      return found
    },
  }
}

/** Whether a relation leads only to what does not exist for somebody. */
export const leadsTo = (member: MemberModel | undefined, isOff: (entity: string) => boolean): boolean =>
  member !== undefined && (member.is === 'anyOf' ? member.entities.every(isOff) : 'target' in member && isOff(member.target))

/** The module whose being off is the reason that a caller cannot reach an entity, or a member of it. */
export function moduleOff(model: Model, { off }: Rights, entity: EntityModel, member?: MemberModel): ModuleDeclaration | undefined {
  if (!off) return undefined
  const target = member && 'target' in member ? model.entities.get(member.target) : undefined
  const name = [entity.module, target?.module].find((one) => one !== undefined && off.has(one))
  return name === undefined ? undefined : model.modules.get(name)
}

/** An action or a query that a module adds. */
interface Operation {
  readonly name: string
  readonly access: Access
  readonly module?: string
  /** The entity on which an action works. */
  readonly on?: EntityClass
}

/** The switched-off module to which an operation belongs, or that of the entity on which it works. */
export function operationOff(model: Model, { off }: Rights, { module, on }: Operation): ModuleDeclaration | undefined {
  if (!off) return undefined
  const name = [module, on && model.entities.get(on.name)?.module].find((one) => one !== undefined && off.has(one))
  return name === undefined ? undefined : model.modules.get(name)
}

const isGiven = (rights: Rights, { name, access, on }: Operation): boolean =>
  (on ? rights.action(on.name, name, grantsOf(access)) !== 'none' : rights.holds(grantsOf(access)))

/** Whether the caller has an operation: it is granted, and nothing that it needs is switched off. */
export const mayRun = (model: Model, rights: Rights, operation: Operation): boolean =>
  isGiven(rights, operation) && operationOff(model, rights, operation) === undefined

/** What is answered instead: the thing exists, and comes back unchanged when somebody switches its module on. */
export const moduleDisabled = ({ name, label }: ModuleDeclaration): AppError => new AppError('MODULE_DISABLED', [{
  reason: 'moduleDisabled', values: { fr: label.fr, en: label.en },
  message: {
    fr: 'Le module « {fr} » est désactivé. Ses données sont conservées ; un administrateur peut le réactiver.',
    en: 'The module “{en}” is switched off. Its data is kept; an administrator can switch it on again.',
  },
}], { module: name })

/** What visitors are told is off: they have no account whose statement says it. */
export interface VisitorModules {
  off(): Promise<ModulesOff>
  /** What a statement for somebody else said meanwhile. */
  learn(off: ModulesOff): void
}

/** Asked once a second at most, however many visitors come; like the registry of their documents. */
export function createVisitorModules(query: AccessQuery, maxAge = 1_000, now = () => performance.now()): VisitorModules {
  let known: Promise<ModulesOff> | undefined
  let at = -Infinity
  const keep = (off: Promise<ModulesOff>): Promise<ModulesOff> => {
    at = now()
    known = off
    // A failure is not kept: the next visitor asks again.
    off.catch(() => { known = undefined })
    return off
  }
  return {
    off: () => (known && now() - at < maxAge ? known : keep(query(`select ${MODULES_OFF} as off`, []).then(([row]) => namesIn(row?.['off'])))),
    learn: (off) => void keep(Promise.resolve(off)),
  }
}
