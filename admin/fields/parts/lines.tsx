import { Typography } from '@mui/material'

/** A text as it is; in a table, its beginning. */
export function Lines({ value, dense = false, multiline = false, mono = false }: { readonly value: unknown; readonly dense?: boolean | undefined; readonly multiline?: boolean; readonly mono?: boolean }) {
  const written = value === null || value === undefined ? '' : String(value)
  // A line is cut by the table that shows it; lines below each other are not.
  const shown = dense && multiline && written.length > 90 ? `${written.slice(0, 88).trimEnd()}…` : written
  return (
    <Typography component="span" variant="body2" {...(mono ? { fontFamily: 'ui-monospace, monospace', fontSize: '0.8rem' } : {})} sx={{ overflowWrap: dense ? 'break-word' : 'anywhere', ...(multiline && !dense ? { whiteSpace: 'pre-wrap' } : {}) }}>
      {shown}
    </Typography>
  )
}
