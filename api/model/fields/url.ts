import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'
import { cleanText } from './text.ts'

/** An http or https address. */
export const url: FieldKind<FieldOptions> = {
  name: 'url',
  graphql: 'String',
  filter: 'text',
  sort: 'plain',
  columns: single('varchar(2000)'),
  parse: (value) => {
    const given = typeof value === 'string' ? value.trim() : value
    if (given === '') return ok(null)
    const parsed = cleanText(given, 2_000, false)
    if (!parsed.ok) return parsed
    const found = URL.canParse(String(given)) ? new URL(String(given)) : undefined
    const sound = found && ['http:', 'https:'].includes(found.protocol) && found.hostname !== '' && found.username === ''
    return sound ? ok(given) : no('notUrl', { fr: 'Une adresse commençant par http:// ou https:// est attendue.', en: 'An address that starts with http:// or https:// is expected.' })
  },
  parseOperand: (value) => cleanText(value, 2_000, false),
  select: plain,
}
