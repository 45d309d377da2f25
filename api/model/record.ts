import type { Access, EntityAccess, Level, LevelLimit, NamedScope } from './access.ts'
import type { Critical } from './critical.ts'
import type { FieldKind, FieldOptions } from './fields/kind.ts'
import type { Labels } from './labels.ts'
import type { Invariant } from './rule.ts'
import type { AnyWhere, RowRule } from './where.ts'

/** A class that stands for an entity. Declarations are never constructed by the house. */
export type EntityClass<T = object> = abstract new () => T

/** What a relation points to: the class, or its name where importing it would close a circle. */
export type Target<T = object> = () => EntityClass<T>

export interface RelationOptions extends FieldOptions {
  /** Name under which the other side sees this relation; without it the other side does not. */
  readonly inverse?: string
  readonly inverseLabel?: Labels
  /** What happens to this row when the other goes: refused unless said. */
  readonly onDelete?: 'restrict' | 'setNull' | 'cascade'
}

export interface BelongsToOptions extends RelationOptions {
  /** What an input is answered that names no record, or none of the caller's: BAD_USER_INPUT unless said. */
  readonly missing?: 'NOT_FOUND'
  /** The other row may be created, and changed, together with this one, in the same form. */
  readonly owned?: boolean
}

export interface ManyToManyOptions extends RelationOptions {
  /** The rows keep the order that people gave them. */
  readonly ordered?: boolean
  /** Other rows may be created, and changed, together with this one, in the same form. */
  readonly owned?: boolean
}

export interface FileOptions extends BelongsToOptions {
  /** MIME types, checked by content. */
  readonly accept: readonly string[]
  /** Bytes; 25 MB unless said. */
  readonly maxBytes?: number
}

export interface AnyOfOptions extends FieldOptions {
  /** Names of the entities it may point to; every entity unless said. */
  readonly entities?: readonly string[]
  /** Those whose own declaration says so: a new one is added in its own file. */
  readonly having?: 'comments'
}

export type MemberRecord =
  | { readonly is: 'field'; readonly name: string; readonly kind: FieldKind; readonly options: FieldOptions }
  | { readonly is: 'belongsTo'; readonly name: string; readonly target: () => EntityClass | string; readonly options: BelongsToOptions; readonly file?: FileOptions }
  | { readonly is: 'manyToMany'; readonly name: string; readonly target: () => EntityClass | string; readonly options: ManyToManyOptions }
  | { readonly is: 'anyOf'; readonly name: string; readonly options: AnyOfOptions }

export interface UniqueRule<T = unknown> {
  readonly fields: readonly (keyof T & string)[]
  readonly where?: AnyWhere
  readonly ignoreCase?: boolean
  /** Two rows without a value count as equal (NULLS NOT DISTINCT). */
  readonly nullsEqual?: boolean
  readonly message?: Labels
}

/** No two rows that agree on `equal` may overlap in time: an exclusion constraint. */
export interface ExclusionRule<T = unknown> {
  readonly equal: readonly (keyof T & string)[]
  readonly overlap: readonly [keyof T & string, keyof T & string]
  readonly where?: AnyWhere
  readonly message: Labels
}

/** A question of yes or no about a row: a Boolean of the filter, beside those of its fields. It sees what the caller may not read. */
export interface Condition {
  readonly label: Labels
  readonly where: AnyWhere
  /** Who may ask it. */
  readonly read: Access
}

export interface EntityOptions<T = unknown> {
  /** Name of the list in the API, written out: `castingOffers`. */
  readonly plural: string
  readonly label: Labels
  readonly labelPlural: Labels
  /** Field, or paths to try in order, by which people know a row: `'title'`, `['organisation.displayName', 'contact.displayName']`. */
  readonly title: (keyof T & string) | readonly string[]
  readonly access: EntityAccess
  /** Which rows are somebody's own, his department's, those of his projects: what a permission can be limited to. */
  readonly scopes?: Readonly<Partial<Record<NamedScope, RowRule>>>
  readonly levels?: Readonly<Partial<Record<Level, LevelLimit>>>
  /** Its rights are those written here: no stored permission or grant adds to them or takes away. For what rights are made of. */
  readonly fixedAccess?: true
  readonly help?: Labels
  /** A table of its own for several kinds of rows, of which each is an entity of its own (Party). */
  readonly abstract?: boolean
  /** Value of the `kind` column in the table of the abstract entity that it extends. */
  readonly kind?: string
  readonly rules?: readonly Invariant<T>[]
  readonly unique?: readonly UniqueRule<T>[]
  readonly exclude?: readonly ExclusionRule<T>[]
  /** Further indexes, each a list of fields; `id` is added to make the order total. */
  readonly indexes?: readonly (readonly (keyof T & string)[])[]
  /** Relations whose own words find this row as well. */
  readonly searchThrough?: readonly (keyof T & string)[]
  /**
   * The rows that the list answers unless its filter names a field of the rule: those that
   * people still work with. The others keep answering by id and through relations.
   */
  readonly listed?: RowRule
  readonly conditions?: Readonly<Record<string, Condition>>
  readonly sort?: Readonly<Partial<Record<keyof T & string, 'ASC' | 'DESC'>>>
  /** Columns of the list, in order; the first five fields unless said. */
  readonly list?: readonly string[]
  /** Other readers of the same list: calendar, kanban, map. */
  readonly views?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Place in the menu, `under` another module where people look for it there, the first of several that is theirs; left out for what is reached through other records only. */
  readonly menu?: { readonly order: number; readonly icon?: string; readonly under?: string | readonly string[] }
  /** Name of the sections of its form, by the `group` of its fields. */
  readonly groups?: Readonly<Record<string, Labels>>
  /** Paths to the parties that a row is about, for conflict rules: `['client.organisation', 'parties']`; `id` of a party itself. */
  readonly concerns?: readonly string[]
  /** What is done to its rows only once a second person has agreed. */
  readonly critical?: Critical<T>
  /** Rows are written by the house only: no create, update or delete in the API, whatever the access says. */
  readonly readOnly?: boolean
  /** People may write comments on its records; whoever reads the record reads them. */
  readonly comments?: true
  /** Reading its rows is on record, whichever of their fields. */
  readonly sensitive?: boolean
  /** Rows are only ever added: nobody changes or removes one, by direct SQL neither. */
  readonly appendOnly?: true
  /** Changes of its rows are not kept: the history itself, sessions. */
  readonly history?: false
}

export interface EntityRecord {
  readonly cls: EntityClass
  readonly options: EntityOptions
}

const entities = new Map<EntityClass, EntityRecord>()
const members = new Map<object, MemberRecord[]>()

/** Decorators only record: nothing is built while a class loads, so classes may name each other freely. */
export function recordEntity(cls: EntityClass, options: EntityOptions<never>): void {
  entities.set(cls, { cls, options: options as EntityOptions })
}

export function recordMember(prototype: object, member: MemberRecord): void {
  const known = members.get(prototype)
  if (known) known.push(member)
  else members.set(prototype, [member])
}

export const recordOf = (cls: EntityClass): EntityRecord | undefined => entities.get(cls)

/** The members of a class and of the classes that it extends, theirs first. */
export function membersOf(cls: EntityClass): readonly MemberRecord[] {
  const parent = Object.getPrototypeOf(cls.prototype) as object | null
  const inherited = parent && parent !== Object.prototype ? membersOf((parent as { constructor: EntityClass }).constructor) : []
  return [...inherited, ...(members.get(cls.prototype as object) ?? [])]
}
