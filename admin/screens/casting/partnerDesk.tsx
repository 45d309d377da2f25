import { Alert, Box, Button, Card, CardContent, Chip, Skeleton, Stack, Typography } from '@mui/material'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { parse } from 'graphql'
import { useTranslate } from 'ra-core'
import { useState, type ReactNode } from 'react'
import { useAdminDataProvider } from '../../app/meta.tsx'
import { PageTitle } from '../../app/pageTitle.tsx'
import { useSay } from '../../app/screens.tsx'
import { Code } from './code.tsx'
import { feedTypes } from './feedTypes.ts'
import { DocumentPart, DOCUMENTS, UsageTable, type DocumentCard } from './partnerDocuments.tsx'

interface FeedCard { readonly id: string; readonly name: string; readonly pageSize: number; readonly lastFetchedAt: string | null; readonly state: string }
interface KeyCard { readonly id: string; readonly name: string; readonly prefix: string; readonly expiresAt: string; readonly lastUsedAt: string | null; readonly state: string }

const FEEDS = parse('query Admin_PartnerFeeds { data: partnerFeeds(page: { size: 100 }) { items { id name pageSize lastFetchedAt state } } }')
const KEYS = parse('query Admin_PartnerKeys { data: apiKeys(page: { size: 100 }) { items { id name prefix expiresAt lastUsedAt state } } }')
const REVOKE = parse('mutation Admin_RevokePartnerKey($id: ID!) { data: revokeApiKey(id: $id) { id } }')
const endings = ['json', 'rss', 'atom', 'jobs.json'] as const

/** What a partner's programmer needs: addresses, keys, lines to copy, types, and invented offers to try on. */
export default function PartnerDesk() {
  const say = useSay()
  const feeds = useItems<FeedCard>('feeds', FEEDS)
  const keys = useItems<KeyCard>('keys', KEYS)
  const documents = useDocuments()
  const title = say({ fr: 'Lire nos offres', en: 'Reading our offers' })
  return (
    <>
      <PageTitle title={title} />
      <Typography component="h1" variant="h5" sx={{ mt: 2, mb: 1 }}>{title}</Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>{say({
        fr: 'Les requêtes qui vous sont ouvertes répondent à vos questions ; un flux tient une copie à jour : lisez-le une fois en entier, puis ce qui a changé depuis (next_since), et retirez ce qui est dans gone.',
        en: 'The documents that are open to you answer your questions; a feed keeps a copy up to date: read it once as a whole, then what has changed since (next_since), and remove what is in gone.',
      })}</Typography>
      <Stack spacing={2}>
        <Items title={say({ fr: 'Vos requêtes', en: 'Your documents' })} found={documents} none={say({ fr: 'Aucune requête pour le moment.', en: 'No document yet.' })}>{(document) => <DocumentPart key={document.grant} document={document} />}</Items>
        {documents.items && documents.items.length > 0 ? <Usage documents={documents.items} /> : null}
        <Items title={say({ fr: 'Vos flux', en: 'Your feeds' })} found={feeds} none={say({ fr: 'Aucun flux pour le moment.', en: 'No feed yet.' })}>{(feed) => <Feed key={feed.id} feed={feed} />}</Items>
        <Items title={say({ fr: 'Vos clés', en: 'Your keys' })} found={keys} none={say({ fr: 'Aucune clé : créez-en une sous « Clés d’API ».', en: 'No key: make one under “API keys”.' })}>{(key) => <Key key={key.id} apiKey={key} />}</Items>
        <Example />
        <Part title={say({ fr: 'Types d’un flux', en: 'Types of a feed' })}><Code label="TypeScript">{feedTypes}</Code></Part>
      </Stack>
    </>
  )
}

interface Found<T> { readonly items: readonly T[] | undefined; readonly error: Error | null }

function useItems<T>(name: string, document: ReturnType<typeof parse>): Found<T> {
  const provider = useAdminDataProvider()
  const { data, error } = useQuery({
    queryKey: ['partnerDesk', name],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => (await provider.run(document, {}, signal) as { readonly items: readonly T[] }).items,
  })
  return { items: data, error }
}

function useDocuments(): Found<DocumentCard> {
  const provider = useAdminDataProvider()
  const { data, error } = useQuery({
    queryKey: ['partnerDesk', 'documents'],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(DOCUMENTS, {}, signal) as readonly DocumentCard[],
  })
  return { items: data, error }
}

/** Of thirty days, and where a program finds the description of all documents. */
function Usage({ documents }: { readonly documents: readonly DocumentCard[] }) {
  const say = useSay()
  return (
    <Part title={say({ fr: 'Votre usage', en: 'Your usage' })}>
      <Typography variant="body2" color="text.secondary">{say({ fr: 'Trente derniers jours.', en: 'Last thirty days.' })}</Typography>
      <UsageTable documents={documents} />
      <Code label="OpenAPI">{`# OpenAPI 3.1\ncurl -H "Authorization: Bearer $COULISSES_KEY" "${window.location.origin}/partner/openapi.json"`}</Code>
    </Part>
  )
}

