import type { Sql } from 'sql-template-tag'
import type { Faults } from '../faults.ts'
import type { Scope } from '../session.ts'

/** One question of a statement: a scalar expression, and who takes its answer. */
export interface Part {
  readonly ask: Sql
  readonly take: (answer: unknown) => void
}

export interface LookUp {
  readonly scope: Scope
  readonly faults: Faults
}

/** Things that share a key, in the order of their first. */
export function groupBy<T>(things: readonly T[], key: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const name = key(thing)
    const group = groups.get(name)
    if (group) group.push(thing)
    else groups.set(name, [thing])
  }
  return [...groups.values()]
}
