import { no, ok, plain, type FieldKind, type FieldOptions, type Parsed } from './kind.ts'

export interface TextOptions extends FieldOptions {
  /** Characters; 200 unless said. */
  readonly max?: number
  readonly min?: number
  /** The whole value must match; says why in `patternHelp`. */
  readonly pattern?: RegExp
  readonly patternHelp?: { readonly fr: string; readonly en: string }
  /** Kept to the last space: what is known by the hash of its text. */
  readonly verbatim?: true
  /** Holds the name of an entity: the back office offers them by their labels. */
  readonly entity?: true
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
const CONTROL_OR_BREAK = /[\u0000-\u001f\u007f\u2028\u2029]/

/** Refuses what PostgreSQL cannot hold or would silently change: NUL, lone surrogates, control characters. */
export function cleanText(value: unknown, max: number, lines: boolean): Parsed {
  if (typeof value !== 'string') return no('notText', { fr: 'Un texte est attendu.', en: 'A text is expected.' })
  if (!value.isWellFormed()) return no('malformed', { fr: 'Ce texte contient des caractères invalides.', en: 'This text contains invalid characters.' })
  if ((lines ? CONTROL : CONTROL_OR_BREAK).test(value)) {
    return no('controlCharacter', { fr: 'Ce texte contient des caractères de contrôle ou des retours à la ligne interdits.', en: 'This text contains control characters or line breaks that are not allowed.' })
  }
  if ([...value].length > max) return no('tooLong', { fr: 'Au plus {max} caractères.', en: 'At most {max} characters.' }, { max })
  return ok(value)
}

export function parseText(raw: unknown, options: TextOptions, standardMax: number, lines: boolean): Parsed {
  const parsed = cleanText(typeof raw === 'string' && !options.verbatim ? raw.trim() : raw, options.max ?? standardMax, lines)
  if (!parsed.ok) return parsed
  const value = String(parsed.values[''])
  if (value === '') return ok(null)
  if (options.min !== undefined && value.length < options.min) {
    return no('tooShort', { fr: 'Au moins {min} caractères.', en: 'At least {min} characters.' }, { min: options.min })
  }
  if (options.pattern && !options.pattern.test(value)) {
    return no('pattern', options.patternHelp ?? { fr: 'Ce texte n’a pas la forme attendue.', en: 'This text does not have the expected form.' })
  }
  return ok(value)
}

export const textFaults = (options: TextOptions): readonly string[] => [
  ...(options.max !== undefined && (!Number.isInteger(options.max) || options.max < 1) ? ['`max` must be a whole number of characters above 0'] : []),
  ...(options.pattern && !options.patternHelp ? ['a `pattern` needs `patternHelp: { fr, en }` that tells people what to write'] : []),
  ...(options.pattern && (!options.pattern.source.startsWith('^') || !options.pattern.source.endsWith('$')) ? ['a `pattern` must match the whole value: write `/^…$/`'] : []),
]

/** One line of text. */
export const text: FieldKind<TextOptions> = {
  name: 'text',
  graphql: 'String',
  filter: 'text',
  sort: 'folded',
  columns: (field) => [{ part: '', type: `varchar(${field.options.max ?? 200})` }],
  parse: (value, field) => parseText(value, field.options, 200, false),
  parseOperand: (value) => cleanText(value, 1_000, false),
  select: plain,
  faults: textFaults,
}
