import { Box, Button, Checkbox, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, MenuItem, TextField } from '@mui/material'
import { Form, RecordContextProvider, useTranslate } from 'ra-core'
import { useId, useState } from 'react'
import { useAdminDataProvider } from '../../../app/meta.tsx'
import type { AdminField, AdminResource, Values } from '../../../data/meta.ts'
import { FormField } from '../../form/field.tsx'
import type { Bulk } from './useBulk.ts'

/** What makes sense for many rows at once: values, and links to one; nothing that each row has for itself. */
export const bulkFields = (resource: AdminResource): readonly AdminField[] =>
  resource.fields.filter((field) => field.update && field.read && (field.relation === null || (field.kind === 'belongsTo' && !field.relation.owned)))

interface Props { readonly resource: AdminResource; readonly ids: readonly string[]; readonly bulk: Bulk; readonly onClose: () => void }

/** One field of many rows gets one value. */
export function BulkEditDialog({ resource, ids, bulk, onClose }: Props) {
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const title = useId()
  const fields = bulkFields(resource)
  const [name, setName] = useState('')
  const [allOrNothing, setAllOrNothing] = useState(false)
  const field = fields.find((one) => one.name === name)
  // Without conditions: they ask about a record, and here are many.
  const asked = field && { ...field, required: false, requiredWhen: null, visibleWhen: null }
  const submit = async (values: Values): Promise<undefined> => {
    await bulk.run(() => provider.bulkUpdate(resource.plural, { ids, data: { [name]: values[name] }, allOrNothing }).then((answer) => answer.rows))
    return undefined
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <RecordContextProvider>
        <Form key={name} defaultValues={{ [name]: null }} onSubmit={submit} noValidate>
          <DialogTitle id={title}>{translate('coulisses.bulk.editTitle', { smart_count: ids.length })}</DialogTitle>
          <DialogContent>
            <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
              <TextField select size="small" label={translate('coulisses.bulk.field')} value={name} onChange={(event) => { setName(event.target.value) }}>
                {fields.map((one) => <MenuItem key={one.name} value={one.name}>{one.label}</MenuItem>)}
              </TextField>
              {asked ? <FormField field={asked} prefix="" mode="update" /> : null}
              <FormControlLabel control={<Checkbox checked={allOrNothing} onChange={(event) => { setAllOrNothing(event.target.checked) }} />} label={translate('coulisses.bulk.allOrNothing')} />
            </Box>
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={onClose}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={!field || bulk.busy}>{translate('ra.action.save')}</Button>
          </DialogActions>
        </Form>
      </RecordContextProvider>
    </Dialog>
  )
}
