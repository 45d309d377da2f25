import { Box } from './parts/box.tsx'
import { PresenceFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { KindUI } from './kind.ts'

const write = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2))

/** Text that is no JSON yet stays a text: the server says what it expected. */
function read(text: string): unknown {
  if (text.trim() === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const json: KindUI = {
  kind: 'json',
  Display: ({ value, dense }) => <Lines value={value === null || value === undefined ? null : JSON.stringify(value, null, dense ? 0 : 2)} dense={dense} multiline mono />,
  Input: (props) => <Box {...props} multiline write={write} read={read} html={{ spellCheck: false, style: undefined }} more={{ sx: { '& textarea': { fontFamily: 'ui-monospace, monospace', fontSize: '0.85rem' } } }} />,
  Filter: PresenceFilter,
  wide: 'all',
}
