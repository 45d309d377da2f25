import type { Access } from '../access.ts'
import type { Issue } from '../issue.ts'
import type { Labels } from '../labels.ts'
import type { Sensitivity } from '../sensitivity.ts'
import type { AnyWhere } from '../where.ts'

/** What every field may say of itself, whatever its kind. */
export interface FieldOptions {
  /** Left out where `schema/labels.ts` knows the name. */
  readonly label?: Labels
  readonly help?: Labels
  readonly required?: boolean
  /** One row only may hold the value; case and accents count unless `ignoreCase`. */
  readonly unique?: boolean | 'ignoreCase'
  /** Value of a new row that gives none, in the form of the API. */
  readonly default?: unknown
  /** Narrower than the entity's own grants. */
  readonly read?: Access
  readonly write?: Access
  readonly requiredWhen?: AnyWhere
  readonly visibleWhen?: AnyWhere
  /** Weight in the full text of the entity; a field without it is not searched. */
  readonly search?: 'A' | 'B' | 'C' | 'D'
  /** Section of the form. */
  readonly group?: string
  /** Gives the column an index of its own: for what lists are often filtered and sorted by. */
  readonly index?: boolean
  /** Written by the house only (a job, an action, a rule), never by an input. */
  readonly readOnly?: boolean
  /** Written once, when the row is created. */
  readonly immutable?: boolean
  /** Part of an input only; no column. What it means is said in `api/modules/<module>/on.ts`. */
  readonly transient?: boolean
  /** Reading it is on record. What is encrypted always is. */
  readonly sensitive?: boolean
  /** A column only: never in the API, and its values stay out of the history. For what proves who somebody is. */
  readonly hidden?: true
  /** How carefully it is handled, where that does not follow from its kind: told to whoever approves a document that discloses it. */
  readonly sensitivity?: Sensitivity
}

/** One column of a field. A field of several columns (money, phone) names its further ones by `part`. */
export interface ColumnShape {
  /** '' for the column that stands for the field in filters and sorts. */
  readonly part: string
  /** PostgreSQL type as written in a table definition. */
  readonly type: string
  /** May be missing where the main part is not: the E.164 form of a phone. */
  readonly optional?: true
}

/** Families of filter operators; `api/emit/graphql` gives each an input type. */
export type FilterFamily = 'text' | 'exact' | 'ordered' | 'boolean' | 'list' | 'position' | 'presence' | 'none'

export type Parsed =
  | { readonly ok: true; /** Value per column part. */ readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly issue: Issue }

/** GraphQL scalars and shared object types by name; `enum` is a type of the field's own. */
export type GraphqlType =
  | 'String' | 'Int' | 'Float' | 'Boolean' | 'ID' | 'Date' | 'DateTime' | 'SafeInt' | 'Decimal' | 'JSON' | 'Html'
  | 'Money' | 'Phone' | 'Position' | 'ZonedInstant' | 'enum'

/**
 * Everything that follows from the kind of a field, in one file per kind. The emitters and the two
 * engines ask the kind; none of them knows a kind by name.
 */
export interface FieldKind<O extends FieldOptions = FieldOptions> {
  readonly name: string
  readonly graphql: GraphqlType
  /** Type in inputs where it differs from `graphql`: a phone is given as a text. `MoneyInput` and the like are inputs of the shared object types. */
  readonly graphqlInput?: GraphqlType | 'MoneyInput' | 'PositionInput' | 'ZonedInstantInput'
  /** Type of an operand of a comparison where it differs from the input type. */
  readonly graphqlOperand?: GraphqlType
  readonly filter: FilterFamily
  /** `folded`: sorted without accents and case. */
  readonly sort: 'plain' | 'folded' | 'none'
  /** A list of values in one column. */
  many?(field: FieldShape<O>): boolean
  columns(field: FieldShape<O>): readonly ColumnShape[]
  /** Checks and normalises one value that is not null. Never throws. */
  parse(value: unknown, field: FieldShape<O>): Parsed
  /** The parsed value in the form of the API, put together from its parts; the main one unless said. */
  compose?(parts: Readonly<Record<string, unknown>>): unknown
  /** Checks one operand of a comparison; without it `parse` does, and its main part is taken. */
  parseOperand?(value: unknown, field: FieldShape<O>): Parsed
  /** SQL of the field's JSON value; `column(part)` gives the quoted, qualified column. */
  select(column: (part: string) => string, field: FieldShape<O>): string
  /** Of a structured value: SQL of its parts, by their names in the API. */
  parts?: Readonly<Record<string, (column: (part: string) => string) => string>>
  /** The part that stands for the whole in a cell of a table. */
  cell?: string
  /** SQL of the words to search, where the column itself is not plain text. */
  words?(column: (part: string) => string): string
  /** How a part of the value is found, where words do not find it: of an address as it is written, of a number by its digits alone. */
  readonly fragment?: { readonly of: 'address' | 'digits'; sql(column: (part: string) => string): string }
  /** What is wrong in the declaration, and what to write: one sentence each. */
  faults?(options: O): readonly string[]
  /** Value turned from the stored form after it was read (decryption). */
  reveal?: true
  /** Given by the database, in order, from a sequence of the column's own. */
  numbered?: true
}

/** What a kind needs to know of a field. `FieldModel` is one. */
export interface FieldShape<O extends FieldOptions = FieldOptions> {
  readonly name: string
  readonly options: O
}

export const ok = (value: unknown, parts: Readonly<Record<string, unknown>> = {}): Parsed => ({ ok: true, values: { '': value, ...parts } })

export const no = (reason: string, message: Labels, values: Readonly<Record<string, unknown>> = {}): Parsed =>
  ({ ok: false, issue: { reason, message, values } })

/** The one column of most kinds. */
export const single = (type: string) => (): readonly ColumnShape[] => [{ part: '', type }]
export const plain = (column: (part: string) => string): string => column('')
