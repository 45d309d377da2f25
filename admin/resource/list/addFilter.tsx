import FilterList from '@mui/icons-material/FilterList'
import { Autocomplete, Button, Popover } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { ComboBox } from '../../fields/parts/combo.tsx'
import type { FilterChoice } from './filterChoices.ts'

/** What else the list can be narrowed by: found by typing, since relations make it a long list. */
export function AddFilter({ choices, onAdd }: { readonly choices: readonly FilterChoice[]; readonly onAdd: (path: string) => void }) {
  const translate = useTranslate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (choices.length === 0) return null
  return (
    <>
      <Button size="small" startIcon={<FilterList />} aria-haspopup="dialog" onClick={(event) => { setAnchor(event.currentTarget) }}>{translate('ra.action.add_filter')}</Button>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null) }} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} slotProps={{ paper: { role: 'dialog', 'aria-label': translate('ra.action.add_filter'), sx: { p: 1.5, width: 320 } } }}>
        <Autocomplete
          openOnFocus autoHighlight options={[...choices]} value={null} groupBy={(choice) => choice.group} getOptionLabel={(choice) => choice.label} getOptionKey={(choice) => choice.path}
          onChange={(_event, choice) => { if (choice) { setAnchor(null); onAdd(choice.path) } }}
          renderInput={(params) => <ComboBox params={{ ...params, inputProps: { ...params.inputProps, autoFocus: true } }} label={translate('coulisses.filter.by')} />}
        />
      </Popover>
    </>
  )
}
