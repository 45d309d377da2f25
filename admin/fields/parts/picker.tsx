import { Autocomplete } from '@mui/material'
import { useGetList, useTranslate } from 'ra-core'
import { useMemo, useState, type ReactNode, type SyntheticEvent } from 'react'
import { useMeta } from '../../app/meta.tsx'
import { isEditable, isRef, type AdminResource, type Ref } from '../../data/meta.ts'
import { ComboBox } from './combo.tsx'
import { useLater } from './useLater.ts'

const PAGE = 25

/** An entry that stands for "create this one". */
interface Creation { readonly create: string; readonly id: string; readonly _label: string }
type Option = Ref | Creation
const isCreation = (option: Option | string): option is Creation => typeof option === 'object' && 'create' in option

interface Common {
  readonly target: AdminResource
  readonly label: string
  readonly id?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly help?: ReactNode
  /** Called with the name of the entity and what was typed, when somebody wants a record that does not exist yet. */
  readonly onCreate?: (entity: string, text: string) => void
  readonly onBlur?: () => void
  readonly inputRef?: (element: unknown) => void
  readonly minWidth?: number
  /** Only records of which this field may be changed can be taken. */
  readonly editable?: string
}

export const labelOf = (option: Ref): string => option._label ?? `…${option.id.slice(-6)}`

/** One record of another resource, found as one types. */
export function Picker({ value, onChange, ...common }: Common & { readonly value: Ref | null; readonly onChange: (value: Ref | null) => void }) {
  const search = useSearch(common)
  return (
    <Autocomplete<Option>
      {...search.props} value={value} onBlur={common.onBlur}
      onChange={(_event: SyntheticEvent, next) => { if (!search.took(next)) onChange(isRef(next) ? next : null) }}
      renderInput={(params) => <ComboBox params={params} {...boxOf(common)} pending={search.pending} />}
    />
  )
}

/** Several of them. */
export function MultiPicker({ value, onChange, ...common }: Common & { readonly value: readonly Ref[]; readonly onChange: (value: readonly Ref[]) => void }) {
  const search = useSearch(common)
  return (
    <Autocomplete<Option, true>
      {...search.props} multiple value={[...value]} disableCloseOnSelect limitTags={12} onBlur={common.onBlur}
      onChange={(_event: SyntheticEvent, next) => { if (!next.some(search.took)) onChange(next.filter(isRef)) }}
      renderInput={(params) => <ComboBox params={params} {...boxOf(common)} pending={search.pending} />}
    />
  )
}

function useSearch({ target, id, disabled, onCreate, minWidth, editable }: Common) {
  const meta = useMeta()
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const q = useLater(text.trim(), 250)
  const { data, isFetching } = useGetList<Ref & { readonly id: string }>(target.plural, {
    pagination: { page: 1, perPage: PAGE }, sort: { field: target.sort?.field ?? 'id', order: target.sort?.direction ?? 'ASC' }, filter: q === '' ? {} : { q }, meta: { view: 'label', total: false, ...(editable === undefined ? {} : { editable: true }) },
  }, { enabled: open, placeholderData: (previous) => previous, retry: false })
  const creatable = useMemo(() => (onCreate ? [target, ...target.kinds.flatMap((kind) => meta.resource(kind) ?? [])].filter((one) => one.operations.create) : []), [meta, onCreate, target])
  const creations = creatable.map((one): Creation => ({ create: one.name, id: `create ${one.name}`, _label: translate(text.trim() ? 'coulisses.relation.createNamed' : 'coulisses.relation.create', { name: one.label, text: text.trim() }) }))
  const took = (option: Option | string | null): boolean => {
    if (option === null || !isCreation(option)) return false
    onCreate?.(option.create, text.trim())
    return true
  }
  const props = {
    ...(id === undefined ? {} : { id }), size: 'small' as const, disabled: disabled === true, open, onOpen: () => { setOpen(true) }, onClose: () => { setOpen(false) },
    options: [...(data ?? []), ...creations] as Option[], filterOptions: (options: Option[]) => options, loading: isFetching,
    getOptionLabel: (option: Option | string) => (typeof option === 'string' ? option : labelOf(option)), getOptionKey: (option: Option | string) => (typeof option === 'string' ? option : option.id),
    ...(editable === undefined ? {} : { getOptionDisabled: (option: Option) => !isCreation(option) && !isEditable({ ...option }, editable) }),
    isOptionEqualToValue: (one: Option, other: Option) => one.id === other.id, noOptionsText: translate('coulisses.relation.nothing'), loadingText: translate('ra.page.loading'),
    onInputChange: (_event: unknown, next: string, reason: string) => { setText(reason === 'input' ? next : '') }, sx: { minWidth: minWidth ?? 0 },
  }
  return { props, took, pending: isFetching && open }
}

const boxOf = ({ label, required, error, help, inputRef }: Common) => ({ label, required: required === true, error, help, inputRef })
