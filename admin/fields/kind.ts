import type { ComponentType } from 'react'
import type { AdminField } from '../data/meta.ts'

/**
 * The browser half of a field kind, in the file of the same name as its other half in the API.
 * Screens ask the kind; none of them knows a kind by name.
 */
export interface KindUI {
  readonly kind: string
  /** How a value is shown: on a page, or `dense` in a table, on a card, in the history. */
  readonly Display: ComponentType<DisplayProps>
  readonly Input: ComponentType<InputProps>
  /** Without one, a list cannot be filtered by it. */
  readonly Filter?: ComponentType<FilterProps>
  /** The value as inputs of the API take it; as it is unless said. */
  readonly toInput?: (value: unknown, field: AdminField) => unknown
  /** Numbers stand at the right of their column. */
  readonly align?: 'right'
  /** Takes the whole width of a form, or that of two fields. */
  readonly wide?: 'all' | 'two'
  /** Value of a new record where the declaration gives none. */
  readonly initial?: (field: AdminField) => unknown
}

export interface DisplayProps {
  readonly field: AdminField
  readonly value: unknown
  readonly dense?: boolean
}

export interface InputProps {
  readonly field: AdminField
  /** Path of the value in the form, which is that of its faults too: `organisation.name`. */
  readonly source: string
  readonly required: boolean
  readonly disabled?: boolean
}

export interface FilterProps {
  readonly field: AdminField
  readonly label: string
  /** Operators and operands, in the shape of the API: `{ contains: 'x' }`. */
  readonly value: Readonly<Record<string, unknown>>
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void
}
