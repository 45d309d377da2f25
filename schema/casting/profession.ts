import { Base, BelongsTo, Entity, Text } from '#model'
import { always } from '../core/rules.ts'
import { castingDesk, visitors } from '../roles.ts'
import { ProfessionDomain } from './professionDomain.ts'

/** A trade of live entertainment, with both its gender forms, inside one domain. */
@Entity<Profession>({
  plural: 'professions',
  label: { fr: 'Métier', en: 'Profession' },
  labelPlural: { fr: 'Métiers', en: 'Professions' },
  title: 'name',
  access: { read: [castingDesk, visitors.where(always).fields('name', 'domain', 'feminine', 'masculine')], create: castingDesk, update: castingDesk, delete: castingDesk },
  unique: [{ fields: ['domain', 'name'], ignoreCase: true }],
  sort: { name: 'ASC' },
  menu: { order: 60, icon: 'work' },
  list: ['name', 'domain', 'code', 'offers'],
})
export class Profession extends Base {
  @Text({ required: true, max: 160, search: 'A', help: { fr: 'Les deux formes : « Danseur / Danseuse ».', en: 'Both forms: “Danseur / Danseuse”.' } }) name!: string
  @Text({ max: 160, search: 'B', label: { fr: 'Forme féminine', en: 'Feminine form' } }) feminine?: string
  @Text({ max: 160, search: 'B', label: { fr: 'Forme masculine', en: 'Masculine form' } }) masculine?: string
  @Text({ max: 20, label: { fr: 'Code ROME', en: 'ROME code' } }) code?: string
  @BelongsTo(() => ProfessionDomain, { required: true, inverse: 'professions', index: true }) domain!: ProfessionDomain
}
