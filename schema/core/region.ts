import { Base, BelongsTo, Country, Entity, Text } from '#model'
import { administrators, castingDesk, visitors } from '../roles.ts'
import { always } from './rules.ts'

/** A subdivision of a country, by its ISO 3166-2 code where it has one. */
@Entity<Region>({
  plural: 'regions',
  label: { fr: 'Région', en: 'Region' },
  labelPlural: { fr: 'Régions', en: 'Regions' },
  title: 'name',
  access: {
    read: [castingDesk, visitors.where(always).fields('code', 'name', 'countryCode', 'parent')],
    create: administrators, update: administrators, delete: administrators,
  },
  sort: { name: 'ASC' },
  menu: { order: 80, icon: 'map' },
  list: ['name', 'code', 'countryCode', 'parent'],
})
export class Region extends Base {
  @Text({
    required: true, max: 10, unique: true, pattern: /^[A-Z]{2}-[A-Z0-9]{1,6}$/,
    patternHelp: { fr: 'Un code ISO 3166-2, par exemple FR-BRE.', en: 'An ISO 3166-2 code, for example FR-BRE.' },
  }) code!: string
  @Text({ required: true, max: 120, search: 'A' }) name!: string
  @Country({ required: true }) countryCode!: string
  @BelongsTo(() => Region, { inverse: 'parts', inverseLabel: { fr: 'Subdivisions', en: 'Parts' }, label: { fr: 'Fait partie de', en: 'Part of' } }) parent?: Region
}
