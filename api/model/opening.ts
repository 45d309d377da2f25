import type { Access, Verb } from './access.ts'
import type { EntityClass } from './record.ts'

/**
 * What a module grants on an entity of a module that it uses: `schema/<module>/openings.ts`. An offer
 * shows its client's name, so casting opens clients that a published offer names; the client's own
 * file learns nothing of offers.
 */
export interface Opening {
  readonly entity: EntityClass
  readonly verb: Verb
  readonly access: Access
}

export const opens = (entity: EntityClass, verb: Verb, access: Access): Opening => Object.freeze({ entity, verb, access })
