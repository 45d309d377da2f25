import { Autocomplete, Box, Stack } from '@mui/material'
import { useLocale } from 'ra-core'
import { isObject } from '../data/meta.ts'
import { BoxOf } from './parts/box.tsx'
import { ComboBox } from './parts/combo.tsx'
import { RangeFilter } from './parts/filters.tsx'
import { decimalsOf, numberFormat, readNumber } from './parts/format.ts'
import { useField } from './parts/useField.ts'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

interface Money { readonly amount: unknown; readonly currency: string }
const moneyOf = (value: unknown): Money | undefined =>
  isObject(value) ? { amount: value['amount'], currency: typeof value['currency'] === 'string' ? value['currency'] : 'EUR' } : undefined

/** `1250` of EUR → `12.50` */
export function fromMinor(amount: unknown, currency: string): string {
  if (typeof amount !== 'number') return amount === null || amount === undefined ? '' : String(amount)
  return (amount / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency))
}

/** `12,50` of EUR → `1250`, without going through a fraction; undefined where it is no amount or has too many decimals. */
export function toMinor(text: string, currency: string): number | undefined {
  const read = readNumber(text)
  const [whole = '', fraction = ''] = read?.split('.') ?? []
  const decimals = decimalsOf(currency)
  if (read === undefined || fraction.length > decimals) return undefined
  return Number(`${whole}${fraction.padEnd(decimals, '0')}`)
}

function Display({ value }: DisplayProps) {
  const locale = useLocale()
  const money = moneyOf(value)
  if (!money || typeof money.amount !== 'number') return null
  return <>{numberFormat(locale, { style: 'currency', currency: money.currency }).format(money.amount / 10 ** decimalsOf(money.currency))}</>
}

function Input(props: InputProps) {
  const state = useField(props)
  const money = moneyOf(state.value)
  const currency = money?.currency ?? 'EUR'
  const write = (value: unknown): string => fromMinor(value, currency)
  const read = (text: string): unknown => (text.trim() === '' ? null : toMinor(text, currency) ?? text)
  const amount = { ...state, value: money?.amount ?? null, onChange: (next: unknown) => { state.onChange(next === null ? null : { amount: next, currency }) } }
  return (
    <Stack direction="row" spacing={1} alignItems="flex-start">
      <BoxOf {...props} state={amount} inputMode="decimal" write={write} read={read} />
      <CurrencyBox label={props.field.label} value={currency} disabled={props.disabled === true} onChange={(next) => { if (money) state.onChange({ amount: rescaled(money.amount, currency, next), currency: next }) }} />
    </Stack>
  )
}

/** Twelve euros stay twelve when they become yen: the minor units differ. */
const rescaled = (amount: unknown, from: string, to: string): unknown => (typeof amount === 'number' ? toMinor(String(Number(fromMinor(amount, from))), to) ?? amount : amount)

function CurrencyBox({ label, value, disabled, onChange }: { readonly label: string; readonly value: string; readonly disabled: boolean; readonly onChange: (currency: string) => void }) {
  return (
    <Box sx={{ width: 120, flex: 'none' }}>
      <Autocomplete
        options={Intl.supportedValuesOf('currency')} value={value} size="small" disableClearable disabled={disabled} onChange={(_event, next) => { onChange(next) }}
        renderInput={(params) => <ComboBox params={params} name={`${label} (${value})`} />}
      />
    </Box>
  )
}

export const money: KindUI = {
  kind: 'money',
  Display,
  Input,
  // Lists compare amounts in minor units, whatever the currency: the filter speaks of euros.
  Filter: (props) => <RangeFilter {...props} write={(operand) => fromMinor(operand, 'EUR')} read={(text) => toMinor(text, 'EUR')} />,
  toInput: (value) => { const given = moneyOf(value); return given && given.amount !== null && given.amount !== undefined ? { amount: given.amount, currency: given.currency } : null },
  align: 'right',
}
