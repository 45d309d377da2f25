import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Skeleton, Typography } from '@mui/material'
import { useEvent, useNotify, useRedirect, useTranslate } from 'ra-core'
import { useEffect, useId, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useAdminDataProvider, useInputs } from '../../app/meta.tsx'
import { apiErrorOf } from '../../data/errors.ts'
import { isObject, type AdminResource, type Values } from '../../data/meta.ts'
import { useInstant } from '../../fields/parts/format.ts'
import { historyOperation, type HistoryEntry, type HistoryPage } from '../../data/operations.ts'
import { useChanged } from '../parts/useChanged.ts'
import { ConflictField } from './conflictField.tsx'
import { resolved, type Side } from './resolve.ts'

/** Fields of which somebody else wrote another value since this form was read. */
export interface Clash { readonly fields: readonly string[]; readonly mine: Values; readonly base: Values }

interface Theirs { readonly record: Values; readonly last: HistoryEntry | undefined }

/** Nobody's work is overwritten: for each field that clashes, a person says which value stays. */
export function ConflictDialog({ resource, clash, onClose }: { readonly resource: AdminResource; readonly clash: Clash; readonly onClose: () => void }) {
  const translate = useTranslate()
  const title = useId()
  const provider = useAdminDataProvider()
  const inputs = useInputs()
  const [fields, setFields] = useState(clash.fields)
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { theirs, reload } = useTheirs(resource, String(clash.base['id']), setFault)
  const done = useDone(resource)
  const open = fields.flatMap((name) => resource.fields.find((field) => field.name === name) ?? [])

  const save = async (): Promise<void> => {
    if (!theirs) return
    setBusy(true)
    setFault(undefined)
    try {
      const data = resolved(inputs, resource, clash.base, clash.mine, theirs.record, chosen)
      const { data: saved } = await provider.update(resource.plural, { id: String(clash.base['id']), data, previousData: { ...theirs.record, id: String(clash.base['id']) }, meta: { view: 'edit' } })
      done(saved)
    } catch (error) {
      const api = apiErrorOf(error)
      // Somebody was quicker once more: the newest values are shown, and asked about.
      if (api?.conflict) { setFields([...new Set([...fields, ...api.conflict])]); reload() }
      setFault(error instanceof Error ? error.message : 'coulisses.error.unexpected')
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('coulisses.conflict.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{translate('coulisses.conflict.help')}</DialogContentText>
        {theirs?.last ? <LastChange entry={theirs.last} /> : null}
        {fault ? <Alert severity="error" sx={{ my: 1.5 }}>{translate(fault, { _: fault })}</Alert> : null}
        {theirs
          ? <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>{open.map((field) => <ConflictField key={field.name} field={field} base={clash.base[field.name]} mine={clash.mine[field.name]} theirs={theirs.record[field.name]} chosen={chosen[field.name]} onChoose={(side) => { setChosen({ ...chosen, [field.name]: side }) }} />)}</Box>
          : <Skeleton variant="rounded" height={120} />}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>{translate('coulisses.conflict.back')}</Button>
        <Button variant="contained" disabled={busy || !theirs || open.some((field) => chosen[field.name] === undefined)} onClick={() => { void save() }}>{translate('coulisses.conflict.save')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function LastChange({ entry }: { readonly entry: HistoryEntry }) {
  const translate = useTranslate()
  const when = useInstant()
  return <Typography variant="body2" sx={{ mt: 1 }}>{translate('coulisses.conflict.by', { name: entry.user?.fullName ?? translate('coulisses.history.somebody'), at: when(entry.at) })}</Typography>
}

/** The record as it stands now, read beside the form: the form keeps what was typed. */
function useTheirs(resource: AdminResource, id: string, onFault: (message: string) => void): { readonly theirs: Theirs | undefined; readonly reload: () => void } {
  const provider = useAdminDataProvider()
  const [theirs, setTheirs] = useState<Theirs>()
  const read = useEvent(async (): Promise<void> => {
    const { document, variables } = historyOperation(resource, id, 1, 1)
    const last = resource.history ? provider.run(document, variables).catch(() => undefined) : Promise.resolve(undefined)
    try {
      const [{ data }, page] = await Promise.all([provider.getOne(resource.plural, { id, meta: { view: 'edit' } }), last])
      // The shape that the history operation asks for.
      setTheirs({ record: data, last: isObject(page) ? (page as unknown as HistoryPage).items[0] : undefined })
    } catch (error) {
      onFault(error instanceof Error ? error.message : 'coulisses.error.unexpected')
    }
  })
  useEffect(() => { void read() }, [read])
  return { theirs, reload: () => { void read() } }
}

/** The form is clean again, so that leaving it asks nothing. */
function useDone(resource: AdminResource): (record: Values) => void {
  const notify = useNotify()
  const redirect = useRedirect()
  const changed = useChanged()
  const { reset } = useFormContext()
  return (record) => {
    reset({ ...record })
    changed()
    notify('ra.notification.updated', { type: 'info', messageArgs: { smart_count: 1 } })
    setTimeout(() => { redirect('show', resource.plural, String(record['id'])) }, 0)
  }
}
