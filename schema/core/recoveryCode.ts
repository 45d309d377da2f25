import { Base, BelongsTo, Entity, nobody, Text } from '#model'
import { User } from './user.ts'

/** Opens an account once in the place of its second factor: for a telephone that is lost. */
@Entity<RecoveryCode>({
  plural: 'recoveryCodes',
  label: { fr: 'Code de secours', en: 'Recovery code' },
  labelPlural: { fr: 'Codes de secours', en: 'Recovery codes' },
  title: ['user.fullName'],
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  history: false,
})
export class RecoveryCode extends Base {
  @BelongsTo(() => User, { required: true, onDelete: 'cascade', index: true }) user!: User
  @Text({ required: true, hidden: true, max: 64, unique: true, label: { fr: 'Empreinte du code', en: 'Code hash' } }) codeHash!: string
}
