import { useLocale } from 'ra-core'
import { Box } from './parts/box.tsx'
import { numberFormat } from './parts/format.ts'
import { NumberFilter, readInteger } from './integer.tsx'
import type { DisplayProps, KindUI } from './kind.ts'

function Display({ value }: DisplayProps) {
  const locale = useLocale()
  return <>{typeof value === 'number' ? numberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100) : ''}</>
}

export const percentage: KindUI = {
  kind: 'percentage',
  Display,
  Input: (props) => <Box {...props} inputMode="decimal" unit="%" read={readInteger} />,
  Filter: NumberFilter,
  align: 'right',
}
