import MoreVert from '@mui/icons-material/MoreVert'
import { Box, Chip, IconButton, Menu, MenuItem } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import type { FilterProps } from '../kind.ts'

/** Beside every filter: "is empty" and "is filled", which all kinds share. */
export function FilterFrame({ label, value, onChange, children }: FilterProps & { readonly children: ReactNode }) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isEmpty = value['isEmpty']
  const choose = (next: Readonly<Record<string, unknown>>): void => { setAnchor(null); onChange(next) }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center' }}>
      {typeof isEmpty === 'boolean'
        ? <Chip label={translate(isEmpty ? 'coulisses.filter.isEmpty' : 'coulisses.filter.isFilled', { name: label })} onDelete={() => { choose({}) }} />
        : children}
      <IconButton size="small" aria-label={translate('coulisses.filter.more', { name: label })} aria-haspopup="menu" onClick={(event) => { setAnchor(event.currentTarget) }}><MoreVert fontSize="small" /></IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null) }}>
        <MenuItem onClick={() => { choose({ isEmpty: true }) }}>{translate('coulisses.filter.empty')}</MenuItem>
        <MenuItem onClick={() => { choose({ isEmpty: false }) }}>{translate('coulisses.filter.filled')}</MenuItem>
        <MenuItem onClick={() => { choose({}) }}>{translate('coulisses.filter.any')}</MenuItem>
      </Menu>
    </Box>
  )
}
