import { Alert, Autocomplete, Box, Card, FormControlLabel, Skeleton, Switch, Typography } from '@mui/material'
import { useState } from 'react'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import type { Ref } from '../../data/meta.ts'
import { ComboBox } from '../../fields/parts/combo.tsx'
import { useChart, type Line, type Subject } from './chart.ts'
import { ChartTable } from './chartTable.tsx'
import { RecordsPicker } from './personPicker.tsx'

const title = { fr: 'Qui peut quoi', en: 'Who may what' }

/** Shown until somebody chooses: what most people hold. */
const standing = new Set(['employee', 'management', 'sales', 'support', 'administrator'])

/** What roles, departments and people may do with everything, side by side; why, and with which fields, where a row is opened. */
export default function AccessChart() {
  const say = useSay()
  const all = useChart({})
  const [chosen, setChosen] = useState<readonly string[]>()
  const [departments, setDepartments] = useState<readonly Ref[]>([])
  const [people, setPeople] = useState<readonly Ref[]>([])
  const [entities, setEntities] = useState<readonly string[]>([])
  const [differences, setDifferences] = useState(false)
  const others = { departments: departments.map(({ id }) => id), users: people.map(({ id }) => id) }
  const asked = useChart({ roles: [], ...others })
  if (!all.data) return all.error ? <Alert severity="error">{all.error.message}</Alert> : <Skeleton variant="rounded" height={400} sx={{ mt: 4 }} />
  // Whoever asks about somebody in particular compares him with whom he chooses.
  const roles = all.data.filter(({ key }) => chosen?.includes(key) ?? (departments.length + people.length === 0 && standing.has(key)))
  const subjects = [...roles, ...asked.data ?? []]
  const lines = (all.data[0]?.lines ?? []).filter(({ entity }) => (entities.length === 0 || entities.includes(entity)) && !(differences && subjects.length > 1 && isSame(subjects, entity)))
  const known: readonly Line[] = all.data[0]?.lines ?? []
  return (
    <>
      <PageTitle title={say(title)} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 0.5 }}>{say(title)}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>{say({ fr: 'Ce que peuvent un rôle, un département ou une personne, tel que le programme l’applique. Plein : partout ; contour : sur certains enregistrements. Ouvrez une ligne pour savoir pourquoi.', en: 'What a role, a department or a person may do, as the program applies it. Filled: everywhere; outlined: on some records. Open a row to learn why.' })}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))', mb: 1 }}>
        <Autocomplete multiple size="small" disableCloseOnSelect limitTags={3} options={[...all.data]} value={[...roles]} getOptionLabel={({ label }) => label} getOptionKey={({ key }) => key} isOptionEqualToValue={(one, other) => one.key === other.key} onChange={(_event, next) => { setChosen(next.map(({ key }) => key)) }} renderInput={(params) => <ComboBox params={params} label={say({ fr: 'Rôles', en: 'Roles' })} pending={false} />} />
        <RecordsPicker entity="Department" label={say({ fr: 'Départements', en: 'Departments' })} value={departments} onChange={setDepartments} />
        <RecordsPicker entity="User" label={say({ fr: 'Personnes', en: 'People' })} value={people} onChange={setPeople} />
        <Autocomplete multiple size="small" disableCloseOnSelect limitTags={2} options={[...known]} value={known.filter(({ entity }) => entities.includes(entity))} getOptionLabel={({ label }) => label} getOptionKey={({ entity }) => entity} isOptionEqualToValue={(one, other) => one.entity === other.entity} onChange={(_event, next) => { setEntities(next.map(({ entity }) => entity)) }} renderInput={(params) => <ComboBox params={params} label={say({ fr: 'Types d’enregistrement', en: 'Entities' })} pending={false} />} />
      </Box>
      <FormControlLabel disabled={subjects.length < 2} control={<Switch checked={differences} onChange={(event) => { setDifferences(event.target.checked) }} />} label={say({ fr: 'Seulement ce qui les distingue', en: 'Only what sets them apart' })} sx={{ mb: 1 }} />
      {asked.error ? <Alert severity="error">{asked.error.message}</Alert> : null}
      <Card><ChartTable label={say(title)} lines={lines} subjects={subjects} asked={{ roles: roles.map(({ key }) => key), ...others }} /></Card>
    </>
  )
}

/** Whether all of them may do the same with an entity, on the same records. */
function isSame(subjects: readonly Subject[], entity: string): boolean {
  const told = subjects.map(({ lines }) => JSON.stringify((lines.find((line) => line.entity === entity)?.acts ?? []).map(({ name, rows, rules }) => [name, rows, rules])))
  return new Set(told).size === 1
}
