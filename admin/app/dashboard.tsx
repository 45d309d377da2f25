import Add from '@mui/icons-material/Add'
import { Box, Button, Card, CardActionArea, CardContent, List, ListItem, ListItemIcon, ListItemText, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material'
import { useQueries } from '@tanstack/react-query'
import { useGetIdentity, useLocale, useTranslate } from 'ra-core'
import { Link } from 'react-router'
import { isObject, type AdminResource } from '../data/meta.ts'
import { overviewOperation, type Overview } from '../data/operations.ts'
import { numberFormat, useInstant } from '../fields/parts/format.ts'
import { pathOf } from '../fields/parts/recordLink.tsx'
import { iconOf } from './icons.ts'
import { useAdminDataProvider, useMeta, useSchema } from './meta.tsx'
import { useMenu } from './menu.tsx'
import { Screens } from './screens.tsx'
import { PageTitle } from './pageTitle.tsx'

/** Resources to a request: each is a statement of its own on the server. */
const CHUNK = 6
const RECENT = 4
const RECENT_SHOWN = 8

/** How much there is of everything, and what moved last. */
export default function Dashboard() {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const resources = useMenu().flatMap((section) => section.resources)
  const overview = useOverview(resources)
  return (
    <>
      <PageTitle title={translate('coulisses.dashboard.title')} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 2 }}>{translate('coulisses.dashboard.welcome', { name: identity?.fullName ?? '' })}</Typography>
      <QuickLinks resources={resources} />
      <Screens place="dashboard" />
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
        <section aria-labelledby="dashboard-records">
          <Typography id="dashboard-records" component="h2" variant="subtitle1" sx={{ mb: 1.5, fontWeight: 600 }}>{translate('coulisses.dashboard.records')}</Typography>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))' }}>
            {resources.map((resource) => <Count key={resource.name} resource={resource} overview={overview.get(resource.plural)} />)}
          </Box>
        </section>
        <section aria-labelledby="dashboard-recent">
          <Typography id="dashboard-recent" component="h2" variant="subtitle1" sx={{ mb: 1.5, fontWeight: 600 }}>{translate('coulisses.dashboard.recent')}</Typography>
          <Card><Recent resources={resources} overview={overview} /></Card>
        </section>
      </Box>
    </>
  )
}

function useOverview(resources: readonly AdminResource[]): ReadonlyMap<string, Overview> {
  const provider = useAdminDataProvider()
  const schema = useSchema()
  const chunks = Array.from({ length: Math.ceil(resources.length / CHUNK) }, (_, index) => resources.slice(index * CHUNK, (index + 1) * CHUNK))
  const answers = useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: ['overview', ...chunk.map((resource) => resource.plural)],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<unknown> => {
        const { document, variables } = overviewOperation(schema, chunk, RECENT)
        return await provider.run(document, variables, signal)
      },
    })),
  })
  // The shape that the operation asks for, by the plural of each resource.
  return new Map(answers.flatMap(({ data }) => (isObject(data) ? Object.entries(data as Readonly<Record<string, Overview>>) : [])))
}

function QuickLinks({ resources }: { readonly resources: readonly AdminResource[] }) {
  const translate = useTranslate()
  const offered = resources.filter((resource) => resource.operations.create !== null).slice(0, 4)
  if (offered.length === 0) return null
  return (
    <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap" sx={{ mb: 3 }}>
      {offered.map((resource) => <Button key={resource.name} component={Link} to={`/${resource.plural}/create`} variant="outlined" startIcon={<Add />}>{translate('coulisses.relation.create', { name: resource.label })}</Button>)}
    </Stack>
  )
}

function Count({ resource, overview }: { readonly resource: AdminResource; readonly overview: Overview | undefined }) {
  const locale = useLocale()
  const Icon = iconOf(resource.menu?.icon)
  return (
    <Card>
      <CardActionArea component={Link} to={`/${resource.plural}`} sx={{ p: 1.75, display: 'flex', alignItems: 'center', gap: 1.5, justifyContent: 'flex-start' }}>
        <Icon color="primary" />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h6" component="span" sx={{ display: 'block', lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}>{overview ? numberFormat(locale).format(overview.total ?? 0) : <Skeleton width={40} />}</Typography>
          <Typography variant="body2" color="text.secondary" component="span" sx={{ display: 'block', lineHeight: 1.25 }}>{resource.labelPlural}</Typography>
        </Box>
      </CardActionArea>
    </Card>
  )
}

function Recent({ resources, overview }: { readonly resources: readonly AdminResource[]; readonly overview: ReadonlyMap<string, Overview> }) {
  const translate = useTranslate()
  const when = useInstant()
  const meta = useMeta()
  const changed = resources.filter((resource) => resource.operations.create !== null || resource.operations.update !== null)
    .flatMap((resource) => (overview.get(resource.plural)?.items ?? []).map((item) => ({ item, resource: meta.resource(item.__typename) ?? resource })))
    .filter(({ item }) => item.updatedAt).sort((one, other) => String(other.item.updatedAt).localeCompare(String(one.item.updatedAt))).slice(0, RECENT_SHOWN)
  if (changed.length === 0) return <CardContent><Typography color="text.secondary">{translate('coulisses.dashboard.nothing')}</Typography></CardContent>
  return (
    <List dense>
      {changed.map(({ item, resource }) => {
        const Icon = iconOf(resource.menu?.icon)
        const path = pathOf(resource, item.id)
        return (
          <ListItem key={`${resource.name} ${item.id}`}>
            <ListItemIcon sx={{ minWidth: 36 }}><Icon fontSize="small" /></ListItemIcon>
            <ListItemText primary={path ? <MuiLink component={Link} to={path}>{item._label ?? '…'}</MuiLink> : item._label} secondary={`${resource.label} · ${when(item.updatedAt)}`} />
          </ListItem>
        )
      })}
    </List>
  )
}
