import Add from '@mui/icons-material/Add'
import LinkIcon from '@mui/icons-material/Link'
import { Button, Stack, useMediaQuery, type Theme } from '@mui/material'
import { ReferenceManyFieldBase, ResourceContextProvider, useListContext, useNotify, useTranslate } from 'ra-core'
import { lazy, Suspense, useState } from 'react'
import { useAdminDataProvider, useMeta } from '../../app/meta.tsx'
import { permits, type AdminField, type AdminResource, type Ref, type Values } from '../../data/meta.ts'
import { Picker } from '../../fields/parts/picker.tsx'
import { Cards } from '../list/cards.tsx'
import { Pager } from '../list/pager.tsx'
import { Table } from '../list/table.tsx'
import { useColumns } from '../list/useColumns.ts'
import { ReadFailure } from '../parts/readFailure.tsx'
import { useChanged } from '../parts/useChanged.ts'

const CreateDialog = lazy(() => import('../form/createDialog.tsx'))

interface Props { readonly resource: AdminResource; readonly record: Ref & Values; readonly field: AdminField }

/** The records of another resource that point to this one, and the way to add some. */
export default function Related({ resource, record, field }: Props) {
  const target = useMeta().resource(field.relation?.target)
  const inverse = field.relation?.inverse
  if (!target || !inverse) return null
  return <RelatedRows resource={resource} record={record} field={field} target={target} inverse={inverse} />
}

function RelatedRows({ resource, record, field, target, inverse }: Props & { readonly target: AdminResource; readonly inverse: string }) {
  const columns = useColumns(target, inverse, `${resource.plural}.${field.name}.datatable`)
  return (
    <ReferenceManyFieldBase
      reference={target.plural} target={inverse} source="id" record={record} perPage={25} storeKey={`${resource.plural}.${field.name}`}
      sort={{ field: target.sort?.field ?? 'id', order: target.sort?.direction ?? 'ASC' }} queryOptions={{ meta: columns.view, retry: false }}
    >
      <ResourceContextProvider value={target.plural}>
        <Tools record={record} field={field} target={target} inverse={inverse} />
        <Rows target={target} columns={columns} />
      </ResourceContextProvider>
    </ReferenceManyFieldBase>
  )
}

function Rows({ target, columns }: { readonly target: AdminResource; readonly columns: ReturnType<typeof useColumns> }) {
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const { error } = useListContext()
  if (error) return <ReadFailure error={error} />
  return <>{isPhone ? <Cards resource={target} columns={columns} /> : <Table resource={target} columns={columns} bulk={false} />}<Pager /></>
}

interface ToolsProps { readonly record: Ref & Values; readonly field: AdminField; readonly target: AdminResource; readonly inverse: string }

/** A new record that points here, or one that is there already. */
function Tools({ record, field, target, inverse }: ToolsProps) {
  const translate = useTranslate()
  const meta = useMeta()
  const changed = useChanged()
  const [asked, setAsked] = useState<'create' | 'link'>()
  const link = useLink(target, inverse, record)
  const back = meta.field(target.name, inverse)
  const self: Ref = { id: record.id, _label: record._label ?? null }
  const done = (): void => { setAsked(undefined); changed() }
  return (
    <Stack direction="row" spacing={1} sx={{ mb: 1.5 }} useFlexGap flexWrap="wrap" alignItems="center">
      {target.operations.create && back?.create && permits(record, `CREATE ${field.name}`) ? <Button size="small" startIcon={<Add />} onClick={() => { setAsked('create') }}>{translate('coulisses.relation.create', { name: target.label })}</Button> : null}
      {target.operations.update && back?.update ? <Button size="small" startIcon={<LinkIcon />} color="inherit" onClick={() => { setAsked(asked === 'link' ? undefined : 'link') }}>{translate('coulisses.relation.link')}</Button> : null}
      {asked === 'link' ? <Picker target={target} label={field.label} value={null} minWidth={280} editable={inverse} onChange={(found) => { if (found) void link(found).then(done) }} /> : null}
      {asked === 'create' ? <Suspense><CreateDialog resource={target} preset={{ [inverse]: back?.many ? [self] : self }} onDone={done} onClose={() => { setAsked(undefined) }} /></Suspense> : null}
    </Stack>
  )
}

/** The relation is written where it is kept: on the record that points here. */
function useLink(target: AdminResource, inverse: string, record: Ref): (found: Ref) => Promise<void> {
  const provider = useAdminDataProvider()
  const notify = useNotify()
  const many = useMeta().field(target.name, inverse)?.many === true
  const self = { id: record.id }
  return async (found) => {
    try {
      await provider.update(target.plural, { id: found.id, data: { id: found.id, [inverse]: many ? [self] : self }, previousData: { id: found.id, [inverse]: many ? [] : null }, meta: { view: 'label' } })
    } catch (error) {
      const message = error instanceof Error ? error.message : 'coulisses.error.unexpected'
      notify(message, { type: 'error', messageArgs: { _: message } })
    }
  }
}
