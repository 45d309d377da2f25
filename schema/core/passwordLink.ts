import { Base, BelongsTo, Entity, Instant, nobody, Text } from '#model'
import { User } from './user.ts'

/** The link by which somebody chooses a password: sent by mail, used once. A newer one takes the place of the one before. */
@Entity<PasswordLink>({
  plural: 'passwordLinks',
  label: { fr: 'Lien de mot de passe', en: 'Password link' },
  labelPlural: { fr: 'Liens de mot de passe', en: 'Password links' },
  title: ['user.fullName'],
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  history: false,
})
export class PasswordLink extends Base {
  @BelongsTo(() => User, { required: true, onDelete: 'cascade', unique: true }) user!: User
  @Text({ required: true, hidden: true, max: 64, unique: true, label: { fr: 'Empreinte du jeton', en: 'Token hash' } }) tokenHash!: string
  @Instant({ required: true, label: { fr: 'Expire le', en: 'Expires at' } }) expiresAt!: string
}
