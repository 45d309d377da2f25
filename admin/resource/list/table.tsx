import { DataTable } from 'react-admin'
import type { AdminField, AdminResource } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { BulkTools, hasBulkTools } from './bulk/bulkTools.tsx'
import { Cell, useRowPath } from './cell.tsx'
import type { Columns } from './useColumns.ts'

/** Room enough that words are not cut where a table has many columns. */
function widthOf(field: AdminField): number {
  if (field.kind === 'text' || field.kind === 'longText' || field.kind === 'richText') return (field.limits?.max ?? 200) >= 120 ? 200 : 90
  return field.kind === 'belongsTo' ? 130 : 0
}

/** The rows of a list, in the columns that were chosen. */
export function Table({ resource, columns, bulk = true }: { readonly resource: AdminResource; readonly columns: Columns; readonly bulk?: boolean }) {
  const pathFor = useRowPath(resource)
  const tools = bulk && hasBulkTools(resource) ? <BulkTools resource={resource} /> : false
  return (
    <DataTable
      // A table that is too wide is pushed aside by itself, not the page with it.
      sx={{ '& .RaDataTable-tableWrapper': { overflowX: 'auto' }, '& td': { overflowWrap: 'break-word', maxWidth: 360 } }}
      storeKey={columns.storeKey} hiddenColumns={[...columns.hidden]} bulkActionButtons={tools}
      // A path, not a name of a page: react-admin then asks nobody, row by row, whether it may (pitfall 18).
      rowClick={(_id, _resource, record) => pathFor(record) ?? false}
    >
      {columns.all.map((field) => (
        <DataTable.Col key={field.name} source={field.name} label={field.label} disableSort={!field.sort} sx={{ minWidth: widthOf(field) }} {...(kindOf(field).align === 'right' || field.kind === 'hasMany' || field.kind === 'manyToMany' ? { align: 'right' as const } : {})}>
          <Cell resource={resource} field={field} leading={field.name === columns.leading} />
        </DataTable.Col>
      ))}
    </DataTable>
  )
}
