import type { AdminField, AdminMeta, AdminResource } from './meta.ts'

/** `adminMeta` by the two names of a resource: that of its entity and that of its list. */
export interface MetaIndex {
  readonly meta: AdminMeta
  /** By `castingOffers` or `CastingOffer`. */
  resource(name: string | null | undefined): AdminResource | undefined
  field(resource: string, name: string): AdminField | undefined
}

const indexes = new WeakMap<AdminMeta, MetaIndex>()

export function indexMeta(meta: AdminMeta): MetaIndex {
  const known = indexes.get(meta)
  if (known) return known
  const resources = new Map(meta.resources.flatMap((one) => [[one.plural, one], [one.name, one]] as const))
  const fields = new Map(meta.resources.map((one) => [one.name, new Map(one.fields.map((field) => [field.name, field]))]))
  const index: MetaIndex = {
    meta,
    resource: (name) => (name == null ? undefined : resources.get(name)),
    field: (resource, name) => fields.get(resources.get(resource)?.name ?? '')?.get(name),
  }
  indexes.set(meta, index)
  return index
}

/** The resource that a name stands for; a name that the caller may not know is a fault of ours. */
export function resourceOf(index: MetaIndex, name: string): AdminResource {
  const resource = index.resource(name)
  if (!resource) throw new Error(`unknown resource ${name}`)
  return resource
}
