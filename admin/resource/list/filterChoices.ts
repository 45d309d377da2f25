import { isObject, type AdminField, type AdminResource } from '../../data/meta.ts'
import type { MetaIndex } from '../../data/metaIndex.ts'
import type { SchemaIndex } from '../../data/schema.ts'
import { kindOf } from '../../fields/index.ts'

/** Something a list can be filtered by: a field, or a field of a record that it is related to. */
export interface FilterChoice {
  /** Where its condition stands in the filter: `title`, `client.organisation`. */
  readonly path: string
  readonly label: string
  readonly group: string
  readonly field: AdminField
}

const never = new Set(['id', 'version'])

/** What the caller may filter by, through relations to one too: both adminMeta and his schema must know it. */
export function filterChoices(meta: MetaIndex, schema: SchemaIndex, resource: AdminResource, general: string): readonly FilterChoice[] {
  const own = filterable(schema, resource.name, resource).map((field) => ({ path: field.name, label: field.label, group: general, field }))
  const through = resource.fields.filter((field) => field.kind === 'belongsTo' && field.filter && field.name !== 'createdBy').flatMap((relation) => {
    const target = meta.resource(relation.relation?.target)
    const type = schema.inputs(`${resource.name}Filter`).get(relation.name)
    if (!target || !type) return []
    return filterable(schema, target.name, target).filter((field) => !house.has(field.name))
      .map((field) => ({ path: `${relation.name}.${field.name}`, label: `${relation.label} › ${field.label}`, group: relation.label, field }))
  })
  return [...own, ...through]
}
const house = new Set(['createdAt', 'updatedAt', 'createdBy'])

function filterable(schema: SchemaIndex, type: string, resource: AdminResource): readonly AdminField[] {
  const inputs = schema.inputs(`${type}Filter`)
  return resource.fields.filter((field) => field.filter && !never.has(field.name) && inputs.has(field.name) && kindOf(field).Filter !== undefined)
}

/** The filters that have a condition, by their paths: whoever follows a link to a list sees what narrows it. */
export function activePaths(choices: readonly FilterChoice[], filter: unknown): readonly string[] {
  return choices.filter(({ path, field }) => {
    const value = path.split('.').reduce<unknown>((inner, part) => (isObject(inner) ? inner[part] : undefined), filter)
    if (!isObject(value)) return false
    // A condition on a related record's own field is not one on the relation.
    return field.relation ? 'id' in value || 'isEmpty' in value || 'some' in value || 'none' in value : Object.keys(value).length > 0
  }).map((choice) => choice.path)
}
