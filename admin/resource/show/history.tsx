import RestoreIcon from '@mui/icons-material/Restore'
import { Alert, Box, Button, Chip, IconButton, Skeleton, Stack, Tooltip, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useNotify, useTranslate } from 'ra-core'
import { Confirm } from 'react-admin'
import { useState } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { isEditable, isOpen, type AdminResource, type Ref, type Values } from '../../data/meta.ts'
import { historyOperation, restoreOperation, type HistoryEntry, type HistoryPage } from '../../data/operations.ts'
import { useInstant } from '../../fields/parts/format.ts'
import { useChanged } from '../parts/useChanged.ts'
import { HistoryLine } from './historyLine.tsx'

const SIZE = 20
interface Wanted { readonly entry: HistoryEntry; readonly fields: readonly string[] | undefined }

/** Who changed what, from what to what; and the way back. */
export default function History({ resource, record }: { readonly resource: AdminResource; readonly record: Ref & Values }) {
  const translate = useTranslate()
  const [size, setSize] = useState(SIZE)
  const [wanted, setWanted] = useState<Wanted>()
  const { data, error, isPending } = useHistory(resource, record.id, size)
  const restore = useRestore(resource, record.id, () => { setWanted(undefined) })
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (isPending) return <Skeleton variant="rounded" height={200} />
  return (
    <>
      {data.items.length === 0 ? <Typography color="text.secondary">{translate('coulisses.history.none')}</Typography> : null}
      <Stack component="ol" spacing={2.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.items.map((entry) => <Entry key={entry.id} resource={resource} entry={entry} editable={(field) => isEditable(record, field)} onRestore={resource.operations.update && isOpen(record) ? (fields) => { setWanted({ entry, fields }) } : undefined} />)}
      </Stack>
      {data.pageInfo.hasNextPage ? <Button sx={{ mt: 2 }} onClick={() => { setSize(size + SIZE) }}>{translate('coulisses.history.more')}</Button> : null}
      {wanted ? (
        <Confirm
          isOpen loading={restore.busy} title="coulisses.history.restore" content={translate(wanted.fields ? 'coulisses.history.confirmField' : 'coulisses.history.confirm', { name: labelOf(wanted) })}
          onConfirm={() => { void restore.run(wanted) }} onClose={() => { setWanted(undefined) }}
        />
      ) : null}
    </>
  )
}

const labelOf = ({ entry, fields }: Wanted): string => entry.changes.filter((change) => !fields || fields.includes(change.field)).map((change) => change.label ?? change.field).join(', ')

function useHistory(resource: AdminResource, id: string, size: number) {
  const provider = useAdminDataProvider()
  return useQuery({
    // The name of the resource first, as in the keys of react-admin: a change of the record asks for its history anew.
    queryKey: [resource.plural, 'history', id, size],
    queryFn: async ({ signal }): Promise<HistoryPage> => {
      const { document, variables } = historyOperation(resource, id, 1, size)
      // The shape that the operation asks for.
      return await provider.run(document, variables, signal) as HistoryPage
    },
  })
}

function useRestore(resource: AdminResource, id: string, onDone: () => void) {
  const provider = useAdminDataProvider()
  const notify = useNotify()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)
  const run = async ({ entry, fields }: Wanted): Promise<void> => {
    setBusy(true)
    try {
      const { document, variables } = restoreOperation(resource, id, entry.id, fields)
      await provider.run(document, variables)
      notify('coulisses.history.restored', { type: 'success' })
    } catch (error) {
      const message = error instanceof Error ? error.message : 'coulisses.error.unexpected'
      notify(message, { type: 'error', messageArgs: { _: message } })
    } finally {
      setBusy(false)
      changed()
      onDone()
    }
  }
  return { busy, run }
}

interface EntryProps {
  readonly resource: AdminResource
  readonly entry: HistoryEntry
  readonly editable: (field: string) => boolean
  readonly onRestore: ((fields: readonly string[] | undefined) => void) | undefined
}

function Entry({ resource, entry, editable, onRestore }: EntryProps) {
  const translate = useTranslate()
  const when = useInstant()
  const restorable = entry.action === 'UPDATE' && onRestore !== undefined && entry.changes.every((change) => change.hidden || editable(change.field)) && entry.changes.some((change) => !change.hidden)
  const said = (kind: string, value: string): string => translate(`coulisses.history.${kind}.${value}`, { _: value })
  return (
    <Box component="li" sx={{ borderInlineStart: 3, borderColor: 'divider', ps: 2, paddingInlineStart: 2 }}>
      <Stack direction="row" spacing={1} alignItems="center" useFlexGap flexWrap="wrap">
        <Typography variant="subtitle2" component="h3">{said('actions', entry.action)}</Typography>
        <Typography variant="body2" color="text.secondary">{entry.user ? entry.user.fullName ?? translate('coulisses.history.former') : translate('coulisses.history.somebody')} · <time dateTime={entry.at}>{when(entry.at)}</time></Typography>
        <Chip size="small" variant="outlined" label={said('origins', entry.origin)} />
        {restorable ? <Button size="small" startIcon={<RestoreIcon />} onClick={() => { onRestore(undefined) }}>{translate('coulisses.history.undo')}</Button> : null}
      </Stack>
      <Stack component="ul" spacing={0.75} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {entry.changes.map((change) => (
          <Stack component="li" key={change.field} direction="row" spacing={1} alignItems="center">
            <HistoryLine resource={resource} change={change} />
            {onRestore && entry.action === 'UPDATE' && (entry.changes.length > 1 || !restorable) && !change.hidden && editable(change.field) ? (
              <Tooltip title={translate('coulisses.history.undoField', { name: change.label ?? change.field })}>
                <IconButton size="small" aria-label={translate('coulisses.history.undoField', { name: change.label ?? change.field })} onClick={() => { onRestore([change.field]) }}><RestoreIcon fontSize="inherit" /></IconButton>
              </Tooltip>
            ) : null}
          </Stack>
        ))}
      </Stack>
    </Box>
  )
}
