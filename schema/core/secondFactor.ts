import { Base, BelongsTo, Encrypted, Entity, Instant, Integer, nobody } from '#model'
import { User } from './user.ts'

/** What an account shows beside its password: the secret that it shares with a telephone. */
@Entity<SecondFactor>({
  plural: 'secondFactors',
  label: { fr: 'Second facteur', en: 'Second factor' },
  labelPlural: { fr: 'Seconds facteurs', en: 'Second factors' },
  title: ['user.fullName'],
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  history: false,
})
export class SecondFactor extends Base {
  @BelongsTo(() => User, { required: true, onDelete: 'cascade', unique: true }) user!: User
  @Encrypted({ required: true, hidden: true, label: { fr: 'Secret', en: 'Secret' } }) secret!: string
  /** Half-minute of the last code that was taken: none is taken twice, and none from before it. */
  @Integer({ required: true, default: 0, label: { fr: 'Dernier pas', en: 'Last step' } }) lastStep!: number
  @Instant({ label: { fr: 'Confirmé le', en: 'Confirmed at' } }) confirmedAt?: string
}
