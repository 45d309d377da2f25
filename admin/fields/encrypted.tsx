import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import { IconButton, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Box } from './parts/box.tsx'
import { PresenceFilter } from './parts/filters.tsx'
import { Lines } from './parts/lines.tsx'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

const MASK = '••••••••'

function Eye({ open, onToggle, name }: { readonly open: boolean; readonly onToggle: () => void; readonly name: string }) {
  const translate = useTranslate()
  return (
    <IconButton size="small" aria-pressed={open} aria-label={translate(open ? 'coulisses.field.hide' : 'coulisses.field.reveal', { name })} onClick={(event) => { event.stopPropagation(); onToggle() }}>
      {open ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
    </IconButton>
  )
}

/** Whoever looks over a shoulder sees a mask until the reader asks for more. */
function Display({ field, value, dense }: DisplayProps) {
  const [open, setOpen] = useState(false)
  if (typeof value !== 'string') return null
  if (dense) return <>{MASK}</>
  return <Stack direction="row" alignItems="center" spacing={1}><Lines value={open ? value : MASK} multiline /><Eye open={open} name={field.label} onToggle={() => { setOpen(!open) }} /></Stack>
}

function Input(props: InputProps) {
  const [open, setOpen] = useState(false)
  return <Box {...props} type={open ? 'text' : 'password'} html={{ autoComplete: 'off', spellCheck: false }} unit={<Eye open={open} name={props.field.label} onToggle={() => { setOpen(!open) }} />} />
}

export const encrypted: KindUI = { kind: 'encrypted', Display, Input, Filter: PresenceFilter }
