import BookmarkAdd from '@mui/icons-material/BookmarkAdd'
import BookmarkBorder from '@mui/icons-material/BookmarkBorder'
import BookmarkRemove from '@mui/icons-material/BookmarkRemove'
import { Button, Divider, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material'
import isEqual from 'lodash/isEqual.js'
import { extractValidSavedQueries, useListContext, useResourceContext, useSavedQueries, useTranslate, type SavedQuery } from 'ra-core'
import { AddSavedQueryDialog, RemoveSavedQueryDialog } from 'react-admin'
import { useState } from 'react'
import { useNavigate } from 'react-router'

/** Filters, order and page size under a name of one's own. */
export function SavedViews() {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [saved] = useSavedQueries(useResourceContext() ?? '')
  const { filterValues, sort, perPage, displayedFilters } = useListContext()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [asking, setAsking] = useState<'add' | 'remove'>()
  const views = extractValidSavedQueries(saved)
  const current = { filter: filterValues, sort, perPage, displayedFilters }
  const isCurrent = (view: SavedQuery): boolean => isEqual(view.value, current)
  const known = views.some(isCurrent)
  const narrowed = Object.keys(filterValues).length > 0
  if (views.length === 0 && !narrowed) return null
  const ask = (what: 'add' | 'remove'): void => { setAnchor(null); setAsking(what) }
  const open = (view: SavedQuery): void => { setAnchor(null); void navigate({ search: addressOf(view) }) }
  return (
    <>
      <Button size="small" startIcon={<BookmarkBorder />} aria-haspopup="menu" onClick={(event) => { setAnchor(event.currentTarget) }}>{translate('coulisses.list.views')}</Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null) }}>
        {views.map((view) => <MenuItem key={view.label} selected={isCurrent(view)} onClick={() => { open(view) }}><ListItemIcon><BookmarkBorder fontSize="small" /></ListItemIcon><ListItemText>{view.label}</ListItemText></MenuItem>)}
        {views.length > 0 && narrowed ? <Divider /> : null}
        {narrowed && !known ? <MenuItem onClick={() => { ask('add') }}><ListItemIcon><BookmarkAdd fontSize="small" /></ListItemIcon><ListItemText>{translate('ra.saved_queries.new_label')}</ListItemText></MenuItem> : null}
        {known ? <MenuItem onClick={() => { ask('remove') }}><ListItemIcon><BookmarkRemove fontSize="small" /></ListItemIcon><ListItemText>{translate('ra.saved_queries.remove_label')}</ListItemText></MenuItem> : null}
      </Menu>
      <AddSavedQueryDialog open={asking === 'add'} onClose={() => { setAsking(undefined) }} />
      <RemoveSavedQueryDialog open={asking === 'remove'} onClose={() => { setAsking(undefined) }} />
    </>
  )
}

const addressOf = ({ value }: SavedQuery): string => new URLSearchParams({
  filter: JSON.stringify(value.filter ?? {}), displayedFilters: JSON.stringify(value.displayedFilters ?? {}), page: '1', perPage: String(value.perPage ?? 25),
  ...(value.sort ? { sort: value.sort.field, order: value.sort.order } : {}),
}).toString()
