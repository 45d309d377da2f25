import { single, type FieldKind } from './kind.ts'
import { parseText, type TextOptions } from './text.ts'

/**
 * A text that the database never sees in clear. The write engine encrypts it for the keys of the
 * house (age, X25519) after it was checked, the reader with the right and the key gets it back;
 * it can be neither filtered, sorted nor searched.
 */
export const encrypted: FieldKind<TextOptions> = {
  name: 'encrypted',
  graphql: 'String',
  filter: 'presence',
  sort: 'none',
  columns: single('text'),
  parse: (value, field) => parseText(value, field.options, 20_000, true),
  select: (column) => column(''),
  reveal: true,
}
