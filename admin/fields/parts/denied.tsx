import Lock from '@mui/icons-material/LockOutlined'
import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'

/** Stands for a value that the caller may read on other records, not on this one. */
export function Denied() {
  const translate = useTranslate()
  return <Box component="span" sx={{ color: 'text.secondary', display: 'inline-flex', alignItems: 'center', gap: 0.5 }}><Lock fontSize="inherit" aria-hidden />{translate('coulisses.form.denied')}</Box>
}
