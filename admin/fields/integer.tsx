import { useLocale } from 'ra-core'
import { Box } from './parts/box.tsx'
import { RangeFilter } from './parts/filters.tsx'
import { numberFormat, readNumber } from './parts/format.ts'
import type { DisplayProps, FilterProps, InputProps, KindUI } from './kind.ts'

export const readInteger = (text: string): unknown => {
  if (text.trim() === '') return null
  const read = readNumber(text)
  return read === undefined ? text : Number(read)
}

function Display({ value }: DisplayProps) {
  const locale = useLocale()
  return <>{typeof value === 'number' ? numberFormat(locale).format(value) : ''}</>
}

const Input = (props: InputProps) => <Box {...props} inputMode="numeric" read={readInteger} />

/** From and to, as numbers. */
export const NumberFilter = (props: FilterProps) => (
  <RangeFilter {...props} read={(text) => { const read = readNumber(text); return read === undefined ? undefined : Number(read) }} />
)

export const integer: KindUI = { kind: 'integer', Display, Input, Filter: NumberFilter, align: 'right' }
