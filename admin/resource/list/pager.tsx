import { TablePagination, type TablePaginationProps } from '@mui/material'
import { useListContext, useTranslate } from 'ra-core'
import { PaginationActions } from 'react-admin'

/** The API gives pages by number up to this many rows: beyond it, one has to say more precisely what one looks for. */
const REACH = 10_000

/** Where one is in a list; without a total where none was counted. */
export function Pager() {
  const translate = useTranslate()
  const { isPending, page, perPage, total, hasNextPage, setPage, setPerPage, data } = useListContext()
  const rows = Array.isArray(data) ? data.length : 0
  if (isPending || (total ?? rows) === 0) return null
  const reachable = total === undefined ? (hasNextPage ? -1 : (page - 1) * perPage + rows) : Math.min(total, REACH)
  const said = ({ from, to }: { readonly from: number; readonly to: number }): string => (total === undefined
    ? translate(hasNextPage ? 'ra.navigation.partial_page_range_info' : 'ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: to })
    : translate('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total }))
  return (
    <TablePagination
      component="nav" aria-label={translate('coulisses.list.pages')} count={reachable} page={page - 1} rowsPerPage={perPage} rowsPerPageOptions={[10, 25, 50, 100]}
      onPageChange={(_event, next) => { setPage(next + 1) }} onRowsPerPageChange={(event) => { setPerPage(Number(event.target.value)) }}
      labelRowsPerPage={translate('ra.navigation.page_rows_per_page')} labelDisplayedRows={said} ActionsComponent={Actions}
    />
  )
}

// react-admin's own buttons: numbered pages, named for screen readers.
const Actions: NonNullable<TablePaginationProps['ActionsComponent']> = ({ page, count, rowsPerPage, onPageChange }) => (
  <PaginationActions page={page} count={count} rowsPerPage={rowsPerPage} size="small" onPageChange={(_event: unknown, next: number) => { onPageChange(null, next) }} />
)
