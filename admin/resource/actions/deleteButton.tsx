import Delete from '@mui/icons-material/Delete'
import { Button } from '@mui/material'
import { useNotify, useRedirect, useTranslate } from 'ra-core'
import { Confirm } from 'react-admin'
import { useState } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { permits, type AdminResource, type Ref, type Values } from '../../data/meta.ts'
import { useChanged } from '../parts/useChanged.ts'
import { useTell } from '../parts/useTell.tsx'

/** Asked before it is done, and done before one is told so: nothing waits for a message to close (pitfall 7). */
export function DeleteButton({ resource, record }: { readonly resource: AdminResource; readonly record: Ref & Values }) {
  const translate = useTranslate()
  const notify = useNotify()
  const redirect = useRedirect()
  const provider = useAdminDataProvider()
  const changed = useChanged()
  const tell = useTell(resource)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  if (!resource.operations.delete || !permits(record, 'DELETE')) return null
  const remove = async (): Promise<void> => {
    setBusy(true)
    try {
      await provider.delete(resource.plural, { id: record.id, previousData: { ...record } })
      setAsking(false)
      changed()
      notify('ra.notification.deleted', { type: 'info', messageArgs: { smart_count: 1 } })
      redirect('list', resource.plural)
    } catch (error) {
      setAsking(false)
      tell(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button color="error" startIcon={<Delete />} onClick={() => { setAsking(true) }}>{translate('ra.action.delete')}</Button>
      <Confirm
        isOpen={asking} loading={busy} title={translate('coulisses.delete.title', { name: resource.label })} content={translate('coulisses.delete.content', { label: record._label ?? '' })}
        confirmColor="warning" confirm="ra.action.delete" onConfirm={() => { void remove() }} onClose={() => { setAsking(false) }}
      />
    </>
  )
}
