import { Box, Card, CardContent, Link as MuiLink, Stack, Typography } from '@mui/material'
import { useListContext, useTranslate } from 'ra-core'
import { Link } from 'react-router'
import { isRef, type AdminField, type AdminResource, type Values } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'
import { cellValue, useRowPath } from './cell.tsx'
import type { Columns } from './useColumns.ts'

/** On a phone a table is a slit: each record is a card with its title and what its columns say. */
export function Cards({ resource, columns }: { readonly resource: AdminResource; readonly columns: Columns }) {
  const translate = useTranslate()
  const { data, isPending } = useListContext()
  const shown = columns.all.filter((field) => !columns.hidden.includes(field.name) && field.name !== columns.leading)
  if (isPending) return <Typography sx={{ p: 2 }} color="text.secondary">{translate('ra.page.loading')}</Typography>
  if (!data || data.length === 0) return <Typography sx={{ p: 2 }} color="text.secondary">{translate('ra.navigation.no_results')}</Typography>
  return <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 1 }}>{data.filter(isRef).map((record) => <li key={record.id}><RecordCard resource={resource} record={record} fields={shown} /></li>)}</Stack>
}

function RecordCard({ resource, record, fields }: { readonly resource: AdminResource; readonly record: Values & { readonly id: string }; readonly fields: readonly AdminField[] }) {
  const path = useRowPath(resource)(record)
  const title = typeof record['_label'] === 'string' && record['_label'] !== '' ? record['_label'] : `…${record.id.slice(-6)}`
  const filled = fields.filter((field) => { const value = cellValue(record, field); return value !== null && value !== undefined && value !== '' && value !== 0 && value !== title })
  return (
    <Card variant="outlined">
      <CardContent sx={{ p: 1.5, '&:last-child': { pb: 1.5 } }}>
        {path ? <MuiLink component={Link} to={path} underline="hover" sx={{ fontWeight: 600, display: 'block', py: 0.5 }}>{title}</MuiLink> : <Typography fontWeight={600}>{title}</Typography>}
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 1.5, rowGap: 0.25 }}>
          {filled.slice(0, 5).map((field) => { const { Display } = kindOf(field); return [
            <Typography key={`${field.name} label`} component="dt" variant="caption" color="text.secondary">{field.label}</Typography>,
            <Typography key={field.name} component="dd" variant="body2" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}><Display field={field} value={cellValue(record, field)} dense /></Typography>,
          ] })}
        </Box>
      </CardContent>
    </Card>
  )
}
