import { Alert, Button, Chip, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField, Typography } from '@mui/material'
import { parse } from 'graphql'
import { useLocale, useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import { apiErrorOf } from '../../data/errors.ts'
import type { Labels } from '../screen.ts'
import { Code } from './code.tsx'

export const DOCUMENTS = parse(`query Admin_PartnerDocuments { data: partnerDocuments {
  grant alias hash state sunsetAt successor validUntil text writes types needed ratePerMinute rowsPerDay pageLimit calls kept errors refused rows rowsToday p50 p95 lastUsedAt } }`)
const TRY = parse('query Admin_TryDocument($alias: String!, $variables: JSON) { data: tryDocument(alias: $alias, variables: $variables) }')

export interface DocumentCard {
  readonly grant: string; readonly alias: string; readonly hash: string; readonly state: string; readonly sunsetAt: string | null; readonly successor: string | null; readonly validUntil: string | null
  readonly text: string; readonly writes: boolean; readonly types: string | null; readonly needed: Readonly<Record<string, unknown>> | null; readonly ratePerMinute: number; readonly rowsPerDay: number | null; readonly pageLimit: number | null
  readonly calls: number; readonly kept: number; readonly errors: number; readonly refused: number; readonly rows: number; readonly rowsToday: number
  readonly p50: number | null; readonly p95: number | null; readonly lastUsedAt: string | null
}

const states: Readonly<Record<string, { readonly label: Labels; readonly color: 'success' | 'warning' | 'error' | 'default' }>> = {
  ACTIVE: { label: { fr: 'En service', en: 'In service' }, color: 'success' }, DEPRECATED: { label: { fr: 'Dépréciée', en: 'Deprecated' }, color: 'warning' },
  SUSPENDED: { label: { fr: 'Suspendue', en: 'Suspended' }, color: 'error' }, RETIRED: { label: { fr: 'Retirée', en: 'Retired' }, color: 'default' },
}

/** What was granted: its limits, lines to copy, its types, and a place to try variables on. */
export function DocumentPart({ document }: { readonly document: DocumentCard }) {
  const say = useSay()
  const { alias, state, text, types } = document
  const told = states[state]
  return (
    <Stack component="article" spacing={1} aria-label={alias}>
      <Stack direction="row" spacing={1} alignItems="center" useFlexGap flexWrap="wrap">
        <Typography component="h3" variant="subtitle1">{alias}</Typography>
        <Chip size="small" color={told?.color ?? 'default'} label={told ? say(told.label) : state} />
        <Limits document={document} />
      </Stack>
      <Ending document={document} />
      <Code label={`curl ${alias}`}>{curlOf(document)}</Code>
      <Fold title={say({ fr: 'Document', en: 'Document' })}><Code label={say({ fr: 'Document', en: 'Document' })}>{text}</Code></Fold>
      {types === null ? <Alert severity="error">{say({ fr: 'Ce document nomme ce qui n’existe plus : la porte répond 410.', en: 'This document names what no longer exists: the door answers 410.' })}</Alert> : (
        <>
          <Fold title={say({ fr: 'Types TypeScript', en: 'TypeScript types' })}><Code label="TypeScript">{types}</Code></Fold>
          <TryOut alias={alias} needed={document.needed ?? {}} />
        </>
      )}
    </Stack>
  )
}

/** What changes something goes by POST alone. */
function curlOf({ alias, writes, needed }: DocumentCard): string {
  const variables = JSON.stringify(needed ?? {})
  const address = `${window.location.origin}/partner/${alias}${variables === '{}' ? '' : `?variables=${encodeURIComponent(variables)}`}`
  return [
    ...(writes ? [] : [`curl -H "Authorization: Bearer $COULISSES_KEY" "${address}"`]),
    `curl -H "Authorization: Bearer $COULISSES_KEY" -H "Content-Type: application/json" -d '{"documentId":"${alias}","variables":${variables}}' "${window.location.origin}/partner"`,
  ].join('\n')
}

function Limits({ document: { ratePerMinute, rowsPerDay, pageLimit, validUntil } }: { readonly document: DocumentCard }) {
  const say = useSay()
  const [number, day] = [useNumber(), useDay()]
  const limits = [
    say({ fr: `${number(ratePerMinute)} appels par minute`, en: `${number(ratePerMinute)} calls per minute` }),
    ...(rowsPerDay === null ? [] : [say({ fr: `${number(rowsPerDay)} lignes par jour`, en: `${number(rowsPerDay)} rows per day` })]),
    ...(pageLimit === null ? [] : [say({ fr: `${number(pageLimit)} lignes par page`, en: `${number(pageLimit)} rows per page` })]),
    ...(validUntil === null ? [] : [say({ fr: `jusqu’au ${day(validUntil)}`, en: `until ${day(validUntil)}` })]),
  ]
  return <Typography variant="body2" color="text.secondary">{limits.join(' · ')}</Typography>
}

function Ending({ document: { sunsetAt, successor } }: { readonly document: DocumentCard }) {
  const say = useSay()
  const day = useDay()
  if (sunsetAt === null) return null
  return <Alert severity="warning">{say({ fr: `S’arrête le ${day(sunsetAt)}.`, en: `Stops on ${day(sunsetAt)}.` })} {successor === null ? '' : say({ fr: `Remplacée par ${successor}.`, en: `${successor} replaces it.` })}</Alert>
}

function Fold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <details><Typography component="summary" variant="body2" sx={{ cursor: 'pointer', py: 0.5 }}>{title}</Typography>{children}</details>
}

