import { Base, Entity, Text } from '#model'
import { always } from '../core/rules.ts'
import { castingDesk, visitors } from '../roles.ts'

/** The sort of production that an offer is for: feature film, theatre, advertising. */
@Entity<CastingCategory>({
  plural: 'castingCategories',
  label: { fr: 'Catégorie de casting', en: 'Casting category' },
  labelPlural: { fr: 'Catégories de casting', en: 'Casting categories' },
  title: 'name',
  access: { read: [castingDesk, visitors.where(always).fields('name')], create: castingDesk, update: castingDesk, delete: castingDesk },
  sort: { name: 'ASC' },
  menu: { order: 80, icon: 'sell' },
  list: ['name', 'offers'],
})
export class CastingCategory extends Base {
  @Text({ required: true, max: 120, unique: 'ignoreCase', search: 'A' }) name!: string
}
