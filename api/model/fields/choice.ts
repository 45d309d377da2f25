import type { Access } from '../access.ts'
import type { Labels } from '../labels.ts'
import { no, ok, plain, type FieldKind, type FieldOptions, type Parsed } from './kind.ts'

/** A change of state that people ask for by name: `publish` gives the mutation `publishCastingOffer`. */
export interface Move {
  readonly label: Labels
  readonly from: readonly string[]
  readonly to: string
  /** Who may; those who may change the field unless said. */
  readonly access?: Access
  /** Asked before it is done. */
  readonly confirm?: Labels
}

export interface ChoiceOptions extends FieldOptions {
  /** Values in the order in which they are shown. Upper case, as in the API. */
  readonly values: Readonly<Record<string, Labels>>
  /** Several values at once, in one column. */
  readonly many?: boolean
  /** State of a new row. Makes the field a state machine: inputs do not write it, moves do. */
  readonly initial?: string
  readonly moves?: Readonly<Record<string, Move>>
}

const unknownValue = (values: readonly string[]): Parsed =>
  no('unknownChoice', { fr: 'Valeur inconnue : choisissez parmi {choices}.', en: 'Unknown value: choose among {choices}.' }, { choices: values.join(', ') })

const parseOne = (value: unknown, values: readonly string[]): Parsed =>
  typeof value === 'string' && values.includes(value) ? ok(value) : unknownValue(values)

/** One value, or several, of a closed list; with `initial` and `moves` a state machine. */
export const choice: FieldKind<ChoiceOptions> = {
  name: 'choice',
  graphql: 'enum',
  filter: 'exact',
  sort: 'plain',
  many: (field) => field.options.many === true,
  columns: (field) => [{ part: '', type: field.options.many ? 'text[]' : 'varchar(40)' }],
  parse: (value, field) => {
    const values = Object.keys(field.options.values)
    if (!field.options.many) return parseOne(value, values)
    if (!Array.isArray(value) || value.length > values.length) return unknownValue(values)
    const wrong = value.find((one) => !parseOne(one, values).ok)
    return wrong === undefined ? ok([...new Set(value)]) : unknownValue(values)
  },
  parseOperand: (value, field) => parseOne(value, Object.keys(field.options.values)),
  select: plain,
  faults: (options) => [
    ...Object.keys(options.values).filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value)).map((value) => `value \`${value}\` must be written in upper case, like \`DRAFT\``),
    ...(options.initial !== undefined && !(options.initial in options.values) ? [`initial state \`${options.initial}\` is not among its values`] : []),
    ...Object.entries(options.moves ?? {}).flatMap(([name, move]) => [...move.from, move.to].filter((state) => !(state in options.values)).map((state) => `move \`${name}\` names the unknown state \`${state}\``)),
    ...(options.moves && options.initial === undefined ? ['a field with `moves` needs an `initial` state'] : []),
  ],
}
