import { Base, BelongsTo, Choice, Entity, Instant, Integer, Json, LongText, Text } from '#model'
import { administrators, castingDesk } from '../roles.ts'
import { variablesPolicy } from './documentTerms.ts'
import { User } from './user.ts'

/**
 * A document that the public doors may run; those doors run no other. Its text never changes: a new text is a
 * new version of the same name. Who approves it is another person than who submitted it.
 */
@Entity<PersistedQuery>({
  plural: 'persistedQueries',
  label: { fr: 'Requête enregistrée', en: 'Persisted query' },
  labelPlural: { fr: 'Requêtes enregistrées', en: 'Persisted queries' },
  title: 'alias',
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: administrators },
  unique: [{ fields: ['name', 'revision'], message: { fr: 'Cette version existe déjà : donnez un numéro plus grand.', en: 'This version exists already: give a higher number.' } }],
  sort: { alias: 'ASC' },
  menu: { order: 85, icon: 'code' },
  list: ['alias', 'client', 'state', 'submittedBy', 'approvedBy', 'sunsetAt'],
  groups: { terms: { fr: 'Conditions', en: 'Terms' }, approval: { fr: 'Approbation', en: 'Approval' } },
})
export class PersistedQuery extends Base {
  @Text({
    required: true, immutable: true, max: 80, search: 'A', pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, patternHelp: { fr: 'Minuscules, chiffres et traits d’union, par exemple casting-search.', en: 'Lower-case letters, digits and hyphens, for example casting-search.' },
  }) name!: string
  @Integer({ required: true, immutable: true, min: 1, max: 9_999, default: 1, label: { fr: 'Version', en: 'Version' } }) revision!: number
  @Text({ readOnly: true, max: 90, unique: true, search: 'A', label: { fr: 'Nom public', en: 'Alias' }, help: { fr: 'Sous lequel elle est appelée, par exemple casting-search.v1.', en: 'Under which it is called, for example casting-search.v1.' } }) alias!: string
  /** SHA-256 of the text, to the last space, in hexadecimal; kept by the house. */
  @Text({ required: true, readOnly: true, max: 64, unique: true, label: { fr: 'Empreinte', en: 'Hash' } }) hash!: string
  @LongText({ required: true, immutable: true, verbatim: true, label: { fr: 'Document', en: 'Document' } }) document!: string
  @Text({ readOnly: true, max: 100, label: { fr: 'Opération', en: 'Operation' } }) operationName?: string
  @Choice({
    required: true, immutable: true, label: { fr: 'Porte', en: 'Door' },
    values: { SITE: { fr: 'Site public, pour tous', en: 'Public site, for everybody' }, PARTNER: { fr: 'Partenaires, par autorisation', en: 'Partners, by grant' } },
  }) client!: string
  @Json({ shape: variablesPolicy, group: 'terms', label: { fr: 'Variables permises', en: 'Permitted variables' }, help: { fr: 'Par chemin : { "page.size": { "max": 50 } }.', en: 'By path: { "page.size": { "max": 50 } }.' } }) variables?: unknown
  @Integer({ required: true, min: 0, max: 86_400, default: 30, group: 'terms', label: { fr: 'Conservation, en secondes', en: 'Kept for, in seconds' }, help: { fr: 'Par les navigateurs et les relais.', en: 'By browsers and proxies.' } }) cacheSeconds!: number
  @BelongsTo(() => User, { readOnly: true, inverse: 'submittedDocuments', inverseLabel: { fr: 'Requêtes soumises', en: 'Submitted queries' }, group: 'approval', label: { fr: 'Soumise par', en: 'Submitted by' } }) submittedBy?: User
  @BelongsTo(() => User, { readOnly: true, inverse: 'approvedDocuments', inverseLabel: { fr: 'Requêtes approuvées', en: 'Approved queries' }, group: 'approval', label: { fr: 'Approuvée par', en: 'Approved by' } }) approvedBy?: User
  @LongText({ readOnly: true, group: 'approval', label: { fr: 'Motif', en: 'Reason' }, help: { fr: 'De la dernière décision ; les autres sont dans l’historique.', en: 'Of the last decision; the others are in the history.' } }) reason?: string
  /** What it disclosed to whom when it was approved: what has widened since is found by comparing. */
  @Json({ shape: { type: 'any' }, readOnly: true, group: 'approval', label: { fr: 'Divulgué à l’approbation', en: 'Disclosed at approval' } }) disclosed?: unknown
  @Instant({ readOnly: true, group: 'approval', label: { fr: 'Dépréciée le', en: 'Deprecated on' } }) deprecatedAt?: string
  @Instant({ readOnly: true, group: 'approval', label: { fr: 'S’arrête le', en: 'Stops on' } }) sunsetAt?: string
  @BelongsTo(() => PersistedQuery, { readOnly: true, inverse: 'predecessors', inverseLabel: { fr: 'Remplace', en: 'Replaces' }, group: 'approval', label: { fr: 'Remplacée par', en: 'Replaced by' } }) successor?: PersistedQuery
  @Choice({
    values: {
      DRAFT: { fr: 'Brouillon', en: 'Draft' }, SUBMITTED: { fr: 'Soumise', en: 'Submitted' }, APPROVED: { fr: 'Approuvée', en: 'Approved' }, REJECTED: { fr: 'Refusée', en: 'Rejected' },
      ACTIVE: { fr: 'Active', en: 'Active' }, DEPRECATED: { fr: 'Dépréciée', en: 'Deprecated' }, SUSPENDED: { fr: 'Suspendue', en: 'Suspended' }, RETIRED: { fr: 'Retirée', en: 'Retired' },
    },
    required: true,
    initial: 'DRAFT',
    moves: {},
  }) state!: string
}
