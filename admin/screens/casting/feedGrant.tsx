import { Alert } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import type { RecordProps } from '../screen.ts'

const GRANTS = parse(`query Admin_FeedGrants($id: ID!) { data: partnerFeed(id: $id) {
  query { id alias } partner { grants(filter: { state: { ne: ENDED } }, limit: 100) { state document { id } } } } }`)

interface FeedGrants {
  readonly query: { readonly id: string; readonly alias: string } | null
  readonly partner: { readonly grants: readonly { readonly state: string; readonly document: { readonly id: string } | null }[] | null } | null
}

/** A feed without a grant in force answers nobody: said where somebody would look for the reason. */
export default function FeedGrant({ record }: RecordProps) {
  const say = useSay()
  const provider = useAdminDataProvider()
  const { data } = useQuery({
    queryKey: ['partnerFeeds', 'grant', record.id, record['version']],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(GRANTS, { id: record.id }, signal) as FeedGrants | null,
  })
  const { query, partner } = data ?? {}
  if (!query) return null
  const state = partner?.grants?.find(({ document }) => document?.id === query.id)?.state
  if (state === 'ACTIVE') return null
  const told = state === 'PROPOSED'
    ? { fr: `Ce flux ne répond pas encore : l’autorisation de ${query.alias} attend l’approbation d’une autre personne.`, en: `This feed does not answer yet: the grant of ${query.alias} waits for somebody else’s approval.` }
    : state === 'SUSPENDED'
      ? { fr: `Ce flux ne répond pas : l’autorisation de ${query.alias} est suspendue.`, en: `This feed does not answer: the grant of ${query.alias} is suspended.` }
      : { fr: `Ce flux ne répond pas : son partenaire n’a pas d’autorisation pour ${query.alias}.`, en: `This feed does not answer: its partner has no grant of ${query.alias}.` }
  return <Alert severity={state === 'PROPOSED' ? 'info' : 'warning'} role="status" sx={{ mb: 2 }}>{say(told)}</Alert>
}
