import sql from 'sql-template-tag'
import { Notification } from '#schema/core/notification.ts'
import { User } from '#schema/core/user.ts'
import type { RecordRef } from '#model'
import type { Labels } from '../../model/labels.ts'
import type { Stored, Work } from '../../write/types.ts'

export interface News {
  /** The occasion, for programs: `contractSigned`. */
  readonly kind: string
  readonly subject: RecordRef
  readonly title: Labels
  readonly body?: Labels
  /** Tells two occasions of one kind and subject apart; nobody is told of the same one twice. */
  readonly key?: string
  /** It comes of the clock, and concerns people all the same. */
  readonly byClock?: true
}

const MOST = 500

/** Tells people, each in his language: in the back office, and by e-mail where he wants it (C-52). What nobody did, tells nobody. */
export async function notify(work: Work, userIds: readonly string[], news: News): Promise<void> {
  const people = userIds.length === 0 || (work.caller.principal.userId === undefined && !news.byClock) ? [] : await work.rows(User, { id: { in: [...new Set(userIds)] }, state: { eq: 'ACTIVE' } }, MOST)
  for (const person of people) await tell(work, person, news)
}

async function tell(work: Work, person: Stored<User>, { kind, subject, title, body, key = '-' }: News): Promise<void> {
  const told = await work.query(sql`select 1 from notification where user_id = ${person.id} and kind = ${kind}
    and subject_entity = ${subject.entity} and subject_id = ${subject.id} and dedupe_key = ${key}`)
  if (told.length > 0) return
  const locale = person.locale === 'en' ? 'en' : 'fr'
  const mailed = person.notifyByMail === true && person.email != null
  const id = await work.asHouse().create(Notification, { user: { connect: person.id }, kind, subject, title: title[locale], body: body?.[locale] ?? null }, {
    dedupeKey: key, ...(mailed ? { mailedAt: work.now.toISOString() } : {}),
  })
  if (mailed) await work.mail({ to: person.email, subject: title[locale], text: body?.[locale] ?? title[locale], key: `notification ${id}` })
}
