import { Autocomplete, Box as MuiBox, Stack, Typography } from '@mui/material'
import { isObject } from '../data/meta.ts'
import { Box, BoxOf } from './parts/box.tsx'
import { ComboBox } from './parts/combo.tsx'
import { RangeFilter } from './parts/filters.tsx'
import { HOUSE_ZONE, useInstant } from './parts/format.ts'
import { useField } from './parts/useField.ts'
import { toInstant, toLocal } from './parts/zone.ts'
import type { DisplayProps, FilterProps, InputProps, KindUI } from './kind.ts'

function Display({ value, dense }: DisplayProps) {
  const format = useInstant()
  if (!value) return null
  // In a table the clock may stand below the day: a line ends after the comma, and nowhere else.
  return <time dateTime={String(value)} style={dense ? {} : { whiteSpace: 'nowrap' }}>{dense ? format(value).replaceAll(/(?<!,) /g, '\u00a0') : format(value)}</time>
}

/** Boxes of the browser know no zone: what they show is a clock of this one. */
const write = (zone: string) => (value: unknown): string => toLocal(value, zone)
const read = (zone: string) => (text: string): unknown => (text === '' ? null : toInstant(text, zone) ?? text)

const Input = (props: InputProps) => <Box {...props} type="datetime-local" html={{ max: '9999-12-31T23:59' }} write={write(HOUSE_ZONE)} read={read(HOUSE_ZONE)} />

/** Days, both included: from the first moment of one to the last of the other. */
const Filter = (props: FilterProps) => (
  <RangeFilter
    {...props} type="date" write={(operand) => toLocal(operand, HOUSE_ZONE).slice(0, 10)}
    read={(text, end) => toInstant(end === 'from' ? `${text}T00:00:00` : `${text}T23:59:59.999`, HOUSE_ZONE) ?? undefined}
  />
)

export const instant: KindUI = { kind: 'instant', Display, Input, Filter }

const zonedOf = (value: unknown): { readonly at: unknown; readonly zone: string } | undefined =>
  isObject(value) ? { at: value['at'], zone: typeof value['zone'] === 'string' ? value['zone'] : HOUSE_ZONE } : undefined

function ZonedDisplay({ value }: DisplayProps) {
  const format = useInstant()
  const zoned = zonedOf(value)
  if (!zoned) return null
  return (
    <time dateTime={String(zoned.at)} style={{ whiteSpace: 'nowrap' }}>
      {format(zoned.at, zoned.zone)}
      {zoned.zone === HOUSE_ZONE ? null : <Typography component="span" variant="caption" color="text.secondary"> {zoned.zone}</Typography>}
    </time>
  )
}

function ZonedInput(props: InputProps) {
  const state = useField(props)
  const zoned = zonedOf(state.value)
  const zone = zoned?.zone ?? HOUSE_ZONE
  const at = { ...state, value: zoned?.at ?? null, onChange: (next: unknown) => { state.onChange(next === null ? null : { at: next, zone }) } }
  // The clock stays where it is when the zone changes: "eight in the evening, but in Montréal".
  const changeZone = (next: string): void => { if (zoned) state.onChange({ at: toInstant(toLocal(zoned.at, zone), next) ?? zoned.at, zone: next }) }
  return (
    <Stack direction="row" spacing={1} alignItems="flex-start">
      <BoxOf {...props} state={at} type="datetime-local" write={write(zone)} read={read(zone)} />
      <MuiBox sx={{ width: 190, flex: 'none' }}><Autocomplete
        options={Intl.supportedValuesOf('timeZone')} value={zone} size="small" disableClearable disabled={props.disabled === true} onChange={(_event, next) => { changeZone(next) }}
        renderInput={(params) => <ComboBox params={params} name={`${props.field.label} (${zone})`} />}
      /></MuiBox>
    </Stack>
  )
}

export const zonedInstant: KindUI = {
  kind: 'zonedInstant',
  Display: ZonedDisplay,
  Input: ZonedInput,
  Filter,
  wide: 'two',
  toInput: (value) => { const zoned = zonedOf(value); return zoned?.at ? { at: zoned.at, zone: zoned.zone } : null },
}
