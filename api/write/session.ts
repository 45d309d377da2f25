import type { CriticalUse } from './critical/note.ts'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { Caller } from '../access/principal.ts'
import { entityOf, type EntityModel } from '../model/model.ts'
import type { EntityClass } from '../model/record.ts'
import type { Ports, Query } from './ports.ts'
import type { Reactions, Work } from './types.ts'

/** What lives as long as the process: the ports, and the code of the modules by entity. */
export interface Engine extends Ports {
  readonly reactions: ReadonlyMap<string, readonly Reactions[]>
}

/** What lives as long as one transaction. */
export interface Session {
  readonly engine: Engine
  readonly query: Query
  readonly now: Date
  /** The unit of work that saves; what modules do with an entity manager of their own stays apart from it. */
  readonly saving: EntityManager
  readonly moduleEm: () => EntityManager
  /** Versions of the rows that this transaction has written, by id. */
  readonly versions: Map<string, number>
  /** The second attempt, after a constraint was broken: looks up every id and writes rows one by one, so that each fault has its path. */
  readonly careful: boolean
  /** What was done that a second person must agree to; empty again where a row of many was taken back. */
  readonly critical: CriticalUse[]
  /** What is done now was approved. */
  agreed: boolean
  /** What is written all the same, in a transaction of its own, if this one is refused. */
  readonly remains: ((fresh: Session) => Promise<void>)[]
  /** The statement that failed last: until a savepoint is taken back to, nothing can be committed. */
  failed: unknown
  /** Ends when the unit of work is free: modules may write several rows at a time. */
  turn: Promise<unknown>
}

/** One `Work` from the inside: a transaction, and the rights that count in it. */
export interface Scope {
  readonly session: Session
  readonly caller: Caller
  /** Where the input lies within that of the mutation. */
  readonly path: string
  readonly work: Work
  /** The same for another place of the input. */
  at(path: string): Scope
  /** The same with the rights of somebody else. */
  as(caller: Caller): Scope
  /** The same for code of a module that reacts to what happens at this place. */
  reacting(path: string): Scope
}

export const entityOfClass = ({ engine }: Session, cls: EntityClass): EntityModel => entityOf(engine.model, cls.name)

/** The reactions to an entity, those to the abstract entity that it extends first. */
export function collectReactions(ports: Ports): ReadonlyMap<string, readonly Reactions[]> {
  const all = ports.code.flatMap((module) => module.reactions)
  const of = (name: string): Reactions[] => all.filter((reaction) => reaction.entity.name === name)
  return new Map([...ports.model.entities.values()].map((entity) => [entity.name, [...(entity.parent ? of(entity.parent) : []), ...of(entity.name)]]))
}
