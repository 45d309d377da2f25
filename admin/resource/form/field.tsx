import { useWatch } from 'react-hook-form'
import { Box } from '@mui/material'
import type { AdminField } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { isRequired, isVisible, namesAskedBy, type Mode } from './formFields.ts'

interface Props {
  readonly field: AdminField
  /** Path of the record in the form, empty for the form's own. */
  readonly prefix: string
  readonly mode: Mode
  readonly disabled?: boolean
  /** Inside another record, a relation that must be there may be given by the one around it: the server decides. */
  readonly nested?: boolean
}

/** One field of a form, by its kind; shown and required as its conditions say. */
export function FormField(props: Props) {
  const names = namesAskedBy(props.field)
  return names.length === 0 ? <Plain {...props} values={{}} /> : <Conditional {...props} names={names} />
}

function Conditional({ names, ...props }: Props & { readonly names: readonly string[] }) {
  const watched: readonly unknown[] = useWatch({ name: names.map((name) => `${props.prefix}${name}`) })
  const values = Object.fromEntries(names.flatMap((name, index) => (watched[index] === undefined ? [] : [[name, watched[index]] as const])))
  return isVisible(props.field, values) ? <Plain {...props} values={values} /> : null
}

function Plain({ field, prefix, nested = false, disabled = false, values }: Props & { readonly values: Readonly<Record<string, unknown>> }) {
  const { Input, wide } = kindOf(field)
  const required = isRequired(field, values) && !(nested && field.relation !== null)
  const all = wide === 'all' || field.relation?.owned === true
  // What may be long is given room: a title is read as it is written.
  const two = wide === 'two' || (field.kind === 'text' && (field.limits?.max ?? 200) >= 120)
  return (
    <Box sx={{ minWidth: 0, ...(all ? { gridColumn: '1 / -1' } : two ? { gridColumn: { md: 'span 2' } } : {}) }}>
      <Input field={field} source={`${prefix}${field.name}`} required={required} disabled={disabled} />
    </Box>
  )
}

/** Columns as wide as a field needs, as many as there is room for. */
export const grid = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))', alignItems: 'start' } as const
