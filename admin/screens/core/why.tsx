import HelpOutline from '@mui/icons-material/HelpOutline'
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, List, ListItem, ListItemText, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAdminDataProvider, useMeta } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import type { Ref } from '../../data/meta.ts'
import { document } from '../../data/documents.ts'
import type { RecordProps } from '../screen.ts'
import { PersonPicker } from './personPicker.tsx'

const EXPLAIN = document(`query Admin_ExplainAccess($user: ID, $entity: String!, $id: ID, $action: String!, $field: String) {
  data: explainAccess(user: $user, entity: $entity, id: $id, action: $action, field: $field) { allowed sentence reasons { effect name rule holds } }
}`)
interface Explanation { readonly allowed: boolean; readonly sentence: string; readonly reasons: readonly { readonly effect: 'ALLOW' | 'DENY' | 'LIMIT'; readonly name: string; readonly rule: string | null; readonly holds: boolean | null }[] }

const verbs = [['READ', { fr: 'Lire', en: 'Read' }], ['UPDATE', { fr: 'Modifier', en: 'Update' }], ['DELETE', { fr: 'Supprimer', en: 'Delete' }]] as const
const effects = { ALLOW: { fr: 'donne', en: 'gives' }, DENY: { fr: 'refuse', en: 'refuses' }, LIMIT: { fr: 'limite', en: 'limits' } } as const

/** Why somebody may, or may not, do something with this record. */
export default function Why({ resource, record }: RecordProps) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" startIcon={<HelpOutline />} onClick={() => { setOpen(true) }}>{say({ fr: 'Pourquoi ?', en: 'Why?' })}</Button>
      {open ? <WhyDialog resource={resource} record={record} onClose={() => { setOpen(false) }} /> : null}
    </>
  )
}

function WhyDialog({ resource, record, onClose }: Pick<RecordProps, 'resource' | 'record'> & { readonly onClose: () => void }) {
  const say = useSay()
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const aboutOthers = useMeta().resource('Permission') !== undefined
  const [person, setPerson] = useState<Ref | null>(null)
  const [action, setAction] = useState('READ')
  const [field, setField] = useState('')
  const ofField = action === 'READ' || action === 'UPDATE'
  const asked = { entity: resource.name, id: record.id, action, ...(person ? { user: person.id } : {}), ...(ofField && field !== '' ? { field } : {}) }
  const { data, error } = useQuery({
    queryKey: ['explainAccess', asked],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(EXPLAIN, asked, signal) as Explanation,
  })
  const actions = [...verbs.map(([name, label]) => [name, say(label)] as const), ...[...resource.moves, ...resource.actions].map(({ name, label }) => [name, label] as const)]
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="why-title">
      <DialogTitle id="why-title">{say({ fr: 'Pourquoi ?', en: 'Why?' })} · {record._label}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {aboutOthers ? <PersonPicker value={person} onChange={setPerson} /> : null}
          <TextField select size="small" label={say({ fr: 'Action', en: 'Action' })} value={action} onChange={(event) => { setAction(event.target.value) }}>{actions.map(([name, label]) => <MenuItem key={name} value={name}>{label}</MenuItem>)}</TextField>
          {ofField ? (
            <TextField select size="small" label={say({ fr: 'Champ', en: 'Field' })} value={field} onChange={(event) => { setField(event.target.value) }}>
              <MenuItem value="">{say({ fr: 'L’enregistrement entier', en: 'The whole record' })}</MenuItem>
              {resource.fields.filter(({ read, update }) => read || update).map(({ name, label }) => <MenuItem key={name} value={name}>{label}</MenuItem>)}
            </TextField>
          ) : null}
          {error ? <Alert severity="error">{error.message}</Alert> : null}
          {data ? <Alert severity={data.allowed ? 'success' : 'warning'} role="status">{data.sentence}</Alert> : null}
          {data && data.reasons.length > 0 ? (
            <>
              <Typography component="h3" variant="subtitle2">{say({ fr: 'Tout ce qui compte', en: 'All that counts' })}</Typography>
              <List dense disablePadding>{data.reasons.map((reason, index) => (
                <ListItem key={index} disableGutters sx={{ opacity: reason.holds === false ? 0.6 : 1 }}>
                  <ListItemText primary={`${reason.name} ${say(effects[reason.effect])}${reason.rule === null ? '' : ` : ${reason.rule}`}`} secondary={reason.holds === false ? say({ fr: 'ne concerne pas cet enregistrement', en: 'does not concern this record' }) : null} />
                </ListItem>
              ))}</List>
            </>
          ) : null}
        </Stack>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('ra.action.close')}</Button></DialogActions>
    </Dialog>
  )
}
