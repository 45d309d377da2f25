import { Base, BelongsTo, Choice, Entity, Instant, Integer, Json, LongText, nobody, Text } from '#model'
import { administrators } from '../roles.ts'
import { User } from './user.ts'

/** A fault that nobody foresaw, once for each release, however often it happened. Holds no word that a person wrote. */
@Entity<ErrorReport>({
  plural: 'errorReports',
  label: { fr: 'Erreur', en: 'Error report' },
  labelPlural: { fr: 'Erreurs', en: 'Error reports' },
  title: 'message',
  access: { read: administrators, create: nobody, update: administrators, delete: nobody },
  history: false,
  unique: [{ fields: ['fingerprint', 'release'] }],
  indexes: [['state', 'lastAt']],
  sort: { lastAt: 'DESC' },
  menu: { order: 105, icon: 'bug' },
  list: ['lastAt', 'message', 'source', 'count', 'release', 'state'],
})
export class ErrorReport extends Base {
  @Text({ required: true, readOnly: true, max: 64, label: { fr: 'Empreinte', en: 'Fingerprint' } }) fingerprint!: string
  @Text({ required: true, readOnly: true, max: 500, search: 'A', label: { fr: 'Message', en: 'Message' } }) message!: string
  @LongText({ readOnly: true, label: { fr: 'Où dans le code', en: 'Where in the code' } }) stack?: string
  @Json({ readOnly: true, shape: { type: 'any' }, label: { fr: 'Circonstances', en: 'Circumstances' } }) context?: unknown
  @Text({ required: true, readOnly: true, max: 60, label: { fr: 'Version du logiciel', en: 'Release' } }) release!: string
  @Integer({ required: true, readOnly: true, default: 1, min: 1, label: { fr: 'Nombre de fois', en: 'Count' } }) count!: number
  @Instant({ required: true, readOnly: true, label: { fr: 'Première fois', en: 'First time' } }) firstAt!: string
  @Instant({ required: true, readOnly: true, index: true, label: { fr: 'Dernière fois', en: 'Last time' } }) lastAt!: string
  @Choice({
    required: true, readOnly: true, label: { fr: 'Source', en: 'Source' },
    values: {
      API: { fr: 'Serveur', en: 'API' }, CLI: { fr: 'Ligne de commande', en: 'Command line' }, ADMIN: { fr: 'Back-office', en: 'Back office' },
      SITE: { fr: 'Site public', en: 'Public site' }, JOB: { fr: 'Tâche de fond', en: 'Job' },
    },
  }) source!: string
  @BelongsTo(() => User, { readOnly: true, onDelete: 'setNull', label: { fr: 'Dernier utilisateur touché', en: 'Last user concerned' } }) user?: User
  @Choice({
    values: { OPEN: { fr: 'Ouverte', en: 'Open' }, RESOLVED: { fr: 'Résolue', en: 'Resolved' }, REOPENED: { fr: 'Revenue', en: 'Reopened' } },
    required: true, initial: 'OPEN',
    moves: { resolve: { label: { fr: 'Marquer comme résolue', en: 'Resolve' }, from: ['OPEN', 'REOPENED'], to: 'RESOLVED' } },
  }) state!: string
}
