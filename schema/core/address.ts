import { Base, BelongsTo, Country, Entity, GeoPosition, LongText, Text, type Position } from '#model'
import { castingDesk } from '../roles.ts'
import { Region } from './region.ts'
import { placeIsNamed } from './cardRules.ts'

/** A postal address, or a place that somebody described. Shared by everything that has one. */
@Entity<Address>({
  plural: 'addresses',
  label: { fr: 'Adresse', en: 'Address' },
  labelPlural: { fr: 'Adresses', en: 'Addresses' },
  title: ['line1', 'city', 'freeText'],
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  rules: [placeIsNamed],
  sort: { city: 'ASC' },
  list: ['line1', 'postcode', 'city', 'region', 'countryCode'],
})
export class Address extends Base {
  @Text({ max: 160, search: 'B', label: { fr: 'Adresse, ligne 1', en: 'Address line 1' } }) line1?: string
  @Text({ max: 160, search: 'C', label: { fr: 'Adresse, ligne 2', en: 'Address line 2' } }) line2?: string
  @Text({ max: 16, search: 'B' }) postcode?: string
  @Text({ max: 120, search: 'A', index: true }) city?: string
  @BelongsTo(() => Region, { inverse: 'addresses', index: true }) region?: Region
  @Country({ required: true, default: 'FR' }) countryCode!: string
  @GeoPosition({ label: { fr: 'Coordonnées', en: 'Coordinates' } }) position?: Position
  @LongText({
    max: 500, search: 'D', label: { fr: 'Lieu décrit', en: 'Place described' },
    help: { fr: 'Quand il n’y a pas d’adresse : « la plage, devant le phare ».', en: 'Where there is no address: “the beach, by the lighthouse”.' },
  }) freeText?: string
}
