import { DataTable } from 'react-admin'
import { useMemo } from 'react'
import type { AdminField, AdminResource } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { BulkTools, hasBulkTools } from './bulk/bulkTools.tsx'
import { Cell } from './cell.tsx'
import { bodyOf } from './row.tsx'
import type { Columns } from './useColumns.ts'

/** Room enough that words are not cut where a table has many columns. */
function widthOf(field: AdminField): number {
  if (field.kind === 'text' || field.kind === 'longText' || field.kind === 'richText') return (field.limits?.max ?? 200) >= 120 ? 184 : 90
  return field.kind === 'belongsTo' ? 108 : 0
}

/** The rows of a list, in the columns that were chosen. */
export function Table({ resource, columns, bulk = true }: { readonly resource: AdminResource; readonly columns: Columns; readonly bulk?: boolean }) {
  const body = useMemo(() => bodyOf(resource), [resource])
  const tools = bulk && hasBulkTools(resource) ? <BulkTools resource={resource} /> : false
  return (
    <DataTable
      // A table that is too wide is pushed aside by itself, not the page with it.
      sx={{ '& .RaDataTable-tableWrapper': { overflowX: 'auto' }, '& th, & td': { px: 1 }, '& td': { overflowWrap: 'break-word', maxWidth: 360 } }}
      storeKey={columns.storeKey} hiddenColumns={[...columns.hidden]} bulkActionButtons={tools}
      // Where a row leads is known here: react-admin would ask, row by row, whether it may (pitfall 18).
      rowClick={false} body={body}
    >
      {columns.all.map((field) => (
        <DataTable.Col key={field.name} source={field.name} label={field.label} disableSort={!field.sort} sx={{ minWidth: widthOf(field) }} {...(kindOf(field).align === 'right' || field.kind === 'hasMany' || field.kind === 'manyToMany' ? { align: 'right' as const } : {})}>
          <Cell resource={resource} field={field} leading={field.name === columns.leading} />
        </DataTable.Col>
      ))}
    </DataTable>
  )
}
