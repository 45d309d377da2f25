import { date } from './date.ts'
import { single, type FieldKind } from './kind.ts'
import { parseText, type TextOptions } from './text.ts'

export interface EncryptedOptions extends TextOptions {
  /** A day of the calendar: `1984-05-31`. */
  readonly day?: true
}

/**
 * A text that the database never sees in clear. The write engine encrypts it for the keys of the
 * house (age, X25519) after it was checked, the reader with the right and the key gets it back;
 * it can be neither filtered, sorted nor searched.
 */
export const encrypted: FieldKind<EncryptedOptions> = {
  name: 'encrypted',
  graphql: 'String',
  filter: 'presence',
  sort: 'none',
  columns: single('text'),
  parse: (value, field) => (field.options.day ? date.parse(value, field) : parseText(value, field.options, 20_000, true)),
  select: (column) => column(''),
  reveal: true,
}
