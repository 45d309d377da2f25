import { no, ok, plain, type FieldKind, type FieldOptions, type Parsed } from './kind.ts'

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isId = (value: unknown): value is string => typeof value === 'string' && FORM.test(value)

export interface IdOptions extends FieldOptions {
  /** Several in one column, in no order. */
  readonly many?: boolean
}

const MAX_IDS = 1_000

const parseOne = (value: unknown): Parsed =>
  (isId(value) ? ok(value.toLowerCase()) : no('notId', { fr: 'Identifiant mal formé.', en: 'Malformed id.' }))

/** A UUID; those that the house gives are of version 7, so that they sort by the time they were given. */
export const id: FieldKind<IdOptions> = {
  name: 'id',
  graphql: 'ID',
  filter: 'exact',
  sort: 'plain',
  many: (field) => field.options.many === true,
  columns: (field) => [{ part: '', type: field.options.many ? 'uuid[]' : 'uuid' }],
  parse: (value, field) => {
    if (!field.options.many) return parseOne(value)
    if (!Array.isArray(value) || value.length > MAX_IDS) return no('tooMany', { fr: 'Une liste de {max} identifiants au plus est attendue.', en: 'A list of at most {max} ids is expected.' }, { max: MAX_IDS })
    return value.map(parseOne).find((one) => !one.ok) ?? ok([...new Set(value.map((one) => String(one).toLowerCase()))])
  },
  parseOperand: parseOne,
  select: plain,
}
