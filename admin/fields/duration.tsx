import { Box } from './parts/box.tsx'
import { RangeFilter } from './parts/filters.tsx'
import { readDuration, writtenDuration } from './parts/format.ts'
import type { KindUI } from './kind.ts'

const write = (value: unknown): string => (typeof value === 'number' ? writtenDuration(value) : String(value ?? ''))

export const duration: KindUI = {
  kind: 'duration',
  Display: ({ value }) => <>{typeof value === 'number' ? writtenDuration(value) : ''}</>,
  Input: (props) => <Box {...props} write={write} read={readDuration} html={{ placeholder: '1 h 30' }} />,
  Filter: (props) => <RangeFilter {...props} write={write} read={(text) => { const read = readDuration(text); return typeof read === 'number' ? read : undefined }} />,
  align: 'right',
}
