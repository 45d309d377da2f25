import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import { Alert, Autocomplete, Box, Button, Card, CardContent, IconButton, List, ListItem, ListItemText, MenuItem, Skeleton, Stack, TextField, Tooltip, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useNotify, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useAdminDataProvider, useMeta } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import { ComboBox } from '../../fields/parts/combo.tsx'
import { pathOf } from '../../fields/parts/recordLink.tsx'
import { approvalOf } from '../../resource/parts/useTell.tsx'
import type { RecordProps } from '../screen.ts'
import { useChart, type Line } from './chart.ts'
import { sentencesOf } from './permissionWords.ts'
import { actsOf, keyOf, loadPermissions, preview, savePermissions, type Change, type Permission } from './permissions.ts'

const scopes = {
  ALL: { fr: 'tout', en: 'all' }, DEPARTMENT: { fr: 'son département', en: 'own department' }, PROJECT: { fr: 'ses projets', en: 'own projects' }, OWN: { fr: 'les siens', en: 'own' }, NONE: { fr: 'aucun', en: 'none' },
} as const

/** What a role gives and refuses: entity by entity, action by action, as a whole or by field. */
export default function RoleEditor({ record }: RecordProps) {
  const provider = useAdminDataProvider()
  const chart = useChart({ roles: [String(record['key'])] })
  const stored = useQuery({ queryKey: ['permissionsOf', record.id], queryFn: async ({ signal }) => await loadPermissions(provider, record.id, signal) })
  const failed = chart.error ?? stored.error
  if (failed) return <Alert severity="error">{failed.message}</Alert>
  const lines = chart.data?.[0]?.lines.filter(({ fixed }) => !fixed)
  if (!lines || !stored.data) return <Skeleton variant="rounded" height={240} />
  return <Editor role={record.id} lines={lines} stored={stored.data} onSaved={() => { void stored.refetch(); void chart.refetch() }} />
}

interface EditorProps { readonly role: string; readonly lines: readonly Line[]; readonly stored: readonly Permission[]; readonly onSaved: () => void }

function Editor({ role, lines, stored, onSaved }: EditorProps) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const [permissions, setPermissions] = useState(stored)
  const [opened, setOpened] = useState<readonly string[]>([])
  const [changes, setChanges] = useState<readonly Change[]>()
  const [asked, setAsked] = useState<Waiting>()
  const { busy, error, run } = useBusy()
  const notify = useNotify()
  useEffect(() => { setPermissions(stored); setChanges(undefined) }, [stored])
  const dirty = JSON.stringify(permissions) !== JSON.stringify(stored)
  const change = (next: readonly Permission[]): void => { setPermissions(next); setChanges(undefined) }
  const shown = lines.filter(({ entity }) => opened.includes(entity) || permissions.some(({ entityType }) => entityType === entity))
  const look = async (): Promise<void> => { setAsked(undefined); setChanges(await preview(provider, role, permissions)) }
  const save = async (): Promise<void> => {
    try {
      await savePermissions(provider, role, permissions)
      notify(say({ fr: 'Permissions enregistrées', en: 'Permissions saved' }), { type: 'info' })
    } catch (caught) {
      const request = approvalOf(caught)
      if (request === undefined) throw caught
      // Kept with its request: here stands again what is in force.
      change(stored)
      setAsked({ request, message: caught instanceof Error ? caught.message : '' })
    }
    onSaved()
  }
  const leaving = dirty
  useEffect(() => {
    if (!leaving) return undefined
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault() }
    window.addEventListener('beforeunload', ask)
    return () => { window.removeEventListener('beforeunload', ask) }
  }, [leaving])
  return (
    <Stack spacing={2}>
      <Typography variant="body2" color="text.secondary">{say({ fr: 'Ces permissions s’ajoutent à ce que le programme donne à ce rôle. Un refus l’emporte toujours. Une permission sans champ ouvre les champs d’aujourd’hui ; ceux qui viendront restent fermés.', en: 'These permissions add to what the program gives this role. A refusal always wins. A permission without a field opens the fields of today; those that come later stay closed.' })}</Typography>
      {shown.map((line) => <EntityCard key={line.entity} line={line} permissions={permissions} onChange={change} />)}
      <Autocomplete size="small" options={lines.filter((line) => !shown.includes(line))} value={null} getOptionLabel={({ label }) => label} getOptionKey={({ entity }) => entity} onChange={(_event, line) => { if (line) setOpened([...opened, line.entity]) }} renderInput={(params) => <ComboBox params={params} label={say({ fr: 'Ajouter un type d’enregistrement', en: 'Add an entity' })} pending={false} />} />
      {error ? <Alert severity="error">{error}</Alert> : null}
      {asked === undefined ? null : <Asked request={asked} />}
      {changes ? <Changes changes={changes} /> : null}
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
        {changes
          ? <Button variant="contained" disabled={busy || !dirty} onClick={() => { void run(save) }}>{say({ fr: 'Enregistrer', en: 'Save' })}</Button>
          : <Button variant="contained" disabled={busy || !dirty} onClick={() => { void run(look) }}>{say({ fr: 'Voir qui gagne ou perd quoi, puis enregistrer', en: 'See who gains or loses what, then save' })}</Button>}
        <Button disabled={busy || !dirty} onClick={() => { change(stored) }}>{say({ fr: 'Annuler', en: 'Cancel' })}</Button>
      </Stack>
    </Stack>
  )
}

