import { integer, type NumberOptions } from './integer.ts'
import { single, type FieldKind } from './kind.ts'

/** A length of time in minutes. */
export const duration: FieldKind<NumberOptions> = {
  ...integer,
  name: 'duration',
  columns: single('integer'),
  parse: (value, field) => integer.parse(value, { name: field.name, options: { min: 0, ...field.options } }),
}
