import Visibility from '@mui/icons-material/Visibility'
import { Box, Button, IconButton, Stack, Table, TableBody, TableCell, TableHead, TableRow, Tooltip, Typography } from '@mui/material'
import { useState } from 'react'
import { useMeta } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import { viewAs } from '../../data/viewAs.ts'
import { useChart, type Act, type Asked, type ChartField, type Extent, type Line, type Subject } from './chart.ts'

const extents = { ALL: { fr: 'tout', en: 'all' }, SOME: { fr: 'une partie', en: 'some' }, NONE: { fr: 'rien', en: 'nothing' } } as const
const kinds = { ROLE: { fr: 'rôle', en: 'role' }, DEPARTMENT: { fr: 'département', en: 'department' }, USER: { fr: 'personne', en: 'person' } } as const

interface Props { readonly label: string; readonly lines: readonly Line[]; readonly subjects: readonly Subject[]; readonly asked: Asked }

/** One row for each entity, one column for each of those who are compared. The names of the rows stay in sight. */
export function ChartTable({ label, lines, subjects, asked }: Props) {
  const [entity, setEntity] = useState<string>()
  const detail = useChart({ ...asked, ...(entity === undefined ? {} : { entity }) })
  return (
    // Pushed aside by itself, with the keyboard too.
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflow: 'auto', maxHeight: '75vh', position: 'relative' }}>
      <Table size="small" stickyHeader aria-label={label} sx={{ '& th[scope=row], & thead th:first-of-type': { position: 'sticky', left: 0, bgcolor: 'background.paper', zIndex: 1, minWidth: { xs: 120, sm: 170 }, maxWidth: { xs: 140, sm: 260 } }, '& thead th': { bgcolor: 'background.paper' }, '& thead th:first-of-type': { zIndex: 3 } }}>
        <TableHead><TableRow><TableCell scope="col"><Head /></TableCell>{subjects.map((subject) => <SubjectHead key={`${subject.kind} ${subject.key}`} subject={subject} />)}</TableRow></TableHead>
        <TableBody>{lines.map((line) => <Row key={line.entity} line={line} subjects={subjects} onOpen={() => { setEntity(line.entity === entity ? undefined : line.entity) }} opened={line.entity === entity} fields={line.entity === entity ? detail.data : undefined} />)}</TableBody>
      </Table>
    </Box>
  )
}

function Head() {
  const say = useSay()
  return <>{say({ fr: 'Type', en: 'Entity' })}</>
}

function SubjectHead({ subject }: { readonly subject: Subject }) {
  const say = useSay()
  const look = say({ fr: `Voir comme « ${subject.label} »`, en: `View as “${subject.label}”` })
  return (
    <TableCell scope="col" sx={{ whiteSpace: 'nowrap' }}>
      {subject.label}{subject.kind === 'ROLE' ? <Tooltip title={look}><IconButton size="small" aria-label={look} onClick={() => { viewAs(subject.key) }}><Visibility fontSize="inherit" /></IconButton></Tooltip> : null}
      <Typography variant="caption" component="div" color="text.secondary">{say(kinds[subject.kind])}</Typography>
    </TableCell>
  )
}

interface RowProps { readonly line: Line; readonly subjects: readonly Subject[]; readonly fields: readonly Subject[] | undefined; readonly opened: boolean; readonly onOpen: () => void }

function Row({ line, subjects, fields, opened, onOpen }: RowProps) {
  const module = useMeta().meta.modules.find(({ name }) => name === line.module)?.label
  const actsOf = ({ lines }: Subject): readonly Act[] => lines.find(({ entity }) => entity === line.entity)?.acts ?? []
  const given = line.acts.filter(({ name }) => subjects.some((subject) => actsOf(subject).some((act) => act.name === name && act.rows !== 'NONE')))
  const cells = (key: string, name: string, of: (subject: Subject) => React.ReactNode) => (
    <TableRow key={key}>
      <TableCell component="th" scope="row" sx={{ pl: 3 }}>{name}</TableCell>
      {subjects.map((subject) => <TableCell key={`${subject.kind} ${subject.key}`}>{of(subject)}</TableCell>)}
    </TableRow>
  )
  return (
    <>
      <TableRow hover>
        <TableCell component="th" scope="row"><Button size="small" onClick={onOpen} aria-expanded={opened} sx={{ justifyContent: 'flex-start', textAlign: 'left' }}>{line.label}</Button>{module ? <Typography variant="caption" color="text.secondary" component="div" sx={{ pl: 0.6 }}>{module}</Typography> : null}</TableCell>
        {subjects.map((subject) => <TableCell key={`${subject.kind} ${subject.key}`}><Acts acts={actsOf(subject)} /></TableCell>)}
      </TableRow>
      {opened ? given.map((act) => cells(`act ${act.name}`, act.label, (subject) => <Why act={actsOf(subject).find(({ name }) => name === act.name)} />)) : null}
      {opened ? (fields?.[0]?.lines[0]?.fields ?? []).map(({ name, label }) => cells(`field ${name}`, label, (subject) => <FieldMarks field={fields?.find(({ key, kind }) => key === subject.key && kind === subject.kind)?.lines[0]?.fields.find((one) => one.name === name)} />)) : null}
    </>
  )
}

/** On which records, and what gives it. */
function Why({ act }: { readonly act: Act | undefined }) {
  const say = useSay()
  if (!act || act.rows === 'NONE') return <None />
  return (
    <Typography variant="body2" sx={{ minWidth: 160 }}>
      {[say(extents[act.rows]), ...act.rules].join(' · ')}
      {act.by.length > 0 ? <Typography variant="caption" component="span" sx={{ display: 'block' }} color="text.secondary">{say({ fr: 'par ', en: 'by ' })}{act.by.join(say({ fr: ' ; ', en: '; ' }))}</Typography> : null}
    </Typography>
  )
}

const None = () => {
  const say = useSay()
  return <Typography variant="body2" color="text.secondary"><span aria-hidden>–</span><span className="unseen">{say(extents.NONE)}</span></Typography>
}

function Acts({ acts }: { readonly acts: readonly Act[] }) {
  const given = acts.filter(({ rows }) => rows !== 'NONE')
  return given.length === 0 ? <None /> : <Stack direction="row" useFlexGap flexWrap="wrap" spacing={0.5}>{given.map((act) => <Mark key={act.name} label={act.label} extent={act.rows} />)}</Stack>
}

function FieldMarks({ field }: { readonly field: ChartField | undefined }) {
  const say = useSay()
  const marks = [[{ fr: 'Lire', en: 'Read' }, field?.read], [{ fr: 'Créer', en: 'Create' }, field?.create], [{ fr: 'Modifier', en: 'Update' }, field?.update]] as const
  const given = marks.filter(([, extent]) => extent !== undefined && extent !== 'NONE')
  return given.length === 0 ? <None /> : <Stack direction="row" spacing={0.5}>{given.map(([label, extent = 'NONE']) => <Mark key={label.en} label={say(label)} extent={extent} />)}</Stack>
}

function Mark({ label, extent }: { readonly label: string; readonly extent: Extent }) {
  const say = useSay()
  return (
    <Box component="span" title={say(extents[extent])} sx={{ px: 0.75, borderRadius: 1, border: 1, borderColor: 'primary.main', fontSize: '0.75rem', whiteSpace: 'nowrap', ...(extent === 'ALL' ? { bgcolor: 'primary.main', color: 'primary.contrastText' } : { color: 'primary.main' }) }}>
      {label}<span className="unseen"> : {say(extents[extent])}</span>
    </Box>
  )
}
