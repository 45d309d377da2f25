import { Typography } from '@mui/material'
import { Box } from './parts/box.tsx'
import { NumberFilter } from './integer.tsx'
import type { KindUI } from './kind.ts'

/** A short number that people say to each other; the database gives it, nobody writes it. */
export const sequence: KindUI = {
  kind: 'sequence',
  Display: ({ value }) => (typeof value === 'number' ? <Typography component="span" variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>{value}</Typography> : null),
  Input: (props) => <Box {...props} disabled />,
  Filter: NumberFilter,
  align: 'right',
}
