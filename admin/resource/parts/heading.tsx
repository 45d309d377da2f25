import { Box, Breadcrumbs, Link as MuiLink, Stack, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AdminResource, Ref } from '../../data/meta.ts'
import { kindOf } from '../../fields/index.ts'

interface Props {
  readonly resource: AdminResource
  readonly record?: Ref & Readonly<Record<string, unknown>>
  readonly title?: string
  readonly tools?: ReactNode
  /** At the end of the path: the way to the neighbours. */
  readonly beside?: ReactNode
}

/** Where one is, the title of the record with its state, and what can be done with it. */
export function Heading({ resource, record, title, tools, beside }: Props) {
  const translate = useTranslate()
  const states = record ? resource.fields.filter((field) => resource.moves.some((move) => move.field === field.name) || (field.kind === 'choice' && !field.create && !field.update && field.name === 'state')) : []
  return (
    <Box component="header" sx={{ mt: 1, mb: 2 }}>
      <Stack direction="row" alignItems="center" justifyContent="space-between" sx={{ minHeight: 36 }}>
        <Breadcrumbs aria-label={translate('coulisses.page.path')} sx={{ fontSize: '0.85rem' }}>
          <MuiLink component={Link} to={`/${resource.plural}`} color="inherit" underline="hover">{resource.labelPlural}</MuiLink>
          {record ? <Typography variant="body2" color="text.secondary">{resource.label}</Typography> : null}
        </Breadcrumbs>
        <Box sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>{beside}</Box>
      </Stack>
      <Stack direction={{ xs: 'column', md: 'row' }} spacing={1.5} alignItems={{ md: 'center' }} justifyContent="space-between">
        <Stack direction="row" spacing={1.5} alignItems="center" useFlexGap flexWrap="wrap" sx={{ flex: 1, minWidth: { md: 320 } }}>
          <Typography component="h1" variant="h5" sx={{ overflowWrap: 'anywhere' }}>{title ?? record?._label ?? ''}</Typography>
          {states.map((field) => { const { Display } = kindOf(field); return <Display key={field.name} field={field} value={record?.[field.name]} /> })}
        </Stack>
        {tools}
      </Stack>
    </Box>
  )
}
