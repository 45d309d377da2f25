import { useSay } from '../../app/screens.tsx'
import { useMeta } from '../../app/meta.tsx'
import type { Ref } from '../../data/meta.ts'
import { MultiPicker, Picker } from '../../fields/parts/picker.tsx'

/** Anybody who has an account, by his name; nothing where the caller may read none. */
export function PersonPicker({ value, onChange }: { readonly value: Ref | null; readonly onChange: (person: Ref | null) => void }) {
  const say = useSay()
  const target = useMeta().resource('User')
  return target ? <Picker target={target} label={say({ fr: 'Personne', en: 'Person' })} value={value} onChange={onChange} /> : null
}

/** Several records of an entity, by their names; nothing where the caller may read none. */
export function RecordsPicker({ entity, label, value, onChange }: { readonly entity: string; readonly label: string; readonly value: readonly Ref[]; readonly onChange: (records: readonly Ref[]) => void }) {
  const target = useMeta().resource(entity)
  return target ? <MultiPicker target={target} label={label} value={value} onChange={onChange} /> : null
}
