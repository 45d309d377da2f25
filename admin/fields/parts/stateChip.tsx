import { Chip, Stack, Typography } from '@mui/material'
import type { DisplayProps } from '../kind.ts'
import { toneOf } from './tone.ts'

/** A value of a closed list: a chip where it is the state of a record, a word elsewhere. */
export function StateChips({ field, value, dense }: DisplayProps) {
  const choices = field.choices ?? []
  const values = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
  if (values.length === 0) return null
  const label = (one: string): string => choices.find((choice) => choice.value === one)?.label ?? one
  // A choice that inputs do not write is a state machine.
  const isState = !field.update && !field.create && !field.many
  if (!isState && !field.many) return <Typography component="span" variant="body2">{values.map(label).join(', ')}</Typography>
  return (
    <Stack component="span" direction="row" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {values.map((one) => {
        const index = choices.findIndex((choice) => choice.value === one)
        return <Chip key={one} component="span" size="small" label={label(one)} variant={isState ? 'filled' : 'outlined'} className={isState ? `state-${toneOf(one, index)}` : ''} {...(dense ? { sx: { height: 22 } } : {})} />
      })}
    </Stack>
  )
}
