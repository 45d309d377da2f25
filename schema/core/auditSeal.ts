import { Base, Day, Entity, Ids, Instant, Integer, LongText, nobody, Text } from '#model'
import { administrators } from '../roles.ts'

/** Binds entries of the audit trail to all that came before them: what is changed or removed afterwards shows (`npm run audit:verify`). */
@Entity<AuditSeal>({
  plural: 'auditSeals',
  label: { fr: 'Scellé du journal', en: 'Audit seal' },
  labelPlural: { fr: 'Scellés du journal', en: 'Audit seals' },
  title: 'hash',
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  appendOnly: true,
  history: false,
  unique: [{ fields: ['day', 'number'] }],
  sort: { sealedAt: 'DESC' },
  list: ['day', 'number', 'sealedAt', 'entries', 'hash'],
})
export class AuditSeal extends Base {
  @Day({ required: true, label: { fr: 'Jour', en: 'Day' } }) day!: string
  @Integer({ required: true, min: 1 }) number!: number
  @Instant({ required: true, label: { fr: 'Scellé le', en: 'Sealed at' } }) sealedAt!: string
  @Integer({ required: true, label: { fr: 'Entrées', en: 'Entries' } }) entries!: number
  @Text({ max: 64, label: { fr: 'Empreinte précédente', en: 'Hash before' } }) previous?: string
  @Text({ required: true, max: 64, label: { fr: 'Empreinte', en: 'Hash' } }) hash!: string
  @Ids({ hidden: true, label: { fr: 'Entrées scellées', en: 'Sealed entries' } }) ids?: string[]
  @LongText({ hidden: true, label: { fr: 'Empreintes des entrées', en: 'Digests of the entries' } }) digests?: string
}
