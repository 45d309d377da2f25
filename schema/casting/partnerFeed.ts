import { Base, BelongsTo, Choice, Entity, Instant, Integer, ManyToMany, Text } from '#model'
import { ContractType } from '../core/contractType.ts'
import { PersistedQuery } from '../core/persistedQuery.ts'
import { Region } from '../core/region.ts'
import { administrators, castingDesk, partners } from '../roles.ts'
import { DiffusionPartner } from './diffusionPartner.ts'
import { Profession } from './profession.ts'
import { ProfessionDomain } from './professionDomain.ts'
import { ownFeed } from './rules.ts'

/** Which published offers a diffusion partner receives. A list that is left empty limits nothing, so what a list names cannot be deleted. */
@Entity<PartnerFeed>({
  plural: 'partnerFeeds',
  label: { fr: 'Flux de partenaire', en: 'Partner feed' },
  labelPlural: { fr: 'Flux de partenaires', en: 'Partner feeds' },
  title: 'name',
  concerns: ['partner.organisation'],
  access: {
    read: [castingDesk, partners.where(ownFeed).fields('name', 'domains', 'professions', 'contractTypes', 'regions', 'pageSize', 'query', 'lastFetchedAt', 'state')],
    create: castingDesk, update: castingDesk, delete: administrators,
  },
  unique: [{ fields: ['partner', 'name'], ignoreCase: true }],
  sort: { name: 'ASC' },
  menu: { order: 45, icon: 'rss_feed' },
  list: ['name', 'partner', 'pageSize', 'lastFetchedAt', 'state'],
})
export class PartnerFeed extends Base {
  @Text({ required: true, max: 80, search: 'A' }) name!: string
  @BelongsTo(() => DiffusionPartner, { required: true, immutable: true, inverse: 'feeds', inverseLabel: { fr: 'Flux', en: 'Feeds' }, onDelete: 'cascade', label: { fr: 'Partenaire', en: 'Partner' } }) partner!: DiffusionPartner
  @ManyToMany(() => ProfessionDomain, { onDelete: 'restrict', label: { fr: 'Domaines', en: 'Domains' } }) domains!: ProfessionDomain[]
  @ManyToMany(() => Profession, { onDelete: 'restrict', label: { fr: 'Métiers', en: 'Professions' } }) professions!: Profession[]
  @ManyToMany(() => ContractType, { onDelete: 'restrict', label: { fr: 'Types de contrats', en: 'Contract types' } }) contractTypes!: ContractType[]
  @ManyToMany(() => Region, { onDelete: 'restrict', label: { fr: 'Régions', en: 'Regions' } }) regions!: Region[]
  @Integer({ required: true, min: 1, max: 100, default: 100, label: { fr: 'Offres par page', en: 'Offers per page' } }) pageSize!: number
  @BelongsTo(() => PersistedQuery, { inverse: 'feeds', label: { fr: 'Requête enregistrée', en: 'Persisted query' }, help: { fr: 'Ce flux dit ce qu’elle demande, dans les limites de l’autorisation du partenaire. Vide : la requête usuelle.', en: 'This feed tells what it asks, within the limits of the partner’s grant. Empty: the usual one.' } }) query?: PersistedQuery
  @Instant({ readOnly: true, label: { fr: 'Dernière lecture', en: 'Last fetched' }, help: { fr: 'À l’heure près.', en: 'To the hour.' } }) lastFetchedAt?: string
  @Choice({
    values: { ACTIVE: { fr: 'Actif', en: 'Active' }, INACTIVE: { fr: 'Inactif', en: 'Inactive' } },
    required: true,
    initial: 'ACTIVE',
    moves: {
      deactivate: { label: { fr: 'Suspendre', en: 'Deactivate' }, from: ['ACTIVE'], to: 'INACTIVE' },
      activate: { label: { fr: 'Réactiver', en: 'Activate' }, from: ['INACTIVE'], to: 'ACTIVE' },
    },
  }) state!: string
}
