import { Autocomplete } from '@mui/material'
import { useLocale } from 'ra-core'
import { useMemo } from 'react'
import type { DisplayProps, FilterProps, InputProps } from '../kind.ts'
import { ComboBox } from './combo.tsx'
import { OptionsFilter, type Option } from './filters.tsx'
import { namesOf } from './format.ts'
import { useField } from './useField.ts'

export type CodeType = 'region' | 'language' | 'currency'

function nameOf(code: string, type: CodeType, locale: string): string {
  try {
    return namesOf(locale, type).of(code) ?? code
  } catch {
    return code
  }
}

/** Codes with their names in the language of the reader, by name. */
export function useCodes(codes: () => readonly string[], type: CodeType): readonly Option[] {
  const locale = useLocale()
  return useMemo(() => {
    const options = codes().map((value) => ({ value, label: nameOf(value, type, locale) }))
    return options.sort((one, other) => one.label.localeCompare(other.label, locale))
  }, [codes, type, locale])
}

export function CodeDisplay({ value, type }: DisplayProps & { readonly type: CodeType }) {
  const locale = useLocale()
  return typeof value === 'string' ? <>{nameOf(value, type, locale)}</> : null
}

export function CodeInput({ codes, type, ...props }: InputProps & { readonly codes: () => readonly string[]; readonly type: CodeType }) {
  const state = useField(props)
  const options = useCodes(codes, type)
  const known = options.find((option) => option.value === state.value)
  const value = known ?? (typeof state.value === 'string' ? { value: state.value, label: state.value } : null)
  return (
    <Autocomplete
      id={state.id} size="small" options={known || value === null ? options : [...options, value]} value={value} disabled={props.disabled === true} autoHighlight
      getOptionLabel={(option) => `${option.label} (${option.value})`} isOptionEqualToValue={(one, other) => one.value === other.value}
      onBlur={state.onBlur} onChange={(_event, next) => { state.onChange(next?.value ?? null) }}
      renderInput={(params) => <ComboBox params={params} label={props.field.label} required={state.required} error={state.error} help={props.field.help} inputRef={state.ref} />}
    />
  )
}

export function CodeFilter({ codes, type, ...props }: FilterProps & { readonly codes: () => readonly string[]; readonly type: CodeType }) {
  return <OptionsFilter {...props} options={useCodes(codes, type)} />
}
