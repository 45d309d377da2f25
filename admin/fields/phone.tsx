import { Link, Typography } from '@mui/material'
import { isObject } from '../data/meta.ts'
import { BoxOf } from './parts/box.tsx'
import { ContainsFilter } from './parts/filters.tsx'
import { useField } from './parts/useField.ts'
import type { DisplayProps, InputProps, KindUI } from './kind.ts'

const rawOf = (value: unknown): string | null => (typeof value === 'string' ? value : isObject(value) && typeof value['raw'] === 'string' ? value['raw'] : null)
const e164Of = (value: unknown): string | null => (isObject(value) && typeof value['e164'] === 'string' ? value['e164'] : null)

/** A number that exists can be called; one that is none is shown as it was given. */
function Display({ value }: DisplayProps) {
  const [raw, e164] = [rawOf(value), e164Of(value)]
  if (raw === null) return null
  if (e164 === null) return <>{raw}</>
  return <Link href={`tel:${e164}`} title={e164} onClick={(event) => { event.stopPropagation() }} sx={{ whiteSpace: 'nowrap' }}>{raw}</Link>
}

function Input(props: InputProps) {
  const state = useField(props)
  const e164 = e164Of(state.value)
  const raw = { ...state, value: rawOf(state.value), onChange: (next: unknown) => { state.onChange(next === null ? null : { raw: next, e164: null }) } }
  return <BoxOf {...props} state={raw} inputMode="tel" unit={e164 && e164 !== rawOf(state.value) ? <Typography variant="caption" color="text.secondary">{e164}</Typography> : null} />
}

export const phone: KindUI = { kind: 'phone', Display, Input, Filter: ContainsFilter, toInput: rawOf }
