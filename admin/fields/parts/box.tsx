import { InputAdornment, TextField, type TextFieldProps } from '@mui/material'
import { useEffect, useState, type ReactNode } from 'react'
import type { InputProps } from '../kind.ts'
import { useField, type FieldState } from './useField.ts'

export interface BoxProps extends InputProps {
  /** Value → text of the box. */
  readonly write?: (value: unknown) => string
  /** Text → value; what cannot be read stays a text, so that the server says what is wrong with it. */
  readonly read?: (text: string) => unknown
  readonly type?: string
  readonly inputMode?: 'decimal' | 'numeric' | 'email' | 'tel' | 'url'
  readonly multiline?: boolean
  readonly unit?: ReactNode
  readonly html?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly more?: Partial<TextFieldProps>
}

const plainWrite = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const plainRead = (text: string): unknown => (text === '' ? null : text)

/** A box of text for one value of the form. */
export function Box(props: BoxProps) {
  const state = useField(props)
  return <BoxOf state={state} {...props} />
}

/** The same for a state that somebody else holds: one box of several for one value. */
export function BoxOf({ state, field, write = plainWrite, read = plainRead, type = 'text', inputMode, multiline = false, unit, html, disabled = false, more }: BoxProps & { readonly state: FieldState }) {
  const [text, setText] = useTyped(state.value, write, read)
  const max = field.limits?.max
  return (
    <TextField
      id={state.id} name={state.name} label={field.label} type={type} size="small" fullWidth multiline={multiline} value={text} required={state.required} disabled={disabled}
      error={state.error !== undefined} helperText={state.error ?? field.help ?? undefined} inputRef={state.ref} onBlur={state.onBlur}
      onChange={(event) => { setText(event.target.value); state.onChange(read(event.target.value)) }}
      {...(multiline ? { minRows: 3, maxRows: 16 } : {})}
      slotProps={{
        htmlInput: { ...(inputMode ? { inputMode } : {}), ...(max !== undefined && write === plainWrite && type === 'text' ? { maxLength: max } : {}), ...html },
        ...(type.startsWith('date') ? { inputLabel: { shrink: true } } : {}),
        ...(unit ? { input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } } : {}),
      }}
      {...more}
    />
  )
}

/**
 * The text as it is being typed: "12," is on the way to 12.5 and must not be rewritten meanwhile.
 * It follows the value only when that changes to something else than what was typed.
 */
function useTyped(value: unknown, write: (value: unknown) => string, read: (text: string) => unknown): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => write(value))
  useEffect(() => {
    setText((typed) => (JSON.stringify(read(typed) ?? null) === JSON.stringify(value ?? null) ? typed : write(value)))
    // The two functions are made anew with every rendering; only the value counts.
  }, [JSON.stringify(value ?? null)])
  return [text, setText]
}
