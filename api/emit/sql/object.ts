/**
 * Something in the database that MikroORM's schema generator does not know: an index, a constraint, a
 * function with its trigger. Known by its name; compared by its text.
 */
export interface SqlObject {
  /** Kind and name: `index casting_offer_client_index`. */
  readonly name: string
  readonly create: string
  /** Leaves no error where the object is gone already; '' where there is nothing to take back. */
  readonly drop: string
  /** Made before the tables, which use it. */
  readonly ground?: true
  /** Names of objects that must be dropped after this one and made before it. */
  readonly needs?: readonly string[]
  /** `create` replaces an older form in its place, so that a change drops nothing. */
  readonly replaces?: true
}
