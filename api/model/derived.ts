/**
 * What the database keeps by itself beside the rows of the entities, in SQL of a module's own: a table
 * that follows from others and the triggers that keep it so, a function. `schema/<module>/derived.ts`.
 * Nothing in it is the only copy of anything: it can be dropped and made anew from the rows.
 */
export interface Derived {
  /** Kind and name: `table published_offer`. A table of this name is left alone by what compares tables. */
  readonly name: string
  readonly create: string
  /** Leaves no error where it is gone already. */
  readonly drop: string
  /** Names of others that must be dropped after this one and made before it. */
  readonly needs?: readonly string[]
  /** `create` replaces an older form in its place. */
  readonly replaces?: true
}

export const derived = (given: Derived): Derived => Object.freeze(given)
