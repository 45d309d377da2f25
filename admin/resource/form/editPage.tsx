import Visibility from '@mui/icons-material/Visibility'
import { Alert, Button, Card, CardContent, Skeleton, Stack } from '@mui/material'
import { EditBase, useEditContext, useNotify, useRedirect, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useResource } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { isOpen, isRef, type AdminResource } from '../../data/meta.ts'
import { pathOf } from '../../fields/parts/recordLink.tsx'
import { DeleteButton } from '../actions/deleteButton.tsx'
import { RecordActions } from '../actions/recordActions.tsx'
import { Heading } from '../parts/heading.tsx'
import { ReadFailure } from '../parts/readFailure.tsx'
import { useChanged } from '../parts/useChanged.ts'
import { GeneratedForm } from './generatedForm.tsx'

/** What a form reads is more than what a list reads, and is kept apart from it (pitfall 15). */
const EDIT = { view: 'edit' }

export default function EditPage({ plural }: { readonly plural: string }) {
  const resource = useResource(plural)
  const notify = useNotify()
  const redirect = useRedirect()
  const changed = useChanged()
  return (
    <EditBase
      resource={plural} mutationMode="pessimistic" redirect="show" queryOptions={{ meta: EDIT, onError: () => undefined }}
      mutationOptions={{
        meta: EDIT,
        onSuccess: (record: unknown) => {
          changed()
          notify('ra.notification.updated', { type: 'info', messageArgs: { smart_count: 1 } })
          if (isRef(record)) redirect('show', plural, record.id)
        },
      }}
    >
      <Body resource={resource} />
    </EditBase>
  )
}

function Body({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  const redirect = useRedirect()
  const { record, error, isPending, refetch } = useEditContext()
  const [dirty, setDirty] = useState(false)
  if (error && !record) return <ReadFailure error={error} plural={resource.plural} />
  if (isPending || !isRef(record)) return <Skeleton variant="rounded" height={360} sx={{ mt: 6 }} role="status" aria-label={translate('ra.page.loading')} />
  const path = pathOf(resource, record.id)
  const readOnly = resource.operations.update === null || !isOpen(record)
  return (
    <>
      <PageTitle title={`${resource.label} · ${record._label ?? ''}`} />
      <Heading
        resource={resource} record={record}
        tools={<Stack direction="row" spacing={1} useFlexGap flexWrap="wrap"><RecordActions resource={resource} record={record} disabled={dirty} onDone={() => { void refetch() }} />{path ? <Button component={Link} to={path} startIcon={<Visibility />}>{translate('ra.action.show')}</Button> : null}</Stack>}
      />
      <Card>
        <CardContent sx={{ p: 3 }}>
          {readOnly ? <Alert severity="info">{translate('coulisses.error.forbidden')}</Alert> : (
            <GeneratedForm resource={resource} mode="update" onDirty={setDirty} onCancel={() => { redirect('show', resource.plural, record.id) }} tools={<DeleteButton resource={resource} record={record} />} />
          )}
        </CardContent>
      </Card>
    </>
  )
}
