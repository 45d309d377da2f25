import { Base, BelongsTo, Choice, Entity, Id, Ids, Instant, Json, nobody, Text } from '#model'
import { administrators } from '../roles.ts'
import { User } from './user.ts'

/**
 * What somebody did, or was refused. Changes are written by the database itself, in the transaction of
 * the change; `version` is then that of the row after it. Only ever added to.
 */
@Entity<AuditEntry>({
  plural: 'auditEntries',
  label: { fr: 'Entrée du journal', en: 'Audit entry' },
  labelPlural: { fr: 'Journal', en: 'Audit trail' },
  title: ['entityType', 'operation'],
  concerns: ['entityId'],
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  appendOnly: true,
  history: false,
  indexes: [['entityType', 'entityId', 'at'], ['entityType', 'at'], ['user', 'at'], ['action', 'at'], ['origin', 'at'], ['requestId']],
  sort: { at: 'DESC' },
  menu: { order: 100, icon: 'history' },
  list: ['at', 'action', 'reason', 'user', 'entityType', 'operation', 'origin'],
})
export class AuditEntry extends Base {
  @Instant({ required: true, index: true, label: { fr: 'Le', en: 'At' } }) at!: string
  @Choice({
    required: true, label: { fr: 'Action', en: 'Action' },
    values: {
      READ: { fr: 'Lecture', en: 'Read' }, CREATE: { fr: 'Création', en: 'Created' }, UPDATE: { fr: 'Modification', en: 'Updated' },
      DELETE: { fr: 'Suppression', en: 'Deleted' }, SIGN_IN: { fr: 'Connexion', en: 'Sign-in' }, SIGN_OUT: { fr: 'Déconnexion', en: 'Sign-out' },
      CREDENTIALS: { fr: 'Identifiants', en: 'Credentials' }, REFUSED: { fr: 'Refus', en: 'Refused' },
      EXPORT: { fr: 'Export', en: 'Export' }, REDACTED: { fr: 'Valeurs effacées', en: 'Values taken out' },
    },
  }) action!: string
  @Text({ max: 60, label: { fr: 'Motif du refus', en: 'Reason of refusal' }, help: { fr: 'Vide quand l’action a eu lieu.', en: 'Empty where it was done.' } }) reason?: string
  @Text({ max: 60, entity: true, label: { fr: 'Type d’enregistrement', en: 'Entity type' } }) entityType?: string
  @Id({ label: { fr: 'Enregistrement', en: 'Record' } }) entityId?: string
  @Ids({ index: true, label: { fr: 'Enregistrements', en: 'Records' }, help: { fr: 'Quand une action en concerne plusieurs.', en: 'Where an action is about several.' } }) records?: string[]
  @Text({ max: 200, label: { fr: 'Opération', en: 'Operation' } }) operation?: string
  @Json({
    shape: { type: 'any' }, ofRecord: ['entityType', 'entityId'], label: { fr: 'Modifications', en: 'Changes' },
    help: { fr: 'Ce que vous pouvez lire de l’enregistrement.', en: 'What you may read of the record.' },
  }) changes?: unknown
  @Json({ shape: { type: 'any' }, label: { fr: 'Détails', en: 'Details' } }) details?: unknown
  @Text({ required: true, max: 20, label: { fr: 'Provenance', en: 'Origin' } }) origin!: string
  /** Accounts are never really removed (C-08), so the author of a change cannot be lost. */
  @BelongsTo(() => User, {}) user?: User
  @Text({ max: 60, label: { fr: 'Adresse IP', en: 'IP address' } }) address?: string
  @Text({ max: 60, label: { fr: 'Requête', en: 'Request id' } }) requestId?: string
  /** Of the digests by which the entry is sealed; given by the database, and gone once values were taken out (C-41). */
  @Id({ hidden: true, label: { fr: 'Sel', en: 'Salt' } }) salt?: string
  @Json({ hidden: true, shape: { type: 'any' }, label: { fr: 'Sels des champs', en: 'Salts of the fields' } }) salts?: unknown
}