interface ItemsProps<T> { readonly title: string; readonly found: Found<T>; readonly none: string; readonly children: (item: T) => ReactNode }

function Items<T>({ title, found: { items, error }, none, children }: ItemsProps<T>) {
  const translate = useTranslate()
  return (
    <Part title={title}>
      {error ? <Alert severity="error">{translate(error.message, { _: error.message })}</Alert> : items === undefined ? <Skeleton variant="rounded" height={80} /> : items.length === 0 ? <Typography>{none}</Typography> : <Stack spacing={2}>{items.map(children)}</Stack>}
    </Part>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Card component="section" aria-label={title}><CardContent><Typography component="h2" variant="h6" sx={{ mb: 1 }}>{title}</Typography>{children}</CardContent></Card>
)

function Feed({ feed }: { readonly feed: FeedCard }) {
  const say = useSay()
  const address = (ending: string): string => `${window.location.origin}/partner/feeds/${encodeURIComponent(feed.name)}.${ending}`
  return (
    <Box>
      <Stack direction="row" spacing={1} alignItems="center" useFlexGap flexWrap="wrap">
        <Typography component="h3" variant="subtitle1">{feed.name}</Typography>
        <State active={feed.state === 'ACTIVE'} />
        <Typography variant="body2" color="text.secondary">{say({ fr: 'Dernière lecture :', en: 'Last read:' })} {time(feed.lastFetchedAt)} · {feed.pageSize} {say({ fr: 'offres par page en GraphQL', en: 'offers per page in GraphQL' })}</Typography>
      </Stack>
      <Code label={`curl ${feed.name}`}>{endings.map((ending) => `curl -H "Authorization: Bearer $COULISSES_KEY" "${address(ending)}"`).concat(`curl -H "Authorization: Bearer $COULISSES_KEY" "${address('json')}?since=$NEXT_SINCE"`).join('\n')}</Code>
    </Box>
  )
}

function Key({ apiKey: { id, name, prefix, expiresAt, lastUsedAt, state } }: { readonly apiKey: KeyCard }) {
  const say = useSay()
  return (
    <Stack direction="row" spacing={1} alignItems="center" useFlexGap flexWrap="wrap">
      <Typography>{name} <code>{prefix}…</code></Typography>
      <State active={state === 'ACTIVE'} />
      <Typography variant="body2" color="text.secondary">{say({ fr: 'Expire le', en: 'Expires' })} {time(expiresAt)} · {say({ fr: 'dernier usage :', en: 'last used:' })} {time(lastUsedAt)}</Typography>
      {state === 'ACTIVE' ? <Revoke id={id} name={name} /> : null}
    </Stack>
  )
}

/** For good, and at once: asked twice. Whoever finds his key in a file that was published needs nobody else. */
function Revoke({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useSay()
  const translate = useTranslate()
  const provider = useAdminDataProvider()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => provider.run(REVOKE, { id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['partnerDesk', 'keys'] }),
  })
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (!asked) return <Button size="small" color="error" aria-label={say({ fr: `Révoquer ${name}`, en: `Revoke ${name}` })} onClick={() => { setAsked(true) }}>{say({ fr: 'Révoquer', en: 'Revoke' })}</Button>
  return <Button size="small" color="error" variant="contained" disabled={isPending} onClick={() => { mutate() }}>{say({ fr: 'Révoquer pour toujours ?', en: 'Revoke for good?' })}</Button>
}

function State({ active }: { readonly active: boolean }) {
  const say = useSay()
  return <Chip size="small" color={active ? 'success' : 'default'} label={active ? say({ fr: 'En service', en: 'In service' }) : say({ fr: 'Suspendu', en: 'Suspended' })} />
}

const time = (given: string | null): string => (given === null ? '–' : new Date(given).toLocaleString())

/** Invented offers, as the server writes them: no key is needed. */
function Example() {
  const say = useSay()
  const [ending, setEnding] = useState<(typeof endings)[number]>('json')
  const address = `/partner/example/feed.${ending}`
  const { data, error } = useQuery({
    queryKey: ['partnerDesk', 'example', ending],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { signal })
      if (!answer.ok) throw new Error(`${answer.status}`)
      const text = await answer.text()
      return ending.endsWith('json') ? JSON.stringify(JSON.parse(text), undefined, 2) : text
    },
  })
  return (
    <Part title={say({ fr: 'Essayer un flux d’offres inventées', en: 'Try a feed of invented offers' })}>
      <Stack direction="row" spacing={1} useFlexGap flexWrap="wrap">
        {endings.map((one) => <Button key={one} size="small" variant={one === ending ? 'contained' : 'outlined'} aria-pressed={one === ending} onClick={() => { setEnding(one) }}>{one}</Button>)}
      </Stack>
      {error ? <Alert severity="error">{error.message}</Alert> : <Code label={address}>{`curl "${window.location.origin}${address}"\n\n${data ?? '…'}`}</Code>}
    </Part>
  )
}
