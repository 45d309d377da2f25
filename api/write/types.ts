import type { EntityManager } from '@mikro-orm/postgresql'
import type { Sql } from 'sql-template-tag'
import type { Caller } from '../access/principal.ts'
import type { Access } from '../model/access.ts'
import type { FieldKind, FieldOptions } from '../model/fields/kind.ts'
import type { Labels } from '../model/labels.ts'
import type { Mail } from '../mail/mail.ts'
import type { Model } from '../model/model.ts'
import type { EntityClass } from '../model/record.ts'
import type { Values } from '../model/rule.ts'
import type { PlacedSetting } from '../model/setting.ts'
import type { Shape } from '../model/shape.ts'
import type { Where } from '../model/where.ts'
import type { RootQuery } from '../read/rootQuery.ts'
import type { Preview } from './critical/preview.ts'
import type { Query } from './ports.ts'

export type { ConflictKeeper } from './conflicts.ts'
export type { Approvals, Asked } from './critical/ask.ts'
export type { Preview, PreviewEntry } from './critical/preview.ts'

/** An input as it comes: fields by name, relations as ids or as `{ connect, disconnect, create, update, set, order }`. */
export type Input = Readonly<Record<string, unknown>>
/** A stored row in the form of the API, relations to one as ids. */
export type Stored<T> = Values<T> & { readonly id: string; readonly version: number }

/** What work inside one mutation is done with: one transaction, one caller. */
export interface Work {
  readonly model: Model
  readonly caller: Caller
  readonly em: EntityManager
  /** The actions that the modules add: what a permission can name beside verbs and moves. */
  readonly actions: readonly Action[]
  /** The same for the whole mutation. */
  readonly now: Date
  /** The same transaction without the limits of the caller's rights: for what the house does on its own account. The history still names the caller. */
  asHouse(): Work
  /** The same work for a part of the caller's input: faults carry paths below it. `work.at('partner').create(DiffusionPartner, input.partner)` */
  at(path: string): Work
  /** Answers the id. `values`: members that no input may give, from the house (states, numbers, an `id`). */
  create<T extends object>(entity: EntityClass<T>, input: Input, values?: Values<T>): Promise<string>
  /** Many rows in few statements, with rules and reactions for each; faults carry the index of the row. */
  createMany<T extends object>(entity: EntityClass<T>, inputs: readonly Input[], values?: readonly Values<T>[]): Promise<readonly string[]>
  update<T extends object>(entity: EntityClass<T>, id: string, input: Input, expectedVersion?: number): Promise<void>
  remove<T extends object>(entity: EntityClass<T>, id: string): Promise<void>
  move<T extends object>(entity: EntityClass<T>, id: string, move: string, expectedVersion?: number): Promise<void>
  /** Writes members that no input may give (`readOnly`, states), with history and constraints, without asking rights or rules, and without reactions. */
  set<T extends object>(entity: EntityClass<T>, id: string, values: Values<T>): Promise<void>
  /** Reads rows as they are stored (encrypted texts too), within this transaction, whoever asks. `lock` holds them until it ends. */
  row<T extends object>(entity: EntityClass<T>, id: string, lock?: boolean): Promise<Stored<T> | undefined>
  /** In the order of their ids, that is of their creation. Without a `limit`, more than a thousand are an error. */
  rows<T extends object>(entity: EntityClass<T>, where: Where<T>, limit?: number): Promise<readonly Stored<T>[]>
  count<T extends object>(entity: EntityClass<T>, where: Where<T>): Promise<number>
  /** Raw SQL of our own in this transaction. */
  query(statement: Sql): Promise<readonly Record<string, unknown>[]>
  /** The same as text and parameters: what the read engine answers with, before the transaction commits. */
  readonly run: Query
  /** What administrators set, or else the value that the declaration gives: `work.setting(casting.settings.feedPageMax)`. */
  setting<V>(setting: PlacedSetting<V>): Promise<V>
  /** What is written, on the account of the house and in a transaction of its own, if this mutation is refused. */
  afterRefusal(then: (work: Work) => Promise<void>): void
  /** The operation is critical after all: it is kept only once a second person has agreed. */
  needsSecond<T extends object>(entity: EntityClass<T>, id: string): void
  /** An account as it would ask now; undefined where it cannot sign in. */
  callerFor(userId: string): Promise<Caller | undefined>
  /** Runs an operation that was kept, with the rights and under the name of `as`: for good, or to see what it would do. */
  replay(operation: string, as: Caller, keep: boolean): Promise<Preview>
  /** A stored text of an encrypted field in clear. @throws AppError UNAVAILABLE without the key. */
  decrypt(stored: string): Promise<string>
  /** Address of the house as people reach it, without a slash at the end: for links in mails. */
  readonly publicUrl: string
  /** Writes a mail; it leaves when the transaction commits. */
  mail(mail: Mail): Promise<void>
  /** Done after the transaction commits, at least once; a `key` makes it once among those not yet done. */
  enqueue(job: string, data: Readonly<Record<string, unknown>>, options?: { readonly key?: string; readonly after?: Date }): Promise<void>
}

