import { Box, Button, Card, CardContent, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material'
import { useGetIdentity, useGetList } from 'ra-core'
import { Link } from 'react-router'
import { useMeta, useSchema } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import type { Filter } from '../../data/filter.ts'
import type { Ref } from '../../data/meta.ts'
import { pathOf } from '../../fields/parts/recordLink.tsx'
import type { Labels } from '../screen.ts'

interface Waiting { readonly plural: 'clients' | 'contracts' | 'events'; readonly title: Labels; readonly filter: Filter; readonly sort: { readonly field: string; readonly order: 'ASC' | 'DESC' } }

const FIRST = 6
const unsigned: Filter = { signedAt: { isEmpty: true }, state: { notIn: ['REFUSED'] } }
const unpaid: Filter = { signedAt: { isEmpty: false }, amountDue: { gt: 0 }, state: { eq: 'SIGNED' } }
const oldest = { field: 'number', order: 'ASC' } as const
const soonest = { field: 'startAt', order: 'ASC' } as const

/** What waits for management: for whoever appoints support. */
const forManagement = (now: string): readonly Waiting[] => [
  { plural: 'events', title: { fr: 'Événements sans support', en: 'Events without support' }, filter: { supportContact: { isEmpty: true }, startAt: { gte: now }, state: { ne: 'CANCELLED' } }, sort: soonest },
  { plural: 'contracts', title: { fr: 'Contrats à faire signer', en: 'Contracts to be signed' }, filter: unsigned, sort: oldest },
  { plural: 'contracts', title: { fr: 'Contrats signés, à payer', en: 'Signed contracts, to be paid' }, filter: unpaid, sort: oldest },
  { plural: 'clients', title: { fr: 'Clients sans commercial', en: 'Clients without a sales contact' }, filter: { lines: { has: 'EPIC_EVENTS' }, or: [{ salesContact: { isEmpty: true } }, { salesContact: { state: { ne: 'ACTIVE' } } }] }, sort: oldest },
  { plural: 'events', title: { fr: 'Événements dont le support est parti', en: 'Events whose support contact has left' }, filter: { startAt: { gte: now }, supportContact: { state: { ne: 'ACTIVE' } } }, sort: soonest },
]

/** What waits for a sales rep: of his own clients. */
const forSales = (me: string): readonly Waiting[] => [
  { plural: 'contracts', title: { fr: 'Mes contrats à faire signer', en: 'My contracts to be signed' }, filter: { ...unsigned, salesContact: { id: { eq: me } } }, sort: oldest },
  { plural: 'contracts', title: { fr: 'Mes contrats signés sans événement', en: 'My signed contracts without an event' }, filter: { salesContact: { id: { eq: me } }, state: { eq: 'SIGNED' }, events: { none: {} } }, sort: oldest },
  { plural: 'contracts', title: { fr: 'Mes contrats à payer', en: 'My contracts to be paid' }, filter: { ...unpaid, salesContact: { id: { eq: me } } }, sort: oldest },
  { plural: 'clients', title: { fr: 'Mes clients, par dernier contact', en: 'My clients, by last contact' }, filter: { salesContact: { id: { eq: me } } }, sort: { field: 'lastContactAt', order: 'ASC' } },
]

/** What waits for a member of support. */
const forSupport = (me: string, now: string): readonly Waiting[] => [
  { plural: 'events', title: { fr: 'Mes prochains événements', en: 'My next events' }, filter: { supportContact: { id: { eq: me } }, startAt: { gte: now } }, sort: soonest },
  { plural: 'events', title: { fr: 'Mes événements sans nombre de participants', en: 'My events without a number of attendees' }, filter: { supportContact: { id: { eq: me } }, startAt: { gte: now }, expectedAttendees: { isEmpty: true } }, sort: soonest },
]

/** Until midnight the page asks the same, so that an answer can be kept. */
const today = (): string => `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`

/** A page for each department: what waits for it. Which one it is, its rights say. */
export default function WaitingPage() {
  const say = useSay()
  const schema = useSchema()
  const { identity } = useGetIdentity()
  const me = String(identity?.id ?? '')
  const may = (mutation: string): boolean => schema.root('mutation', mutation) !== undefined
  const sections = may('assignSupport') ? forManagement(today()) : may('createClient') ? forSales(me) : forSupport(me, today())
  const title = say({ fr: 'À traiter', en: 'To do' })
  return (
    <>
      <PageTitle title={title} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 2 }}>{title}</Typography>
      {identity ? <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))' }}>{sections.map((one) => <Section key={one.title.fr} waiting={one} />)}</Box> : <Skeleton variant="rounded" height={240} />}
    </>
  )
}

function Section({ waiting: { plural, title, filter, sort } }: { readonly waiting: Waiting }) {
  const say = useSay()
  const resource = useMeta().resource(plural)
  const { data, total } = useGetList<Ref>(plural, { filter, sort, pagination: { page: 1, perPage: FIRST }, meta: { view: 'label' } })
  const all = `/${plural}?${new URLSearchParams({ filter: JSON.stringify(filter), sort: sort.field, order: sort.order }).toString()}`
  const name = say(title)
  return (
    <Card component="section" aria-label={name}>
      <CardContent>
        <Stack direction="row" justifyContent="space-between" alignItems="baseline" spacing={1}>
          <Typography component="h2" variant="subtitle1">{name}</Typography>
          <Typography component="span" variant="h6">{total ?? '…'}</Typography>
        </Stack>
        <Stack component="ul" spacing={0.5} sx={{ pl: 2, my: 1 }}>
          {(data ?? []).map((row) => {
            const path = resource ? pathOf(resource, row.id) : undefined
            return <li key={row.id}>{path ? <MuiLink component={Link} to={path}>{row._label ?? '…'}</MuiLink> : row._label}</li>
          })}
        </Stack>
        {total === 0 ? <Typography variant="body2" color="text.secondary">{say({ fr: 'Rien n’attend.', en: 'Nothing is waiting.' })}</Typography> : <Button size="small" component={Link} to={all}>{say({ fr: 'Tout voir', en: 'See all' })}</Button>}
      </CardContent>
    </Card>
  )
}
