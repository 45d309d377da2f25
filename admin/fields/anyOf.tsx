import { MenuItem, Stack, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useMeta } from '../app/meta.tsx'
import { isObject, type AdminResource } from '../data/meta.ts'
import { PresenceFilter } from './parts/filters.tsx'
import { Picker } from './parts/picker.tsx'
import { RecordLink } from './parts/recordLink.tsx'
import { useField } from './parts/useField.ts'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

interface AnyRef { readonly entity: string; readonly id: string; readonly label: string | null }
const refOf = (value: unknown): AnyRef | undefined =>
  isObject(value) && typeof value['entity'] === 'string' && typeof value['id'] === 'string' ? { entity: value['entity'], id: value['id'], label: typeof value['label'] === 'string' ? value['label'] : null } : undefined

function Display({ value }: DisplayProps) {
  const meta = useMeta()
  const ref = refOf(value)
  if (!ref) return null
  return <>{meta.resource(ref.entity)?.label ?? ref.entity}{' · '}<RecordLink target={ref.entity} record={{ id: ref.id, _label: ref.label }} /></>
}

/** First of which sort, then which one. */
function Input(props: InputProps) {
  const meta = useMeta()
  const translate = useTranslate()
  const state = useField(props)
  const ref = refOf(state.value)
  const [entity, setEntity] = useState(ref?.entity ?? '')
  const targets = (props.field.relation?.targets ?? []).flatMap((name) => meta.resource(name) ?? [])
  const target: AdminResource | undefined = meta.resource(entity)
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1}>
      <TextField select size="small" label={translate('coulisses.relation.sort', { name: props.field.label })} value={targets.some((one) => one.name === entity) ? entity : ''} disabled={props.disabled === true} sx={{ minWidth: 180 }} onChange={(event) => { setEntity(event.target.value); state.onChange(null) }}>
        {targets.map((one) => <MenuItem key={one.name} value={one.name}>{one.label}</MenuItem>)}
      </TextField>
      <div style={{ flex: 1 }}>
        {target ? (
          <Picker
            target={target} id={state.id} label={props.field.label} required={state.required} error={state.error} help={props.field.help} disabled={props.disabled === true} onBlur={state.onBlur} inputRef={state.ref}
            value={ref ? { id: ref.id, _label: ref.label } : null} onChange={(record) => { state.onChange(record ? { entity: record.__typename ?? target.name, id: record.id, label: record._label ?? null } : null) }}
          />
        ) : <TextField size="small" fullWidth disabled label={props.field.label} required={state.required} error={state.error !== undefined} helperText={state.error ?? props.field.help ?? undefined} />}
      </div>
    </Stack>
  )
}

export const anyOf: KindUI = { kind: 'anyOf', Display, Input, Filter: PresenceFilter, wide: 'two' }
