import { useLocale } from 'ra-core'
import { Box } from './parts/box.tsx'
import { RangeFilter } from './parts/filters.tsx'
import { numberFormat, readNumber } from './parts/format.ts'
import type { DisplayProps, KindUI } from './kind.ts'

function Display({ value, field }: DisplayProps) {
  const locale = useLocale()
  const scale = field.limits?.scale
  if (value === null || value === undefined) return null
  // Exact digits: a decimal string is formatted as it is, not turned into a float.
  const format = numberFormat(locale, { maximumFractionDigits: 20, ...(scale === undefined ? {} : { minimumFractionDigits: scale }) })
  return <>{format.format(String(value) as Intl.StringNumericLiteral)}</>
}

/** Kept as a text, with a point, so that no digit is lost. */
const read = (text: string): unknown => (text.trim() === '' ? null : readNumber(text) ?? text)

export const decimal: KindUI = {
  kind: 'decimal',
  Display,
  Input: (props) => <Box {...props} inputMode="decimal" read={read} />,
  Filter: (props) => <RangeFilter {...props} read={readNumber} />,
  align: 'right',
}
