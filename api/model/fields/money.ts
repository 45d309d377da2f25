import { no, ok, type FieldKind } from './kind.ts'
import { isCurrency, unusualDecimals } from './currency.ts'
import { withinLimits, type NumberOptions } from './integer.ts'

const bad = () => no('notMoney', { fr: 'Un montant en centimes et une devise sont attendus.', en: 'An amount in minor units and a currency are expected.' })

/**
 * An amount in the minor units of its currency (`{ amount: 1250, currency: "EUR" }` is 12.50 €; the
 * yen has none: ISO 4217 gives the exponent). Compared and sorted by the amount.
 */
export const money: FieldKind<NumberOptions> = {
  name: 'money',
  graphql: 'Money',
  graphqlInput: 'MoneyInput',
  graphqlOperand: 'SafeInt',
  filter: 'ordered',
  sort: 'plain',
  columns: () => [{ part: '', type: 'bigint' }, { part: 'currency', type: 'char(3)' }],
  parse: (value, field) => {
    if (typeof value !== 'object' || value === null || !('amount' in value)) return bad()
    const currency = 'currency' in value && value.currency != null ? value.currency : 'EUR'
    if (!Number.isSafeInteger(value.amount) || !isCurrency(currency)) return bad()
    const limits = withinLimits(Number(value.amount), field.options)
    return limits.ok ? ok(value.amount, { currency }) : limits
  },
  compose: (parts) => ({ amount: parts[''], currency: parts['currency'] }),
  parseOperand: (value) => (Number.isSafeInteger(value) ? ok(value) : bad()),
  select: (column) => `case when ${column('')} is null then null else json_build_object('amount', ${column('')}, 'currency', ${column('currency')}) end`,
  parts: { amount: (column) => column(''), currency: (column) => column('currency'), decimal: (column) => decimalIn(column(''), column('currency')) },
  cell: 'decimal',
}

/** The amount with its decimals, as programs read it: `1234.56`; most currencies have two. */
function decimalIn(amount: string, currency: string): string {
  const cases = [...unusualDecimals()].map(([digits, codes]) => `when ${currency} in (${codes.map((code) => `'${code}'`).join(', ')}) then ${shifted(amount, digits)}`)
  return `case ${cases.join(' ')} else ${shifted(amount, 2)} end`
}

const shifted = (amount: string, digits: number): string => (digits === 0 ? `${amount}::text` : `round(${amount}::numeric / ${10 ** digits}, ${digits})::text`)
