import { Alert, AlertTitle, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link } from 'react-router'
import { PageTitle } from './pageTitle.tsx'

/** An address that leads nowhere, or where the caller may not go: which of them is nobody's business. */
export function NotFound() {
  const translate = useTranslate()
  return <><PageTitle title={translate('coulisses.error.notFoundTitle')} /><Alert severity="warning" sx={{ mt: 4 }} action={<Button component={Link} to="/" color="inherit">{translate('coulisses.error.home')}</Button>}><AlertTitle>{translate('coulisses.error.notFoundTitle')}</AlertTitle>{translate('coulisses.error.page')}</Alert></>
}

export function AccessDenied() {
  const translate = useTranslate()
  return <><PageTitle title={translate('coulisses.error.forbiddenTitle')} /><Alert severity="warning" sx={{ mt: 4 }} action={<Button component={Link} to="/" color="inherit">{translate('coulisses.error.home')}</Button>}><AlertTitle>{translate('coulisses.error.forbiddenTitle')}</AlertTitle>{translate('coulisses.error.forbidden')}</Alert></>
}
