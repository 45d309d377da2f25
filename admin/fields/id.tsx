import { Box } from './parts/box.tsx'
import { EqualsFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { KindUI } from './kind.ts'

/** The end of a UUID of version 7 tells two records apart; its beginning is only a date. */
export const id: KindUI = {
  kind: 'id',
  Display: ({ value, dense }) => (typeof value === 'string' ? <Lines value={dense ? `…${value.slice(-6)}` : value} mono /> : null),
  Input: (props) => <Box {...props} html={{ spellCheck: false }} />,
  Filter: EqualsFilter,
}
