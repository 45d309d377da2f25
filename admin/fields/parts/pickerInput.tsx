import { lazy, Suspense, useState } from 'react'
import { useMeta } from '../../app/meta.tsx'
import { isRef, type AdminResource, type Ref } from '../../data/meta.ts'
import type { InputProps } from '../kind.ts'
import { MultiPicker, Picker } from './picker.tsx'
import { useField } from './useField.ts'

// A form inside a dialog inside a form: fetched when somebody asks for it.
const CreateDialog = lazy(() => import('../../resource/form/createDialog.tsx'))

interface Wanted { readonly resource: AdminResource; readonly text: string }

export function PickerInput({ target, ...props }: InputProps & { readonly target: AdminResource }) {
  const state = useField(props)
  const creation = useCreation((record) => { state.onChange(record) })
  return (
    <>
      <Picker
        target={target} id={state.id} label={props.field.label} required={state.required} disabled={props.disabled === true} error={state.error} help={props.field.help} inputRef={state.ref}
        value={isRef(state.value) ? state.value : null} onChange={state.onChange} onBlur={state.onBlur} onCreate={creation.ask}
      />
      {creation.dialog}
    </>
  )
}

export function MultiPickerInput({ target, ...props }: InputProps & { readonly target: AdminResource }) {
  const state = useField(props)
  const value = Array.isArray(state.value) ? state.value.filter(isRef) : []
  const creation = useCreation((record) => { state.onChange([...value, record]) })
  return (
    <>
      <MultiPicker
        target={target} id={state.id} label={props.field.label} required={state.required} disabled={props.disabled === true} error={state.error} help={props.field.help} inputRef={state.ref}
        value={value} onChange={state.onChange} onBlur={state.onBlur} onCreate={creation.ask}
      />
      {creation.dialog}
    </>
  )
}

/** The record that is missing, created in place. */
export function useCreation(onDone: (record: Ref) => void) {
  const meta = useMeta()
  const [wanted, setWanted] = useState<Wanted>()
  const ask = (entity: string, text: string): void => {
    const resource = meta.resource(entity)
    if (resource) setWanted({ resource, text })
  }
  const dialog = wanted && (
    <Suspense>
      <CreateDialog resource={wanted.resource} text={wanted.text} onClose={() => { setWanted(undefined) }} onDone={(record) => { setWanted(undefined); onDone(record) }} />
    </Suspense>
  )
  return { ask, dialog }
}
