import { Alert, Skeleton, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import { RecordLink } from '../../fields/parts/recordLink.tsx'
import type { Labels } from '../screen.ts'

const USE = parse(`query Admin_DocumentUse { data: documentUse(days: 30) {
  documents { document { id _label } partner { id _label } alias state calls kept errors refused rows p50 p95 lastUsedAt }
  fields { field documents partners public calls errors refused rows p50 p95 lastUsedAt } stale staleDocuments { id _label } staleGrants { id _label partner { id _label } } } }`)

interface Ref { readonly id: string; readonly _label: string | null }
interface Use {
  readonly document: Ref | null; readonly partner: Ref | null; readonly alias: string; readonly state: string; readonly calls: number; readonly kept: number; readonly errors: number
  readonly refused: number; readonly rows: number; readonly p50: number | null; readonly p95: number | null; readonly lastUsedAt: string | null
}
interface FieldUse extends Pick<Use, 'calls' | 'errors' | 'refused' | 'rows' | 'p50' | 'p95' | 'lastUsedAt'> { readonly field: string; readonly documents: readonly string[]; readonly partners: readonly string[]; readonly public: boolean }
interface Report {
  readonly documents: readonly Use[]; readonly fields: readonly FieldUse[]; readonly stale: readonly string[]; readonly staleDocuments: readonly Ref[] | null
  readonly staleGrants: readonly (Ref & { readonly partner: Ref | null })[] | null
}

/** Which approved documents are run, by whom and how fast, who reads which field, and what nobody asks for any more. */
export default function DocumentUse() {
  const say = useSay()
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const { data, error } = useQuery({
    queryKey: ['documentUse'],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(USE, {}, signal) as Report,
  })
  const title = say({ fr: 'Usage des requêtes, 30 jours', en: 'Use of documents, 30 days' })
  return (
    <>
      <PageTitle title={title} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 2 }}>{title}</Typography>
      {error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : null}
      {data ? <Report report={data} /> : error ? null : <Skeleton variant="rounded" height={240} />}
    </>
  )
}

function Report({ report: { documents, fields, stale, staleDocuments, staleGrants } }: { readonly report: Report }) {
  const say = useSay()
  const number = useNumber()
  const when = useWhen()
  return (
    <Stack spacing={3}>
      <Stack component="section" spacing={1} aria-label={say(titles.documents)}>
        <Typography component="h2" variant="h6">{say(titles.documents)}</Typography>
        <Figures heads={heads} rows={documents.map((use) => [
          use.document ? <RecordLink key="d" target="PersistedQuery" record={{ id: use.document.id, _label: use.alias }} /> : use.alias,
          use.partner ? <RecordLink key="p" target="DiffusionPartner" record={use.partner} /> : say({ fr: 'Public', en: 'Public' }),
          number(use.calls), number(use.kept), number(use.errors), number(use.refused), number(use.rows), number(use.p50), number(use.p95), when(use.lastUsedAt),
        ])} />
      </Stack>
      <Stack component="section" spacing={1} aria-label={say(titles.stale)}>
        <Typography component="h2" variant="h6">{say(titles.stale)}</Typography>
        {stale.length === 0 ? <Typography variant="body2">{say({ fr: 'Aucune.', en: 'None.' })}</Typography> : (
          <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap">{(staleDocuments ?? []).map((document) => <RecordLink key={document.id} target="PersistedQuery" record={document} />)}</Stack>
        )}
      </Stack>
      <Stack component="section" spacing={1} aria-label={say(titles.grants)}>
        <Typography component="h2" variant="h6">{say(titles.grants)}</Typography>
        {!staleGrants || staleGrants.length === 0 ? <Typography variant="body2">{say({ fr: 'Aucune.', en: 'None.' })}</Typography> : (
          <Stack direction="row" spacing={2} useFlexGap flexWrap="wrap">{staleGrants.map((grant) => <RecordLink key={grant.id} target="DocumentGrant" record={{ id: grant.id, _label: `${grant.partner?._label ?? '–'} · ${grant._label ?? ''}` }} />)}</Stack>
        )}
      </Stack>
      <Fields fields={fields} />
    </Stack>
  )
}

