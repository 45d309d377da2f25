import type { EntityClass } from './record.ts'

/** Scalars and structured values of the API, by their GraphQL names. */
export type ShapeScalar = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' | 'SafeInt' | 'Decimal' | 'Date' | 'DateTime' | 'JSON' | 'Html' | 'Money' | 'Phone' | 'Position'

export interface ShapeField {
  /** A scalar, another shape, or a record: then the value is its id, read with the rights of whoever asks, or its row from a `view`. */
  readonly type: ShapeScalar | Shape | (() => EntityClass)
  readonly many?: boolean
  /** Never null. Records are always nullable: the caller may not be given them. */
  readonly required?: boolean
  readonly description?: string
}

/** A plain object type of the API that belongs to no entity: what a module's own query or action answers. */
export interface Shape {
  /** Name in the GraphQL schema. */
  readonly shape: string
  readonly description: string | undefined
  readonly fields: Readonly<Record<string, ShapeField>>
}

type FieldGiven = ShapeField | ShapeScalar

/** `shape('Coverage', { entity: 'String', rows: { type: 'Int', required: true } })` */
export function shape(name: string, fields: Readonly<Record<string, FieldGiven>>, description?: string): Shape {
  const given = Object.entries(fields).map(([field, type]) => [field, typeof type === 'string' ? { type } : type] as const)
  return Object.freeze({ shape: name, description, fields: Object.fromEntries(given) })
}

export const isShape = (given: unknown): given is Shape => typeof given === 'object' && given !== null && 'shape' in given
