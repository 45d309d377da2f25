import { Box } from '@mui/material'

/** Text to copy; it scrolls by keyboard as well. */
export const Code = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <Box component="pre" tabIndex={0} role="region" aria-label={label} sx={{ m: 0, mt: 1, p: 1.5, maxHeight: 320, overflow: 'auto', borderRadius: 1, bgcolor: 'action.hover', fontSize: 13, fontFamily: 'monospace' }}>{children}</Box>
)
