import { Base, Entity, Text } from '#model'
import { castingDesk, visitors } from '../roles.ts'
import { always } from '../core/rules.ts'

/** A family of trades: dance, music, costume. */
@Entity<ProfessionDomain>({
  plural: 'professionDomains',
  label: { fr: 'Domaine de métier', en: 'Profession domain' },
  labelPlural: { fr: 'Domaines de métier', en: 'Profession domains' },
  title: 'name',
  access: { read: [castingDesk, visitors.where(always).fields('name')], create: castingDesk, update: castingDesk, delete: castingDesk },
  sort: { name: 'ASC' },
  menu: { order: 70, icon: 'category' },
  list: ['name', 'code', 'professions'],
})
export class ProfessionDomain extends Base {
  @Text({ required: true, max: 120, unique: 'ignoreCase', search: 'A' }) name!: string
  @Text({ max: 20 }) code?: string
}
