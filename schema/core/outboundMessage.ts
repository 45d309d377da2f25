import { Base, Choice, Entity, Instant, Integer, Json, LongText, nobody, Text } from '#model'
import { administrators } from '../roles.ts'

/** What leaves the house: sent by the channel, or, without one, read here by the administrator. */
@Entity<OutboundMessage>({
  plural: 'outboundMessages',
  label: { fr: 'Message sortant', en: 'Outbound message' },
  labelPlural: { fr: 'Messages sortants', en: 'Outbound messages' },
  title: ['subject', 'recipient'],
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  history: false,
  indexes: [['state', 'nextAttemptAt']],
  menu: { order: 90, icon: 'outbox' },
  list: ['createdAt', 'channel', 'recipient', 'subject', 'state'],
})
export class OutboundMessage extends Base {
  @Choice({ required: true, label: { fr: 'Canal', en: 'Channel' }, values: { EMAIL: { fr: 'E-mail', en: 'E-mail' } } }) channel!: string
  @Text({ required: true, max: 320, search: 'A', label: { fr: 'Destinataire', en: 'Recipient' } }) recipient!: string
  @Text({ max: 300, search: 'B', label: { fr: 'Objet', en: 'Subject' } }) subject?: string
  @LongText({ max: 100_000, label: { fr: 'Texte', en: 'Body' } }) body?: string
  @Json({ shape: { type: 'any' }, label: { fr: 'Données', en: 'Payload' } }) payload?: unknown
  @Integer({ required: true, default: 0, label: { fr: 'Tentatives', en: 'Attempts' } }) attempts!: number
  @Instant({ label: { fr: 'Prochaine tentative', en: 'Next attempt' } }) nextAttemptAt?: string
  @Text({ max: 500, label: { fr: 'Dernière erreur', en: 'Last error' } }) lastError?: string
  @Text({ required: true, max: 120, unique: true, label: { fr: 'Clé d’unicité', en: 'Idempotency key' } }) idempotencyKey!: string
  @Choice({
    values: { QUEUED: { fr: 'En attente', en: 'Queued' }, SENT: { fr: 'Envoyé', en: 'Sent' }, FAILED: { fr: 'En échec', en: 'Failed' } },
    required: true,
    initial: 'QUEUED',
  }) state!: string
}
