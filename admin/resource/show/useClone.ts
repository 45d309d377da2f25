import { useNotify, useRedirect } from 'ra-core'
import { useAdminDataProvider, useMeta, useSchema } from '../../app/meta.tsx'
import { isObject, isRef, type AdminResource, type Values } from '../../data/meta.ts'
import { formFields } from '../form/formFields.ts'

/** Opens the form of a new record with the values of another; what it owns is copied, not shared. */
export function useClone(resource: AdminResource, id: string): () => void {
  const provider = useAdminDataProvider()
  const meta = useMeta()
  const schema = useSchema()
  const redirect = useRedirect()
  const notify = useNotify()
  return () => {
    provider.getOne(resource.plural, { id, meta: { view: 'edit' } }).then(({ data }) => {
      const copy = Object.fromEntries(formFields(meta, schema, resource, 'create').map((field) => [field.name, field.relation?.owned ? withoutIds(data[field.name]) : data[field.name]]))
      redirect('create', resource.plural, undefined, undefined, { record: copy })
    }).catch((error: unknown) => { notify(error instanceof Error ? error.message : 'coulisses.error.unexpected', { type: 'error' }) })
  }
}

/** A copy of an owned record: its own values, without what says which record it was. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds)
  if (!isObject(value)) return value
  const { id: _id, version: _version, _label, __typename, ...rest }: Values = value
  return Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, isRef(inner) ? inner : Array.isArray(inner) ? inner : inner]))
}
