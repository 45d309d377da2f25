import { useMeta } from '../app/meta.tsx'
import { OwnedRecord } from './parts/ownedRecord.tsx'
import type { InputProps, KindUI } from './kind.ts'

/** An argument of an action that stands for a record to be created: its fields, in the dialog of the action. */
function Input(props: InputProps) {
  const target = useMeta().resource(props.field.relation?.target)
  return target ? <OwnedRecord {...props} target={target} /> : null
}

export const input: KindUI = { kind: 'input', Display: () => null, Input, wide: 'all' }
