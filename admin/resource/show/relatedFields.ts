import type { AdminField, AdminResource } from '../../data/meta.ts'
import type { MetaIndex } from '../../data/metaIndex.ts'
import { isOtherSide } from '../form/formFields.ts'

/** Relations to many that have a table of their own on the page; the others stand among the values. */
export const relatedFields = (meta: MetaIndex, resource: AdminResource): readonly AdminField[] => resource.fields.filter((field) => {
  const target = meta.resource(field.relation?.target)
  if (!field.read || !target?.operations.list) return false
  return (field.kind === 'hasMany' && field.relation?.single !== true) || (field.kind === 'manyToMany' && isOtherSide(meta, resource, field))
})