interface Waiting { readonly request: string; readonly message: string }

/** Rights change with two: what was asked, and where the second person finds it. */
function Asked({ request: { request, message } }: { readonly request: Waiting }) {
  const say = useSay()
  const translate = useTranslate()
  const inbox = useMeta().resource('ApprovalRequest')
  const path = inbox && pathOf(inbox, request)
  return (
    <Alert severity="info" role="status" action={path ? <Button component={Link} to={path} color="inherit" size="small">{translate('coulisses.approval.see')}</Button> : undefined}>
      {message} {say({ fr: 'Un autre administrateur la trouve dans « Demandes d’accord », avec exactement ce qui changerait.', en: 'Another administrator finds it among the approval requests, with exactly what would change.' })}
    </Alert>
  )
}

function useBusy(): { readonly busy: boolean; readonly error: string | undefined; readonly run: (work: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setError(undefined)
    await work().catch((caught: unknown) => { setError(caught instanceof Error ? caught.message : String(caught)) })
    setBusy(false)
  }
  return { busy, error, run }
}

interface EntityProps { readonly line: Line; readonly permissions: readonly Permission[]; readonly onChange: (next: readonly Permission[]) => void }

function EntityCard({ line, permissions, onChange }: EntityProps) {
  const say = useSay()
  const fields = useMeta().resource(line.entity)?.fields ?? []
  const own = permissions.filter(({ entityType }) => entityType === line.entity)
  const set = (permission: Permission, scope: string, effect: string): void => {
    const others = permissions.filter((one) => keyOf(one) !== keyOf(permission))
    onChange(scope === '' ? others : [...others, { ...permission, scope, effect }])
  }
  const byField = own.filter(({ field }) => field !== null)
  const sentences = sentencesOf({ ...line, fields }, own, say)
  const [field, setField] = useState('')
  return (
    <Card variant="outlined" component="section" aria-label={line.label}><CardContent>
      <Typography component="h3" variant="subtitle1" sx={{ mb: 1.5 }}>{line.label}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(170px, 1fr))' }}>
        {line.acts.map((act) => <Cell key={act.name} line={line} label={act.label} permissions={own} of={{ entityType: line.entity, action: act.name, field: null }} onSet={set} />)}
      </Box>
      {sentences.length > 0 ? <Box component="ul" aria-label={say({ fr: `En clair : ${line.label}`, en: `In words: ${line.label}` })} sx={{ mt: 1.5, mb: 0, pl: 2.5 }}>{sentences.map((sentence) => <Typography key={sentence} component="li" variant="body2">{sentence}</Typography>)}</Box> : null}
      {byField.map((permission) => (
        <Stack key={keyOf(permission)} direction="row" spacing={1} alignItems="center" sx={{ mt: 1.5 }}>
          <Typography variant="body2" sx={{ flex: 1 }}>{fields.find(({ name }) => name === permission.field)?.label ?? permission.field} · {line.acts.find(({ name }) => name === permission.action)?.label}</Typography>
          <Typography variant="body2" color={permission.effect === 'DENY' ? 'error' : 'text.primary'}>{permission.effect === 'DENY' ? say({ fr: 'refusé', en: 'refused' }) : say({ fr: 'donné', en: 'given' })} · {say(scopes[permission.scope as keyof typeof scopes])}</Typography>
          <Tooltip title={say({ fr: 'Retirer', en: 'Remove' })}><IconButton size="small" aria-label={say({ fr: 'Retirer', en: 'Remove' })} onClick={() => { set(permission, '', '') }}><Delete fontSize="small" /></IconButton></Tooltip>
        </Stack>
      ))}
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mt: 2 }} alignItems={{ sm: 'center' }}>
        <TextField select size="small" label={say({ fr: 'Un champ', en: 'One field' })} value={field} onChange={(event) => { setField(event.target.value) }} sx={{ minWidth: 180 }}>
          {fields.map(({ name, label }) => <MenuItem key={name} value={name}>{label}</MenuItem>)}
        </TextField>
        {field === '' ? <Add color="disabled" aria-hidden /> : line.acts.filter(({ name }) => actsOf.has(name)).map((act) => <Cell key={act.name} line={line} label={act.label} permissions={own} of={{ entityType: line.entity, action: act.name, field }} onSet={set} />)}
      </Stack>
    </CardContent></Card>
  )
}

