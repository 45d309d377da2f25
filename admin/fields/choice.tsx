import { Autocomplete, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ComboBox } from './parts/combo.tsx'
import { OptionsFilter } from './parts/filters.tsx'
import { StateChips } from './parts/stateChip.tsx'
import { useField } from './parts/useField.ts'
import type { FilterProps, InputProps, KindUI } from './kind.ts'

function One(props: InputProps) {
  const translate = useTranslate()
  const state = useField(props)
  const choices = props.field.choices ?? []
  const value = typeof state.value === 'string' ? state.value : ''
  return (
    <TextField
      select id={state.id} name={state.name} label={props.field.label} size="small" fullWidth value={value} required={state.required} disabled={props.disabled === true} inputRef={state.ref}
      error={state.error !== undefined} helperText={state.error ?? props.field.help ?? undefined} onBlur={state.onBlur} onChange={(event) => { state.onChange(event.target.value || null) }}
    >
      {props.required ? null : <MenuItem value=""><em>{translate('coulisses.form.none')}</em></MenuItem>}
      {choices.map((choice) => <MenuItem key={choice.value} value={choice.value}>{choice.label}</MenuItem>)}
    </TextField>
  )
}

function Many(props: InputProps) {
  const state = useField(props)
  const choices = props.field.choices ?? []
  const chosen = choices.filter((choice) => Array.isArray(state.value) && state.value.includes(choice.value))
  return (
    <Autocomplete
      multiple id={state.id} size="small" options={choices} value={chosen} disabled={props.disabled === true} disableCloseOnSelect getOptionLabel={(choice) => choice.label} isOptionEqualToValue={(one, other) => one.value === other.value}
      onBlur={state.onBlur} onChange={(_event, next) => { state.onChange(next.map((choice) => choice.value)) }}
      renderInput={(params) => <ComboBox params={params} label={props.field.label} required={state.required} error={state.error} help={props.field.help} inputRef={state.ref} />}
    />
  )
}

const Input = (props: InputProps) => (props.field.many ? <Many {...props} /> : <One {...props} />)

const Filter = (props: FilterProps) => <OptionsFilter {...props} options={props.field.choices ?? []} operator={props.field.many ? 'hasAny' : 'in'} />

export const choice: KindUI = { kind: 'choice', Display: StateChips, Input, Filter }
