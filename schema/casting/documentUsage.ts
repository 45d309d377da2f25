import { Base, BelongsTo, Day, Entity, Instant, Integer, Json, nobody } from '#model'
import { PersistedQuery } from '../core/persistedQuery.ts'
import { administrators, castingDesk, partners } from '../roles.ts'
import { DocumentGrant } from './documentGrant.ts'
import { ownUsage } from './grantRules.ts'

/** How often a document was run on one day, by the public or within one grant. Counted by the house. */
@Entity<DocumentUsage>({
  plural: 'documentUsages',
  label: { fr: 'Usage de requête', en: 'Document usage' },
  labelPlural: { fr: 'Usage des requêtes', en: 'Document usage' },
  title: ['document.alias'],
  access: { read: [castingDesk, administrators, partners.where(ownUsage)], create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  history: false,
  unique: [{ fields: ['day', 'document', 'grant'], nullsEqual: true }],
  sort: { day: 'DESC' },
  list: ['day', 'document', 'grant', 'calls', 'errors', 'refused', 'rowCount', 'lastUsedAt'],
})
export class DocumentUsage extends Base {
  @Day({ required: true, index: true, label: { fr: 'Jour', en: 'Day' } }) day!: string
  @BelongsTo(() => PersistedQuery, { required: true, inverse: 'usages', inverseLabel: { fr: 'Usage', en: 'Usage' }, onDelete: 'cascade', label: { fr: 'Requête', en: 'Document' } }) document!: PersistedQuery
  @BelongsTo(() => DocumentGrant, { inverse: 'usages', inverseLabel: { fr: 'Usage', en: 'Usage' }, onDelete: 'cascade', label: { fr: 'Autorisation', en: 'Grant' } }) grant?: DocumentGrant
  @Integer({ required: true, default: 0, big: true, label: { fr: 'Appels', en: 'Calls' } }) calls!: number
  @Integer({ required: true, default: 0, big: true, label: { fr: 'Répondus de mémoire', en: 'Answered from memory' } }) kept!: number
  @Integer({ required: true, default: 0, label: { fr: 'En erreur', en: 'Failed' } }) errors!: number
  @Integer({ required: true, default: 0, label: { fr: 'Refusés', en: 'Refused' } }) refused!: number
  @Integer({ required: true, default: 0, big: true, label: { fr: 'Lignes', en: 'Rows' } }) rowCount!: number
  @Integer({ required: true, default: 0, big: true, label: { fr: 'Octets', en: 'Bytes' } }) bytes!: number
  /** Calls by the time that they took, in classes. */
  @Json({ shape: { type: 'array', items: { type: 'integer' } }, label: { fr: 'Durées', en: 'Times' } }) times?: unknown
  @Instant({ label: { fr: 'Dernier appel', en: 'Last call' } }) lastUsedAt?: string
}
