import { Base, BelongsTo, Choice, Entity, Id, Instant, Json, nobody, Text } from '#model'
import { administrators } from '../roles.ts'
import { User } from './user.ts'

/**
 * One change of one row, written by the database itself, in the transaction of the change. Only ever
 * added to. `version` is that of the row after the change.
 */
@Entity<AuditEntry>({
  plural: 'auditEntries',
  label: { fr: 'Entrée du journal', en: 'Audit entry' },
  labelPlural: { fr: 'Journal', en: 'Audit trail' },
  title: 'entityType',
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  history: false,
  indexes: [['entityType', 'entityId', 'at'], ['user', 'at']],
  sort: { at: 'DESC' },
  menu: { order: 100, icon: 'history' },
  list: ['at', 'action', 'entityType', 'user', 'origin'],
})
export class AuditEntry extends Base {
  @Instant({ required: true, index: true, label: { fr: 'Le', en: 'At' } }) at!: string
  @Choice({
    required: true, label: { fr: 'Action', en: 'Action' },
    values: { CREATE: { fr: 'Création', en: 'Created' }, UPDATE: { fr: 'Modification', en: 'Updated' }, DELETE: { fr: 'Suppression', en: 'Deleted' } },
  }) action!: string
  @Text({ required: true, max: 60, label: { fr: 'Type d’enregistrement', en: 'Entity type' } }) entityType!: string
  @Id({ required: true, label: { fr: 'Enregistrement', en: 'Record' } }) entityId!: string
  @Json({ shape: { type: 'any' }, label: { fr: 'Modifications', en: 'Changes' } }) changes?: unknown
  @Text({ required: true, max: 20, label: { fr: 'Provenance', en: 'Origin' } }) origin!: string
  /** Accounts are never really removed (C-08), so the author of a change cannot be lost. */
  @BelongsTo(() => User, {}) user?: User
  @Text({ max: 60, label: { fr: 'Requête', en: 'Request id' } }) requestId?: string
}
