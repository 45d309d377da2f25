import { useGetMany } from 'ra-core'
import { useMeta } from '../../app/meta.tsx'
import { isObject, isRef } from '../../data/meta.ts'
import type { FilterProps } from '../kind.ts'
import { FilterFrame } from './filterFrame.tsx'
import { PresenceFilter } from './filters.tsx'
import { MultiPicker } from './picker.tsx'

const idsIn = (value: unknown): readonly string[] => {
  const id = isObject(value) ? value['id'] : undefined
  return isObject(id) && Array.isArray(id['in']) ? id['in'].filter((one): one is string => typeof one === 'string') : []
}

/** Any of these records. The address keeps their ids; their titles are asked for. */
function RecordsFilter(props: FilterProps & { readonly ids: readonly string[]; readonly write: (ids: readonly string[]) => Readonly<Record<string, unknown>> }) {
  const target = useMeta().resource(props.field.relation?.target)
  const { data } = useGetMany(target?.plural ?? '', { ids: [...props.ids], meta: { view: 'label' } }, { enabled: target !== undefined && props.ids.length > 0 })
  if (!target) return <PresenceFilter {...props} />
  const found = (data ?? []).filter(isRef)
  const value = props.ids.map((id) => found.find((one) => one.id === id) ?? { id, _label: '…' })
  return (
    <FilterFrame {...props}>
      <MultiPicker target={target} label={props.label} value={value} minWidth={240} onChange={(next) => { props.onChange(next.length === 0 ? {} : props.write(next.map((one) => one.id))) }} />
    </FilterFrame>
  )
}

export const ToOneFilter = (props: FilterProps) => <RecordsFilter {...props} ids={idsIn(props.value)} write={(ids) => ({ id: { in: ids } })} />

/** Linked to any of these. To many there is no "is empty" operator: none at all is its own condition. */
export function ToManyFilter(props: FilterProps) {
  const value = isObject(props.value['none']) ? { isEmpty: true } : isObject(props.value['some']) && idsIn(props.value['some']).length === 0 ? { isEmpty: false } : props.value
  const translated = (next: Readonly<Record<string, unknown>>): void => {
    if (next['isEmpty'] === true) props.onChange({ none: { id: { isEmpty: false } } })
    else if (next['isEmpty'] === false) props.onChange({ some: { id: { isEmpty: false } } })
    else props.onChange(next)
  }
  return <RecordsFilter {...props} value={value} onChange={translated} ids={idsIn(props.value['some'])} write={(ids) => ({ some: { id: { in: ids } } })} />
}
