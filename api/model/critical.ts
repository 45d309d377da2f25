import type { AnyWhere } from './where.ts'

/**
 * What is done only once a second person has agreed: it is kept as a request that shows what would
 * happen, and runs when somebody else who may do it himself has approved. The house itself is not asked.
 */
export interface Critical<T = unknown> {
  readonly create?: true
  readonly delete?: true
  /** Members whose change asks. */
  readonly update?: readonly (keyof T & string)[]
  /** All of them in one file: without a filter, or more rows than this. */
  readonly export?: number
  /** Moves that ask, by name. */
  readonly moves?: readonly string[]
  /** Only on rows that fulfil it, by their own members: contracts of some kinds. */
  readonly where?: AnyWhere
  /** How many others must agree; one unless said. */
  readonly levels?: number
}