/** Who reads `fee`? Asked before a field is removed. */
function Fields({ fields }: { readonly fields: readonly FieldUse[] }) {
  const say = useSay()
  const number = useNumber()
  const when = useWhen()
  const [wanted, setWanted] = useState('')
  const shown = fields.filter(({ field }) => field.toLowerCase().includes(wanted.trim().toLowerCase()))
  return (
    <Stack component="section" spacing={1} aria-label={say(titles.fields)}>
      <Typography component="h2" variant="h6">{say(titles.fields)}</Typography>
      <TextField size="small" type="search" label={say({ fr: 'Qui lit ce champ ?', en: 'Who reads this field?' })} placeholder="CastingOffer.title" value={wanted} onChange={(event) => { setWanted(event.target.value) }} sx={{ maxWidth: 360 }} />
      <Figures heads={fieldHeads} rows={shown.map((field) => [
        field.field, [...(field.public ? [say({ fr: 'Public', en: 'Public' })] : []), ...field.partners].join(', '), field.documents.join(', '), number(field.calls), number(field.errors), number(field.refused), number(field.rows), number(field.p50), number(field.p95), when(field.lastUsedAt),
      ])} />
    </Stack>
  )
}

const fieldHeads: readonly Labels[] = [
  { fr: 'Champ', en: 'Field' }, { fr: 'Lu par', en: 'Read by' }, { fr: 'Requêtes', en: 'Documents' }, { fr: 'Appels', en: 'Calls' }, { fr: 'En erreur', en: 'Failed' }, { fr: 'Refusés', en: 'Refused' }, { fr: 'Lignes', en: 'Rows' },
  { fr: 'p50, ms', en: 'p50, ms' }, { fr: 'p95, ms', en: 'p95, ms' }, { fr: 'Dernier', en: 'Last' },
]

const titles = {
  documents: { fr: 'Par requête et partenaire', en: 'By document and partner' }, stale: { fr: 'En service, mais inutilisées', en: 'In service, but not used' }, grants: { fr: 'Autorisations inutilisées', en: 'Unused grants' },
  fields: { fr: 'Par champ', en: 'By field' },
} as const

const heads: readonly Labels[] = [
  { fr: 'Requête', en: 'Document' }, { fr: 'Pour', en: 'For' }, { fr: 'Appels', en: 'Calls' }, { fr: 'De mémoire', en: 'From memory' }, { fr: 'En erreur', en: 'Failed' },
  { fr: 'Refusés', en: 'Refused' }, { fr: 'Lignes', en: 'Rows' }, { fr: 'p50, ms', en: 'p50, ms' }, { fr: 'p95, ms', en: 'p95, ms' }, { fr: 'Dernier', en: 'Last' },
]

/** Wide tables scroll within their box on a phone. */
function Figures({ heads: names, rows }: { readonly heads: readonly Labels[]; readonly rows: readonly (readonly ReactNode[])[] }) {
  const say = useSay()
  return (
    <TableContainer tabIndex={0}>
      <Table size="small">
        <TableHead><TableRow>{names.map((name) => <TableCell key={name.en} scope="col">{say(name)}</TableCell>)}</TableRow></TableHead>
        <TableBody>{rows.map((cells, row) => <TableRow key={row}>{cells.map((cell, column) => <TableCell key={names[column]?.en}>{cell}</TableCell>)}</TableRow>)}</TableBody>
      </Table>
    </TableContainer>
  )
}

function useNumber(): (value: number | null) => string {
  const format = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 })
  return (value) => (value === null ? '–' : format.format(value))
}

function useWhen(): (value: string | null) => string {
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'short', timeStyle: 'short' })
  return (value) => (value === null ? '–' : format.format(new Date(value)))
}
