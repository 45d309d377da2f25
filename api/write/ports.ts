import type { MikroORM } from '@mikro-orm/postgresql'
import type { Sql } from 'sql-template-tag'
import type { Caller, Principal } from '../access/principal.ts'
import type { Cipher } from '../crypto/cipher.ts'
import type { AppError } from '../model/errors.ts'
import type { Labels } from '../model/labels.ts'
import type { EntityModel, Model } from '../model/model.ts'
import type { AnyWhere } from '../model/where.ts'
import type { Approvals } from './critical/ask.ts'
import type { ConflictKeeper } from './conflicts.ts'
import type { ModuleCode } from './types.ts'

/** Runs one SQL statement with its parameters; answers its rows as objects. */
export type Query = (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** SQL of a declared condition on the rows of the table that stands under `alias`, with the caller's moments: `conditionOf` of the read engine. */
export type ConditionOf = (model: Model, entity: EntityModel, where: AnyWhere, caller: Caller, alias: string) => Sql

/** What a constraint of the database says, in the words of the declarations. */
export interface Constraint {
  readonly entity: string
  /** Members whose values it is about; for a foreign key the relation. */
  readonly members: readonly string[]
  readonly kind: 'unique' | 'exclusion' | 'check' | 'foreignKey' | 'notNull'
  readonly message?: Labels | undefined
  /** Name of the invariant that it keeps. */
  readonly rule?: string | undefined
}
/** By name; what may not be empty as `table.column`, for PostgreSQL names no constraint there. */
export type Constraints = ReadonlyMap<string, Constraint>

export interface JobOptions {
  readonly key?: string
  readonly after?: Date
}
/** Puts a job into the queue by statements of the running transaction. */
export type Enqueue = (query: Query, job: string, data: Readonly<Record<string, unknown>>, options: JobOptions) => Promise<void>

/** What the write engine is given; the server wires it. */
export interface Ports {
  readonly model: Model
  readonly orm: MikroORM
  readonly code: readonly ModuleCode[]
  readonly constraints: Constraints
  readonly conditionOf: ConditionOf
  readonly enqueue: Enqueue
  /** Needed where the model declares something critical. */
  readonly approvals?: Approvals | undefined
  /** Keeps the rules on conflicts of interest. */
  readonly conflicts?: ConflictKeeper | undefined
  /** An account as it would ask now, by statements of the running transaction; undefined where it cannot sign in. */
  readonly callerFor?: ((query: Query, userId: string, like: Principal) => Promise<Caller | undefined>) | undefined
  readonly cipher: Cipher
  /** Known once the house listens. */
  readonly publicUrl?: () => string
  /** The same error as an answer UNAVAILABLE where it means that the database cannot serve now. */
  readonly unavailable: (error: unknown) => AppError | undefined
}
