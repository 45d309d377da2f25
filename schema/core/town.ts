import { Base, BelongsTo, Country, Entity, GeoPosition, Integer, Text, type Position } from '#model'
import { administrators, castingDesk, visitors } from '../roles.ts'
import { Region } from './region.ts'
import { always } from './rules.ts'

/** A town and where it lies: what “thirty kilometres around Nantes” is measured from. */
@Entity<Town>({
  plural: 'towns',
  label: { fr: 'Commune', en: 'Town' },
  labelPlural: { fr: 'Communes', en: 'Towns' },
  title: 'name',
  access: {
    read: [castingDesk, visitors.where(always).fields('name', 'postcode', 'region', 'countryCode', 'position', 'population')],
    create: administrators, update: administrators, delete: administrators,
  },
  unique: [{ fields: ['countryCode', 'postcode', 'name'], ignoreCase: true }],
  sort: { name: 'ASC' },
  menu: { order: 82, icon: 'location_city' },
  list: ['name', 'postcode', 'region', 'population'],
})
export class Town extends Base {
  @Text({ required: true, max: 120, search: 'A' }) name!: string
  @Text({ required: true, max: 16, search: 'B' }) postcode!: string
  @BelongsTo(() => Region, { inverse: 'towns' }) region?: Region
  @Country({ required: true, default: 'FR' }) countryCode!: string
  @Integer({ min: 0, max: 50_000_000, label: { fr: 'Population', en: 'Population' } }) population?: number
  @GeoPosition({ required: true, label: { fr: 'Coordonnées', en: 'Coordinates' } }) position!: Position
}
