import { Box, Stack, Typography } from '@mui/material'
import { useGetMany, useTranslate } from 'ra-core'
import { useMeta } from '../../app/meta.tsx'
import { isObject, isRef, type AdminField, type AdminResource, type Json } from '../../data/meta.ts'
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
  const pairs = idsOf(to, 'added').length + idsOf(to, 'removed').length > 0
  if (pairs) return <Pairs field={field} added={idsOf(to, 'added')} removed={idsOf(to, 'removed')} />
  return (
    <Stack component="span" direction="row" spacing={1} sx={{ display: 'inline-flex', flexWrap: 'wrap', verticalAlign: 'bottom' }} useFlexGap>
      {from === null ? null : <Box component="del" sx={{ color: 'text.secondary' }}><Value field={field} value={from} /></Box>}
      {from === null ? null : <span aria-label={translate('coulisses.history.to')}>→</span>}
      <Box component="ins" sx={{ textDecoration: 'none' }}>{to === null ? <Typography component="span" variant="body2" color="text.secondary">{translate('coulisses.form.empty')}</Typography> : <Value field={field} value={to} />}</Box>
    </Stack>
  )
}

const idsOf = (value: Json, key: string): readonly string[] => {
  const list: unknown = isObject(value) ? value[key] : undefined
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : []
}

/** What a many-to-many won and lost. */
function Pairs({ field, added, removed }: { readonly field: AdminField | undefined; readonly added: readonly string[]; readonly removed: readonly string[] }) {
  const translate = useTranslate()
  return (
    <Typography component="span" variant="body2">
      {added.length > 0 ? <>+ {translate('coulisses.history.added')} <Labels field={field} ids={added} /> </> : null}
      {removed.length > 0 ? <>− {translate('coulisses.history.removed')} <Labels field={field} ids={removed} /></> : null}
    </Typography>
  )
}

function Value({ field, value }: { readonly field: AdminField | undefined; readonly value: Json }) {
  if (!field) return <Lines value={typeof value === 'string' ? value : JSON.stringify(value)} dense />
  if (field.relation && typeof value === 'string') return <Labels field={field} ids={[value]} />
  if (field.relation && Array.isArray(value)) return <Labels field={field} ids={value.filter((one): one is string => typeof one === 'string')} />
  const { Display } = kindOf(field)
  return <Typography component="span" variant="body2"><Display field={field} value={value} dense={field.kind !== 'boolean'} /></Typography>
}

/** The history keeps ids; what they are called now is asked for. A record that is gone stays an id. */
function Labels({ field, ids }: { readonly field: AdminField | undefined; readonly ids: readonly string[] }) {
  const target = useMeta().resource(field?.relation?.target)
  const { data } = useGetMany(target?.plural ?? '', { ids: [...ids], meta: { view: 'label' } }, { enabled: target?.operations.byIds != null && ids.length > 0 })
  const found = (data ?? []).filter(isRef)
  return <Typography component="span" variant="body2">{ids.map((id, index) => <span key={id}>{index > 0 ? ', ' : ''}<RecordLink target={found.some((one) => one.id === id) ? target?.name : undefined} record={found.find((one) => one.id === id) ?? { id }} /></span>)}</Typography>
}
