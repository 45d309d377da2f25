import { Checkbox, TableCell, TableRow } from '@mui/material'
import { useDataTableCallbacksContext, useDataTableConfigContext, useDataTableSelectedIdsContext, useRecordContext, useTranslate } from 'ra-core'
import { DataTableBody } from 'react-admin'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { AdminResource } from '../../data/meta.ts'
import { useRowPath } from './cell.tsx'

/**
 * A row that leads to its record. react-admin's own puts the name of the box that marks it where no
 * screen reader looks: every box of a list would be called the same, which is nothing.
 */
const rowOf = (resource: AdminResource) => function Row({ className, children }: { readonly className?: string; readonly children?: ReactNode }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const record = useRecordContext()
  const pathFor = useRowPath(resource)
  const { hasBulkActions } = useDataTableConfigContext()
  const { handleToggleItem } = useDataTableCallbacksContext()
  const marked = useDataTableSelectedIdsContext()
  if (!record) return null
  const path = pathFor(record)
  const name = `${translate('ra.action.select_row')} : ${typeof record['_label'] === 'string' ? record['_label'] : ''}`
  return (
    <TableRow className={className ?? ''} hover sx={path ? { cursor: 'pointer' } : {}} onClick={() => { if (path) void navigate(path, { state: { _scrollToTop: true } }) }}>
      {hasBulkActions ? (
        <TableCell padding="checkbox">
          <Checkbox
            color="primary" className="select-item" checked={marked?.includes(record.id) === true} slotProps={{ input: { 'aria-label': name } }}
            onClick={(event) => { handleToggleItem?.(record.id, event); event.stopPropagation() }}
          />
        </TableCell>
      ) : null}
      {children}
    </TableRow>
  )
}

/** The body of a table of such rows; made once for a table, lest its rows be new with every rendering. */
export function bodyOf(resource: AdminResource) {
  const Row = rowOf(resource)
  return function Body({ children }: { readonly children?: ReactNode }) {
    return <DataTableBody row={Row}>{children}</DataTableBody>
  }
}
