import { Link, Stack } from '@mui/material'
import { useTranslate } from 'ra-core'
import { isObject } from '../data/meta.ts'
import { BoxOf } from './parts/box.tsx'
import { LateBox } from './parts/filters.tsx'
import { FilterFrame } from './parts/filterFrame.tsx'
import { readNumber } from './parts/format.ts'
import { useField } from './parts/useField.ts'
import type { DisplayProps, FilterProps, InputProps, KindUI } from './kind.ts'

const read = (text: string): unknown => {
  if (text.trim() === '') return null
  const number = readNumber(text)
  return number === undefined ? text : Number(number)
}

function Display({ value }: DisplayProps) {
  if (!isObject(value) || typeof value['latitude'] !== 'number' || typeof value['longitude'] !== 'number') return null
  const [latitude, longitude] = [value['latitude'], value['longitude']]
  const shown = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  return <Link href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`} target="_blank" rel="noopener noreferrer" onClick={(event) => { event.stopPropagation() }}>{shown}</Link>
}

function Input(props: InputProps) {
  const translate = useTranslate()
  const state = useField(props)
  const current = isObject(state.value) ? state.value : {}
  const part = (name: 'latitude' | 'longitude') => ({
    ...state, id: `${state.id}-${name}`, value: current[name] ?? null,
    onChange: (next: unknown) => {
      const both = { latitude: current['latitude'] ?? null, longitude: current['longitude'] ?? null, [name]: next }
      state.onChange(both.latitude === null && both.longitude === null ? null : both)
    },
  })
  const named = (name: 'latitude' | 'longitude') => ({ ...props.field, label: translate(`coulisses.field.${name}`), help: name === 'latitude' ? props.field.help : null })
  return (
    <Stack direction="row" spacing={1} alignItems="flex-start" role="group" aria-label={props.field.label}>
      <BoxOf {...props} field={named('latitude')} state={part('latitude')} inputMode="decimal" read={read} />
      <BoxOf {...props} field={named('longitude')} state={part('longitude')} inputMode="decimal" read={read} />
    </Stack>
  )
}

/** Within some kilometres of a point. The API takes all three or none; what is typed first waits for the rest. */
function Filter(props: FilterProps) {
  const translate = useTranslate()
  const near = isObject(props.value['near']) ? props.value['near'] : {}
  const box = (name: 'latitude' | 'longitude' | 'km') => (
    <LateBox narrow label={translate(`coulisses.field.${name}`)} value={String(near[name] ?? '')} onChange={(text) => { props.onChange({ near: { ...near, [name]: read(text) } }) }} />
  )
  return <FilterFrame {...props}><Stack direction="row" spacing={1}>{box('latitude')}{box('longitude')}{box('km')}</Stack></FilterFrame>
}

export const position: KindUI = {
  kind: 'position', Display, Input, Filter,
  toInput: (value) => (isObject(value) ? { latitude: value['latitude'], longitude: value['longitude'] } : value),
}
