import Visibility from '@mui/icons-material/Visibility'
import { Alert, Autocomplete, Box, Button, Card, IconButton, Skeleton, Stack, Table, TableBody, TableCell, TableHead, TableRow, Tooltip, Typography } from '@mui/material'
import { useState } from 'react'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import { useMeta } from '../../app/meta.tsx'
import type { Ref } from '../../data/meta.ts'
import { viewAs } from '../../data/viewAs.ts'
import { useChart, type Act, type Extent, type Line, type Subject } from './chart.ts'
import { ComboBox } from '../../fields/parts/combo.tsx'
import { PersonPicker } from './personPicker.tsx'

const title = { fr: 'Qui peut quoi', en: 'Who may what' }
const extents = { ALL: { fr: 'tout', en: 'all' }, SOME: { fr: 'une partie', en: 'some' }, NONE: { fr: 'rien', en: 'none' } } as const

/** What roles and people may do with everything, side by side; with its fields where a row is opened. */
export default function AccessChart() {
  const say = useSay()
  const all = useChart({})
  const [roles, setRoles] = useState<readonly string[]>()
  const [person, setPerson] = useState<Ref | null>(null)
  const [entity, setEntity] = useState<string>()
  const people = useChart({ roles: [], users: person ? [person.id] : [], departments: [] })
  const detail = useChart({ roles: roles ?? [], users: person ? [person.id] : [], departments: [], ...(entity === undefined ? {} : { entity }) })
  if (!all.data) return all.error ? <Alert severity="error">{all.error.message}</Alert> : <Skeleton variant="rounded" height={400} sx={{ mt: 4 }} />
  const chosen = all.data.filter(({ key }) => roles?.includes(key) ?? standing.has(key))
  const subjects = [...chosen, ...(person ? people.data ?? [] : [])]
  return (
    <>
      <PageTitle title={say(title)} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 0.5 }}>{say(title)}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>{say({ fr: 'Ce que donnent les rôles et ce que peut une personne, tel que le programme l’applique. Plein : partout ; contour : sur certains enregistrements.', en: 'What roles give and what a person may do, as the program applies it. Filled: everywhere; outlined: on some records.' })}</Typography>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={2} sx={{ mb: 2 }}>
        <Autocomplete multiple size="small" fullWidth disableCloseOnSelect options={[...all.data]} value={[...chosen]} getOptionLabel={({ label }) => label} getOptionKey={({ key }) => key} onChange={(_event, next) => { setRoles(next.map(({ key }) => key)) }} renderInput={(params) => <ComboBox params={params} label={say({ fr: 'Rôles', en: 'Roles' })} pending={false} />} />
        <PersonPicker value={person} onChange={setPerson} />
      </Stack>
      <Card sx={{ overflow: 'auto', maxHeight: '75vh' }}>
        <Table size="small" stickyHeader aria-label={say(title)}>
          <TableHead><TableRow><TableCell sx={{ minWidth: 160 }} />{subjects.map((subject) => <Head key={subject.key} subject={subject} />)}</TableRow></TableHead>
          <TableBody>{(all.data[0]?.lines ?? []).map((line) => <Row key={line.entity} line={line} subjects={subjects} onOpen={() => { setRoles(chosen.map(({ key }) => key)); setEntity(line.entity === entity ? undefined : line.entity) }} fields={line.entity === entity ? detail.data : undefined} />)}</TableBody>
        </Table>
      </Card>
    </>
  )
}

/** Shown until somebody chooses: what most people hold. */
const standing = new Set(['employee', 'management', 'sales', 'support', 'administrator'])

function Head({ subject }: { readonly subject: Subject }) {
  const say = useSay()
  const look = say({ fr: `Voir comme « ${subject.label} »`, en: `View as “${subject.label}”` })
  return (
    <TableCell scope="col" sx={{ whiteSpace: 'nowrap' }}>
      {subject.label}{subject.kind === 'ROLE' ? <Tooltip title={look}><IconButton size="small" aria-label={look} onClick={() => { viewAs(subject.key) }}><Visibility fontSize="inherit" /></IconButton></Tooltip> : null}
    </TableCell>
  )
}

interface RowProps { readonly line: Line; readonly subjects: readonly Subject[]; readonly fields: readonly Subject[] | undefined; readonly onOpen: () => void }

function Row({ line, subjects, fields, onOpen }: RowProps) {
  const module = useMeta().meta.modules.find(({ name }) => name === line.module)?.label
  return (
    <>
      <TableRow hover>
        <TableCell component="th" scope="row"><Button size="small" onClick={onOpen} aria-expanded={fields !== undefined} sx={{ justifyContent: 'flex-start', textAlign: 'left' }}>{line.label}</Button>{module ? <Typography variant="caption" color="text.secondary" component="div" sx={{ pl: 0.6 }}>{module}</Typography> : null}</TableCell>
        {subjects.map((subject) => <TableCell key={subject.key}><Acts acts={subject.lines.find(({ entity }) => entity === line.entity)?.acts ?? []} /></TableCell>)}
      </TableRow>
      {(fields?.[0]?.lines[0]?.fields ?? []).map(({ name, label }) => (
        <TableRow key={name}>
          <TableCell component="th" scope="row" sx={{ pl: 4 }}>{label}</TableCell>
          {subjects.map((subject) => <TableCell key={subject.key}><FieldMarks field={fields?.find(({ key }) => key === subject.key)?.lines[0]?.fields.find((one) => one.name === name)} /></TableCell>)}
        </TableRow>
      ))}
    </>
  )
}

function Acts({ acts }: { readonly acts: readonly Act[] }) {
  const given = acts.filter(({ rows }) => rows !== 'NONE')
  return given.length === 0 ? <Typography variant="body2" color="text.secondary">–</Typography> : <Stack direction="row" useFlexGap flexWrap="wrap" spacing={0.5}>{given.map((act) => <Mark key={act.name} label={act.label} extent={act.rows} rules={act.rules} />)}</Stack>
}

function FieldMarks({ field }: { readonly field: { readonly read: Extent; readonly create: Extent; readonly update: Extent } | undefined }) {
  const say = useSay()
  const marks = [[{ fr: 'Lire', en: 'Read' }, field?.read], [{ fr: 'Créer', en: 'Create' }, field?.create], [{ fr: 'Modifier', en: 'Update' }, field?.update]] as const
  const given = marks.filter(([, extent]) => extent !== undefined && extent !== 'NONE')
  return given.length === 0 ? <Typography variant="body2" color="text.secondary">–</Typography> : <Stack direction="row" spacing={0.5}>{given.map(([label, extent = 'NONE']) => <Mark key={label.en} label={say(label)} extent={extent} rules={[]} />)}</Stack>
}

function Mark({ label, extent, rules }: { readonly label: string; readonly extent: Extent; readonly rules: readonly string[] }) {
  const say = useSay()
  const words = [say(extents[extent]), ...rules].join(' · ')
  return (
    <Tooltip title={words}>
      <Box component="span" tabIndex={0} sx={{ px: 0.75, borderRadius: 1, border: 1, borderColor: 'primary.main', fontSize: '0.75rem', whiteSpace: 'nowrap', ...(extent === 'ALL' ? { bgcolor: 'primary.main', color: 'primary.contrastText' } : { color: 'primary.main' }) }}>
        {label}<span className="unseen"> : {words}</span>
      </Box>
    </Tooltip>
  )
}
