import { Base, Entity, Text } from '#model'
import { castingDesk, visitors } from '../roles.ts'
import { always } from './rules.ts'

/** The sort of contract under which somebody is hired. */
@Entity<ContractType>({
  plural: 'contractTypes',
  label: { fr: 'Type de contrat', en: 'Contract type' },
  labelPlural: { fr: 'Types de contrats', en: 'Contract types' },
  title: 'name',
  access: {
    read: [castingDesk, visitors.where(always).fields('name', 'code')],
    create: castingDesk, update: castingDesk, delete: castingDesk,
  },
  sort: { name: 'ASC' },
  menu: { order: 90, icon: 'description', under: 'casting' },
  list: ['name', 'code', 'offers'],
})
export class ContractType extends Base {
  @Text({ required: true, max: 160, unique: 'ignoreCase', search: 'A' }) name!: string
  @Text({ max: 20, unique: 'ignoreCase', search: 'A' }) code?: string
}
