import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, List, ListItem, ListItemText } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { useMeta } from '../../../app/meta.tsx'
import type { AdminResource } from '../../../data/meta.ts'
import { labelOfPath } from '../../form/faults.ts'
import type { BulkRow } from '../../../data/methods.ts'

/** Row by row: what was refused, and why. */
export function ResultDialog({ resource, rows, labels, onClose }: { readonly resource: AdminResource; readonly rows: readonly BulkRow[]; readonly labels: ReadonlyMap<string, string>; readonly onClose: () => void }) {
  const translate = useTranslate()
  const title = useId()
  const meta = useMeta()
  const failed = rows.filter((row) => !row.ok)
  const reasons = (row: BulkRow): string => {
    const named = (row.fields ?? []).map((fault) => `${labelOfPath(meta, resource, fault.path)} : ${fault.message}`)
    return [...(named.length > 0 ? named : [row.message ?? row.code ?? ''])].map((one) => translate(one, { _: one })).join(' · ')
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('coulisses.bulk.result', { done: rows.length - failed.length, failed: failed.length })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning">{translate('coulisses.bulk.stillMarked')}</Alert>
        <List dense>{failed.map((row) => <ListItem key={row.id} disableGutters><ListItemText primary={labels.get(row.id) ?? row.id} secondary={reasons(row)} /></ListItem>)}</List>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('ra.action.close')}</Button></DialogActions>
    </Dialog>
  )
}
