import type { Rights } from '../access/rights.ts'
import type { BelongsToModel, EntityModel, ManyToManyModel } from '../model/model.ts'
import type { FileOptions } from '../model/record.ts'
import type { AnyWhere } from '../model/where.ts'
import type { Input } from './types.ts'

/** A row in the form of the API, as the engine handles it. */
export type StoredRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number }

/** A new value of one member: in the form of the API, and by column. */
export interface Assigned {
  readonly value: unknown
  readonly columns: Readonly<Record<string, unknown>>
}

/** An id that an input names, to be looked up with the caller's rights. */
export interface Connection {
  readonly target: EntityModel
  readonly id: string
  readonly path: string
  readonly rights: Rights
  /** The foreign key says as well whether it is there: asked only where all faults are to be told. */
  readonly keySays: boolean
  readonly file: FileOptions | undefined
  /** What is answered where there is none. */
  readonly missing?: 'NOT_FOUND' | undefined
  checked: boolean
}

/** How the row of a nested change is found where the input does not name it. */
export type Locate =
  | { readonly by: 'link'; readonly parent: Change; readonly relation: string }
  | { readonly by: 'inverse'; readonly parent: Change; readonly relation: string }

/** What an input asks of the pairs of a many-to-many. */
export interface PairChange {
  readonly member: ManyToManyModel
  readonly path: string
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** All that shall remain, where the input says so. */
  readonly set: readonly string[] | undefined
  readonly order: readonly string[] | undefined
  /** Those that must be there already, by path: whose records are changed as well. */
  readonly among: readonly { readonly id: string; readonly path: string }[]
  /** Those there now that matter here, in their order, as far as the caller may see them. */
  current: readonly string[] | undefined
}

/** What one member of an input brings about beside its own columns. */
export interface Nested {
  /** Rows that this one points to: written first. */
  readonly before: Change[]
  /** Rows that point to this one: written afterwards. */
  readonly after: Change[]
  readonly connections: Connection[]
  pairs?: PairChange
}

/** The creation or the change of one row, on its way from the input to the table. */
export interface Change {
  readonly entity: EntityModel
  readonly verb: 'create' | 'update'
  readonly path: string
  readonly depth: number
  /** Those of the caller, or of the house. */
  readonly rights: Rights
  /** Undefined until the row is found, for a nested change of what is linked. */
  id: string | undefined
  readonly locate: Locate | undefined
  /** The row must already belong to this one. */
  readonly within: { readonly parent: Change; readonly relation: BelongsToModel } | undefined
  /** The relation of this row that shall point to the parent. */
  readonly joins: { readonly parent: Change; readonly relation: BelongsToModel } | undefined
  input: Input
  readonly assigned: Map<string, Assigned>
  readonly nested: Map<string, Nested>
  /** Members that the caller has on some rows only, with the conditions. */
  readonly conditional: Map<string, readonly AnyWhere[]>
  /** The row as it was found and locked. */
  current: StoredRow | undefined
  /** Nobody else had changed the row while its lock was waited for: what the same statement read is what is. */
  calm: boolean
  /** Nothing more is to be done with it: its row was not found, or is refused. */
  lost: boolean
}

export const newNested = (): Nested => ({ before: [], after: [], connections: [] })

export function newChange(given: Pick<Change, 'entity' | 'verb' | 'path' | 'depth' | 'rights' | 'id' | 'input'> & Partial<Pick<Change, 'locate' | 'within' | 'joins'>>): Change {
  return { locate: undefined, within: undefined, joins: undefined, ...given, assigned: new Map(), nested: new Map(), conditional: new Map(), current: undefined, calm: false, lost: false }
}

export const childrenOf = (change: Change): Change[] => [...change.nested.values()].flatMap((nested) => [...nested.before, ...nested.after])

/** The changes and all that hang on them, parents first. */
export const wholeTree = (changes: readonly Change[]): Change[] => changes.flatMap((change) => [change, ...wholeTree(childrenOf(change))])
