import { plain, single, type FieldKind } from './kind.ts'
import { cleanText, parseText, textFaults, type TextOptions } from './text.ts'

/** Several lines of plain text, 20,000 characters unless `max` says otherwise. */
export const longText: FieldKind<TextOptions> = {
  name: 'longText',
  graphql: 'String',
  filter: 'text',
  sort: 'none',
  columns: single('text'),
  parse: (value, field) => parseText(value, field.options, 20_000, true),
  parseOperand: (value) => cleanText(value, 1_000, true),
  select: plain,
  faults: textFaults,
}
