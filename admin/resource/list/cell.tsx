import { Box, Link as MuiLink } from '@mui/material'
import { useRecordContext } from 'ra-core'
import { Link } from 'react-router'
import { useMeta } from '../../app/meta.tsx'
import { isDenied, isRef, type AdminField, type AdminResource, type Values } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { Denied } from '../../fields/parts/denied.tsx'
import { pathOf } from '../../fields/parts/recordLink.tsx'

/** Kinds that are links themselves: where they lead a row, its title stands in for them. */
const linked = new Set(['belongsTo', 'hasMany', 'manyToMany', 'anyOf', 'file', 'email', 'url', 'phone', 'encrypted', 'position'])

/** Kinds whose values may be long. */
const words = new Set(['text', 'longText', 'richText', 'belongsTo', 'url', 'email'])
/** A row is read at a glance: what takes more than two lines is cut, and whole on the page of the record. */
const twoLines = { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' } as const

export const cellValue = (record: Values, field: AdminField): unknown => record[field.name] ?? record[`${field.name}Count`]

/** Where a row leads: for a record of an abstract entity, to the page of what it is. */
export function useRowPath(resource: AdminResource): (record: Values) => string | undefined {
  const meta = useMeta()
  return (record) => (isRef(record) ? pathOf(meta.resource(record.__typename) ?? resource, record.id) : undefined)
}

/**
 * One value of a row. The leading one is a real link: a row that only answers to a click is there
 * neither for the keyboard nor for a screen reader (pitfall 27).
 */
export function Cell({ resource, field, leading }: { readonly resource: AdminResource; readonly field: AdminField; readonly leading: boolean }) {
  const record = useRecordContext()
  const pathFor = useRowPath(resource)
  if (!record) return null
  const value = cellValue(record, field)
  const { Display } = kindOf(field)
  const path = leading ? pathFor(record) : undefined
  if (isDenied(record, field.name) && !path) return <Denied />
  if (!path) return value === null || value === undefined ? null : words.has(field.kind) ? <Box sx={twoLines}><Display field={field} value={value} dense /></Box> : <Display field={field} value={value} dense />
  const title = typeof record['_label'] === 'string' && record['_label'] !== '' ? record['_label'] : `…${String(record.id).slice(-6)}`
  const own = value !== null && value !== undefined && !linked.has(field.kind)
  return (
    <MuiLink component={Link} to={path} underline="hover" sx={{ fontWeight: 600, ...twoLines }} onClick={(event) => { event.stopPropagation() }}>
      {own ? <Display field={field} value={value} dense /> : title}
    </MuiLink>
  )
}
