import type { AdminField, AdminResource, Values } from '../../data/meta.ts'
import type { MetaIndex } from '../../data/metaIndex.ts'
import { askedBy, isOtherSide } from '../../data/relations.ts'
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
  if (field.kind === 'hasMany') return mode === 'create' && field.relation?.single !== true && meta.resource(field.relation?.target)?.menu === null && meta.field(field.relation?.target ?? '', field.relation?.inverse ?? '')?.create === true
  return !isOtherSide(meta, resource, field)
}

export const isVisible = (field: AdminField, values: Values): boolean => field.visibleWhen === null || fulfils(values, field.visibleWhen) !== false
export const isRequired = (field: AdminField, values: Values): boolean => field.required || (field.requiredWhen !== null && fulfils(values, field.requiredWhen) === true)

/** Names of the values that the conditions of a field ask about. */
export const namesAskedBy = (field: AdminField): readonly string[] => askedBy(field.visibleWhen, field.requiredWhen)
