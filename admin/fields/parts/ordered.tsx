import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Close from '@mui/icons-material/Close'
import { Box, FormHelperText, IconButton, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { isRef, type AdminResource, type Ref } from '../../data/meta.ts'
import type { InputProps } from '../kind.ts'
import { labelOf, Picker } from './picker.tsx'
import { useCreation } from './pickerInput.tsx'
import { RecordLink } from './recordLink.tsx'
import { useField } from './useField.ts'

export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return list
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, item)
}

/** Linked records in an order of people's own: by buttons, so by keyboard and with a screen reader too. */
export function OrderedInput({ target, ...props }: InputProps & { readonly target: AdminResource }) {
  const translate = useTranslate()
  const state = useField(props)
  const value: readonly Ref[] = Array.isArray(state.value) ? state.value.filter(isRef) : []
  const [said, setSaid] = useState('')
  const add = (record: Ref | null): void => { if (record && !value.some((one) => one.id === record.id)) state.onChange([...value, record]) }
  const creation = useCreation(add)
  const move = (from: number, to: number): void => {
    const item = value[from]
    state.onChange(moved(value, from, to))
    if (item) setSaid(translate('coulisses.relation.movedTo', { name: labelOf(item), position: to + 1, total: value.length }))
  }
  return (
    <Box component="fieldset" className="owned" sx={{ m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ px: 0.75 }}>{props.field.label}{props.required ? ' *' : ''}</Typography>
      <Stack component="ol" sx={{ m: 0, pl: 3 }}>
        {value.map((record, index) => (
          <li key={record.id}>
            <Stack direction="row" alignItems="center" spacing={0.5}>
              <Box sx={{ flex: 1, minWidth: 0 }}><RecordLink target={target.name} record={record} /></Box>
              <Tool label={translate('coulisses.relation.up', { name: labelOf(record) })} disabled={props.disabled === true || index === 0} onClick={() => { move(index, index - 1) }}><ArrowUpward fontSize="small" /></Tool>
              <Tool label={translate('coulisses.relation.down', { name: labelOf(record) })} disabled={props.disabled === true || index === value.length - 1} onClick={() => { move(index, index + 1) }}><ArrowDownward fontSize="small" /></Tool>
              <Tool label={translate('coulisses.relation.remove', { name: labelOf(record) })} disabled={props.disabled === true} onClick={() => { state.onChange(value.filter((one) => one.id !== record.id)) }}><Close fontSize="small" /></Tool>
            </Stack>
          </li>
        ))}
      </Stack>
      <Picker target={target} label={translate('coulisses.relation.add')} value={null} onChange={add} disabled={props.disabled === true} onCreate={creation.ask} />
      {creation.dialog}
      <Box role="status" sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }} style={{ width: 1, height: 1 }}>{said}</Box>
      {state.error ?? props.field.help ? <FormHelperText error={state.error !== undefined}>{state.error ?? props.field.help}</FormHelperText> : null}
    </Box>
  )
}

function Tool({ label, disabled, onClick, children }: { readonly label: string; readonly disabled: boolean; readonly onClick: () => void; readonly children: React.ReactNode }) {
  return <IconButton size="small" aria-label={label} title={label} disabled={disabled} onClick={onClick}>{children}</IconButton>
}
