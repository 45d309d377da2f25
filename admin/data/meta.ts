/**
 * What `adminMeta` answers: what introspection cannot say. Filtered by the caller's rights: what he
 * may not read, write or run is absent.
 */
export type Locale = 'fr' | 'en'
export const locales: readonly Locale[] = ['fr', 'en']

export interface AdminMeta {
  readonly version: string
  readonly locale: Locale
  readonly user: Me | null
  readonly modules: readonly AdminModule[]
  readonly resources: readonly AdminResource[]
}

export interface Me { readonly id: string; readonly email: string | null; readonly fullName: string | null }

export interface AdminModule { readonly name: string; readonly label: string; readonly icon: string | null; readonly order: number }

export interface AdminResource {
  /** `CastingOffer` */
  readonly name: string
  /** `castingOffers`: name of the list in the API, and of the resource in addresses. */
  readonly plural: string
  readonly module: string
  readonly label: string
  readonly labelPlural: string
  readonly help: string | null
  readonly menu: { readonly order: number; readonly icon: string | null } | null
  readonly abstract: boolean
  readonly kinds: readonly string[]
  /** The abstract entity of which it is a kind. */
  readonly parent: string | null
  readonly operations: Operations
  readonly searchable: boolean
  readonly sort: { readonly field: string; readonly direction: 'ASC' | 'DESC' } | null
  readonly list: readonly string[]
  readonly groups: readonly { readonly name: string; readonly label: string }[]
  readonly views: Json
  readonly moves: readonly AdminMove[]
  readonly actions: readonly AdminAction[]
  readonly fields: readonly AdminField[]
  readonly history: boolean
}

/** Names of operations; null where the caller may not. */
export interface Operations {
  readonly one: string | null
  readonly list: string | null
  readonly byIds: string | null
  readonly create: string | null
  readonly update: string | null
  readonly delete: string | null
  readonly updateMany: string | null
  readonly deleteMany: string | null
}

export interface AdminMove {
  readonly name: string
  readonly operation: string
  readonly label: string
  readonly confirm: string | null
  readonly field: string
  readonly from: readonly string[]
  readonly to: string
}

export interface AdminAction {
  readonly name: string
  readonly label: string
  readonly help: string | null
  readonly confirm: string | null
  readonly scope: 'record' | 'entity'
  readonly when: Condition | null
  readonly args: readonly AdminField[]
  /** Name of the entity whose record is answered, or `Boolean`. */
  readonly returns: string
}

export interface AdminField {
  readonly name: string
  readonly kind: string
  readonly label: string
  readonly help: string | null
  readonly group: string | null
  readonly required: boolean
  readonly many: boolean
  /** Written once, when the record is created. */
  readonly immutable: boolean
  readonly read: boolean
  readonly create: boolean
  readonly update: boolean
  readonly filter: boolean
  readonly sort: boolean
  readonly choices: readonly { readonly value: string; readonly label: string }[] | null
  readonly relation: AdminRelation | null
  readonly requiredWhen: Condition | null
  readonly visibleWhen: Condition | null
  readonly limits: Limits | null
  readonly default: Json
}

export interface AdminRelation {
  /** Name of the entity at the other end. */
  readonly target: string | null
  /** Names of the entities that an "any of" relation may lead to. */
  readonly targets: readonly string[] | null
  /** Name under which the other side knows this relation. */
  readonly inverse: string | null
  readonly single: boolean
  readonly ordered: boolean
  readonly owned: boolean
  readonly accept: readonly string[] | null
  readonly maxBytes: number | null
}

export interface Limits {
  readonly min?: number
  readonly max?: number
  readonly scale?: number
  readonly precision?: number
  readonly pattern?: string
  readonly patternHelp?: string
  /** The zone of an instant is kept beside it. */
  readonly zone?: boolean
  /** The text is the name of an entity. */
  readonly entity?: boolean
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
/** A condition on the values of a record, in the shape of a filter of the API. */
export type Condition = { readonly [key: string]: Json }

/** A record as the API answers it and as forms hold it. */
export type Values = Readonly<Record<string, unknown>>
/** The least that is known of a related record: enough for a link. */
export interface Ref { readonly id: string; readonly _label?: string | null; readonly __typename?: string }

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a record was answered without this field, because the caller may not read it there. */
export const isDenied = (record: Values, field: string): boolean => Array.isArray(record['_denied']) && record['_denied'].includes(field)

/** Whether a record says that this may be done with it: UPDATE, DELETE, a move, an action. Where it does not say, the rights at large decide. */
export const permits = (record: Values, name: string): boolean => !Array.isArray(record['_allowed']) || record['_allowed'].includes(name)

/** Whether a record says that this field of it may be changed. */
export const isEditable = (record: Values | undefined, field: string): boolean => !Array.isArray(record?.['_editable']) || record['_editable'].includes(field)

/** Whether there is anything in a record that may be changed. */
export const isOpen = (record: Values): boolean => permits(record, 'UPDATE') && !(Array.isArray(record['_editable']) && record['_editable'].length === 0)

export const isRef = (value: unknown): value is Ref & Values => isObject(value) && typeof value['id'] === 'string'
