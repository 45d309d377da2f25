import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (value: unknown): value is string => typeof value === 'string' && FORM.test(value)

/** A UUID; those that the house gives are of version 7, so that they sort by the time they were given. */
export const id: FieldKind<FieldOptions> = {
  name: 'id',
  graphql: 'ID',
  filter: 'exact',
  sort: 'plain',
  columns: single('uuid'),
  parse: (value) => (isId(value) ? ok(value.toLowerCase()) : no('notId', { fr: 'Identifiant mal formé.', en: 'Malformed id.' })),
  select: plain,
}
