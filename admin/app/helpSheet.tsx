import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'

const keys = [['save', 'Ctrl S'], ['search', '/'], ['palette', 'Ctrl K'], ['create', 'c'], ['edit', 'e'], ['list', 'g l'], ['home', 'g h'], ['help', '?']] as const

export default function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate()
  const title = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{translate('coulisses.help.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1.25, alignItems: 'center' }}>
          {keys.map(([name, combination]) => [
            <Box key={`${name} key`} component="dt">{combination.split(' ').map((key) => <Box key={key} component="kbd" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 0.9, py: 0.2, mr: 0.5, fontFamily: 'inherit', fontSize: '0.85rem' }}>{key}</Box>)}</Box>,
            <Box key={name} component="dd" sx={{ m: 0 }}>{translate(`coulisses.help.${name}`)}</Box>,
          ])}
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('ra.action.close')}</Button></DialogActions>
    </Dialog>
  )
}
