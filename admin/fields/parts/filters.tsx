import { Autocomplete, MenuItem, Stack, TextField } from '@mui/material'
import { useEvent, useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import type { FilterProps } from '../kind.ts'
import { ComboBox } from './combo.tsx'
import { FilterFrame } from './filterFrame.tsx'

/** How long a pause in typing must be before the list asks again. */
const PAUSE = 350

interface LateProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: string
  readonly narrow?: boolean
}

/** A box that tells what was typed after a pause. */
export function LateBox({ label, value, onChange, type = 'text', narrow = false }: LateProps) {
  const [text, setText] = useState(value)
  const told = useRef(value)
  const tell = useEvent((next: string) => { told.current = next; onChange(next) })
  useEffect(() => {
    // What comes back late is what was told: the person has typed on meanwhile.
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === told.current) return undefined
    const timer = setTimeout(() => { tell(text) }, type === 'text' ? PAUSE : PAUSE * 2)
    return () => { clearTimeout(timer) }
  }, [text, type, tell])
  return (
    <TextField
      label={label} type={type} size="small" value={text} onChange={(event) => { setText(event.target.value) }} sx={{ width: type === 'date' ? 155 : narrow ? 130 : 200 }}
      onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); tell(text) } }}
      {...(type.startsWith('date') ? { slotProps: { inputLabel: { shrink: true } } } : {})}
    />
  )
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** Part of a text, without accents or case. */
export function ContainsFilter(props: FilterProps) {
  return (
    <FilterFrame {...props}>
      <LateBox label={props.label} value={textOf(props.value['contains'])} onChange={(contains) => { props.onChange(contains === '' ? {} : { contains }) }} />
    </FilterFrame>
  )
}

/** The whole value: codes and ids. */
export function EqualsFilter(props: FilterProps) {
  return (
    <FilterFrame {...props}>
      <LateBox label={props.label} value={textOf(props.value['eq'])} onChange={(eq) => { props.onChange(eq === '' ? {} : { eq }) }} />
    </FilterFrame>
  )
}

export interface RangeProps extends FilterProps {
  readonly type?: string
  readonly write?: (operand: unknown, end: 'from' | 'to') => string
  /** Undefined while what is typed is no value yet. */
  readonly read?: (text: string, end: 'from' | 'to') => unknown
}

const asTyped = (text: string): unknown => text

/** From and to, both included. */
export function RangeFilter({ type = 'text', write = textOf, read = asTyped, ...props }: RangeProps) {
  const translate = useTranslate()
  const set = (operator: 'gte' | 'lte', text: string, end: 'from' | 'to'): void => {
    const { [operator]: _old, isEmpty: _isEmpty, ...rest } = props.value
    const operand = text === '' ? undefined : read(text, end)
    props.onChange(operand === undefined ? rest : { ...rest, [operator]: operand })
  }
  return (
    <FilterFrame {...props}>
      <Stack direction="row" spacing={1}>
        <LateBox narrow type={type} label={translate('coulisses.filter.from', { name: props.label })} value={write(props.value['gte'], 'from')} onChange={(text) => { set('gte', text, 'from') }} />
        <LateBox narrow type={type} label={translate('coulisses.filter.to')} value={write(props.value['lte'], 'to')} onChange={(text) => { set('lte', text, 'to') }} />
      </Stack>
    </FilterFrame>
  )
}

export interface Option { readonly value: string; readonly label: string }

/** One or several values of a closed list, under the operator that the kind has for it. */
export function OptionsFilter({ options, operator = 'in', ...props }: FilterProps & { readonly options: readonly Option[]; readonly operator?: 'in' | 'hasAny' }) {
  const given = props.value[operator]
  const chosen = options.filter((option) => Array.isArray(given) && given.includes(option.value))
  return (
    <FilterFrame {...props}>
      <Autocomplete
        multiple size="small" options={options} value={chosen} limitTags={2} disableCloseOnSelect sx={{ minWidth: 220 }} getOptionLabel={(option) => option.label} isOptionEqualToValue={(one, other) => one.value === other.value}
        onChange={(_event, next) => { props.onChange(next.length === 0 ? {} : { [operator]: next.map((option) => option.value) }) }}
        renderInput={(params) => <ComboBox params={params} label={props.label} />}
      />
    </FilterFrame>
  )
}

/** Yes, no, or no matter. */
export function BooleanFilter(props: FilterProps) {
  const translate = useTranslate()
  const value = props.value['eq'] === true ? 'yes' : props.value['eq'] === false ? 'no' : ''
  return (
    <TextField select size="small" label={props.label} value={value} sx={{ minWidth: 140 }} onChange={(event) => { props.onChange(event.target.value === '' ? {} : { eq: event.target.value === 'yes' }) }}>
      <MenuItem value="">{translate('coulisses.filter.any')}</MenuItem>
      <MenuItem value="yes">{translate('ra.boolean.true')}</MenuItem>
      <MenuItem value="no">{translate('ra.boolean.false')}</MenuItem>
    </TextField>
  )
}

/** Whether there is a value at all. */
export function PresenceFilter(props: FilterProps) {
  const translate = useTranslate()
  const value = props.value['isEmpty'] === true ? 'empty' : props.value['isEmpty'] === false ? 'filled' : ''
  return (
    <TextField select size="small" label={props.label} value={value} sx={{ minWidth: 160 }} onChange={(event) => { props.onChange(event.target.value === '' ? {} : { isEmpty: event.target.value === 'empty' }) }}>
      <MenuItem value="">{translate('coulisses.filter.any')}</MenuItem>
      <MenuItem value="filled">{translate('coulisses.filter.filled')}</MenuItem>
      <MenuItem value="empty">{translate('coulisses.filter.empty')}</MenuItem>
    </TextField>
  )
}
