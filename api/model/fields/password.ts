import { no, ok, type FieldKind } from './kind.ts'
import { textFaults, type TextOptions } from './text.ts'

/**
 * A new password: taken as it is typed, never trimmed, never stored. It has no column; what is kept
 * of it is a hash, which the module that owns the entity makes.
 */
export const password: FieldKind<TextOptions> = {
  name: 'password',
  graphql: 'String',
  filter: 'none',
  sort: 'none',
  columns: () => [],
  parse: (value, field) => {
    if (typeof value !== 'string' || !value.isWellFormed() || value.includes('\0')) return no('notText', { fr: 'Un texte est attendu.', en: 'A text is expected.' })
    const { min = 12, max = 128 } = field.options
    const length = [...value].length
    if (length < min) return no('tooShort', { fr: 'Au moins {min} caractères.', en: 'At least {min} characters.' }, { min })
    return length > max ? no('tooLong', { fr: 'Au plus {max} caractères.', en: 'At most {max} characters.' }, { max }) : ok(value)
  },
  select: () => 'null',
  faults: textFaults,
}
