import { no, plain, single, type FieldKind } from './kind.ts'
import { withinLimits, type NumberOptions } from './integer.ts'

/** A share of a hundred, with two decimals: 0 to 100 unless the limits say otherwise. */
export const percentage: FieldKind<NumberOptions> = {
  name: 'percentage',
  graphql: 'Float',
  filter: 'ordered',
  sort: 'plain',
  columns: single('numeric(7, 2)'),
  parse: (value, field) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return no('notNumber', { fr: 'Un pourcentage est attendu.', en: 'A percentage is expected.' })
    return withinLimits(Math.round(value * 100) / 100, { min: 0, max: 100, ...field.options })
  },
  select: plain,
}
