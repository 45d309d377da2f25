import { Autocomplete } from '@mui/material'
import { useMemo } from 'react'
import { useMeta } from '../../app/meta.tsx'
import type { InputProps } from '../kind.ts'
import { ComboBox } from './combo.tsx'
import { Lines } from './lines.tsx'
import { useField } from './useField.ts'

/** The name of an entity, as people call it: one that the reader does not know stays as it is. */
export function EntityName({ value, dense = false }: { readonly value: unknown; readonly dense?: boolean }) {
  const resource = useMeta().resource(typeof value === 'string' ? value : undefined)
  return <Lines value={resource?.label ?? value} dense={dense} />
}

/** Chosen among those that there are: nobody types the name of a type. */
export function EntityNameInput(props: InputProps) {
  const state = useField(props)
  const { meta } = useMeta()
  const options = useMemo(() => meta.resources.map(({ name, label }) => ({ value: name, label })).sort((one, other) => one.label.localeCompare(other.label, meta.locale)), [meta])
  const value = options.find((option) => option.value === state.value) ?? (typeof state.value === 'string' && state.value !== '' ? { value: state.value, label: state.value } : null)
  return (
    <Autocomplete
      id={state.id} size="small" options={options} value={value} disabled={props.disabled === true} autoHighlight getOptionLabel={({ label }) => label} getOptionKey={(option) => option.value} isOptionEqualToValue={(one, other) => one.value === other.value}
      onBlur={state.onBlur} onChange={(_event, next) => { state.onChange(next?.value ?? null) }}
      renderInput={(params) => <ComboBox params={params} label={props.field.label} required={state.required} error={state.error} help={props.field.help} inputRef={state.ref} />}
    />
  )
}
