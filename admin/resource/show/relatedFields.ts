import type { AdminField, AdminResource } from '../../data/meta.ts'
import type { MetaIndex } from '../../data/metaIndex.ts'
import { isOtherSide, isToMany } from '../../data/relations.ts'

/** Relations to many that have a table of their own on the page; the others stand among the values. */
export const relatedFields = (meta: MetaIndex, resource: AdminResource): readonly AdminField[] => resource.fields.filter((field) => {
  const target = meta.resource(field.relation?.target)
  if (!field.read || !target?.operations.list) return false
  return isToMany(field) && (field.kind === 'hasMany' || isOtherSide(meta, resource, field))
})
