import { no, ok, type FieldKind } from './kind.ts'
import { limitFaults, withinLimits, type NumberOptions } from './integer.ts'

export interface DecimalOptions extends NumberOptions {
  /** Digits in all, and those after the point. */
  readonly precision: number
  readonly scale: number
}

const FORM = /^-?\d{1,30}(\.\d{1,20})?$/
const bad = () => no('notDecimal', { fr: 'Un nombre est attendu, par exemple 12.50.', en: 'A number is expected, for example 12.50.' })

/** As PostgreSQL writes it, so that equal numbers are equal texts: `12.5` in two decimals is `12.50`. */
function asStored(given: string, scale: number): string {
  const [whole = '', fraction = ''] = given.replace('-', '').split('.')
  const number = [whole.replace(/^0+(?=\d)/, ''), fraction.padEnd(scale, '0')].filter(Boolean).join('.')
  return given.startsWith('-') && /[1-9]/.test(number) ? `-${number}` : number
}

/** An exact number, given and answered as a text (`"12.50"`) so that no digit is lost on the way. */
export const decimal: FieldKind<DecimalOptions> = {
  name: 'decimal',
  graphql: 'Decimal',
  filter: 'ordered',
  sort: 'plain',
  columns: (field) => [{ part: '', type: `numeric(${field.options.precision}, ${field.options.scale})` }],
  parse: (value, field) => {
    const given = typeof value === 'number' ? String(value) : value
    if (typeof given !== 'string' || !FORM.test(given)) return bad()
    const { precision, scale } = field.options
    const [whole = '', fraction = ''] = given.replace('-', '').split('.')
    if (fraction.length > scale || whole.replace(/^0+/, '').length > precision - scale) {
      return no('tooPrecise', { fr: 'Au plus {whole} chiffres avant la virgule et {scale} après.', en: 'At most {whole} digits before the point and {scale} after.' }, { whole: precision - scale, scale })
    }
    const limits = withinLimits(Number(given), field.options)
    return limits.ok ? ok(asStored(given, scale)) : limits
  },
  parseOperand: (value) => (FORM.test(String(value)) ? ok(String(value)) : bad()),
  select: (column) => `${column('')}::text`,
  faults: (options) => [
    ...limitFaults(options),
    ...(options.scale > options.precision ? ['`scale` must not exceed `precision`'] : []),
  ],
}
