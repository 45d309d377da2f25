import Close from '@mui/icons-material/Close'
import Search from '@mui/icons-material/Search'
import { Box, IconButton, InputAdornment, Stack, TextField } from '@mui/material'
import get from 'lodash/get.js'
import set from 'lodash/fp/set.js'
import unset from 'lodash/fp/unset.js'
import { useListContext, useTranslate } from 'ra-core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMeta, useSchema } from '../../app/meta.tsx'
import { isObject, type AdminResource } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { useLater } from '../../fields/parts/useLater.ts'
import { AddFilter } from './addFilter.tsx'
import { activePaths, filterChoices, type FilterChoice } from './filterChoices.ts'
import { SavedViews } from './savedViews.tsx'

/** What narrows the list. All of it stands in the address, in the shape of the API's filter. */
export function FilterBar({ resource }: { readonly resource: AdminResource }) {
  const translate = useTranslate()
  const meta = useMeta()
  const schema = useSchema()
  const { filterValues, displayedFilters, setFilters, showFilter, hideFilter } = useListContext()
  const choices = useMemo(() => filterChoices(meta, schema, resource, resource.label), [meta, schema, resource])
  const states = useMemo(() => [...new Set(resource.moves.map((move) => move.field))], [resource])
  const active = activePaths(choices, filterValues)
  const asked: unknown = displayedFilters
  const shown = choices.filter(({ path }) => states.includes(path) || active.includes(path) || (isObject(asked) && asked[path] === true))
  // Two changes within one rendering add up: the second starts from what the first asked for.
  const wanted = useRef(filterValues)
  useEffect(() => { wanted.current = filterValues }, [filterValues])
  const put = (path: string, value: unknown): void => {
    // Whoever typed and then opened a row while its page was still on the way is not called back to the list.
    if (!window.location.pathname.endsWith(`/${resource.plural}`)) return
    wanted.current = value === undefined ? unset(path, wanted.current) : set(path, value, wanted.current)
    setFilters(wanted.current, undefined)
  }
  const change = (path: string, value: Readonly<Record<string, unknown>>): void => { put(path, Object.keys(value).length === 0 ? undefined : value) }
  return (
    <Stack direction="row" useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: 'center', p: 1.5 }}>
      {schema.inputs(`${resource.name}Filter`).has('q') ? <SearchBox resource={resource} filter={filterValues} onChange={(q) => { put('q', q === '' ? undefined : q) }} /> : null}
      {shown.map((choice) => (
        <Condition key={choice.path} choice={choice} value={conditionOf(filterValues, choice.path)} onChange={(value) => { change(choice.path, value) }} {...(states.includes(choice.path) ? {} : { onHide: () => { hideFilter(choice.path) } })} />
      ))}
      <AddFilter choices={choices.filter((choice) => !shown.includes(choice))} onAdd={(path) => { showFilter(path, undefined) }} />
      <SavedViews />
      {active.length > 0 || filterValues['q'] ? <IconButton size="small" aria-label={translate('ra.action.remove_all_filters')} title={translate('ra.action.remove_all_filters')} onClick={() => { setFilters({}, {}) }}><Close fontSize="small" /></IconButton> : null}
    </Stack>
  )
}

function conditionOf(filter: unknown, path: string): Readonly<Record<string, unknown>> {
  const value: unknown = get(filter, path)
  return isObject(value) ? value : {}
}

function Condition({ choice, value, onChange, onHide }: { readonly choice: FilterChoice; readonly value: Readonly<Record<string, unknown>>; readonly onChange: (value: Readonly<Record<string, unknown>>) => void; readonly onHide?: () => void }) {
  const translate = useTranslate()
  const { Filter } = kindOf(choice.field)
  if (!Filter) return null
  return (
    <Box role="group" aria-label={choice.label} sx={{ display: 'flex', alignItems: 'center' }}>
      <Filter field={choice.field} label={choice.label} value={value} onChange={onChange} />
      {onHide ? <IconButton size="small" aria-label={translate('coulisses.filter.remove', { name: choice.label })} onClick={onHide}><Close fontSize="small" /></IconButton> : null}
    </Box>
  )
}

/** Words, without accents or case. The key "/" leads here. */
function SearchBox({ resource, filter, onChange }: { readonly resource: AdminResource; readonly filter: Readonly<Record<string, unknown>>; readonly onChange: (value: string) => void }) {
  const translate = useTranslate()
  const { isFetching } = useListContext()
  const value = typeof filter['q'] === 'string' ? filter['q'] : ''
  const [text, setText] = useState(value)
  const later = useLater(text, 350)
  const known = useRef({ value, asked: value })
  useEffect(() => {
    if (value !== known.current.value) {
      // What we asked for has come, or the words came from elsewhere: the address, a saved view.
      if (value !== known.current.asked) setText(value)
      known.current = { value, asked: value }
    } else if (later === text && later !== value) {
      known.current.asked = later
      onChange(later)
    }
    // A pause in typing asks; and again after another change of the list, or its first drawing, which may have overtaken the words.
  }, [later, value, filter, isFetching])
  return (
    <Box role="search" sx={{ flex: '1 1 220px', maxWidth: 340 }}>
      <TextField
        type="search" size="small" fullWidth value={text} placeholder={translate('ra.action.search')} onChange={(event) => { setText(event.target.value) }}
        slotProps={{ htmlInput: { 'aria-label': translate('coulisses.list.search', { name: resource.labelPlural }), 'data-search': '', 'aria-keyshortcuts': '/' }, input: { startAdornment: <InputAdornment position="start"><Search fontSize="small" /></InputAdornment> } }}
      />
    </Box>
  )
}