interface CellProps { readonly line: Line; readonly label: string; readonly permissions: readonly Permission[]; readonly of: Pick<Permission, 'entityType' | 'action' | 'field'>; readonly onSet: (permission: Permission, scope: string, effect: string) => void }

/** One right: nothing, given on some rows, or refused on some. A permission that gives and one that refuses can stand side by side. */
function Cell({ line, label, permissions, of, onSet }: CellProps) {
  const say = useSay()
  const found = permissions.find((one) => one.action === of.action && one.field === of.field)
  const options = ['ALLOW', 'DENY'].flatMap((effect) => line.scopes.map((scope) => ({ value: `${effect} ${scope}`, label: `${effect === 'DENY' ? `${say({ fr: 'refuser', en: 'refuse' })} : ` : ''}${say(scopes[scope as keyof typeof scopes])}` })))
  return (
    <TextField
      select size="small" fullWidth label={label} value={found && found.scope !== 'NONE' ? `${found.effect} ${found.scope}` : ''}
      onChange={(event) => {
        if (found) onSet(found, '', '')
        const [effect = '', scope = ''] = event.target.value.split(' ')
        onSet({ ...of, scope, effect }, scope, effect)
      }}
    >
      <MenuItem value="">–</MenuItem>
      {options.map((option) => <MenuItem key={option.value} value={option.value}>{option.label}</MenuItem>)}
    </TextField>
  )
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const say = useSay()
  if (changes.length === 0) return <Alert severity="info" role="status">{say({ fr: 'Personne ne gagne ni ne perd rien.', en: 'Nobody gains or loses anything.' })}</Alert>
  return (
    <Alert severity="info" role="status" icon={false}>
      <Typography variant="subtitle2" component="h3">{say({ fr: 'Qui gagne ou perd quoi', en: 'Who gains or loses what' })}</Typography>
      <List dense disablePadding>
        {changes.map(({ user, gains, loses }, index) => (
          <ListItem key={user?.id ?? index} disableGutters>
            <ListItemText primary={user?._label ?? '—'} secondary={[...gains.map((one) => `+ ${one}`), ...loses.map((one) => `− ${one}`)].join(' · ')} />
          </ListItem>
        ))}
      </List>
    </Alert>
  )
}
