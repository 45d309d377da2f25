import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

export const boolean: FieldKind<FieldOptions> = {
  name: 'boolean',
  graphql: 'Boolean',
  filter: 'boolean',
  sort: 'plain',
  columns: single('boolean'),
  parse: (value) => (typeof value === 'boolean' ? ok(value) : no('notBoolean', { fr: 'Oui ou non est attendu.', en: 'Yes or no is expected.' })),
  select: plain,
}
