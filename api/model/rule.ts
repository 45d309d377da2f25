import type { ErrorCode } from './issue.ts'
import type { Labels } from './labels.ts'

/**
 * A named invariant of one row, as a pure function of its values: "publication ends after it
 * starts". It is asked before every save, with the values that the row would have.
 */
export interface Invariant<T = unknown> {
  readonly name: string
  readonly message: Labels
  readonly code: Extract<ErrorCode, 'BAD_USER_INPUT' | 'CONFLICT'>
  /** The field beside which the sentence is shown. */
  readonly path: string
  /** Values are those of the API: dates and instants as ISO texts, money as `{ amount, currency }`, relations as ids. */
  holds(row: Values<T>): boolean
  /** The same in SQL, as a CHECK constraint: then PostgreSQL keeps it too. Columns by their SQL names. */
  readonly sql?: string
}

/** A row as a rule sees it: relations to one as ids, everything possibly absent. */
export type Values<T> = {
  readonly [K in keyof T]?: NonNullable<T[K]> extends readonly unknown[] ? NonNullable<T[K]> | undefined
    : NonNullable<T[K]> extends { id: string } ? string | null | undefined : T[K] | null | undefined
}

export function invariant<T>(given: Omit<Invariant<T>, 'code'> & { readonly code?: Invariant<T>['code'] }): Invariant<T> {
  return Object.freeze({ code: 'BAD_USER_INPUT', ...given })
}
