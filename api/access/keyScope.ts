import type { Verb } from '../model/access.ts'
import type { Model } from '../model/model.ts'
import { leadsTo, noRight } from './modules.ts'
import type { EntityRights, Rights } from './rights.ts'

/**
 * The rights of a key's owner within what the key was made for: entities (`CastingOffer`), or actions on them
 * (`Client:READ`, `CastingOffer:publish`). Queries that belong to no entity are none of them.
 */
export function withinKey(model: Model, rights: Rights, only: ReadonlySet<string> | undefined): Rights {
  if (!only) return rights
  const may = (entity: string, action: string): boolean => only.has(entity) || only.has(`${entity}:${action}`)
  const known = new Map<string, EntityRights>()
  const limited = (name: string, verb: Verb): EntityRights => {
    if (!may(name, verb.toUpperCase())) return noRight
    const given = rights.of(name, verb)
    const members = model.entities.get(name)?.members
    return { ...given, field: (member) => (leadsTo(members?.get(member), (target) => !may(target, 'READ')) ? 'none' : given.field(member)) }
  }
  return {
    ...rights,
    key: `${rights.key} within ${[...only].sort().join('+')}`,
    holds: () => false,
    action: (name, action, declared) => (may(name, action) ? rights.action(name, action, declared) : 'none'),
    of: (name, verb) => {
      const key = `${verb} ${name}`
      const found = known.get(key) ?? limited(name, verb)
      known.set(key, found)
      return found
    },
  }
}
