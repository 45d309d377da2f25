import { no, ok, plain, single, type FieldKind, type FieldOptions } from './kind.ts'

/** ISO 4217 codes, as the runtime's own data lists them. */
const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

export const isCurrency = (value: unknown): value is string => typeof value === 'string' && codes.has(value)

let known: ReadonlyMap<number, readonly string[]> | undefined

/** The currencies that have not two decimals, by the number that they have. */
export const unusualDecimals = (): ReadonlyMap<number, readonly string[]> =>
  known ??= Map.groupBy([...codes].filter((code) => decimalsOf(code) !== 2), decimalsOf)

const decimalsOf = (code: string): number => new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits ?? 2

export const currency: FieldKind<FieldOptions> = {
  name: 'currency',
  graphql: 'String',
  filter: 'exact',
  sort: 'plain',
  columns: single('char(3)'),
  parse: (value) => {
    const code = typeof value === 'string' ? value.toUpperCase() : value
    return isCurrency(code) ? ok(code) : no('unknownCurrency', { fr: 'Devise inconnue : écrivez un code ISO 4217, par exemple EUR.', en: 'Unknown currency: write an ISO 4217 code, for example EUR.' })
  },
  select: plain,
}
