import { AnyOf, Base, BelongsTo, Choice, Encrypted, Entity, Instant, Integer, Json, LongText, nobody, Text, type RecordRef } from '#model'
import { administrators, members } from '../roles.ts'
import { ownRequest, waiting } from './approvalRules.ts'
import { User } from './user.ts'

/**
 * Something that was asked and is done only once somebody else has agreed: the very operation, what it
 * would do, and who decided what.
 */
@Entity<ApprovalRequest>({
  plural: 'approvalRequests',
  label: { fr: 'Demande d’accord', en: 'Approval request' },
  labelPlural: { fr: 'Demandes d’accord', en: 'Approval requests' },
  title: 'title',
  access: { read: [administrators, members.where(ownRequest)], create: nobody, update: nobody, delete: nobody },
  fixedAccess: true,
  readOnly: true,
  listed: waiting,
  indexes: [['state', 'expiresAt'], ['requestedBy', 'state']],
  sort: { createdAt: 'DESC' },
  menu: { order: 5, icon: 'task' },
  list: ['createdAt', 'title', 'requestedBy', 'state', 'expiresAt', 'approver'],
})
export class ApprovalRequest extends Base {
  @Choice({ required: true, default: 'SENSITIVE_ACTION', label: { fr: 'Nature', en: 'Kind' }, values: { SENSITIVE_ACTION: { fr: 'Action sensible', en: 'Sensitive action' } } }) kind!: string
  @Text({ required: true, max: 250, search: 'A' }) title!: string
  @AnyOf({ label: { fr: 'Au sujet de', en: 'About' } }) subject?: RecordRef
  @BelongsTo(() => User, { required: true, label: { fr: 'Demandée par', en: 'Requested by' } }) requestedBy!: User
  @BelongsTo(() => User, { label: { fr: 'Décidée par', en: 'Decided by' } }) approver?: User
  @Integer({ required: true, default: 0, min: 0, label: { fr: 'Accords donnés', en: 'Agreements given' } }) level!: number
  @Integer({ required: true, default: 1, min: 1, max: 5, label: { fr: 'Accords nécessaires', en: 'Agreements needed' } }) levelsRequired!: number
  @Instant({ label: { fr: 'Décidée le', en: 'Decided at' } }) decidedAt?: string
  @LongText({ max: 2_000, label: { fr: 'Motif', en: 'Reason' } }) reason?: string
  @LongText({ max: 2_000, help: { fr: 'Ce qui s’est passé depuis la demande.', en: 'What happened since it was asked.' } }) note?: string
  @Instant({ required: true, label: { fr: 'Expire le', en: 'Expires at' } }) expiresAt!: string
  /** The operation with its input, for the house alone: it may hold texts that are kept encrypted. */
  @Encrypted({ hidden: true, required: true, max: 200_000, label: { fr: 'Opération', en: 'Operation' } }) payload!: string
  @Text({ hidden: true, required: true, max: 64, label: { fr: 'Empreinte de la demande', en: 'Digest of what was asked' } }) digest!: string
  @Text({ hidden: true, required: true, max: 64, label: { fr: 'Empreinte de l’effet', en: 'Digest of the effect' } }) mark!: string
  /** Shown through the rights of whoever looks: the query `approvalPreview`. */
  @Json({ hidden: true, required: true, shape: { type: 'any' }, label: { fr: 'Effet', en: 'Effect' } }) preview?: unknown
  @Json({ hidden: true, shape: { type: 'any' }, label: { fr: 'Accords', en: 'Agreements' } }) agreed?: unknown
  @Choice({
    values: {
      PENDING: { fr: 'En attente', en: 'Pending' },
      APPROVED: { fr: 'Acceptée', en: 'Approved' },
      REFUSED: { fr: 'Refusée', en: 'Refused' },
      EXPIRED: { fr: 'Expirée', en: 'Expired' },
      CANCELLED: { fr: 'Retirée', en: 'Cancelled' },
    },
    required: true,
    initial: 'PENDING', index: true,
  }) state!: string
}
