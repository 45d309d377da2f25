import { useLocale } from 'ra-core'
import { Box } from './parts/box.tsx'
import { RangeFilter } from './parts/filters.tsx'
import { dayFormat } from './parts/format.ts'
import type { DisplayProps, KindUI } from './kind.ts'

function Display({ value }: DisplayProps) {
  const locale = useLocale()
  const day = typeof value === 'string' ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : undefined
  if (!day || Number.isNaN(day.getTime())) return null
  return <time dateTime={String(value)} style={{ whiteSpace: 'nowrap' }}>{dayFormat(locale).format(day)}</time>
}

export const date: KindUI = {
  kind: 'date',
  Display,
  Input: (props) => <Box {...props} type="date" html={{ max: '9999-12-31' }} />,
  Filter: (props) => <RangeFilter {...props} type="date" />,
}
