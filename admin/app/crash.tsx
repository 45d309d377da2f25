import { Alert, AlertTitle, Button, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'

/** A page that broke: the rest of the back office stands. */
export function Crash({ error }: { readonly error: unknown }) {
  const translate = useTranslate()
  return (
    <Alert severity="error" sx={{ mt: 3 }}>
      <AlertTitle>{translate('coulisses.error.crash')}</AlertTitle>
      <p>{translate('coulisses.error.crashHelp')}</p>
      <pre style={{ whiteSpace: 'pre-wrap', fontSize: '0.8rem' }}>{error instanceof Error ? error.message : String(error)}</pre>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" onClick={() => { window.location.reload() }}>{translate('coulisses.error.reload')}</Button>
        <Button color="inherit" href="/admin/">{translate('coulisses.error.home')}</Button>
      </Stack>
    </Alert>
  )
}
