import { Button, Chip, List, ListItem, ListItemText, Stack } from '@mui/material'
import { useLocale } from 'ra-core'
import { useSay } from '../../../app/screens.tsx'
import { deviceOf } from './device.ts'
import { Fault, Part, useMoment, useOwn, useRunOwn } from './parts.tsx'

interface OwnSession { readonly id: string; readonly device: string | null; readonly address: string | null; readonly since: string; readonly lastUsedAt: string; readonly current: boolean }

/** Where one is signed in, and a way to end that. */
export function Sessions() {
  const say = useSay()
  const run = useRunOwn()
  const moment = useMoment(useLocale())
  const { data = [], error, refetch } = useOwn<readonly OwnSession[]>('sessions', 'query Admin_Sessions { data: mySessions { id device address since lastUsedAt current } }')
  const end = async (session: string): Promise<void> => { await run('mutation Admin_EndSession($session: ID!) { data: endSession(session: $session) }', { session }); await refetch() }
  const endOthers = async (): Promise<void> => { await run('mutation Admin_SignOutEverywhere { data: signOutEverywhere(keepThis: true) }'); await refetch() }
  return (
    <Part title={say({ fr: 'Sessions ouvertes', en: 'Open sessions' })}>
      <Fault error={error} />
      <List disablePadding>
        {data.map((one) => (
          <ListItem key={one.id} disableGutters divider secondaryAction={one.current
            ? <Chip size="small" label={say({ fr: 'Celle-ci', en: 'This one' })} />
            : <Button onClick={() => { void end(one.id) }} aria-label={`${say({ fr: 'Fermer', en: 'End' })} : ${deviceOf(one.device)}, ${moment(one.lastUsedAt)}`}>{say({ fr: 'Fermer', en: 'End' })}</Button>}
          >
            <ListItemText sx={{ pr: 8 }} primary={deviceOf(one.device)} secondary={`${one.address ?? ''} · ${say({ fr: 'dernier usage', en: 'last used' })} ${moment(one.lastUsedAt)}`} />
          </ListItem>
        ))}
      </List>
      {data.length > 1 ? <Stack direction="row" sx={{ mt: 2 }}><Button variant="outlined" onClick={() => { void endOthers() }}>{say({ fr: 'Fermer toutes les autres', en: 'End all the others' })}</Button></Stack> : null}
    </Part>
  )
}
