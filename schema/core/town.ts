import { Base, BelongsTo, Bool, Country, Entity, GeoPosition, Integer, Text, type Position } from '#model'
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
    read: [castingDesk, visitors.where(always).fields('name', 'postcode', 'otherPostcodes', 'inseeCode', 'region', 'countryCode', 'position', 'positionEstimated', 'population')],
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
  @Text({ max: 200, search: 'C', pattern: /^\d{4,5}( \d{4,5})*$/, patternHelp: { fr: 'Des codes postaux séparés par une espace.', en: 'Postcodes with a space between them.' }, label: { fr: 'Autres codes postaux', en: 'Other postcodes' } }) otherPostcodes?: string
  @Text({ max: 5, unique: true, pattern: /^(\d\d|2[AB])\d{3}$/, patternHelp: { fr: 'Un code de l’INSEE, par exemple 44109.', en: 'A code of INSEE, for example 44109.' }, label: { fr: 'Code INSEE', en: 'INSEE code' } }) inseeCode?: string
  @BelongsTo(() => Region, { inverse: 'towns' }) region?: Region
  @Country({ required: true, default: 'FR' }) countryCode!: string
  @Integer({ min: 0, max: 50_000_000, label: { fr: 'Population', en: 'Population' } }) population?: number
  @GeoPosition({ required: true, label: { fr: 'Coordonnées', en: 'Coordinates' } }) position!: Position
  @Bool({ label: { fr: 'Position estimée', en: 'Position estimated' }, help: { fr: 'D’après les communes du même code postal : à une dizaine de kilomètres près.', en: 'From the towns of the same postcode: within about ten kilometres.' } }) positionEstimated?: boolean
}
