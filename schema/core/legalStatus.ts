import { Base, Entity, Text } from '#model'
import { castingDesk } from '../roles.ts'

/** The legal form of an organisation. */
@Entity<LegalStatus>({
  plural: 'legalStatuses',
  label: { fr: 'Statut juridique', en: 'Legal status' },
  labelPlural: { fr: 'Statuts juridiques', en: 'Legal statuses' },
  title: 'name',
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  sort: { name: 'ASC' },
  menu: { order: 100, icon: 'gavel', under: 'casting' },
  list: ['name', 'code'],
})
export class LegalStatus extends Base {
  @Text({ required: true, max: 160, unique: 'ignoreCase', search: 'A' }) name!: string
  @Text({ max: 20, unique: 'ignoreCase', search: 'B', help: { fr: 'Code INSEE de la catégorie juridique.', en: 'INSEE code of the legal category.' } }) code?: string
}
