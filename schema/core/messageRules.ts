import { me, rowRule } from '#model'
import type { Comment } from './comment.ts'
import type { Notification } from './notification.ts'

/** A comment is read by whoever reads what it is about; one that was taken back, by nobody. */
export const commentOnReadable = rowRule<Comment>(
  'commentOnReadable', { fr: 'commentaires sur ce qu’on peut lire', en: 'comments on what one may read' }, { subject: { readable: true }, state: { eq: 'VISIBLE' } },
)

export const ownComment = rowRule<Comment>('ownComment', { fr: 'ses propres commentaires', en: 'one’s own comments' }, { author: { id: { eq: me } } })

export const ownNotification = rowRule<Notification>('ownNotification', { fr: 'ses propres notifications', en: 'one’s own notifications' }, { user: { id: { eq: me } } })
