import Check from '@mui/icons-material/Check'
import { FormControl, FormControlLabel, FormHelperText, Switch, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { BooleanFilter } from './parts/filters.tsx'
import { useField } from './parts/useField.ts'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

function Display({ value, dense }: DisplayProps) {
  const translate = useTranslate()
  if (typeof value !== 'boolean') return null
  const word = translate(value ? 'ra.boolean.true' : 'ra.boolean.false')
  // In a column of yes and no, only the yes is worth a sign; its word is for those who do not see it.
  if (dense) return value ? <Check fontSize="small" color="primary" titleAccess={word} /> : <Typography component="span" variant="body2" color="text.secondary" aria-label={word}>–</Typography>
  return <>{word}</>
}

function Input(props: InputProps) {
  const state = useField({ source: props.source, required: false })
  const hint = state.error ?? props.field.help
  return (
    <FormControl error={state.error !== undefined}>
      <FormControlLabel
        label={props.field.label} disabled={props.disabled === true}
        control={<Switch id={state.id} checked={state.value === true} onChange={(event) => { state.onChange(event.target.checked) }} onBlur={state.onBlur} slotProps={{ input: { ref: state.ref, ...(hint ? { 'aria-describedby': `${state.id}-hint` } : {}) } }} />}
      />
      {hint ? <FormHelperText id={`${state.id}-hint`}>{hint}</FormHelperText> : null}
    </FormControl>
  )
}

export const boolean: KindUI = {
  kind: 'boolean', Display, Input, Filter: BooleanFilter,
  // A switch that stands at "no" means no: a required one is not left without a value.
  initial: (field) => (field.required ? false : undefined),
}
