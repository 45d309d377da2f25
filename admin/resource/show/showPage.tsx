import ContentCopy from '@mui/icons-material/ContentCopy'
import Edit from '@mui/icons-material/Edit'
import { Button, Card, Skeleton, Stack } from '@mui/material'
import { ShowBase, useShowContext, useTranslate } from 'ra-core'
import { PrevNextButtons } from 'react-admin'
import { Link } from 'react-router'
import { useResource } from '../../app/meta.tsx'
import { Screens } from '../../app/screens.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { isOpen, isRef, type AdminResource } from '../../data/meta.ts'
import { DeleteButton } from '../actions/deleteButton.tsx'
import { RecordActions } from '../actions/recordActions.tsx'
import { Heading } from '../parts/heading.tsx'
import { ReadFailure } from '../parts/readFailure.tsx'
import { useClone } from './useClone.ts'
import { ShowTabs } from './showTabs.tsx'

const SHOW = { view: 'show' }

export default function ShowPage({ plural }: { readonly plural: string }) {
  return (
    <ShowBase resource={plural} queryOptions={{ meta: SHOW, onError: () => undefined }}>
      <Body resource={useResource(plural)} />
    </ShowBase>
  )
}

function Body({ resource: asked }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  const { record, error, isPending, refetch } = useShowContext()
  const resource = useKind(asked, record)
  if (error && !record) return <ReadFailure error={error} plural={resource.plural} />
  if (isPending || !isRef(record)) return <Skeleton variant="rounded" height={360} sx={{ mt: 6 }} role="status" aria-label={translate('ra.page.loading')} />
  const given = { resource, record, onDone: () => { void refetch() } }
  return (
    <>
      <PageTitle title={`${resource.label} · ${record._label ?? ''}`} />
      <Heading
        resource={resource} record={record}
        beside={<PrevNextButtons linkType="show" queryOptions={{ meta: { view: 'label' }, retry: false }} limit={100} sort={{ field: asked.sort?.field ?? 'id', order: asked.sort?.direction ?? 'DESC' }} />}
        tools={
          <Stack direction="row" spacing={1} alignItems="center" justifyContent={{ md: 'flex-end' }} useFlexGap flexWrap="wrap">
            <RecordActions {...given} />
            {resource.operations.update && isOpen(record) ? <Button component={Link} to={`/${resource.plural}/${record.id}`} variant="contained" size="small" startIcon={<Edit />}>{translate('ra.action.edit')}</Button> : null}
            {resource.operations.create ? <CloneButton resource={resource} id={record.id} /> : null}
            <Screens place="recordTool" given={given} />
            <DeleteButton resource={resource} record={record} />
          </Stack>
        }
      />
      <Screens place="recordNotice" given={given} />
      <Card><ShowTabs {...given} /></Card>
    </>
  )
}

/** A record of an abstract entity is shown as what it is: a person, not a party. */
function useKind(resource: AdminResource, record: unknown): AdminResource {
  const name = isRef(record) && resource.abstract ? record.__typename : undefined
  return useResource(name ?? resource.plural)
}

function CloneButton({ resource, id }: { readonly resource: AdminResource; readonly id: string }) {
  const translate = useTranslate()
  const clone = useClone(resource, id)
  return <Button size="small" startIcon={<ContentCopy />} onClick={clone}>{translate('ra.action.clone')}</Button>
}
