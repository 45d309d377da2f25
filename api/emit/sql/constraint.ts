import type { Labels } from '../../model/labels.ts'
import type { SqlObject } from './object.ts'

/** What a broken constraint means in the words of the declarations. */
export interface Constraint {
  readonly entity: string
  /** The members beside which it is said. */
  readonly members: readonly string[]
  readonly kind: 'unique' | 'exclusion' | 'check' | 'foreignKey' | 'notNull'
  /** Sentence of the rule, where it declares one. */
  readonly message?: Labels
  /** Name of the declared rule that it enforces. */
  readonly rule?: string
}

/** A constraint under its name in PostgreSQL, and what makes it. */
export interface Guard {
  readonly name: string
  readonly constraint: Constraint
  readonly object: SqlObject
}
