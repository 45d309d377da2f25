import { Base, BelongsTo, Choice, Entity, Id, Instant, LongText, Text } from '#model'
import { administrators, members } from '../roles.ts'
import { grantEndsAfterItBegan, ownGrant } from './accessRules.ts'
import { User } from './user.ts'

/** A record, or all of one kind, opened to a person for a time. It begins and ends by itself. */
@Entity<AccessGrant>({
  plural: 'accessGrants',
  label: { fr: 'Accès temporaire', en: 'Access grant' },
  labelPlural: { fr: 'Accès temporaires', en: 'Access grants' },
  title: ['user.fullName', 'entityType'],
  access: {
    read: [administrators, members.where(ownGrant).fields('user', 'entityType', 'entityId', 'fromAt', 'untilAt', 'level', 'state')],
    create: administrators, update: administrators, delete: administrators,
  },
  fixedAccess: true,
  rules: [grantEndsAfterItBegan],
  indexes: [['user', 'state']],
  sort: { untilAt: 'DESC' },
  menu: { order: 58, icon: 'key' },
  list: ['user', 'entityType', 'level', 'fromAt', 'untilAt', 'state', 'reason'],
})
export class AccessGrant extends Base {
  @BelongsTo(() => User, { required: true, immutable: true, inverse: 'accessGrants', onDelete: 'cascade' }) user!: User
  @Text({ required: true, immutable: true, max: 60, entity: true, label: { fr: 'Type d’enregistrement', en: 'Entity type' } }) entityType!: string
  @Id({ immutable: true, label: { fr: 'Enregistrement', en: 'Record' }, help: { fr: 'Vide : tous ceux de ce type.', en: 'Empty: all of this kind.' } }) entityId?: string
  @Choice({
    required: true, default: 'READ', label: { fr: 'Niveau', en: 'Level' },
    values: { READ: { fr: 'Lire', en: 'Read' }, COMMENT: { fr: 'Lire et commenter', en: 'Read and comment' }, EDIT: { fr: 'Modifier', en: 'Edit' } },
  }) level!: string
  @Instant({ required: true, label: { fr: 'À partir du', en: 'From' } }) fromAt!: string
  @Instant({ label: { fr: 'Jusqu’au', en: 'Until' }, help: { fr: 'Obligatoire pour les personnes extérieures.', en: 'Required for people from outside.' } }) untilAt?: string
  @LongText({ required: true, max: 1_000, label: { fr: 'Motif', en: 'Reason' } }) reason!: string
  @BelongsTo(() => User, { readOnly: true, onDelete: 'setNull', label: { fr: 'Accordé par', en: 'Granted by' } }) grantedBy?: User
  @Choice({
    values: { GIVEN: { fr: 'Accordé', en: 'Given' }, REVOKED: { fr: 'Retiré', en: 'Revoked' } },
    required: true,
    initial: 'GIVEN',
    moves: { revoke: { label: { fr: 'Retirer', en: 'Revoke' }, from: ['GIVEN'], to: 'REVOKED' } },
  }) state!: string
}
