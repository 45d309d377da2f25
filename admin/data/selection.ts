import { needsArguments, namedType, type SchemaIndex } from './schema.ts'
import type { AdminField, AdminResource } from './meta.ts'
import type { MetaIndex } from './metaIndex.ts'
import { askedBy, isOtherSide, isToMany } from './relations.ts'

/** What is asked of a record: little for a list, all that may be read for a page, what may be written for a form. */
export type View =
  | { readonly view: 'label'; readonly editable?: true }
  | { readonly view: 'list'; readonly fields: readonly string[] }
  | { readonly view: 'show' }
  | { readonly view: 'edit' }

export interface Known { readonly meta: MetaIndex; readonly schema: SchemaIndex }

/**
 * How deep a record stands: 0 the one that was asked for, 1 one that it owns, 2 one of several that it
 * owns; 3 and below, records inside those, of which plain values are read only.
 */
const ITEM = 2
const mayNest = (depth: number): boolean => depth === 0 || depth === ITEM
/** Related records that a form or a page reads at once, by the depth. What costs too much, the API refuses. */
const limits = [100, 30] as const

/** What the house writes of every record: of the records inside another one it says nothing. */
const house = new Set(['createdAt', 'updatedAt', 'createdBy'])

/**
 * The selection set of a record, from the introspected types: leaves, structured values, `{ id _label }`
 * of relations to one, counts of relations to many (and their records where a form edits them).
 */
export function selectRecord(known: Known, resource: AdminResource, view: View, depth = 0): string {
  const fields = fieldsOf(known, resource, view, depth).flatMap((field) => selectField(known, resource, field, view, depth))
  const kinds = nests(view) ? resource.kinds.map((kind) => selectKind(known, resource, kind, view, depth)) : []
  return `{ ${[...new Set([...headOf(known, resource.name), ...rightsOf(known, resource.name, view, depth), ...fields, ...kinds])].filter(Boolean).join(' ')} }`
}

const nests = (view: View): boolean => view.view === 'edit' || view.view === 'show'

function fieldsOf({ meta }: Known, resource: AdminResource, view: View, depth: number): readonly AdminField[] {
  const readable = resource.fields.filter((field) => field.read && (depth === 0 || !house.has(field.name)))
  switch (view.view) {
    case 'label': return []
    case 'list': return readable.filter((field) => view.fields.includes(field.name))
    case 'show': return depth === 0 ? readable : readable.filter((field) => !isOtherSide(meta, resource, field) && field.kind !== 'hasMany')
    case 'edit': {
      const asked = new Set([...askedBy(...resource.fields.flatMap((field) => [field.visibleWhen, field.requiredWhen]), ...resource.actions.map((action) => action.when)), ...resource.moves.map((move) => move.field)])
      return readable.filter((field) => asked.has(field.name) || ((field.create || field.update) && field.kind !== 'hasMany' && !isOtherSide(meta, resource, field)))
    }
  }
}

/** What every record is known by. `__typename` says which kind a record of an abstract entity is. */
function headOf({ schema }: Known, type: string): readonly string[] {
  const abstract = schema.type(type)?.kind !== 'OBJECT'
  return [...(abstract ? ['__typename'] : []), 'id', ...['_label', '_denied', 'version'].filter((name) => schema.field(type, name))]
}

/** What may be done with it: where buttons ask, and fields of a form. */
function rightsOf({ schema }: Known, type: string, view: View, depth: number): readonly string[] {
  const asked = view.view === 'label' ? (view.editable ? ['_editable'] : []) : view.view === 'list' ? ['_allowed'] : depth === 0 ? ['_allowed', '_editable'] : view.view === 'edit' ? ['_editable'] : []
  return asked.filter((name) => schema.field(type, name))
}

/** What only one kind of an abstract entity has, as an inline fragment. */
function selectKind(known: Known, parent: AdminResource, kind: string, view: View, depth: number): string {
  const resource = known.meta.resource(kind)
  if (!resource || known.schema.type(kind)?.kind !== 'OBJECT') return ''
  const shared = new Set(parent.fields.map((field) => field.name))
  const fields = fieldsOf(known, resource, view, depth).filter((field) => !shared.has(field.name))
  const selected = fields.flatMap((field) => selectField(known, resource, field, view, depth))
  return selected.length > 0 ? `... on ${kind} { ${selected.join(' ')} }` : ''
}

function selectField(known: Known, resource: AdminResource, field: AdminField, view: View, depth: number): readonly string[] {
  const found = known.schema.field(resource.name, field.name)
  if (!found || needsArguments(found)) return []
  const target = namedType(found.type)
  if (isToMany(field)) return selectMany(known, resource, field, view, depth)
  if (field.kind === 'anyOf') return [`${field.name} ${selectLeaves(known, target)}`]
  const related = known.meta.resource(field.relation?.target)
  // An owned record is read with the one around it.
  if (related && field.relation?.owned && nests(view) && mayNest(depth)) return [`${field.name} ${selectRecord(known, related, view, depth + 1)}`]
  if (field.relation) return [`${field.name} ${selectRelated(known, target)}`]
  return [isLeaf(known, target) ? field.name : `${field.name} ${selectLeaves(known, target)}`]
}

function selectMany(known: Known, resource: AdminResource, field: AdminField, view: View, depth: number): readonly string[] {
  const found = known.schema.field(resource.name, field.name)
  const count = known.schema.field(resource.name, `${field.name}Count`) ? [`${field.name}Count`] : []
  const limit = limits[depth]
  if (!found || field.kind !== 'manyToMany' || !nests(view) || limit === undefined || isOtherSide(known.meta, resource, field)) return count
  const owned = field.relation?.owned && view.view === 'edit' ? known.meta.resource(field.relation.target) : undefined
  const selection = owned ? selectRecord(known, owned, view, depth + ITEM) : selectRelated(known, namedType(found.type))
  return [`${field.name}${found.args.some((arg) => arg.name === 'limit') ? `(limit: ${limit})` : ''} ${selection}`]
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
function selectLeaves(known: Known, type: string): string {
  const found = known.schema.type(type)
  if (found?.kind !== 'OBJECT') return '{ __typename }'
  const leaves = found.fields.filter((field) => isLeaf(known, namedType(field.type)) && !needsArguments(field))
  return `{ ${leaves.map((field) => field.name).join(' ')} }`
}
