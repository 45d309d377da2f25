import { Alert, Box, Card, CardContent, Chip, Skeleton, Stack, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import type { Labels, RecordProps } from '../screen.ts'

const FACTS = parse(`query Admin_DocumentFacts($id: ID!) { data: documentFacts(id: $id) {
  operationName variables writes disclosed { sensitivity fields } previous previousText added removed worstCost mostCost statements { sql plan } sample } }`)

interface Facts {
  readonly operationName: string | null; readonly variables: Readonly<Record<string, string>>
  readonly writes: readonly string[]
  readonly disclosed: readonly { readonly sensitivity: string; readonly fields: readonly string[] }[]
  readonly previous: string | null; readonly previousText: string | null; readonly added: readonly string[]; readonly removed: readonly string[]
  readonly worstCost: number; readonly mostCost: number
  readonly statements: readonly { readonly sql: string; readonly plan: string }[]; readonly sample: unknown
}

const sensitivities: Readonly<Record<string, { readonly label: Labels; readonly color: 'error' | 'warning' | 'info' | 'success' }>> = {
  SECRET: { label: { fr: 'Secret', en: 'Secret' }, color: 'error' }, PERSONAL: { label: { fr: 'Personnel', en: 'Personal' }, color: 'warning' },
  INTERNAL: { label: { fr: 'Interne', en: 'Internal' }, color: 'info' }, PUBLIC: { label: { fr: 'Public', en: 'Public' }, color: 'success' },
}

/** What whoever approves a document reads before: what it gives away, what it costs, what it asks of the database, and an answer. */
export default function DocumentFacts({ record }: RecordProps) {
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const { data, error } = useQuery({
    queryKey: ['persistedQueries', 'facts', record.id, record['version']],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(FACTS, { id: record.id }, signal) as Facts,
  })
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (!data) return <Skeleton variant="rounded" height={240} />
  return (
    <Stack spacing={2}>
      <Writes facts={data} />
      <Disclosed facts={data} />
      <Since facts={data} />
      <Section title={{ fr: 'Texte', en: 'Text' }}><Code text={String(record['document'] ?? '')} /></Section>
      <Cost facts={data} />
      {data.writes.length > 0 ? null : <><Statements facts={data} /><Sample facts={data} /></>}
    </Stack>
  )
}

function Section({ title, children }: { readonly title: Labels; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <Card component="section" variant="outlined" aria-label={say(title)}>
      <CardContent>
        <Typography component="h3" variant="subtitle1" gutterBottom>{say(title)}</Typography>
        {children}
      </CardContent>
    </Card>
  )
}

/** Long lines scroll within their box, also by keyboard. */
const Code = ({ text }: { readonly text: string }) => (
  <Box component="pre" tabIndex={0} sx={{ m: 0, p: 1, overflow: 'auto', maxHeight: 320, bgcolor: 'action.hover', borderRadius: 1, fontSize: '0.8125rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Box>
)

/** Said first, and said why there is neither a plan nor an example. */
function Writes({ facts: { writes } }: { readonly facts: Facts }) {
  const say = useSay()
  if (writes.length === 0) return null
  return (
    <Alert severity="warning">{say({
      fr: `Modifie des données : ${writes.join(', ')}. Elle n’a pas été essayée ; elle s’exécute par POST, avec les seuls droits de qui l’appelle.`,
      en: `Changes data: ${writes.join(', ')}. It was not tried out; it is run by POST, with nothing but the rights of whoever calls it.`,
    })}</Alert>
  )
}

function Disclosed({ facts: { disclosed } }: { readonly facts: Facts }) {
  const say = useSay()
  return (
    <Section title={{ fr: 'Ce qu’elle divulgue', en: 'What it discloses' }}>
      <Stack spacing={1.5}>
        {disclosed.filter(({ fields }) => fields.length > 0).map(({ sensitivity, fields }) => {
          const { label = { fr: sensitivity, en: sensitivity }, color = 'info' } = sensitivities[sensitivity] ?? {}
          return (
            <Box key={sensitivity}>
              <Chip size="small" color={color} label={`${say(label)} : ${fields.length}`} sx={{ mb: 0.5 }} />
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{fields.join(' · ')}</Typography>
            </Box>
          )
        })}
      </Stack>
    </Section>
  )
}

function Since({ facts: { previous, previousText, added, removed } }: { readonly facts: Facts }) {
  const say = useSay()
  return (
    <Section title={{ fr: 'Depuis la version précédente', en: 'Since the version before' }}>
      {previous === null ? <Typography variant="body2">{say({ fr: 'C’est la première version.', en: 'This is the first version.' })}</Typography> : (
        <Stack spacing={1}>
          <Typography variant="body2">{previous}</Typography>
          <Typography variant="body2">{say({ fr: 'Champs ajoutés', en: 'Fields added' })} : {added.join(' · ') || '–'}</Typography>
          <Typography variant="body2">{say({ fr: 'Champs retirés', en: 'Fields removed' })} : {removed.join(' · ') || '–'}</Typography>
          <Code text={previousText ?? ''} />
        </Stack>
      )}
    </Section>
  )
}

function Cost({ facts: { worstCost, mostCost, variables } }: { readonly facts: Facts }) {
  const say = useSay()
  return (
    <Section title={{ fr: 'Coût et variables', en: 'Cost and variables' }}>
      <Typography variant="body2">{say({ fr: `Au pire ${worstCost} points, sur ${mostCost} permis.`, en: `At worst ${worstCost} points, of ${mostCost} permitted.` })}</Typography>
      <Typography variant="body2">{Object.entries(variables).map(([name, type]) => `$${name}: ${type}`).join(' · ') || say({ fr: 'Sans variables.', en: 'Without variables.' })}</Typography>
    </Section>
  )
}

function Statements({ facts: { statements } }: { readonly facts: Facts }) {
  return (
    <Section title={{ fr: 'SQL et plan', en: 'SQL and plan' }}>
      <Stack spacing={1}>{statements.map(({ sql, plan }) => <Stack key={sql} spacing={1}><Code text={sql} /><Code text={plan} /></Stack>)}</Stack>
    </Section>
  )
}

const Sample = ({ facts: { sample } }: { readonly facts: Facts }) => (
  <Section title={{ fr: 'Exemple de réponse, masqué', en: 'An answer, masked' }}><Code text={JSON.stringify(sample, null, 2)} /></Section>
)
