import { CircularProgress, TextField, type AutocompleteRenderInputParams, type TextFieldProps } from '@mui/material'
import type { ReactNode } from 'react'

interface Props {
  readonly params: AutocompleteRenderInputParams
  readonly label?: string
  /** For a box without a visible label. */
  readonly name?: string
  readonly required?: boolean
  readonly error?: string | undefined
  readonly help?: ReactNode
  readonly inputRef?: ((element: unknown) => void) | undefined
  readonly pending?: boolean
}

/** The text box of an Autocomplete. */
export function ComboBox({ params, label, name, required = false, error, help, inputRef, pending = false }: Props) {
  // Autocomplete hands over what its TextField takes; the two types differ only in `undefined` under exactOptionalPropertyTypes.
  const given = params as unknown as TextFieldProps
  return (
    <TextField
      {...given} size="small" label={label} required={required} error={error !== undefined} helperText={error ?? help ?? undefined} inputRef={inputRef ?? null}
      inputProps={{ ...params.inputProps, ...(name ? { 'aria-label': name } : {}) }}
      InputProps={{ ...params.InputProps, endAdornment: <>{pending ? <CircularProgress size={16} color="inherit" /> : null}{params.InputProps.endAdornment}</> }}
    />
  )
}
