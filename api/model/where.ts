import type { Labels } from './labels.ts'

/**
 * A condition on the rows of an entity, as plain data: the same shape as a GraphQL filter, with
 * values of the moment (`now`, `me`, `myOrganisation`) where a declaration needs them. It is written
 * by developers only: outside input is a `Filter` and never holds a `Moment`.
 */
export interface Moment {
  readonly moment: 'now' | 'today' | 'me' | 'myPerson' | 'myOrganisation' | 'myDepartment' | 'myTeam' | 'myRoles' | 'granted' | 'grantedToComment' | 'grantedToEdit'
}

export const now: Moment = Object.freeze({ moment: 'now' })
export const today: Moment = Object.freeze({ moment: 'today' })
/** Id of the caller's account. */
export const me: Moment = Object.freeze({ moment: 'me' })
/** Id of the card of the person behind the caller's account. */
export const myPerson: Moment = Object.freeze({ moment: 'myPerson' })
/** Ids of the caller's department and team. */
export const myDepartment: Moment = Object.freeze({ moment: 'myDepartment' })
export const myTeam: Moment = Object.freeze({ moment: 'myTeam' })
/** Keys of the roles that the caller holds, by his department too. Written after `in`. */
export const myRoles: Moment = Object.freeze({ moment: 'myRoles' })
/** Ids of the records that an access grant opens to the caller at this moment; those that it lets him comment on; those that it lets him change. Written after `in`. */
export const granted: Moment = Object.freeze({ moment: 'granted' })
export const grantedToComment: Moment = Object.freeze({ moment: 'grantedToComment' })
export const grantedToEdit: Moment = Object.freeze({ moment: 'grantedToEdit' })
/** Id of the organisation that the caller's account acts for. */
export const myOrganisation: Moment = Object.freeze({ moment: 'myOrganisation' })

export const isMoment = (value: unknown): value is Moment =>
  typeof value === 'object' && value !== null && 'moment' in value

type Operand<V> = V | Moment
type Comparison<V> = {
  readonly eq?: Operand<V>; readonly ne?: Operand<V>; readonly in?: readonly V[] | Moment; readonly notIn?: readonly V[]
  readonly lt?: Operand<V>; readonly lte?: Operand<V>; readonly gt?: Operand<V>; readonly gte?: Operand<V>
  readonly contains?: string; readonly startsWith?: string; readonly isEmpty?: boolean
}
/** On a field of several values. */
type Members<V> = { readonly has?: V; readonly hasAny?: readonly V[]; readonly hasNone?: readonly V[]; readonly isEmpty?: boolean }
/** On a relation to any entity; `readable`: the caller may read the record that it leads to. */
type Reference = { readonly entity?: string; readonly id?: Operand<string>; readonly isEmpty?: boolean; readonly readable?: true }
type Some<T> = { readonly some?: Where<T>; readonly none?: Where<T> }

/** Conditions on the properties of `T`: a comparison, a nested condition (to one), `some`/`none` (to many). */
export type Where<T> = {
  readonly [K in keyof T]?: NonNullable<T[K]> extends readonly (infer E)[]
    ? (E extends object ? Some<E> : Members<E>)
    : NonNullable<T[K]> extends string | number | boolean | Date | bigint
      ? Comparison<NonNullable<T[K]>>
      : NonNullable<T[K]> extends { entity: string; id: string } ? Reference
      : NonNullable<T[K]> extends { amount: number } ? Comparison<number>
      : Where<NonNullable<T[K]>> | Comparison<string>
} & { readonly and?: readonly Where<T>[]; readonly or?: readonly Where<T>[]; readonly not?: Where<T> }

/** A condition after its type has been forgotten: what the engines walk. */
export type AnyWhere = Readonly<Record<string, unknown>>

/** A named condition on rows, which explains itself: "published and not expired". */
export interface RowRule<T = unknown> {
  readonly name: string
  readonly label: Labels
  readonly where: AnyWhere
  /** Only carries the type of the entity. */
  readonly of?: T
}

export function rowRule<T>(name: string, label: Labels, where: Where<T>): RowRule<T> {
  return Object.freeze({ name, label, where: where as AnyWhere })
}
