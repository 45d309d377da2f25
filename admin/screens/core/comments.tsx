import { Alert, Avatar, Box, Button, Skeleton, Stack, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useNotify, useTranslate } from 'ra-core'
import { Confirm } from 'react-admin'
import { lazy, Suspense, useState, type FormEvent } from 'react'
import { useAdminDataProvider, useMeta } from '../../app/meta.tsx'
import { useSay } from '../../app/screens.tsx'
import { document } from '../../data/documents.ts'
import { isEditable, permits, type Ref, type Values } from '../../data/meta.ts'
import { useInstant } from '../../fields/parts/format.ts'
import { Lines } from '../../fields/parts/lines.tsx'
import { useChanged } from '../../resource/parts/useChanged.ts'
import type { RecordProps } from '../screen.ts'

const History = lazy(() => import('../../resource/show/history.tsx'))

const MOST = 100
const LIST = document(`query Admin_Comments($filter: CommentFilter, $page: PageInput) {
  data: comments(filter: $filter, sort: [{ createdAt: DESC }], page: $page) { total items { id version _label _allowed _editable body createdAt updatedAt author { id _label } replyTo { id } } }
}`)
const ADD = document('mutation Admin_AddComment($input: CommentCreateInput!) { data: createComment(input: $input) { id } }')
const CHANGE = document('mutation Admin_ChangeComment($id: ID!, $input: CommentUpdateInput!, $version: Int) { data: updateComment(id: $id, input: $input, expectedVersion: $version) { id } }')
const REMOVE = document('mutation Admin_RemoveComment($id: ID!, $version: Int) { data: removeComment(id: $id, expectedVersion: $version) { id } }')

interface Comment extends Values { readonly id: string; readonly version: number; readonly body: string | null; readonly createdAt: string; readonly updatedAt: string; readonly author: Ref | null; readonly replyTo: Ref | null }

function useComments({ resource, record }: Pick<RecordProps, 'resource' | 'record'>) {
  const provider = useAdminDataProvider()
  const changed = useChanged()
  const notify = useNotify()
  const { data, error } = useQuery({
    queryKey: ['comments', 'about', record.id],
    // The shape that the document asks for.
    queryFn: async ({ signal }) => await provider.run(LIST, { filter: { subject: { entity: resource.name, id: record.id } }, page: { size: MOST } }, signal) as { readonly total: number; readonly items: readonly Comment[] },
  })
  const run = async (query: typeof ADD, variables: Values): Promise<boolean> => {
    try {
      await provider.run(query, variables)
      return true
    } catch (caught) {
      const message = caught instanceof Error ? caught.message : 'coulisses.error.unexpected'
      notify(message, { type: 'error', messageArgs: { _: message } })
      return false
    } finally {
      changed()
    }
  }
  const subject = { entity: resource.name, id: record.id }
  return {
    data, error,
    add: (body: string, replyTo?: string) => run(ADD, { input: { subject, body, ...(replyTo === undefined ? {} : { replyTo: { connect: replyTo } }) } }),
    change: ({ id, version }: Comment, body: string) => run(CHANGE, { id, version, input: { body } }),
    remove: ({ id, version }: Comment) => run(REMOVE, { id, version }),
  }
}
type Thread = ReturnType<typeof useComments>

/** What people say of a record, the oldest first; answers stand below what they answer. */
export default function Comments(given: RecordProps) {
  const say = useSay()
  const translate = useTranslate()
  const thread = useComments(given)
  const { data, error } = thread
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (!data) return <Skeleton variant="rounded" height={160} />
  const items = data.items.toReversed()
  const known = new Set(items.map(({ id }) => id))
  const roots = items.filter(({ replyTo }) => replyTo === null || !known.has(replyTo.id))
  return (
    <Stack spacing={2.5} sx={{ maxWidth: 760 }}>
      {data.total > items.length ? <Typography variant="body2" color="text.secondary">{say({ fr: `Les ${items.length} derniers sur ${data.total}.`, en: `The last ${items.length} of ${data.total}.` })}</Typography> : null}
      {items.length === 0 ? <Typography color="text.secondary">{say({ fr: 'Aucun commentaire. Ce qui est dit ici se lit par tous ceux qui ont accès à cette fiche.', en: 'No comment yet. What is said here is read by all who have access to this record.' })}</Typography> : null}
      <Branch comments={roots} all={items} thread={thread} />
      <Writing label={say({ fr: 'Votre commentaire', en: 'Your comment' })} submit={say({ fr: 'Publier', en: 'Post' })} onSend={(body) => thread.add(body)} />
    </Stack>
  )
}

