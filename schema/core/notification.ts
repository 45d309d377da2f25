import { AnyOf, Base, BelongsTo, Choice, Entity, Instant, LongText, nobody, Text, type RecordRef } from '#model'
import { members } from '../roles.ts'
import { ownNotification } from './messageRules.ts'
import { User } from './user.ts'

/** What somebody is told: here, and by e-mail if he wants. One row for each who is told. */
@Entity<Notification>({
  plural: 'notifications',
  label: { fr: 'Notification', en: 'Notification' },
  labelPlural: { fr: 'Notifications', en: 'Notifications' },
  title: 'title',
  access: { read: members.where(ownNotification), create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  history: false,
  unique: [{ fields: ['user', 'kind', 'subject', 'dedupeKey'] }],
  indexes: [['user', 'state', 'createdAt']],
  sort: { createdAt: 'DESC' },
  list: ['createdAt', 'title', 'subject', 'state'],
})
export class Notification extends Base {
  @BelongsTo(() => User, { required: true, onDelete: 'cascade' }) user!: User
  @Text({ required: true, max: 60, label: { fr: 'Occasion', en: 'Kind' } }) kind!: string
  @Text({ required: true, max: 250 }) title!: string
  @LongText({ max: 2_000, label: { fr: 'Texte', en: 'Body' } }) body?: string
  @AnyOf({ label: { fr: 'Au sujet de', en: 'About' } }) subject?: RecordRef
  @Text({ required: true, hidden: true, max: 120, default: '-', label: { fr: 'Clé d’unicité', en: 'Dedupe key' } }) dedupeKey!: string
  @Instant({ label: { fr: 'Lue le', en: 'Read at' } }) readAt?: string
  @Instant({ label: { fr: 'Envoyée par e-mail le', en: 'Mailed at' } }) mailedAt?: string
  @Choice({ values: { UNREAD: { fr: 'Non lue', en: 'Unread' }, READ: { fr: 'Lue', en: 'Read' } }, required: true, initial: 'UNREAD' }) state!: string
}
