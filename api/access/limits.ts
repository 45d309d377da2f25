import { LRUCache } from 'lru-cache'
import type { Model } from '../model/model.ts'
import { withoutParties } from './conflicts.ts'
import { withinKey } from './keyScope.ts'
import { withoutModules } from './modules.ts'
import type { Principal } from './principal.ts'
import type { Rights } from './rights.ts'

/** What no role gives back: modules that are off, parties from which somebody is barred, what a key was made for. */
export type Limit = (rights: Rights, principal: Principal) => Rights

const KEPT = 200

/** Rights are narrowed once per set of rights and limits; where nothing limits, they are the same object. */
export function createLimit(model: Model): Limit {
  const known = new WeakMap<Rights, LRUCache<string, Rights>>()
  return (rights, principal) => {
    const { modulesOff, conflicts, key: used } = principal
    const barred = conflicts?.barred ?? []
    const reads = onlyReads(principal)
    if (!modulesOff && barred.length === 0 && !used?.only && !reads) return rights
    const own = known.get(rights) ?? new LRUCache<string, Rights>({ max: KEPT })
    known.set(rights, own)
    const key = [...[...modulesOff ?? []].sort(), '-', ...[...barred].sort(), '-', ...[...used?.only ?? []].sort(), '-', reads].join(' ')
    const found = own.get(key) ?? reading(reads, withinKey(model, withoutParties(model, withoutModules(model, rights, modulesOff), conflicts), used?.only))
    own.set(key, found)
    return found
  }
}

/** Whoever looks as a role, and a key that was not made for writing, change nothing at any door. */
const onlyReads = ({ viewingAs, key }: Principal): boolean => viewingAs !== undefined || (key !== undefined && !key.scopes.has('GRAPHQL_WRITE'))

const reading = (reads: boolean, rights: Rights): Rights => (reads ? { ...rights, key: `${rights.key} to read`, onlyReads: true } : rights)
