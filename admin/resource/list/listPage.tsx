import Add from '@mui/icons-material/Add'
import { Box, Button, Card, Stack, Typography, useMediaQuery, type Theme } from '@mui/material'
import { ListBase, useListContext, useTranslate } from 'ra-core'
import { ColumnsButton } from 'react-admin'
import { Suspense } from 'react'
import { Link } from 'react-router'
import { useResource } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { Screens } from '../../app/screens.tsx'
import type { AdminResource } from '../../data/meta.ts'
import { useView, ViewSwitch } from '../../views/viewSwitch.tsx'
import { EntityActions } from '../actions/entityActions.tsx'
import { ReadFailure } from '../parts/readFailure.tsx'
import { Cards } from './cards.tsx'
import { FilterBar } from './filterBar.tsx'
import { Pager } from './pager.tsx'
import { Table } from './table.tsx'
import { ExportButton } from './exportButton.tsx'
import { useColumns, type Columns } from './useColumns.ts'

/** The list of a resource: its columns, filters and order come from `adminMeta`, its state stands in the address. */
export default function ListPage({ plural }: { readonly plural: string }) {
  const resource = useResource(plural)
  const columns = useColumns(resource)
  return (
    <ListBase resource={plural} perPage={25} sort={{ field: resource.sort?.field ?? 'id', order: resource.sort?.direction ?? 'DESC' }} exporter={false} queryOptions={{ meta: columns.view, retry: false }}>
      <Body resource={resource} columns={columns} />
    </ListBase>
  )
}

function Body({ resource, columns }: { readonly resource: AdminResource; readonly columns: Columns }) {
  const { error, total, isPending, filterValues } = useListContext()
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const empty = !isPending && total === 0 && Object.keys(filterValues).length === 0
  const [view] = useView(resource)
  return (
    <>
      <PageTitle title={resource.labelPlural} />
      <ListHeading resource={resource} columns={columns} tools={!isPhone && !empty} />
      <Card>
        {empty ? <Empty resource={resource} /> : (
          <>
            <FilterBar resource={resource} />
            {error ? <Box sx={{ px: 2, pb: 2 }}><ReadFailure error={error} /></Box> : view ? <Suspense><view.Component resource={resource} config={view.config} /></Suspense> : isPhone ? <Cards resource={resource} columns={columns} /> : <Table resource={resource} columns={columns} />}
            {error || view ? null : <Pager />}
          </>
        )}
      </Card>
    </>
  )
}

function ListHeading({ resource, columns, tools }: { readonly resource: AdminResource; readonly columns: Columns; readonly tools: boolean }) {
  const [view] = useView(resource)
  return (
    <Stack component="header" direction="row" alignItems="center" justifyContent="space-between" useFlexGap flexWrap="wrap" spacing={1} sx={{ mt: 2, mb: 1.5 }}>
      <Box>
        <Typography component="h1" variant="h5">{resource.labelPlural}</Typography>
        {resource.help ? <Typography variant="body2" color="text.secondary">{resource.help}</Typography> : null}
      </Box>
      <Stack direction="row" alignItems="center" spacing={1}>
        <ViewSwitch resource={resource} />
        {tools && !view ? <ColumnsButton /> : null}
        {tools ? <ExportButton resource={resource} columns={columns} /> : null}
        <EntityActions resource={resource} />
        <Screens place="listTool" given={{ resource }} />
        <CreateLink resource={resource} />
      </Stack>
    </Stack>
  )
}

function CreateLink({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  if (!resource.operations.create) return null
  return <Button component={Link} to={`/${resource.plural}/create`} variant="contained" startIcon={<Add />}>{translate('ra.action.create')}</Button>
}

function Empty({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  return (
    <Stack alignItems="center" spacing={2} sx={{ py: 8, px: 3, textAlign: 'center' }}>
      <Typography variant="h6" component="p">{translate('coulisses.list.empty', { name: resource.labelPlural.toLowerCase() })}</Typography>
      {resource.help ? <Typography color="text.secondary">{resource.help}</Typography> : null}
    </Stack>
  )
}
