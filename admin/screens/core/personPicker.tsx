import { useSay } from '../../app/screens.tsx'
import { useMeta } from '../../app/meta.tsx'
import type { Ref } from '../../data/meta.ts'
import { Picker } from '../../fields/parts/picker.tsx'

/** Anybody who has an account, by his name; nothing where the caller may read none. */
export function PersonPicker({ value, onChange }: { readonly value: Ref | null; readonly onChange: (person: Ref | null) => void }) {
  const say = useSay()
  const target = useMeta().resource('User')
  return target ? <Picker target={target} label={say({ fr: 'Personne', en: 'Person' })} value={value} onChange={onChange} /> : null
}
