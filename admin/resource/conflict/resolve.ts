import { updateInput, type Inputs } from '../../data/diff.ts'
import type { AdminResource, Values } from '../../data/meta.ts'

export type Side = 'mine' | 'theirs'

/**
 * What to save after a clash: the record as it stands now, with everything that I changed and nobody
 * else did, and of the clashing fields those of which my value was chosen.
 */
export function resolved(inputs: Inputs, resource: AdminResource, base: Values, mine: Values, theirs: Values, chosen: Readonly<Record<string, Side>>): Values {
  const changed = Object.keys(updateInput(inputs, resource, base, mine))
  const kept = changed.filter((name) => chosen[name] !== 'theirs')
  return { ...theirs, ...Object.fromEntries(kept.map((name) => [name, mine[name]])) }
}
