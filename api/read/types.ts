import type { Caller } from '../access/principal.ts'
import type { Model } from '../model/model.ts'
import type { Witness } from './witness.ts'

/** Runs one SQL statement with its parameters; answers its rows as objects. */
export type Query = (text: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** What the read engine works with. */
export interface Reader {
  readonly model: Model
  readonly caller: Caller
  readonly query: Query
  /** Told of the sensitive values that are read; nobody, where the house reads for itself. */
  readonly witness?: Witness
}

/**
 * What a caller asks of one record. Names are members of the entity, `_label` (the title of the
 * record), `<member>Count` for the number of rows of a relation to many, `__typename`.
 */
export interface Selected {
  /** Key in the answer: the alias, or the name. */
  readonly key: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
  /** For relations and structured values: what is asked of them. */
  readonly selection?: Selection
  /** Only for records of this entity: an inline fragment on a kind of an abstract entity. */
  readonly only?: string
}
export type Selection = readonly Selected[]

/**
 * A record as the read engine answers it: fields by their names; relations, counts and other members with arguments
 * under `@` and their key in the answer, so that two aliases of one relation stay apart; `_entity`,
 * the name of the entity, where the relation may lead to several.
 */
export type Row = Readonly<Record<string, unknown>>

export type Direction = 'ASC' | 'DESC'
/** `{ size, number }` by page number, `{ size, after }` by cursor. Size 1…100, 20 unless said; number × size up to 10,000. */
export interface PageInput { readonly size?: number | null; readonly number?: number | null; readonly after?: string | null }

export interface ListArgs {
  readonly filter?: Readonly<Record<string, unknown>> | null
  readonly sort?: readonly Readonly<Record<string, Direction | null>>[] | null
  readonly page?: PageInput | null
}

/** What of a list is asked: nothing else is read or counted. */
export interface Asked {
  readonly items: Selection | undefined
  readonly total: boolean
  readonly pageInfo: boolean
}

export interface ListAnswer {
  readonly items: readonly Row[]
  /** Only when asked. */
  readonly total?: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null }
}
