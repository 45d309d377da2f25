import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import { Alert, Box, Button, Card, CircularProgress, IconButton, InputAdornment, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent } from 'react'
import { PageTitle } from '../app/pageTitle.tsx'
import type { Session } from './session.ts'

/** The form that stands where the back office was, or will be: the address stays, so that one goes on where one wanted to. */
export function SignIn({ session, expired }: { readonly session: Session; readonly expired: boolean }) {
  const translate = useTranslate()
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    setBusy(true)
    setFault(undefined)
    try {
      await session.signIn(String(values.get('email')).trim(), String(values.get('password')))
    } catch (error) {
      setFault(error instanceof Error ? error.message : 'coulisses.error.unexpected')
      setBusy(false)
    }
  }
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, background: 'linear-gradient(170deg, #2a1720 0%, #4c1527 60%, #8c1d40 140%)' }}>
      <PageTitle title={translate('coulisses.signIn.submit')} />
      <Card sx={{ p: { xs: 3, sm: 4 }, width: '100%', maxWidth: 400 }}>
        <Typography component="h1" variant="h5" sx={{ letterSpacing: '0.04em' }}>Coulisses</Typography>
        <Typography color="text.secondary" sx={{ mb: 2.5 }}>{translate('coulisses.signIn.title')}</Typography>
        <form onSubmit={(event) => { void submit(event) }}>
          <Stack spacing={2}>
            {expired && !fault ? <Alert severity="info">{translate('coulisses.signIn.expired')}</Alert> : null}
            {fault ? <Alert severity="error">{translate(fault, { _: fault })}</Alert> : null}
            <TextField name="email" type="email" label={translate('coulisses.signIn.email')} autoComplete="username" required autoFocus fullWidth size="medium" />
            <TextField
              name="password" type={shown ? 'text' : 'password'} label={translate('coulisses.signIn.password')} autoComplete="current-password" required fullWidth size="medium"
              slotProps={{ input: { endAdornment: <InputAdornment position="end"><IconButton edge="end" aria-label={translate(shown ? 'coulisses.signIn.hide' : 'coulisses.signIn.show')} onClick={() => { setShown(!shown) }}>{shown ? <VisibilityOff /> : <Visibility />}</IconButton></InputAdornment> } }}
            />
            <Button type="submit" variant="contained" size="large" disabled={busy} startIcon={busy ? <CircularProgress size={18} color="inherit" /> : null}>{translate('coulisses.signIn.submit')}</Button>
          </Stack>
        </form>
      </Card>
    </Box>
  )
}
