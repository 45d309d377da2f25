import type { OfferSlice } from '#schema/casting/sql/offerSlices.ts'

/**
 * By which index offers are found; what the others would tell is read in what it leads to. Two that each tell of
 * very many take longer than one of them and reading. Undefined: by both words and place, as PostgreSQL likes.
 */
export type By = 'place' | 'words' | 'date' | undefined

export interface Way {
  readonly by: By
  /** In one of the slices only. */
  readonly slice?: OfferSlice
}
