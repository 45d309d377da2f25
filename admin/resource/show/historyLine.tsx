import { Box, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { isRef, type AdminField, type AdminResource, type Json, type Ref } from '../../data/meta.ts'
import type { HistoryChange } from '../../data/operations.ts'
import { kindOf } from '../../fields/index.ts'
import { Lines } from '../../fields/parts/lines.tsx'
import { RecordLink } from '../../fields/parts/recordLink.tsx'

/** One field of one change: from what to what, each as its kind shows it. */
export function HistoryLine({ resource, change }: { readonly resource: AdminResource; readonly change: HistoryChange }) {
  const translate = useTranslate()
  const field = resource.fields.find((one) => one.name === change.field)
  return (
    <Box sx={{ minWidth: 0, flex: 1 }}>
      <Typography component="span" variant="body2" sx={{ fontWeight: 600, mr: 1 }}>{change.label ?? field?.label ?? change.field}</Typography>
      {change.hidden
        ? <Typography component="span" variant="body2" color="text.secondary" sx={{ fontStyle: 'italic' }}>{translate('coulisses.history.hidden')}</Typography>
        : <Change field={field} from={change.from} to={change.to} />}
    </Box>
  )
}

interface Ends { readonly field: AdminField | undefined; readonly from: Json; readonly to: Json }

function Change({ field, from, to }: Ends) {
  const translate = useTranslate()
  if (field?.relation && !field.relation.single) return <Pairs field={field} removed={refsOf(from)} added={refsOf(to)} />
  return (
    <Stack component="span" direction="row" spacing={1} sx={{ display: 'inline-flex', flexWrap: 'wrap', verticalAlign: 'bottom' }} useFlexGap>
      {from === null ? null : <Box component="del" sx={{ color: 'text.secondary' }}><Value field={field} value={from} /></Box>}
      {from === null ? null : <span aria-label={translate('coulisses.history.to')}>→</span>}
      <Box component="ins" sx={{ textDecoration: 'none' }}>{to === null ? <Typography component="span" variant="body2" color="text.secondary">{translate('coulisses.form.empty')}</Typography> : <Value field={field} value={to} />}</Box>
    </Stack>
  )
}

/** The history tells related records as `{ id, label }`; without a label they are gone, or not the reader's. */
const refOf = (value: Json): Ref | undefined =>
  isRef(value) ? { id: value.id, _label: typeof value['label'] === 'string' ? value['label'] : null } : undefined
const refsOf = (value: Json): readonly Ref[] => (Array.isArray(value) ? value : []).flatMap((one: Json) => refOf(one) ?? [])

/** What a relation to many won and lost. */
function Pairs({ field, added, removed }: { readonly field: AdminField; readonly added: readonly Ref[]; readonly removed: readonly Ref[] }) {
  const translate = useTranslate()
  return (
    <Typography component="span" variant="body2">
      {added.length > 0 ? <>+ {translate('coulisses.history.added')} <Links field={field} records={added} /> </> : null}
      {removed.length > 0 ? <>− {translate('coulisses.history.removed')} <Links field={field} records={removed} /></> : null}
    </Typography>
  )
}

function Value({ field, value }: { readonly field: AdminField | undefined; readonly value: Json }) {
  if (!field) return <Lines value={typeof value === 'string' ? value : JSON.stringify(value)} dense />
  const record = field.relation ? refOf(value) : undefined
  if (record) return <Links field={field} records={[record]} />
  const { Display } = kindOf(field)
  return <Typography component="span" variant="body2"><Display field={field} value={value} dense={field.kind !== 'boolean'} /></Typography>
}

const Links = ({ field, records }: { readonly field: AdminField; readonly records: readonly Ref[] }) =>
  <Typography component="span" variant="body2">{records.map((record, index) => <span key={record.id}>{index > 0 ? ', ' : ''}<RecordLink target={record._label == null ? undefined : field.relation?.target} record={record} /></span>)}</Typography>
