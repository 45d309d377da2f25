import { BelongsTo, Bool, Choice, Entity, File, Text } from '#model'
import { castingDesk } from '../roles.ts'
import type { FileAsset } from './fileAsset.ts'
import { partyGroups } from './groups.ts'
import { LegalStatus } from './legalStatus.ts'
import { Party } from './party.ts'
import { activeParty } from './rules.ts'

/** A company, an association, a public body, a band. */
@Entity<Organisation>({
  plural: 'organisations',
  label: { fr: 'Organisation', en: 'Organisation' },
  labelPlural: { fr: 'Organisations', en: 'Organisations' },
  title: 'displayName',
  kind: 'ORGANISATION',
  critical: { export: 500 },
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  listed: activeParty,
  concerns: ['id'],
  sort: { displayName: 'ASC' },
  menu: { order: 10, icon: 'business' },
  list: ['displayName', 'legalStatus', 'sector', 'email', 'phone'],
  groups: partyGroups,
})
export class Organisation extends Party {
  @Text({ required: true, max: 200 }) name!: string
  @Text({ max: 250, search: 'A', label: { fr: 'Raison sociale', en: 'Legal name' } }) legalName?: string
  @BelongsTo(() => LegalStatus, { inverse: 'organisations', index: true }) legalStatus?: LegalStatus
  @Text({
    max: 20, unique: true, search: 'B', pattern: /^[0-9A-Z]{4,20}$/, label: { fr: 'Numéro d’immatriculation', en: 'Registration number' },
    patternHelp: { fr: 'Chiffres et majuscules sans espaces : SIREN, SIRET ou numéro étranger.', en: 'Digits and capitals without spaces: SIREN, SIRET or a foreign number.' },
  }) registrationNo?: string
  @Choice({
    label: { fr: 'Effectif', en: 'Size' },
    values: {
      NONE: { fr: 'Aucun salarié', en: 'No employee' },
      MICRO: { fr: '1 à 9', en: '1–9' },
      SMALL: { fr: '10 à 49', en: '10–49' },
      MEDIUM: { fr: '50 à 249', en: '50–249' },
      LARGE: { fr: '250 et plus', en: '250 and more' },
    },
  }) sizeBand?: string
  @Text({ max: 120, search: 'C', label: { fr: 'Secteur', en: 'Sector' } }) sector?: string
  @File({
    accept: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 5_000_000, inverse: 'logoOf', inverseLabel: { fr: 'Logo de', en: 'Logo of' },
    label: { fr: 'Logo', en: 'Logo' },
  }) logo?: FileAsset
  @Bool({
    transient: true, label: { fr: 'Nouvelle fiche malgré une fiche semblable', en: 'A new card in spite of a similar one' },
    help: { fr: 'Une organisation de même nom dans la même ville existe déjà.', en: 'An organisation of the same name in the same city exists already.' },
  }) confirmNew?: boolean
}
