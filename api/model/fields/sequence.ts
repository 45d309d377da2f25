import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

export interface SequenceOptions extends FieldOptions {
  /** First number; 1 unless said. */
  readonly start?: number
}

/** A short number that people see, given by the database in order, never reused. Never an input. */
export const sequence: FieldKind<SequenceOptions> = {
  name: 'sequence',
  graphql: 'SafeInt',
  filter: 'ordered',
  sort: 'plain',
  columns: single('integer'),
  parse: (value) => (Number.isSafeInteger(value) ? ok(value) : no('notInteger', { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' })),
  select: plain,
  numbered: true,
}
