import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import { IconButton } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Box } from './parts/box.tsx'
import type { InputProps, KindUI } from './kind.ts'

/** A new password. It is written, never read back: an empty box keeps the one that is there. */
function Input(props: InputProps) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const eye = (
    <IconButton size="small" aria-pressed={open} aria-label={translate(open ? 'coulisses.signIn.hide' : 'coulisses.signIn.show')} onClick={() => { setOpen(!open) }}>
      {open ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
    </IconButton>
  )
  return <Box {...props} type={open ? 'text' : 'password'} html={{ autoComplete: 'new-password' }} unit={eye} />
}

export const password: KindUI = { kind: 'password', Display: () => null, Input }
