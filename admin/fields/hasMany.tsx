import { useMeta } from '../app/meta.tsx'
import { isRef } from '../data/meta.ts'
import { ManyDisplay } from './manyToMany.tsx'
import { OwnedRecord } from './parts/ownedRecord.tsx'
import { OwnedRecords } from './parts/ownedRecords.tsx'
import { RecordLink } from './parts/recordLink.tsx'
import { ToManyFilter, ToOneFilter } from './parts/relationFilters.tsx'
import type { DisplayProps, FilterProps, InputProps, KindUI } from './kind.ts'

function Display(props: DisplayProps) {
  if (props.field.relation?.single) return isRef(props.value) ? <RecordLink target={props.field.relation.target} record={props.value} /> : null
  return <ManyDisplay {...props} />
}

/** Rows of another entity that point here: they are written with this one where it is new. */
function Input(props: InputProps) {
  const target = useMeta().resource(props.field.relation?.target)
  if (!target) return null
  return props.field.relation?.single ? <OwnedRecord {...props} target={target} /> : <OwnedRecords {...props} target={target} hidden={props.field.relation?.inverse ?? undefined} />
}

const Filter = (props: FilterProps) => (props.field.relation?.single ? <ToOneFilter {...props} /> : <ToManyFilter {...props} />)

export const hasMany: KindUI = { kind: 'hasMany', Display, Input, Filter, wide: 'all' }
