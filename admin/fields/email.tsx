import { Link } from '@mui/material'
import { Box } from './parts/box.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import type { KindUI } from './kind.ts'

export const email: KindUI = {
  kind: 'email',
  Display: ({ value }) => (typeof value === 'string' ? <Link href={`mailto:${value}`} onClick={(event) => { event.stopPropagation() }}>{value}</Link> : null),
  Input: (props) => <Box {...props} inputMode="email" html={{ autoComplete: 'off', spellCheck: false }} />,
  Filter: ContainsFilter,
}
