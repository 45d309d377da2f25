import Notifications from '@mui/icons-material/Notifications'
import { Badge, Box, Button, IconButton, Link as MuiLink, Popover, Stack, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAdminDataProvider, useMeta } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import { useInstant } from '../../fields/parts/format.ts'
import { pathOf } from '../../fields/parts/recordLink.tsx'

interface Told { readonly id: string; readonly title: string; readonly body: string | null; readonly state: string; readonly createdAt: string; readonly subject: { readonly entity: string; readonly id: string } | null }
interface News { readonly total: number; readonly items: readonly { readonly id: string }[] }

const UNREAD = parse('query Admin_Unread { data: notifications(filter: { state: { eq: UNREAD } }, page: { size: 1 }) { total items { id } } }')
const LATEST = parse('query Admin_Notifications { data: notifications(page: { size: 12 }) { items { id title body state createdAt subject { entity id } } } }')
const READ = parse('mutation Admin_ReadNotifications($notifications: [ID!]) { data: readNotifications(notifications: $notifications) }')
const EVERY = 60_000

/** What one was told, with the number of what is new: a bell in the bar. */
export default function NotificationBell() {
  const say = useSay()
  const provider = useAdminDataProvider()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { data } = useQuery({ queryKey: ['notifications', 'unread'], refetchInterval: EVERY, queryFn: async ({ signal }) => await provider.run(UNREAD, {}, signal) as News })
  const unread = data?.total ?? 0
  const label = say({ fr: `Notifications : ${unread} non lues`, en: `Notifications: ${unread} unread` })
  return (
    <>
      <IconButton color="inherit" aria-label={label} title={label} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => { setAnchor(event.currentTarget) }}>
        <Badge badgeContent={unread} max={99} color="error"><Notifications /></Badge>
      </IconButton>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null) }} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} slotProps={{ paper: { role: 'dialog', 'aria-label': say({ fr: 'Notifications', en: 'Notifications' }), sx: { width: 360, maxWidth: '92vw', p: 1.5 } } }}>
        {anchor ? <Latest unread={unread} onClose={() => { setAnchor(null) }} /> : null}
      </Popover>
    </>
  )
}

function Latest({ unread, onClose }: { readonly unread: number; readonly onClose: () => void }) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: ['notifications', 'latest'], queryFn: async ({ signal }) => await provider.run(LATEST, {}, signal) as { readonly items: readonly Told[] } })
  const read = (ids?: readonly string[]): void => { void provider.run(READ, { notifications: ids ?? null }).then(() => client.invalidateQueries({ queryKey: ['notifications'] })) }
  const items = data?.items ?? []
  return (
    <>
      <Stack direction="row" justifyContent="space-between" alignItems="center">
        <Typography component="h2" variant="subtitle1">{say({ fr: 'Notifications', en: 'Notifications' })}</Typography>
        {/* The button goes with what was new: the keyboard stays in the list. */}
        {unread > 0 ? <Button size="small" onClick={(event) => { event.currentTarget.closest<HTMLElement>('[role=dialog]')?.focus(); read() }}>{say({ fr: 'Tout marquer comme lu', en: 'Mark all as read' })}</Button> : null}
      </Stack>
      {data && items.length === 0 ? <Typography color="text.secondary" sx={{ py: 2 }}>{say({ fr: 'Rien pour le moment.', en: 'Nothing at the moment.' })}</Typography> : null}
      <Stack component="ul" spacing={0.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>{items.map((one) => <li key={one.id}><Entry told={one} onOpen={() => { read([one.id]); onClose() }} /></li>)}</Stack>
    </>
  )
}

function Entry({ told, onOpen }: { readonly told: Told; readonly onOpen: () => void }) {
  const meta = useMeta()
  const say = useSay()
  const when = useInstant()
  const resource = meta.resource(told.subject?.entity)
  const path = resource && told.subject ? pathOf(resource, told.subject.id) : undefined
  const isNew = told.state === 'UNREAD'
  return (
    <Box sx={{ p: 0.75, borderRadius: 1, bgcolor: isNew ? 'action.selected' : 'transparent' }}>
      {path ? <MuiLink component={Link} to={path} onClick={onOpen} sx={{ fontWeight: isNew ? 700 : 400 }}>{told.title}</MuiLink> : <Typography fontWeight={isNew ? 700 : 400}>{told.title}</Typography>}
      {isNew ? <Typography component="span" variant="caption"> · {say({ fr: 'nouveau', en: 'new' })}</Typography> : null}
      {told.body ? <Typography variant="body2">{told.body}</Typography> : null}
      <Typography variant="caption" color="text.secondary" component="time" dateTime={told.createdAt} sx={{ display: 'block' }}>{when(told.createdAt)}</Typography>
    </Box>
  )
}