function Branch({ comments, all, thread }: { readonly comments: readonly Comment[]; readonly all: readonly Comment[]; readonly thread: Thread }) {
  if (comments.length === 0) return null
  return <Stack component="ol" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>{comments.map((one) => <Said key={one.id} comment={one} all={all} thread={thread} />)}</Stack>
}

type Doing = 'edit' | 'reply' | 'remove' | 'history'

function Said({ comment, all, thread }: { readonly comment: Comment; readonly all: readonly Comment[]; readonly thread: Thread }) {
  const say = useSay()
  const when = useInstant()
  const [doing, setDoing] = useState<Doing>()
  const resource = useMeta().resource('Comment')
  const author = comment.author?._label ?? say({ fr: 'Ancien utilisateur', en: 'Former user' })
  const button = (name: Doing, label: string) => <Button size="small" color="inherit" aria-expanded={doing === name} onClick={() => { setDoing(doing === name ? undefined : name) }}>{label}</Button>
  const close = (done: boolean): boolean => { if (done) setDoing(undefined); return done }
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Avatar aria-hidden sx={{ width: 32, height: 32, fontSize: '0.85rem', bgcolor: 'primary.main', color: 'primary.contrastText' }}>{author.split(/\s+/).map((word) => word.charAt(0)).slice(0, 2).join('')}</Avatar>
      <Box component="article" aria-label={author} sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2" component="h2">{author} <Typography component="span" variant="caption" color="text.secondary"><time dateTime={comment.createdAt}>{when(comment.createdAt)}</time>{comment.version > 1 ? ` · ${say({ fr: 'modifié', en: 'edited' })}` : ''}</Typography></Typography>
        {doing === 'edit' ? <Writing label={say({ fr: 'Modifier le commentaire', en: 'Edit the comment' })} text={comment.body ?? ''} submit={say({ fr: 'Enregistrer', en: 'Save' })} onSend={async (body) => close(await thread.change(comment, body))} /> : <Lines value={comment.body} multiline />}
        <Stack direction="row" useFlexGap flexWrap="wrap" sx={{ ml: -0.75 }}>
          {button('reply', say({ fr: 'Répondre', en: 'Reply' }))}
          {permits(comment, 'UPDATE') && isEditable(comment, 'body') ? button('edit', say({ fr: 'Modifier', en: 'Edit' })) : null}
          {permits(comment, 'remove') ? button('remove', say({ fr: 'Retirer', en: 'Remove' })) : null}
          {comment.version > 1 ? button('history', say({ fr: 'Historique', en: 'History' })) : null}
        </Stack>
        {doing === 'history' && resource ? <Box sx={{ my: 1 }}><Suspense><History resource={resource} record={comment} /></Suspense></Box> : null}
        {doing === 'reply' ? <Writing label={say({ fr: `Répondre à ${author}`, en: `Reply to ${author}` })} submit={say({ fr: 'Publier', en: 'Post' })} onSend={async (body) => close(await thread.add(body, comment.id))} /> : null}
        {doing === 'remove' ? <Confirm isOpen title={say({ fr: 'Retirer ce commentaire ?', en: 'Remove this comment?' })} content={say({ fr: 'Plus personne ne le lira ; l’historique en garde la trace.', en: 'Nobody will read it any more; the history keeps it.' })} confirm={say({ fr: 'Retirer', en: 'Remove' })} onConfirm={() => { void thread.remove(comment).then(close) }} onClose={() => { setDoing(undefined) }} /> : null}
        <Box sx={{ mt: 1.5 }}><Branch comments={all.filter(({ replyTo }) => replyTo?.id === comment.id)} all={all} thread={thread} /></Box>
      </Box>
    </Box>
  )
}

interface WritingProps { readonly label: string; readonly submit: string; readonly text?: string; readonly onSend: (body: string) => Promise<boolean> }

function Writing({ label, submit, text = '', onSend }: WritingProps) {
  const [body, setBody] = useState(text)
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    if (await onSend(body.trim())) setBody('')
    setBusy(false)
  }
  return (
    <Stack component="form" spacing={1} alignItems="flex-start" onSubmit={(event: FormEvent) => { void send(event) }}>
      <TextField multiline minRows={2} fullWidth size="small" label={label} value={body} onChange={(event) => { setBody(event.target.value) }} slotProps={{ htmlInput: { maxLength: 10_000 } }} />
      <Button type="submit" size="small" variant="contained" disabled={busy || body.trim() === '' || body.trim() === text}>{submit}</Button>
    </Stack>
  )
}
