import sql from 'sql-template-tag'
import type { RecordRef } from '#model'
import { Comment } from '#schema/core/comment.ts'
import { entityOf } from '../../model/model.ts'
import { reactions, type Stored, type Work } from '../../write/types.ts'
import { notify } from './notify.ts'

const MOST = 50

/** Whoever keeps the record (its people among the accounts, whoever made it) and whoever has spoken of it already. */
async function concerned(work: Work, id: string, subject: RecordRef): Promise<readonly string[]> {
  const entity = entityOf(work.model, subject.entity)
  const row: Readonly<Record<string, unknown>> = { ...await work.row(entity.cls, subject.id) }
  const keepers = [...entity.members.values()].filter((member) => member.is === 'belongsTo' && member.target === 'User').map(({ name }) => row[name])
  const authors = await work.query(sql`select distinct author_id as id from comment where subject_entity = ${subject.entity} and subject_id = ${subject.id} and id <> ${id} and state = 'VISIBLE' limit ${MOST}`)
  const { userId } = work.caller.principal
  return [...keepers, ...authors.map((one) => one['id'])].filter((one): one is string => typeof one === 'string' && one !== userId)
}

/** What was said stands on the record, for those who may read it: the notice only says that, and by whom. */
async function tell(work: Work, comment: Stored<Comment>): Promise<void> {
  if (comment.author == null) return
  // A stored reference is an entity and an id; `Stored` tells relations to one as ids.
  const subject = comment.subject as unknown as RecordRef
  const people = await concerned(work, comment.id, subject)
  const [author] = people.length === 0 ? [] : await work.query(sql`select full_name as name from "user" where id = ${comment.author}`)
  const { label } = entityOf(work.model, subject.entity)
  await notify(work, people, {
    kind: 'commented', subject, key: comment.id,
    title: { fr: `Nouveau commentaire de ${String(author?.['name'])} · ${label.fr}`, en: `New comment by ${String(author?.['name'])} · ${label.en}` },
  })
}

export const commentReactions = [
  reactions(Comment, {
    prepare: (work, input, current) => {
      const { userId } = work.caller.principal
      return current || userId === undefined ? input : { ...input, author: { connect: userId } }
    },
    created: tell,
  }),
]
