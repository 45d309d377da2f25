import type { AdminField, AdminResource, Values } from '../../data/meta.ts'
import type { MetaIndex } from '../../data/metaIndex.ts'
import type { SchemaIndex } from '../../data/schema.ts'
import { fulfils } from '../../data/where.ts'

export type Mode = 'create' | 'update'

/** The fields of a form: those that the caller may write, and that a form is the place for. */
export function formFields(meta: MetaIndex, schema: SchemaIndex, resource: AdminResource, mode: Mode): readonly AdminField[] {
  const inputs = schema.inputs(`${resource.name}${mode === 'create' ? 'Create' : 'Update'}Input`)
  return resource.fields.filter((field) => field[mode] && inputs.has(field.name) && belongs(meta, resource, field, mode))
}

/**
 * Rows of another entity that point here have their own table on the page of the record; while it is
 * new, those that stand in no menu are written with it.
 */
function belongs(meta: MetaIndex, resource: AdminResource, field: AdminField, mode: Mode): boolean {
  if (field.kind === 'hasMany') return mode === 'create' && field.relation?.single !== true && meta.resource(field.relation?.target)?.menu === null
  return field.kind !== 'manyToMany' || !isOtherSide(meta, resource, field)
}

/**
 * Whether a many-to-many was declared on the other side. Fields come in the order of the declaration,
 * and the other sides of relations behind them: so theirs is the side that nothing else follows.
 */
export function isOtherSide(meta: MetaIndex, resource: AdminResource, field: AdminField): boolean {
  const inverse = meta.field(field.relation?.target ?? '', field.relation?.inverse ?? '')
  const target = meta.resource(field.relation?.target)
  return inverse !== undefined && target !== undefined && isLast(resource, field) && !isLast(target, inverse)
}

function isLast(resource: AdminResource, field: AdminField): boolean {
  const index = resource.fields.findIndex((one) => one.name === field.name)
  return resource.fields.slice(index).every((one) => one.kind === 'hasMany' || one.kind === 'manyToMany')
}

export const isVisible = (field: AdminField, values: Values): boolean => field.visibleWhen === null || fulfils(values, field.visibleWhen) !== false
export const isRequired = (field: AdminField, values: Values): boolean => field.required || (field.requiredWhen !== null && fulfils(values, field.requiredWhen) === true)

/** Names of the values that conditions of a field ask about. */
export function askedBy(field: AdminField): readonly string[] {
  const names = (condition: unknown): readonly string[] => {
    if (Array.isArray(condition)) return condition.flatMap(names)
    if (typeof condition !== 'object' || condition === null) return []
    return Object.entries(condition).flatMap(([name, inner]) => (name === 'and' || name === 'or' || name === 'not' ? names(inner) : [name]))
  }
  return [...new Set([...names(field.visibleWhen), ...names(field.requiredWhen)])]
}
