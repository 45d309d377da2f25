import { Box, Paper, Radio, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import type { AdminField } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import type { Side } from './resolve.ts'

interface Props {
  readonly field: AdminField
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  readonly chosen: Side | undefined
  readonly onChoose: (side: Side) => void
}

/** One field that two people changed: what it was, what each made of it, and which stays. */
export function ConflictField({ field, base, mine, theirs, chosen, onChoose }: Props) {
  const translate = useTranslate()
  const id = useId()
  return (
    <Paper variant="outlined" component="fieldset" sx={{ m: 0, p: 2, minWidth: 0 }}>
      <Typography component="legend" variant="subtitle2" sx={{ px: 0.75 }}>{field.label}</Typography>
      <Box sx={{ mb: 1.5 }}><Typography variant="caption" color="text.secondary">{translate('coulisses.conflict.base')}</Typography><Value field={field} value={base} /></Box>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {(['mine', 'theirs'] as const).map((side) => (
          <Paper key={side} variant="outlined" component="label" htmlFor={`${id}-${side}`} sx={{ display: 'flex', alignItems: 'flex-start', p: 1, cursor: 'pointer', borderColor: chosen === side ? 'primary.main' : 'divider', borderWidth: chosen === side ? 2 : 1, m: chosen === side ? 0 : '1px' }}>
            <Radio id={`${id}-${side}`} name={id} size="small" checked={chosen === side} onChange={() => { onChoose(side) }} />
            <Box sx={{ minWidth: 0, pt: 0.75 }}><Typography variant="caption" color="text.secondary">{translate(`coulisses.conflict.${side}`)}</Typography><Value field={field} value={side === 'mine' ? mine : theirs} /></Box>
          </Paper>
        ))}
      </Box>
    </Paper>
  )
}

function Value({ field, value }: { readonly field: AdminField; readonly value: unknown }) {
  const translate = useTranslate()
  const { Display } = kindOf(field)
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return <Box sx={{ overflowWrap: 'anywhere' }}>{empty ? <Typography variant="body2" color="text.secondary">{translate('coulisses.form.empty')}</Typography> : <Display field={field} value={value} />}</Box>
}
