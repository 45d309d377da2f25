import type { AdminField, AdminResource } from './meta.ts'
import type { MetaIndex } from './metaIndex.ts'

export const isToMany = (field: AdminField): boolean => field.kind === 'manyToMany' || (field.kind === 'hasMany' && field.relation?.single !== true)

/**
 * Whether a many-to-many was declared on the other side. Fields come in the order of the declaration,
 * and the other sides of relations behind them: so theirs is the side that nothing else follows.
 */
export function isOtherSide(meta: MetaIndex, resource: AdminResource, field: AdminField): boolean {
  if (field.kind !== 'manyToMany') return false
  const inverse = meta.field(field.relation?.target ?? '', field.relation?.inverse ?? '')
  const target = meta.resource(field.relation?.target)
  return inverse !== undefined && target !== undefined && isLast(resource, field) && !isLast(target, inverse)
}

function isLast(resource: AdminResource, field: AdminField): boolean {
  const index = resource.fields.findIndex((one) => one.name === field.name)
  return resource.fields.slice(index).every((one) => one.kind === 'hasMany' || one.kind === 'manyToMany')
}

/** Names of the values that a condition asks about. */
export function askedBy(...conditions: readonly unknown[]): readonly string[] {
  const names = (condition: unknown): readonly string[] => {
    if (Array.isArray(condition)) return condition.flatMap(names)
    if (typeof condition !== 'object' || condition === null) return []
    return Object.entries(condition).flatMap(([name, inner]) => (name === 'and' || name === 'or' || name === 'not' ? names(inner) : [name]))
  }
  return [...new Set(conditions.flatMap(names))]
}

/** In the order of a form: what stands in no section first, then section by section. */
export function bySections(resource: AdminResource, fields: readonly AdminField[]): readonly AdminField[] {
  const place = (field: AdminField): number => resource.groups.findIndex((group) => group.name === field.group)
  return fields.toSorted((one, other) => place(one) - place(other))
}
