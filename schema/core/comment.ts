import { AnyOf, Base, BelongsTo, Choice, Decimal, Entity, Json, LongText, nobody, type RecordRef } from '#model'
import { staff } from '../roles.ts'
import { commentOnReadable, ownComment } from './messageRules.ts'
import { User } from './user.ts'

/** What somebody says of a record, to all who may read it. */
@Entity<Comment>({
  plural: 'comments',
  label: { fr: 'Commentaire', en: 'Comment' },
  labelPlural: { fr: 'Commentaires', en: 'Comments' },
  title: 'body',
  access: {
    read: staff.where(commentOnReadable), create: staff.where(commentOnReadable),
    update: staff.where(ownComment).fields('body', 'state'), delete: nobody,
  },
  indexes: [['subject', 'createdAt']],
  sort: { createdAt: 'DESC' },
  list: ['createdAt', 'author', 'subject', 'body'],
})
export class Comment extends Base {
  @AnyOf({ having: 'comments', required: true, immutable: true, label: { fr: 'Au sujet de', en: 'About' } }) subject!: RecordRef
  @LongText({ required: true, max: 10_000, search: 'A', label: { fr: 'Texte', en: 'Text' } }) body!: string
  @BelongsTo(() => User, { readOnly: true, inverse: 'comments', index: true }) author?: User
  @BelongsTo(() => Comment, { immutable: true, inverse: 'replies', inverseLabel: { fr: 'Réponses', en: 'Replies' }, index: true, label: { fr: 'Réponse à', en: 'Reply to' } }) replyTo?: Comment
  @Decimal({ precision: 8, scale: 2, min: 0, label: { fr: 'Instant (secondes)', en: 'Position (seconds)' }, help: { fr: 'Dans un enregistrement.', en: 'In a recording.' } }) position?: string
  @Json({ shape: { type: 'array', items: { type: 'string' } }, label: { fr: 'Personnes citées', en: 'Mentions' } }) mentions?: unknown
  @Choice({
    values: { VISIBLE: { fr: 'Visible', en: 'Visible' }, REMOVED: { fr: 'Retiré', en: 'Removed' } },
    required: true, initial: 'VISIBLE',
    moves: { remove: { label: { fr: 'Retirer', en: 'Remove' }, from: ['VISIBLE'], to: 'REMOVED', confirm: { fr: 'Retirer ce commentaire ?', en: 'Remove this comment?' } } },
  }) state!: string
}
