import { flag, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { clean, json } from '../out/clean.ts'
import { isObject } from '../remote/graphql.ts'
import { showInstant } from '../time/show.ts'
import { USUAL_ZONE } from '../time/zone.ts'

const MOST = 50
const NEWS = 'query News($filter: NotificationFilter, $size: Int) { list: notifications(filter: $filter, sort: [{ createdAt: DESC }], page: { size: $size }) { items { id title state createdAt } } }'

/** Hand-overs from the other departments, the latest first. */
export async function notifications(context: Context, given: Given): Promise<void> {
  const { out, locale, colours, remote } = context
  const { data } = await remote.ask(NEWS, { filter: flag(given, 'all') ? undefined : { state: { eq: 'UNREAD' } }, size: MOST })
  const list = data['list']
  const items = isObject(list) && Array.isArray(list['items']) ? list['items'].filter(isObject) : []
  if (flag(given, 'json')) await out.line(json(items.map(({ id, title, state, createdAt }) => ({ id, at: createdAt, title, state })), 2))
  else {
    for (const { title, createdAt } of items) await out.line(`${colours.faint(showInstant(String(createdAt), USUAL_ZONE, locale))}  ${clean(String(title))}`)
    if (items.length === 0 && out.terminal) out.note(context.say({ fr: 'Rien de nouveau.', en: 'Nothing new.' }))
  }
  if (flag(given, 'read') && items.length > 0) await remote.ask('mutation Read($ids: [ID!]) { readNotifications(notifications: $ids) }', { ids: items.map(({ id }) => id) })
}
