import { useMeta } from '../app/meta.tsx'
import { isRef } from '../data/meta.ts'
import { mayNest, useFormDepth } from './parts/formDepth.ts'
import { OwnedRecord } from './parts/ownedRecord.tsx'
import { PickerInput } from './parts/pickerInput.tsx'
import { RecordLink } from './parts/recordLink.tsx'
import { ToOneFilter } from './parts/relationFilters.tsx'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

const Display = ({ field, value }: DisplayProps) => (isRef(value) ? <RecordLink target={field.relation?.target} record={value} /> : null)

/** An owned record is written in the same form; one that stands for itself is picked. */
function Input(props: InputProps) {
  const target = useMeta().resource(props.field.relation?.target)
  const depth = useFormDepth()
  if (!target) return null
  if (props.field.relation?.owned && mayNest(depth) && (target.operations.create || target.operations.update)) return <OwnedRecord {...props} target={target} />
  return <PickerInput {...props} target={target} />
}

export const belongsTo: KindUI = { kind: 'belongsTo', Display, Input, Filter: ToOneFilter }
