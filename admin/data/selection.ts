import { needsArguments, namedType, type SchemaIndex } from './schema.ts'
import type { AdminField, AdminResource } from './meta.ts'
import type { MetaIndex } from './metaIndex.ts'

/** What is asked of a record: little for a list, all that may be read for a page, all that may be written for a form. */
export type View =
  | { readonly view: 'label' }
  | { readonly view: 'list'; readonly fields: readonly string[] }
  | { readonly view: 'show' }
  | { readonly view: 'edit' }

export interface Known { readonly meta: MetaIndex; readonly schema: SchemaIndex }

/** Rows of a many-to-many that a form holds; the API gives no more at once. */
export const RELATED_LIMIT = 100

/**
 * The selection set of a record, from the introspected types: leaves, structured values, `{ id _label }`
 * of relations to one, counts of relations to many (and their records where a form edits them).
 */
export function selectRecord(known: Known, resource: AdminResource, view: View, depth = 0): string {
  const own = headOf(known, resource.name)
  const fields = fieldsOf(resource, view).flatMap((field) => selectField(known, resource.name, field, view, depth))
  const kinds = view.view === 'show' || view.view === 'edit' ? resource.kinds.map((kind) => selectKind(known, resource, kind, view, depth)) : []
  return `{ ${[...new Set([...own, ...fields, ...kinds])].filter(Boolean).join(' ')} }`
}

function fieldsOf(resource: AdminResource, view: View): readonly AdminField[] {
  if (view.view === 'label') return []
  if (view.view === 'list') return resource.fields.filter((field) => field.read && view.fields.includes(field.name))
  return resource.fields.filter((field) => field.read)
}

/** What every record is known by. `__typename` says which kind a record of an abstract entity is. */
function headOf({ schema }: Known, type: string): readonly string[] {
  const abstract = schema.type(type)?.kind !== 'OBJECT'
  return [...(abstract ? ['__typename'] : []), 'id', ...['_label', 'version'].filter((name) => schema.field(type, name))]
}

/** What only one kind of an abstract entity has, as an inline fragment. */
function selectKind(known: Known, parent: AdminResource, kind: string, view: View, depth: number): string {
  const resource = known.meta.resource(kind)
  if (!resource || known.schema.type(kind)?.kind !== 'OBJECT') return ''
  const shared = new Set(parent.fields.map((field) => field.name))
  const fields = resource.fields.filter((field) => field.read && !shared.has(field.name))
  const selected = fields.flatMap((field) => selectField(known, kind, field, view, depth))
  return selected.length > 0 ? `... on ${kind} { ${selected.join(' ')} }` : ''
}

function selectField(known: Known, type: string, field: AdminField, view: View, depth: number): readonly string[] {
  const found = known.schema.field(type, field.name)
  if (!found || needsArguments(found)) return []
  const target = namedType(found.type)
  if (field.kind === 'manyToMany' || (field.kind === 'hasMany' && field.relation?.single !== true)) return selectMany(known, type, field, view, depth)
  if (field.kind === 'anyOf') return [`${field.name} ${selectLeaves(known, target)}`]
  const related = field.relation?.target ? known.meta.resource(field.relation.target) : undefined
  // An owned record is read with the one around it, and what it owns of relations to many in a form.
  if (related && field.relation?.owned && nests(view) && depth === 0) return [`${field.name} ${selectRecord(known, related, view, depth + 1)}`]
  if (field.relation) return [`${field.name} ${selectRelated(known, target)}`]
  return [isLeaf(known, target) ? field.name : `${field.name} ${selectLeaves(known, target)}`]
}

const nests = (view: View): boolean => view.view === 'edit' || view.view === 'show'

function selectMany(known: Known, type: string, field: AdminField, view: View, depth: number): readonly string[] {
  const found = known.schema.field(type, field.name)
  const count = known.schema.field(type, `${field.name}Count`) ? [`${field.name}Count`] : []
  if (!found || field.kind !== 'manyToMany' || !nests(view)) return count
  const limit = found.args.some((arg) => arg.name === 'limit') ? `(limit: ${RELATED_LIMIT})` : ''
  const owned = field.relation?.owned && view.view === 'edit' && depth < 2 ? known.meta.resource(field.relation.target) : undefined
  return [`${field.name}${limit} ${owned ? selectRecord(known, owned, view, 2) : selectRelated(known, namedType(found.type))}`, ...count]
}

/** A related record: what a link needs, and what is known of a file. */
function selectRelated({ schema }: Known, type: string): string {
  const abstract = schema.type(type)?.kind !== 'OBJECT' ? ['__typename'] : []
  const more = ['_label', ...(type === 'FileAsset' ? ['name', 'size', 'mimeType'] : [])].filter((name) => schema.field(type, name))
  return `{ ${[...abstract, 'id', ...more].join(' ')} }`
}

const isLeaf = ({ schema }: Known, type: string): boolean => {
  const kind = schema.type(type)?.kind
  return kind === 'SCALAR' || kind === 'ENUM'
}

/** Every leaf of a structured value: amount and currency, latitude and longitude. */
export function selectLeaves(known: Known, type: string): string {
  const found = known.schema.type(type)
  if (found?.kind !== 'OBJECT') return '{ __typename }'
  const leaves = found.fields.filter((field) => isLeaf(known, namedType(field.type)) && !needsArguments(field))
  return `{ ${leaves.map((field) => field.name).join(' ')} }`
}
