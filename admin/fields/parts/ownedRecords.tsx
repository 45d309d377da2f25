import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/Delete'
import { Box, Button, FormHelperText, IconButton, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useFieldArray, useFormState } from 'react-hook-form'
import get from 'lodash/get.js'
import { isRef, type AdminResource } from '../../data/meta.ts'
import { initialValues } from '../../resource/form/initialValues.ts'
import { NestedFields } from '../../resource/form/nestedFields.tsx'
import type { InputProps } from '../kind.ts'
import { Picker } from './picker.tsx'
import { RecordLink } from './recordLink.tsx'

interface Props extends InputProps {
  readonly target: AdminResource
  /** The field of the other side that points here: it is implied. */
  readonly hidden?: string | undefined
}

/** Several records that are written together with the one around them: its addresses, its logins. */
export function OwnedRecords({ field, source, target, disabled = false, hidden }: Props) {
  const translate = useTranslate()
  const { fields, append, remove } = useFieldArray({ name: source, keyName: '_key' })
  const { errors } = useFormState({ name: source })
  const [picking, setPicking] = useState(false)
  const fault: unknown = get(errors, `${source}.message`) ?? get(errors, `${source}.root.message`)
  return (
    <Box component="fieldset" className="owned" sx={{ m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ px: 0.75 }}>{field.label}</Typography>
      <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {fields.map((record, index) => (
          <Box component="li" key={record._key} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', borderBottom: 1, borderColor: 'divider', pb: 2 }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              {isRef(record) ? <Typography variant="body2" sx={{ mb: 1.5 }}><RecordLink target={target.name} record={record} /></Typography> : null}
              <NestedFields item resource={target} mode={isRef(record) ? 'update' : 'create'} source={`${source}.${index}`} disabled={disabled} {...(hidden === undefined ? {} : { hidden })} />
            </Box>
            <IconButton size="small" disabled={disabled} aria-label={translate('coulisses.relation.removeNth', { name: field.label, number: index + 1 })} onClick={() => { remove(index) }}><Delete fontSize="small" /></IconButton>
          </Box>
        ))}
      </Stack>
      {typeof fault === 'string' ? <FormHelperText error>{fault}</FormHelperText> : null}
      {field.help ? <FormHelperText>{field.help}</FormHelperText> : null}
      {picking ? <Picker target={target} label={translate('coulisses.relation.existing', { name: target.label })} value={null} onChange={(record) => { if (record && !fields.some((one) => isRef(one) && one.id === record.id)) append(record); setPicking(false) }} /> : null}
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        <Button size="small" startIcon={<Add />} disabled={disabled} onClick={() => { append(initialValues(target, hidden)) }}>{translate('coulisses.relation.create', { name: target.label })}</Button>
        <Button size="small" color="inherit" disabled={disabled} onClick={() => { setPicking(!picking) }}>{translate(picking ? 'ra.action.cancel' : 'coulisses.relation.link')}</Button>
      </Stack>
    </Box>
  )
}
