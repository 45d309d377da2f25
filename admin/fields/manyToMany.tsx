import { Chip, Stack, Typography } from '@mui/material'
import { useLocale } from 'ra-core'
import { useMeta } from '../app/meta.tsx'
import { isRef } from '../data/meta.ts'
import { numberFormat } from './parts/format.ts'
import { useFormDepth } from './parts/formDepth.ts'
import { OrderedInput } from './parts/ordered.tsx'
import { OwnedRecords } from './parts/ownedRecords.tsx'
import { MultiPickerInput } from './parts/pickerInput.tsx'
import { RecordLink } from './parts/recordLink.tsx'
import { ToManyFilter } from './parts/relationFilters.tsx'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

/** A list gives their number, a page their titles. */
export function ManyDisplay({ field, value }: DisplayProps) {
  const locale = useLocale()
  if (typeof value === 'number') return <Typography component="span" variant="body2">{numberFormat(locale).format(value)}</Typography>
  if (!Array.isArray(value)) return null
  return (
    <Stack direction="row" component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75 }}>
      {value.filter(isRef).map((record) => <Chip key={record.id} component="span" size="small" variant="outlined" label={<RecordLink target={field.relation?.target} record={record} />} />)}
    </Stack>
  )
}

function Input(props: InputProps) {
  const target = useMeta().resource(props.field.relation?.target)
  const depth = useFormDepth()
  if (!target) return null
  if (props.field.relation?.owned && depth < 2 && target.operations.create) return <OwnedRecords {...props} target={target} />
  if (props.field.relation?.ordered) return <OrderedInput {...props} target={target} />
  return <MultiPickerInput {...props} target={target} />
}

export const manyToMany: KindUI = { kind: 'manyToMany', Display: ManyDisplay, Input, Filter: ToManyFilter, wide: 'all' }
