import TableRows from '@mui/icons-material/TableRows'
import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useStore, useTranslate } from 'ra-core'
import type { AdminResource } from '../data/meta.ts'
import { viewsOf, type Offered } from './index.ts'

/** The view of a list that somebody chose last; undefined: the table. */
export function useView(resource: AdminResource): readonly [Offered | undefined, readonly Offered[], (name: string) => void] {
  const offered = viewsOf(resource)
  const [name, setName] = useStore<string>(`${resource.plural}.view`, 'table')
  return [offered.find((one) => one.name === name), offered, setName]
}

export function ViewSwitch({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  const [view, offered, choose] = useView(resource)
  if (offered.length === 0) return null
  const entries = [{ name: 'table', Icon: TableRows }, ...offered]
  return (
    <ToggleButtonGroup size="small" exclusive value={view?.name ?? 'table'} onChange={(_, name: unknown) => { if (typeof name === 'string') choose(name) }} aria-label={translate('coulisses.view.choose')}>
      {entries.map(({ name, Icon }) => <ToggleButton key={name} value={name} aria-label={translate(`coulisses.view.${name}`)} title={translate(`coulisses.view.${name}`)}><Icon fontSize="small" /></ToggleButton>)}
    </ToggleButtonGroup>
  )
}
