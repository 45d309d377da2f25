import sql from 'sql-template-tag'
import { Notification } from '#schema/core/notification.ts'
import { members } from '#schema/roles.ts'
import { action } from '../../../write/types.ts'

/** One's own only: those that are named, or all. */
export default action<Notification>({
  name: 'readNotifications',
  on: Notification,
  scope: 'entity',
  label: { fr: 'Marquer comme lues', en: 'Mark as read' },
  help: { fr: 'Celles qui sont nommées, ou toutes.', en: 'Those that are named, or all of them.' },
  access: members,
  args: { notifications: { kind: 'record', entity: () => Notification, many: true, options: { label: { fr: 'Notifications', en: 'Notifications' } } } },
  returns: 'Boolean',
  run: async (work, { notifications }) => {
    const named = Array.isArray(notifications) ? notifications : null
    await work.query(sql`update notification set state = 'READ', read_at = ${work.now}
      where user_id = ${work.caller.principal.userId ?? null} and state = 'UNREAD' and (${named}::uuid[] is null or id = any(${named}::uuid[]))`)
    return true
  },
})
