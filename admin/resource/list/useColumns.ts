import { useStore } from 'ra-core'
import { useMemo } from 'react'
import type { AdminField, AdminResource } from '../../data/meta.ts'
import type { View } from '../../data/selection.ts'

export interface Columns {
  /** Every column that can be shown: those of the declaration first, in its order. */
  readonly all: readonly AdminField[]
  readonly hidden: readonly string[]
  /** The one that leads to the record: the first that is shown. */
  readonly leading: string | undefined
  readonly storeKey: string
  readonly view: View
}

/** Never columns of their own: the house needs them, people do not. */
const never = new Set(['version'])

/** The columns of a list as the declaration proposes them, and as somebody chose them for himself. */
export function useColumns(resource: AdminResource, without?: string, storeKey = `${resource.plural}.datatable`): Columns {
  const all = useMemo(() => {
    const fields = resource.fields.filter((field) => field.read && !never.has(field.name) && field.name !== without)
    const proposed = resource.list.flatMap((name) => fields.find((field) => field.name === name) ?? [])
    return [...proposed, ...fields.filter((field) => !proposed.includes(field))]
  }, [resource, without])
  const proposedHidden = useMemo(() => all.filter((field) => !resource.list.includes(field.name)).map((field) => field.name), [all, resource])
  const [hidden] = useStore<string[]>(storeKey, proposedHidden)
  const [ranks] = useStore<number[] | undefined>(`${storeKey}_columnRanks`)
  return useMemo(() => {
    const ordered = ranks ? ranks.flatMap((index) => all[index] ?? []) : all
    const shown = ordered.filter((field) => !hidden.includes(field.name))
    // States and their like decide which buttons a row has, whether or not they are shown.
    const needed = [...new Set([...shown.map((field) => field.name), ...resource.moves.map((move) => move.field)])].sort()
    return { all, hidden, leading: shown[0]?.name, storeKey, view: { view: 'list', fields: needed } }
  }, [all, hidden, ranks, resource, storeKey])
}
