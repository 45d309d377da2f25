import { Alert, AlertTitle, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router'
import { apiErrorOf } from '../../data/errors.ts'

/** A record or a list that could not be read: what the API says, and a way out. */
export function ReadFailure({ error, plural }: { readonly error: unknown; readonly plural?: string }) {
  const translate = useTranslate()
  const api = apiErrorOf(error)
  const message = error instanceof Error ? error.message : 'coulisses.error.unexpected'
  const severity = api?.code === 'NOT_FOUND' || api?.code === 'FORBIDDEN' ? 'warning' : 'error'
  return (
    <Alert severity={severity} sx={{ mt: 3 }} action={plural ? <Button component={Link} to={`/${plural}`} color="inherit" size="small">{translate('ra.action.list')}</Button> : undefined}>
      <AlertTitle>{translate(api?.code === 'NOT_FOUND' ? 'coulisses.error.notFoundTitle' : api?.code === 'FORBIDDEN' ? 'coulisses.error.forbiddenTitle' : 'coulisses.error.title')}</AlertTitle>
      {translate(message, { _: message })}
      {api?.requestId && severity === 'error' ? <small> ({api.requestId})</small> : null}
    </Alert>
  )
}
