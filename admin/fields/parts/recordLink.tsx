import { Link as MuiLink } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import { useMeta } from '../../app/meta.tsx'
import type { AdminResource, Ref } from '../../data/meta.ts'

/** Address of a record: its page, or its form where the caller has no page of it. */
export const pathOf = (resource: AdminResource, id: string): string | undefined =>
  resource.operations.one ? `/${resource.plural}/${encodeURIComponent(id)}/show` : undefined

/** A related record by its title; a link where the caller may open it. */
export function RecordLink({ target, record }: { readonly target: string | null | undefined; readonly record: Ref }) {
  const meta = useMeta()
  const resource = meta.resource(record.__typename ?? target) ?? meta.resource(target)
  const label = record._label ?? `…${record.id.slice(-6)}`
  const path = resource ? pathOf(resource, record.id) : undefined
  if (!path) return <>{label}</>
  return <MuiLink component={RouterLink} to={path} onClick={(event) => { event.stopPropagation() }}>{label}</MuiLink>
}
