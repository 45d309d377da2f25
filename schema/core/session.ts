import { Base, BelongsTo, Entity, Id, Instant, nobody, Text } from '#model'
import { User } from './user.ts'

/**
 * A sign-in that may be renewed. Each renewal replaces the token by the next of its family; a
 * replaced token that comes back was stolen, and ends the whole family.
 */
@Entity<Session>({
  plural: 'sessions',
  label: { fr: 'Session', en: 'Session' },
  labelPlural: { fr: 'Sessions', en: 'Sessions' },
  title: ['user.fullName'],
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  history: false,
  indexes: [['family'], ['expiresAt']],
})
export class Session extends Base {
  @BelongsTo(() => User, { required: true, onDelete: 'cascade', index: true }) user!: User
  @Text({ required: true, hidden: true, max: 64, unique: true, label: { fr: 'Empreinte du jeton', en: 'Token hash' } }) tokenHash!: string
  @Id({ required: true, label: { fr: 'Famille', en: 'Family' } }) family!: string
  @Instant({ required: true, label: { fr: 'Expire le', en: 'Expires at' } }) expiresAt!: string
  @Instant({ label: { fr: 'Remplacée le', en: 'Replaced at' } }) replacedAt?: string
  @Instant({ label: { fr: 'Révoquée le', en: 'Revoked at' } }) revokedAt?: string
  @Text({ max: 400, label: { fr: 'Navigateur', en: 'User agent' } }) userAgent?: string
  @Text({ max: 45, label: { fr: 'Adresse IP', en: 'IP address' } }) address?: string
}
