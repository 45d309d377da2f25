import { useInput, useTranslate } from 'ra-core'
import { isObject } from '../../data/meta.ts'
import type { InputProps } from '../kind.ts'

export interface FieldState {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onBlur: () => void
  readonly name: string
  readonly ref: (element: unknown) => void
  readonly required: boolean
  /** A sentence of ours or of the server. */
  readonly error: string | undefined
  /** The same, without what is said about a field inside: that stands beside that field. */
  readonly ownError: string | undefined
}

const identity = (value: unknown): unknown => value

/** One value of the form, whatever its shape, with the fault that stands at its path. */
export function useField({ source, required }: Pick<InputProps, 'source' | 'required'>): FieldState {
  const translate = useTranslate()
  const validate = required ? (value: unknown) => (isBlank(value) ? 'ra.validation.required' : undefined) : undefined
  const { id, field, fieldState } = useInput({ source, format: identity, parse: identity, ...(validate ? { validate } : {}) })
  const message = firstMessage(fieldState.error)
  const say = (sentence: string | undefined): string | undefined => (sentence === undefined ? undefined : translate(decoded(sentence), { _: decoded(sentence) }))
  return {
    id, value: field.value, onChange: field.onChange, onBlur: () => { field.onBlur() }, name: field.name, ref: field.ref, required,
    error: say(message), ownError: say(fieldState.error?.message),
  }
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** react-admin writes a validator's answer as JSON behind a mark. */
function decoded(message: string): string {
  const mark = '@@react-admin@@'
  if (!message.startsWith(mark)) return message
  const read: unknown = JSON.parse(message.slice(mark.length))
  return typeof read === 'string' ? read : isObject(read) ? String(read['message']) : message
}

/** A fault may stand deeper than the field that shows it: `fee.currency` under `fee`. */
export function firstMessage(error: unknown): string | undefined {
  if (!isObject(error)) return undefined
  if (typeof error['message'] === 'string' && error['message'] !== '') return error['message']
  for (const [key, inner] of Object.entries(error)) {
    const found = key === 'ref' ? undefined : firstMessage(inner)
    if (found !== undefined) return found
  }
  return undefined
}
