import { no, ok, plain, type FieldKind, type FieldOptions, type Parsed } from './kind.ts'

export interface NumberOptions extends FieldOptions {
  readonly min?: number
  readonly max?: number
}

export interface IntegerOptions extends NumberOptions {
  /** For what may exceed two thousand million: sizes in bytes. */
  readonly big?: boolean
}

export function withinLimits(value: number, options: NumberOptions): Parsed {
  if (options.min !== undefined && value < options.min) return no('tooSmall', { fr: 'Au moins {min}.', en: 'At least {min}.' }, { min: options.min })
  if (options.max !== undefined && value > options.max) return no('tooLarge', { fr: 'Au plus {max}.', en: 'At most {max}.' }, { max: options.max })
  return ok(value)
}

export const limitFaults = (options: NumberOptions): readonly string[] =>
  options.min !== undefined && options.max !== undefined && options.min > options.max ? ['`min` must not exceed `max`'] : []

/** A whole number. */
export const integer: FieldKind<IntegerOptions> = {
  name: 'integer',
  graphql: 'SafeInt',
  filter: 'ordered',
  sort: 'plain',
  columns: (field) => [{ part: '', type: field.options.big ? 'bigint' : 'integer' }],
  parse: (value, field) => {
    const limit = field.options.big ? Number.MAX_SAFE_INTEGER : 2_147_483_647
    if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > limit) {
      return no('notInteger', { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' })
    }
    return withinLimits(value, field.options)
  },
  parseOperand: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) ? ok(value) : no('notInteger', { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' }),
  select: plain,
  faults: limitFaults,
}
