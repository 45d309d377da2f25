import { Box } from './parts/box.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { KindUI } from './kind.ts'

export const text: KindUI = {
  kind: 'text',
  Display: ({ value, dense }) => <Lines value={value} dense={dense} />,
  Input: (props) => <Box {...props} />,
  Filter: ContainsFilter,
}
