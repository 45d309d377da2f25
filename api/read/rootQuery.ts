import type { GraphQLResolveInfo } from 'graphql'
import type { Sql } from 'sql-template-tag'
import type { AccessBook } from '../access/book.ts'
import type { Caller } from '../access/principal.ts'
import type { Rows } from '../access/rights.ts'
import type { Access } from '../model/access.ts'
import type { EntityModel, Model } from '../model/model.ts'
import type { EntityClass } from '../model/record.ts'
import type { Shape } from '../model/shape.ts'
import type { Action, Argument } from '../write/types.ts'
import type { Verdict } from './decide.ts'
import type { Reader } from './types.ts'
import type { View } from './view.ts'

export type { Sight, View } from './view.ts'

/** What a query of a module works with. */
export interface Reading {
  readonly model: Model
  readonly caller: Caller
  /** The actions that the modules add. */
  readonly actions: readonly Action[]
  /** What anybody may do. */
  readonly access: AccessBook
  /** What the row filter says of one row for anybody. */
  decideOn(caller: Caller, entity: EntityModel, id: string, asked: readonly Rows[], field?: string): Promise<Verdict | undefined>
  /** For the read engine. */
  readonly reader: Reader
  /** What is asked of the answer, for the read engine. */
  readonly info: GraphQLResolveInfo
  /** Whether the answer is asked for its part at a path: `asks('facets')`. */
  asks(...path: string[]): boolean
  /** An entity in a statement of the query's own, as far as the caller may see it; `t0` unless another alias is given. */
  view(entity: EntityClass, alias?: string): View
  /** The names of records that the caller may read, by id; at most a hundred are asked. */
  labels(entity: string, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>
  /** Raw SQL of our own. It asks no rights: that is left to the query. */
  query(statement: Sql): Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** A root field of `Query` beside those of the entities: `explainAccess(user, entity, …)`. */
export interface RootQuery {
  readonly name: string
  readonly description: string
  readonly access: Access
  readonly args?: Readonly<Record<string, Argument>>
  /** A shape; a record, or several, by id; or plain JSON. */
  readonly returns: Shape | EntityClass | 'JSON'
  readonly many?: boolean
  readonly run: (reading: Reading, args: Readonly<Record<string, unknown>>) => Promise<unknown>
}

export const rootQuery = (given: RootQuery): RootQuery => Object.freeze(given)
