import { Card, CardContent } from '@mui/material'
import { CreateBase, useNotify, useRedirect, useTranslate } from 'ra-core'
import { useResource } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { isRef } from '../../data/meta.ts'
import { Heading } from '../parts/heading.tsx'
import { useChanged } from '../parts/useChanged.ts'
import { GeneratedForm } from './generatedForm.tsx'

export default function CreatePage({ plural }: { readonly plural: string }) {
  const resource = useResource(plural)
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const changed = useChanged()
  const title = translate('coulisses.relation.create', { name: resource.label })
  return (
    <CreateBase
      resource={plural} mutationMode="pessimistic"
      mutationOptions={{
        meta: { view: 'edit' },
        onSuccess: (record: unknown) => {
          changed()
          notify('ra.notification.created', { type: 'info', messageArgs: { smart_count: 1 } })
          if (isRef(record)) redirect('show', plural, record.id)
        },
      }}
    >
      <PageTitle title={title} />
      <Heading resource={resource} title={title} />
      <Card><CardContent sx={{ p: 3 }}><GeneratedForm resource={resource} mode="create" onCancel={() => { redirect('list', plural) }} /></CardContent></Card>
    </CreateBase>
  )
}
