import { Box } from './parts/box.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { KindUI } from './kind.ts'

export const longText: KindUI = {
  kind: 'longText',
  Display: ({ value, dense }) => <Lines value={value} dense={dense} multiline />,
  Input: (props) => <Box {...props} multiline />,
  Filter: ContainsFilter,
  wide: 'all',
}
