import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import { Alert, Box, Button, Card, CircularProgress, IconButton, InputAdornment, Stack, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { PageTitle } from '../app/pageTitle.tsx'

/** The card in which one shows who one is, and its one heading. */
export function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, background: 'linear-gradient(170deg, #2a1720 0%, #4c1527 60%, #8c1d40 140%)' }}>
      <PageTitle title={title} />
      <Card sx={{ p: { xs: 3, sm: 4 }, width: '100%', maxWidth: 400 }}>
        <Typography component="h1" variant="h5" sx={{ letterSpacing: '0.04em' }}>Coulisses</Typography>
        <Typography color="text.secondary" sx={{ mb: 2.5 }}>{title}</Typography>
        {children}
      </Card>
    </Box>
  )
}

interface StepProps {
  readonly submit: string
  /** What is said above the fields while nothing is wrong. */
  readonly notice?: string | undefined
  /** Sends what was typed; what it throws is shown. */
  readonly send: (values: Readonly<Record<string, string>>) => Promise<void>
  readonly children: ReactNode
}

/** One form with one button: it says what is wrong, and keeps what was typed. */
export function Step({ submit, notice, send, children }: StepProps) {
  const translate = useTranslate()
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    setBusy(true)
    setFault(undefined)
    try {
      await send(values)
    } catch (error) {
      setFault(error instanceof Error ? error.message : 'coulisses.error.unexpected')
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => { void onSubmit(event) }}>
      <Stack spacing={2}>
        {notice && !fault ? <Alert severity="info">{notice}</Alert> : null}
        {fault ? <Alert severity="error">{translate(fault, { _: fault })}</Alert> : null}
        {children}
        <Button type="submit" variant="contained" size="large" disabled={busy} startIcon={busy ? <CircularProgress size={18} color="inherit" /> : null}>{submit}</Button>
      </Stack>
    </form>
  )
}

interface PasswordBoxProps { readonly name: string; readonly label: string; readonly fresh?: boolean; readonly autoFocus?: boolean; readonly help?: string }

/** A password that one may look at while one types it. */
export function PasswordBox({ name, label, fresh = false, autoFocus = false, help }: PasswordBoxProps) {
  const translate = useTranslate()
  const [shown, setShown] = useState(false)
  const eye = (
    <InputAdornment position="end">
      <IconButton edge="end" aria-label={translate(shown ? 'coulisses.signIn.hide' : 'coulisses.signIn.show')} onClick={() => { setShown(!shown) }}>{shown ? <VisibilityOff /> : <Visibility />}</IconButton>
    </InputAdornment>
  )
  return (
    <TextField
      name={name} type={shown ? 'text' : 'password'} label={label} autoComplete={fresh ? 'new-password' : 'current-password'} required autoFocus={autoFocus} fullWidth size="medium"
      helperText={help} slotProps={{ input: { endAdornment: eye } }}
    />
  )
}
