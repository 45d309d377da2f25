import type { Caller, Principal } from '../../access/principal.ts'
import type { Door } from '../../access/door.ts'

/** The request of one GraphQL document, and its answer, as the resolvers of the session see them. */
export interface GraphqlDoor extends Door {
  readonly principal: Principal
  /** The document was approved and is run by its hash: the caller wrote none of it. */
  readonly registered: boolean
  /** Whoever asks may write documents of his own. */
  readonly free: boolean
}

/** What every context of a request holds; the resolvers may be given more. */
export interface DoorContext {
  readonly caller: Caller
  readonly http: GraphqlDoor
}
