import { Base, BelongsTo, Choice, Day, Entity, Text, Url } from '#model'
import { Organisation } from '../core/organisation.ts'
import { Person } from '../core/person.ts'
import { administrators, castingDesk, partners } from '../roles.ts'
import { acceptedPartner, ownPartnership } from './rules.ts'

/** An organisation that republishes our offers on its own site. */
@Entity<DiffusionPartner>({
  plural: 'diffusionPartners',
  label: { fr: 'Partenaire de diffusion', en: 'Diffusion partner' },
  labelPlural: { fr: 'Partenaires de diffusion', en: 'Diffusion partners' },
  title: 'siteName',
  concerns: ['organisation'],
  access: {
    read: [castingDesk, partners.where(ownPartnership).fields('siteName', 'state')],
    create: castingDesk, update: castingDesk, delete: administrators,
  },
  listed: acceptedPartner,
  searchThrough: ['organisation', 'technicalContact'],
  sort: { siteName: 'ASC' },
  menu: { order: 40, icon: 'hub' },
  list: ['siteName', 'organisation', 'siteUrl', 'since', 'state'],
})
export class DiffusionPartner extends Base {
  @Text({ required: true, max: 160, search: 'A', label: { fr: 'Nom du site', en: 'Site name' } }) siteName!: string
  @Url({ required: true, label: { fr: 'Adresse du site', en: 'Site address' }, help: { fr: 'Là où nos offres sont republiées.', en: 'Where our offers are published again.' } }) siteUrl!: string
  @BelongsTo(() => Organisation, { required: true, owned: true, unique: true, inverse: 'diffusionPartner' }) organisation!: Organisation
  @BelongsTo(() => Person, {
    owned: true, index: true, inverse: 'technicalContactOf', inverseLabel: { fr: 'Contact technique de', en: 'Technical contact of' },
    label: { fr: 'Contact technique', en: 'Technical contact' },
  }) technicalContact?: Person
  @Day({ label: { fr: 'Partenaire depuis', en: 'Partner since' } }) since?: string
  @Choice({
    values: {
      PROSPECTIVE: { fr: 'En prospection', en: 'Prospective' },
      ACTIVE: { fr: 'Actif', en: 'Active' },
      INACTIVE: { fr: 'Inactif', en: 'Inactive' },
    },
    required: true,
    initial: 'ACTIVE',
    moves: {
      deactivate: {
        label: { fr: 'Suspendre', en: 'Deactivate' }, from: ['ACTIVE'], to: 'INACTIVE',
        confirm: { fr: 'Ses flux ne répondront plus. Suspendre ce partenariat ?', en: 'Its feeds will stop answering. Deactivate this partnership?' },
      },
      activate: { label: { fr: 'Réactiver', en: 'Activate' }, from: ['INACTIVE'], to: 'ACTIVE' },
    },
  }) state!: string
}
