import Add from '@mui/icons-material/Add'
import Close from '@mui/icons-material/Close'
import SwapHoriz from '@mui/icons-material/SwapHoriz'
import { Box, Button, FormHelperText, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { isObject, isRef, type AdminResource } from '../../data/meta.ts'
import type { InputProps } from '../kind.ts'
import { NestedFields } from '../../resource/form/nestedFields.tsx'
import { initialValues } from '../../resource/form/initialValues.ts'
import { Picker } from './picker.tsx'
import { RecordLink } from './recordLink.tsx'
import { useField } from './useField.ts'

/**
 * A record that is written together with the one around it: what it holds stands in the same form,
 * and its faults beside its fields.
 */
export function OwnedRecord({ target, ...props }: InputProps & { readonly target: AdminResource }) {
  const { field, source, disabled = false } = props
  const translate = useTranslate()
  const state = useField(props)
  const { setValue } = useFormContext()
  const [picking, setPicking] = useState(false)
  const value = isObject(state.value) ? state.value : undefined
  const existing = isRef(value) ? value : undefined
  const put = (next: unknown): void => { setValue(source, next, { shouldDirty: true, shouldValidate: false }); setPicking(false) }
  const create = target.operations.create ? () => { put(initialValues(target)) } : undefined

  return (
    <Box component="fieldset" className="owned" sx={{ m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ px: 0.75 }}>
        {field.label}{props.required ? ' *' : ''}{existing ? <> · <RecordLink target={target.name} record={existing} /></> : null}
      </Typography>
      {value && !picking
        ? <NestedFields key={existing?.id ?? 'new'} resource={target} mode={existing ? 'update' : 'create'} source={source} disabled={disabled} />
        : <Chooser target={target} label={field.label} error={state.error} disabled={disabled} onPick={put} onCreate={create} onBlur={state.onBlur} />}
      {value && state.ownError ? <FormHelperText error>{state.ownError}</FormHelperText> : null}
      {field.help && !value ? <FormHelperText>{field.help}</FormHelperText> : null}
      {disabled || !value ? null : (
        <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
          <Button size="small" startIcon={<SwapHoriz />} onClick={() => { setPicking(!picking) }}>{translate(picking ? 'ra.action.cancel' : 'coulisses.relation.other')}</Button>
          {props.required ? null : <Button size="small" color="inherit" startIcon={<Close />} onClick={() => { put(null) }}>{translate(existing ? 'coulisses.relation.unlink' : 'coulisses.relation.drop')}</Button>}
        </Stack>
      )}
    </Box>
  )
}

interface ChooserProps {
  readonly target: AdminResource
  readonly label: string
  readonly error: string | undefined
  readonly disabled: boolean
  readonly onPick: (value: unknown) => void
  readonly onCreate: (() => void) | undefined
  readonly onBlur: () => void
}

function Chooser({ target, label, error, disabled, onPick, onCreate, onBlur }: ChooserProps) {
  const translate = useTranslate()
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} alignItems={{ sm: 'center' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Picker target={target} label={translate('coulisses.relation.existing', { name: label })} value={null} disabled={disabled} error={error} onChange={onPick} onBlur={onBlur} />
      </Box>
      {onCreate ? <Button startIcon={<Add />} disabled={disabled} onClick={onCreate}>{translate('coulisses.relation.create', { name: target.label })}</Button> : null}
    </Stack>
  )
}