/** What a module does when rows of an entity change; all inside the transaction of the mutation. */
export interface Reactions<T extends object = object> {
  readonly entity: EntityClass<T>
  /**
   * May complete or refuse an input. Its values are sound, but an id in it may be of nothing; what is
   * still required, and the rules, are asked afterwards. Members that it adds are the house's own:
   * neither rights nor `readOnly` limit them.
   */
  readonly prepare?: (work: Work, input: Input, current: Stored<T> | undefined) => Promise<Input> | Input
  /**
   * Whom an input means that the house knows already: then no row is made, and that one is answered. Asked of what
   * a caller creates by itself, once its values are sound; what becomes of the row is written here. Undefined: a new one.
   */
  readonly known?: (work: Work, input: Input) => Promise<string | undefined>
  /** After the row is written and flushed; `input` still holds the transient members. */
  readonly created?: (work: Work, row: Stored<T>, input: Input) => Promise<void>
  /** After an update; not after moves and `set`. */
  readonly updated?: (work: Work, row: Stored<T>, before: Stored<T>, input: Input) => Promise<void>
  /** May refuse. Rows that a foreign key takes along go without a word. */
  readonly deleting?: (work: Work, row: Stored<T>) => Promise<void>
  readonly deleted?: (work: Work, row: Stored<T>) => Promise<void>
  /** By name of the move: before it is written (may refuse, or answer what the house writes along with the new state), and after. */
  readonly moving?: Readonly<Record<string, (work: Work, row: Stored<T>) => Promise<Values<T> | void> | Values<T>>>
  readonly moved?: Readonly<Record<string, (work: Work, row: Stored<T>) => Promise<void>>>
  /** Replaces the deletion of the row: decisions C-08 (a former user keeps his row). */
  readonly remove?: (work: Work, row: Stored<T>) => Promise<void>
}

export interface Argument {
  readonly kind: FieldKind | 'record' | 'input'
  readonly options: FieldOptions & { readonly label?: Labels }
  /** For `record` (an id) and `input` (what would create one). */
  readonly entity?: () => EntityClass
  readonly many?: boolean
}

/** A mutation of its own, beside create, update, delete and the moves: `makeProspectPartner(id)`. */
export interface Action<T extends object = object> {
  readonly name: string
  /** Entity of the record that `id` names; the back office shows the button there. */
  readonly on: EntityClass<T>
  readonly label: Labels
  readonly help?: Labels
  readonly confirm?: Labels
  readonly access: Access
  /** Shown on records that fulfil it only. */
  readonly when?: Where<T>
  /** The back office offers it on these records only; of the others the action says itself why not. */
  readonly offered?: Where<T>
  /** Done only once a second person has agreed. */
  readonly critical?: true
  /** On record as an event of its own: what it changes has no history. */
  readonly recorded?: 'SIGN_OUT' | 'CREDENTIALS'
  /** Without `id`: it concerns the entity, not one record. */
  readonly scope?: 'record' | 'entity'
  readonly args?: Readonly<Record<string, Argument>>
  /** Entity whose record is answered (`run` gives its id), a shape (`run` gives its fields), or a plain yes. */
  readonly returns: EntityClass | Shape | 'Boolean'
  readonly run: (work: Work, args: Readonly<Record<string, unknown>> & { readonly id: string }) => Promise<ActionResult>
}

/** An id, the fields of a shape, or a plain yes: what `returns` says. */
export type ActionResult = string | boolean | Readonly<Record<string, unknown>>

/** Work done outside requests: enqueued by name, or by the clock. */
export interface Job {
  readonly name: string
  /** Cron line, UTC. */
  readonly schedule?: string
  readonly run: (work: Work, data: Readonly<Record<string, unknown>>) => Promise<void>
}

export const reactions = <T extends object>(entity: EntityClass<T>, given: Omit<Reactions<T>, 'entity'>): Reactions => ({ ...given, entity }) as unknown as Reactions
export const action = <T extends object>(given: Action<T>): Action => given as unknown as Action
export const job = (given: Job): Job => given

/** Where an operation comes from: with its module it is switched off. */
export type Placed<T> = T & { readonly module?: string }

/** The root fields that modules add to those of the entities. */
export interface ModuleOperations {
  readonly actions: readonly Placed<Action>[]
  readonly queries: readonly Placed<RootQuery>[]
}

export const noOperations: ModuleOperations = { actions: [], queries: [] }

export const operationsOf = (code: readonly (ModuleOperations & { readonly module: string })[]): ModuleOperations => ({
  actions: code.flatMap(({ module, actions }) => actions.map((one) => ({ ...one, module }))),
  queries: code.flatMap(({ module, queries }) => queries.map((one) => ({ ...one, module }))),
})

/** What the barrel of `api/modules/` gathers. */
export interface ModuleCode extends ModuleOperations {
  readonly module: string
  readonly reactions: readonly Reactions[]
  readonly jobs: readonly Job[]
}