/** Variables are judged as at the door; the answer is invented, and nothing is counted. */
function TryOut({ alias, needed }: { readonly alias: string; readonly needed: Readonly<Record<string, unknown>> }) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const [given, setGiven] = useState(() => JSON.stringify(needed))
  const [told, setTold] = useState<{ readonly text: string; readonly fault: boolean }>()
  const translate = useTranslate()
  const run = async (): Promise<void> => {
    try {
      const answer = await provider.run(TRY, { alias, variables: JSON.parse(given) as Readonly<Record<string, unknown>> })
      setTold({ text: JSON.stringify(answer, null, 2), fault: false })
    } catch (error) {
      setTold({ text: error instanceof SyntaxError ? say({ fr: 'Ces variables ne sont pas du JSON.', en: 'These variables are no JSON.' }) : faultIn(error, translate), fault: true })
    }
  }
  const title = say({ fr: 'Essayer sur des données inventées', en: 'Try on invented data' })
  return (
    <Fold title={title}>
      <Stack component="form" spacing={1} aria-label={`${title} : ${alias}`} onSubmit={(event) => { event.preventDefault(); void run() }}>
        <TextField label="variables" value={given} onChange={(event) => { setGiven(event.target.value) }} multiline minRows={2} size="small" slotProps={{ htmlInput: { spellCheck: false, style: { fontFamily: 'monospace' } } }} />
        <Button type="submit" variant="outlined" size="small" sx={{ alignSelf: 'start' }}>{say({ fr: 'Essayer', en: 'Try' })}</Button>
        {told && (told.fault ? <Alert severity="error">{told.text}</Alert> : <Code label={say({ fr: 'Réponse inventée', en: 'Invented answer' })}>{told.text}</Code>)}
      </Stack>
    </Fold>
  )
}

/** What is wrong, and at which path. */
function faultIn(error: unknown, translate: (key: string, options: object) => string): string {
  const message = error instanceof Error ? error.message : String(error)
  const fields = apiErrorOf(error)?.fields.map((fault) => `${fault.path} : ${fault.message}`) ?? []
  return fields.length > 0 ? fields.join(' ') : translate(message, { _: message })
}

/** How the granted documents were used in thirty days. */
export function UsageTable({ documents }: { readonly documents: readonly DocumentCard[] }) {
  const say = useSay()
  const [number, time] = [useNumber(), useDay()]
  return (
    <TableContainer tabIndex={0}>
      <Table size="small">
        <TableHead><TableRow>{heads.map((head) => <TableCell key={head.en} scope="col">{say(head)}</TableCell>)}</TableRow></TableHead>
        <TableBody>{documents.map((one) => (
          <TableRow key={one.grant}>
            <TableCell component="th" scope="row">{one.alias}</TableCell>
            {[number(one.calls), number(one.errors), number(one.refused), number(one.rows), one.rowsPerDay === null ? number(one.rowsToday) : `${number(one.rowsToday)} / ${number(one.rowsPerDay)}`, number(one.p50), number(one.p95), one.lastUsedAt === null ? '–' : time(one.lastUsedAt)].map((value, index) => <TableCell key={heads[index + 1]?.en}>{value}</TableCell>)}
          </TableRow>
        ))}</TableBody>
      </Table>
    </TableContainer>
  )
}

const heads: readonly Labels[] = [
  { fr: 'Requête', en: 'Document' }, { fr: 'Appels', en: 'Calls' }, { fr: 'En erreur', en: 'Failed' }, { fr: 'Refusés', en: 'Refused' }, { fr: 'Lignes', en: 'Rows' },
  { fr: 'Lignes du jour', en: 'Rows today' }, { fr: 'p50, ms', en: 'p50, ms' }, { fr: 'p95, ms', en: 'p95, ms' }, { fr: 'Dernier appel', en: 'Last call' },
]

function useNumber(): (value: number | null) => string {
  const format = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 })
  return (value) => (value === null ? '–' : format.format(value))
}

function useDay(): (value: string) => string {
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'medium', timeStyle: 'short' })
  return (value) => format.format(new Date(value))
}
