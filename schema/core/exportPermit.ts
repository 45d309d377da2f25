import { Base, BelongsTo, Entity, LongText, nobody, Text } from '#model'
import { administrators, members } from '../roles.ts'
import { ownPermit } from './approvalRules.ts'
import { User } from './user.ts'

/** That somebody may take out in bulk what needs a second person's agreement: this very question, for a day. */
@Entity<ExportPermit>({
  plural: 'exportPermits',
  label: { fr: 'Autorisation d’export', en: 'Export permit' },
  labelPlural: { fr: 'Autorisations d’export', en: 'Export permits' },
  title: 'list',
  access: { read: [administrators, members.where(ownPermit)], create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  fixedAccess: true,
  indexes: [['requestedBy', 'digest']],
  sort: { createdAt: 'DESC' },
  list: ['createdAt', 'requestedBy', 'list'],
})
export class ExportPermit extends Base {
  @BelongsTo(() => User, { required: true, label: { fr: 'Accordée à', en: 'Given to' } }) requestedBy!: User
  @Text({ required: true, max: 60, label: { fr: 'Liste', en: 'List' } }) list!: string
  @LongText({ required: true, max: 10_000, label: { fr: 'Champs', en: 'Fields' } }) fields!: string
  @LongText({ max: 20_000, label: { fr: 'Filtre', en: 'Filter' }, help: { fr: 'Vide : toutes les lignes.', en: 'Empty: all rows.' } }) filter?: string
  @Text({ required: true, max: 64, label: { fr: 'Empreinte de la demande', en: 'Digest of the question' } }) digest!: string
}
