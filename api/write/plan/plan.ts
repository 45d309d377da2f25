import { houseRights } from '../../access/rights.ts'
import { childrenOf, wholeTree, type Change } from '../change.ts'
import { draft } from '../draft/draft.ts'
import type { Drafting } from '../draft/drafting.ts'
import type { Faults } from '../faults.ts'
import { lookUp } from '../lookup/lookUp.ts'
import { placedAt } from '../place.ts'
import type { Scope } from '../session.ts'
import type { Stored } from '../types.ts'
import { complete } from './complete.ts'
import { encrypt } from './encrypt.ts'
import { merge } from './merge.ts'

export function draftingOf(scope: Scope, faults: Faults): Drafting {
  return { model: scope.session.engine.model, rights: scope.caller.rights, faults, house: false, draft }
}

/**
 * From drafted changes to changes that can be written: their rows found and locked, merged with what
 * others did, completed by the modules, checked by every rule. All faults are answered at once.
 */
export async function plan(scope: Scope, faults: Faults, roots: readonly Change[], expectedVersion?: number): Promise<void> {
  await lookUp(scope, faults, roots)
  const [only] = roots
  if (only && expectedVersion !== undefined && !only.lost) await merge(scope, only, expectedVersion)
  // The code of the modules sees sound inputs only; without it what remains to be said is said as well.
  const prepared = !faults.any
  if (prepared) await prepareAll(scope, faults, roots)
  for (const root of roots) {
    const linked = scope.session.engine.reactions.get(root.entity.name)?.some(({ prepare }) => prepare) === true
    for (const change of wholeTree([root])) complete(scope, change, faults, prepared ? 'prepared' : linked && change !== root ? 'linked' : 'alone')
  }
  if (faults.any) await lookUp(scope, faults, roots)
  faults.throwIfAny()
  for (const change of wholeTree(roots)) await encrypt(scope.session.engine.cipher, change)
}

/** Level by level, since what a module adds to an input may nest. */
async function prepareAll(scope: Scope, faults: Faults, roots: readonly Change[]): Promise<void> {
  let level = roots
  while (level.length > 0) {
    let added = false
    for (const change of level) added = (await prepare(scope, faults, change)) || added
    if (added) await lookUp(scope, faults, roots)
    level = level.flatMap(childrenOf)
  }
}

/**
 * Whether a module changed the input. What it added is the house's own; where it only rewrote what the
 * caller gave, the caller's rights go on to count. Neither is limited to what inputs may give.
 */
async function prepare(scope: Scope, faults: Faults, change: Change): Promise<boolean> {
  const before = change.input
  await placedAt(change.path, async () => {
    for (const reaction of scope.session.engine.reactions.get(change.entity.name) ?? []) {
      // A stored row has the shape that its entity declares; the type parameter is forgotten where reactions are gathered.
      change.input = (await reaction.prepare?.(scope.reacting(change.path).work, change.input, change.current as Stored<object> | undefined)) ?? change.input
    }
  })
  const { input } = change
  if (input === before) return false
  const given = Object.entries(input).filter(([name, value]) => !Object.is(before[name], value))
  const drafting = { ...draftingOf(scope, faults), house: true }
  draft(drafting, change, Object.fromEntries(given.filter(([name]) => name in before)))
  draft({ ...drafting, rights: houseRights }, change, Object.fromEntries(given.filter(([name]) => !(name in before))))
  return given.length > 0
}
