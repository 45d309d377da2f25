import { Autocomplete, Dialog, DialogContent } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { isObject, isRef, type AdminResource } from '../data/meta.ts'
import { searchOperation } from '../data/operations.ts'
import { ComboBox } from '../fields/parts/combo.tsx'
import { pathOf } from '../fields/parts/recordLink.tsx'
import { useLater } from '../fields/parts/useLater.ts'
import { useAdminDataProvider, useMeta, useSchema } from './meta.tsx'
import { useMenu } from './menu.tsx'

interface Goal { readonly path: string; readonly label: string; readonly group: string }

/** How many resources one search asks: each is a statement of its own on the server. */
const WIDTH = 8

/** Any page by its name, any record by its title. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const found = useFound(text)
  const pages = useMenu().flatMap((section) => section.entries).map(({ path, label }): Goal => ({ path, label, group: translate('coulisses.palette.pages') }))
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-label={translate('coulisses.palette.title')} sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: '8vh' } }}>
      <DialogContent sx={{ p: 2 }}>
        <Autocomplete
          open autoHighlight disablePortal fullWidth options={[...pages, ...found.goals]} value={null} inputValue={text} onInputChange={(_event, next, reason) => { if (reason === 'input') setText(next) }}
          groupBy={(goal) => goal.group} getOptionLabel={(goal) => goal.label} getOptionKey={(goal) => goal.path} noOptionsText={translate('coulisses.palette.nothing')} popupIcon={null}
          // What the server found holds the words somewhere, if not in its title.
          filterOptions={(goals, { inputValue }) => goals.filter((goal) => found.goals.includes(goal) || fold(goal.label).includes(fold(inputValue)))}
          onClose={(_event, reason) => { if (reason === 'escape') onClose() }} onChange={(_event, goal) => { if (goal) { onClose(); void navigate(goal.path) } }} slotProps={{ paper: { elevation: 0 }, popper: { sx: { position: 'static !important', transform: 'none !important', width: '100% !important' } }, listbox: { sx: { maxHeight: '55vh' } } }}
          renderInput={(params) => <ComboBox params={{ ...params, inputProps: { ...params.inputProps, autoFocus: true } }} label={translate('coulisses.palette.hint')} pending={found.pending} />}
        />
      </DialogContent>
    </Dialog>
  )
}

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function useFound(text: string): { readonly goals: readonly Goal[]; readonly pending: boolean } {
  const provider = useAdminDataProvider()
  const meta = useMeta()
  const schema = useSchema()
  const q = useLater(text.trim(), 250)
  const searched = useMenu().flatMap((section) => section.resources).filter((resource) => resource.searchable && schema.inputs(`${resource.name}Filter`).has('q')).slice(0, WIDTH)
  const { data, isFetching } = useQuery({
    queryKey: ['palette', q, searched.map((resource) => resource.plural)], enabled: q.length > 1 && searched.length > 0, placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<readonly Goal[]> => {
      const { document, variables } = searchOperation(searched, q)
      const answer = await provider.run(document, variables, signal)
      return searched.flatMap((resource) => goalsOf(resource, isObject(answer) ? answer[resource.plural] : undefined, (name) => meta.resource(name)))
    },
  })
  return { goals: q.length > 1 ? data ?? [] : [], pending: isFetching }
}

function goalsOf(resource: AdminResource, page: unknown, kind: (name: string | undefined) => AdminResource | undefined): readonly Goal[] {
  const items = isObject(page) && Array.isArray(page['items']) ? page['items'].filter(isRef) : []
  return items.flatMap((item) => {
    const path = pathOf(kind(item.__typename) ?? resource, item.id)
    return path ? [{ path, label: item._label ?? item.id, group: resource.labelPlural }] : []
  })
}
