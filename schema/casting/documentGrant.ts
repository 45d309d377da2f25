import { Base, BelongsTo, Choice, Entity, Instant, Integer, Json, LongText } from '#model'
import { variablesPolicy } from '../core/documentTerms.ts'
import { PersistedQuery } from '../core/persistedQuery.ts'
import { User } from '../core/user.ts'
import { administrators, castingDesk, partners } from '../roles.ts'
import { DiffusionPartner } from './diffusionPartner.ts'
import { grantEndsAfterItStarts, ownGrant } from './grantRules.ts'

/** That a partner may run an approved document, and within which limits. */
@Entity<DocumentGrant>({
  plural: 'documentGrants',
  label: { fr: 'Autorisation de requête', en: 'Document grant' },
  labelPlural: { fr: 'Autorisations de requêtes', en: 'Document grants' },
  title: ['document.alias'],
  access: {
    read: [castingDesk, partners.where(ownGrant).fields('partner', 'document', 'variables', 'ratePerMinute', 'rowsPerDay', 'pageLimit', 'cacheSeconds', 'validFrom', 'validUntil', 'state')],
    create: castingDesk, update: castingDesk, delete: administrators,
  },
  rules: [grantEndsAfterItStarts],
  unique: [{ fields: ['partner', 'document'], where: { state: { ne: 'ENDED' } }, message: { fr: 'Ce partenaire a déjà une autorisation pour cette requête.', en: 'This partner has a grant for this document already.' } }],
  searchThrough: ['partner', 'document'],
  sort: { createdAt: 'DESC' },
  menu: { order: 46, icon: 'key' },
  list: ['partner', 'document', 'ratePerMinute', 'rowsPerDay', 'validUntil', 'state'],
  groups: { terms: { fr: 'Conditions', en: 'Terms' }, approval: { fr: 'Approbation', en: 'Approval' } },
})
export class DocumentGrant extends Base {
  @BelongsTo(() => DiffusionPartner, { required: true, immutable: true, inverse: 'grants', inverseLabel: { fr: 'Autorisations', en: 'Grants' }, onDelete: 'cascade', label: { fr: 'Partenaire', en: 'Partner' } }) partner!: DiffusionPartner
  @BelongsTo(() => PersistedQuery, { required: true, immutable: true, inverse: 'grants', inverseLabel: { fr: 'Autorisations', en: 'Grants' }, label: { fr: 'Requête', en: 'Document' } }) document!: PersistedQuery
  @Json({ shape: variablesPolicy, group: 'terms', label: { fr: 'Variables permises', en: 'Permitted variables' }, help: { fr: 'En plus des limites de la requête : { "page.size": { "max": 50 } }.', en: 'Beside the limits of the document: { "page.size": { "max": 50 } }.' } }) variables?: unknown
  @Integer({ required: true, min: 1, max: 60_000, default: 60, group: 'terms', label: { fr: 'Appels par minute', en: 'Calls per minute' } }) ratePerMinute!: number
  @Integer({ min: 1, max: 100_000_000, group: 'terms', label: { fr: 'Lignes par jour', en: 'Rows per day' }, help: { fr: 'Vide : sans limite.', en: 'Empty: without a limit.' } }) rowsPerDay?: number
  @Integer({ min: 1, max: 100, group: 'terms', label: { fr: 'Lignes par page', en: 'Rows per page' }, help: { fr: 'Vide : la limite de toutes les listes, 100 ; un flux en un fichier est une seule page.', en: 'Empty: the limit of all lists, 100; a feed as a file is one page.' } }) pageLimit?: number
  @Integer({ min: 0, max: 86_400, group: 'terms', label: { fr: 'Conservation, en secondes', en: 'Kept for, in seconds' }, help: { fr: 'Vide : comme la requête.', en: 'Empty: as the document.' } }) cacheSeconds?: number
  @Instant({ group: 'terms', label: { fr: 'Valable à partir du', en: 'Valid from' } }) validFrom?: string
  @Instant({ group: 'terms', label: { fr: 'Valable jusqu’au', en: 'Valid until' } }) validUntil?: string
  @BelongsTo(() => User, { readOnly: true, inverse: 'proposedGrants', inverseLabel: { fr: 'Autorisations proposées', en: 'Proposed grants' }, group: 'approval', label: { fr: 'Proposée par', en: 'Proposed by' } }) proposedBy?: User
  @BelongsTo(() => User, { readOnly: true, inverse: 'approvedGrants', inverseLabel: { fr: 'Autorisations approuvées', en: 'Approved grants' }, group: 'approval', label: { fr: 'Approuvée par', en: 'Approved by' } }) approvedBy?: User
  @LongText({ readOnly: true, group: 'approval', label: { fr: 'Motif', en: 'Reason' } }) reason?: string
  @Choice({
    values: {
      PROPOSED: { fr: 'Proposée', en: 'Proposed' }, ACTIVE: { fr: 'Active', en: 'Active' },
      SUSPENDED: { fr: 'Suspendue', en: 'Suspended' }, ENDED: { fr: 'Terminée', en: 'Ended' },
    },
    required: true,
    initial: 'PROPOSED',
    moves: {},
  }) state!: string
}
