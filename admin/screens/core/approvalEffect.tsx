import { Alert, Card, CardContent, Chip, Skeleton, Stack, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useTranslate } from 'ra-core'
import { useAdminDataProvider, useMeta } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import type { HistoryChange } from '../../data/operations.ts'
import { RecordLink } from '../../fields/parts/recordLink.tsx'
import { HistoryLine } from '../../resource/show/historyLine.tsx'
import type { RecordProps } from '../screen.ts'

const PREVIEW = parse(`query Admin_ApprovalPreview($request: ID!) { data: approvalPreview(request: $request) {
  records { entity id kind label action changes { field label from to hidden } } counts { label action count } } }`)

interface Changed { readonly entity: string; readonly id: string; readonly kind: string; readonly label: string | null; readonly action: string; readonly changes: readonly HistoryChange[] }
interface Preview { readonly records: readonly Changed[]; readonly counts: readonly { readonly label: string; readonly action: string; readonly count: number }[] }

/** Exactly what would happen, as the history would tell it afterwards: whoever decides sees it before. */
export default function ApprovalEffect({ record }: RecordProps) {
  const say = useSay()
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const { data, error } = useQuery({
    queryKey: ['approvalRequests', 'preview', record.id, record['version']],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(PREVIEW, { request: record.id }, signal) as Preview,
  })
  const done = record['state'] === 'APPROVED'
  const title = done ? say({ fr: 'Ce qui a été fait', en: 'What was done' }) : say({ fr: 'Ce qui se passerait', en: 'What would happen' })
  return (
    <Card component="section" aria-label={title} sx={{ mb: 2 }}>
      <CardContent>
        <Typography component="h2" variant="subtitle1" gutterBottom>{title}</Typography>
        {typeof record['note'] === 'string' ? <Alert severity="warning" sx={{ mb: 2 }}>{record['note']}</Alert> : null}
        {error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : null}
        {data ? <Effect data={data} /> : error ? null : <Skeleton variant="rounded" height={80} />}
      </CardContent>
    </Card>
  )
}

function Effect({ data: { records, counts } }: { readonly data: Preview }) {
  const translate = useTranslate()
  const named = (action: string): string => translate(`coulisses.history.actions.${action}`)
  return (
    <>
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" sx={{ mb: 2 }}>
        {counts.map(({ label, action, count }) => <Chip key={`${action} ${label}`} size="small" color={action === 'DELETE' ? 'error' : 'default'} variant="outlined" label={`${named(action)} : ${count} ${label}`} />)}
      </Stack>
      <Stack component="ol" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {records.map((one, index) => <Entry key={`${one.id} ${index}`} changed={one} action={named(one.action)} />)}
      </Stack>
    </>
  )
}

function Entry({ changed: { entity, id, kind, label, changes }, action }: { readonly changed: Changed; readonly action: string }) {
  const resource = useMeta().resource(entity)
  return (
    <Stack component="li" spacing={0.5} sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 2 }}>
      <Typography component="h3" variant="subtitle2">{action} · {kind} {label === null ? null : <RecordLink target={entity} record={{ id, _label: label }} />}</Typography>
      {resource ? changes.map((change) => <HistoryLine key={change.field} resource={resource} change={change} />) : null}
    </Stack>
  )
}
