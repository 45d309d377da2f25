import { Base, BelongsTo, Choice, Day, Encrypted, Entity, Instant, Json, ManyToMany, MoneyAmount, nobody, Sequence, Text, type Money } from '#model'
import { Client } from './client.ts'
import { ContractType } from './contractType.ts'
import { dueIsWithinTotal, endsAfterItStarts, oneCurrency, signatureIsDated } from './dealRules.ts'
import { contractLevels, contractScopes } from './dealScopes.ts'
import { Party } from './party.ts'
import { Project } from './project.ts'
import { User } from './user.ts'

/** What was agreed with somebody, of whatever kind. Each module opens the kinds that are its own. */
@Entity<Contract>({
  plural: 'contracts',
  label: { fr: 'Contrat', en: 'Contract' },
  labelPlural: { fr: 'Contrats', en: 'Contracts' },
  title: ['title', 'number'],
  concerns: ['client.organisation', 'client.contact', 'parties'], critical: { delete: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  rules: [dueIsWithinTotal, oneCurrency, endsAfterItStarts, signatureIsDated],
  indexes: [['kind', 'state'], ['state'], ['salesContact', 'state']],
  searchThrough: ['client'],
  comments: true, scopes: contractScopes, levels: contractLevels, sort: { number: 'DESC' },
  views: { board: { column: 'state', amount: 'amountDue' } }, menu: { order: 20, icon: 'contract', under: 'crm' },
  list: ['number', 'title', 'client', 'salesContact', 'totalAmount', 'amountDue', 'signedAt', 'state'],
  groups: { amounts: { fr: 'Montants', en: 'Amounts' }, period: { fr: 'Période', en: 'Period' } },
})
export class Contract extends Base {
  /** The numbers of the lists that came before stay below. */
  @Sequence({ unique: true, start: 1_000 }) number!: number
  @Choice({
    required: true, immutable: true, default: 'EVENT_SALE', label: { fr: 'Nature', en: 'Kind' },
    values: {
      EVENT_SALE: { fr: 'Vente d’événement', en: 'Event sale' },
      BOOKING: { fr: 'Engagement', en: 'Booking' },
      PROPOSAL: { fr: 'Proposition', en: 'Proposal' },
      ARTIST: { fr: 'Artiste', en: 'Artist' },
      EMPLOYMENT: { fr: 'Travail', en: 'Employment' },
      SPONSORSHIP: { fr: 'Parrainage', en: 'Sponsorship' },
    },
  }) kind!: string
  @Text({ max: 200, search: 'A', index: true }) title?: string
  @BelongsTo(() => Client, { missing: 'NOT_FOUND', requiredWhen: { kind: { eq: 'EVENT_SALE' } }, inverse: 'contracts', index: true }) client?: Client
  /** The client's, kept by the house: never entered here. */
  @BelongsTo(() => User, { readOnly: true, inverse: 'salesContracts', inverseLabel: { fr: 'Contrats suivis', en: 'Contracts followed' }, label: { fr: 'Commercial', en: 'Sales contact' } }) salesContact?: User
  @Encrypted({ max: 100_000, label: { fr: 'Texte', en: 'Body' }, help: { fr: 'Chiffré ; figé par la signature.', en: 'Encrypted; frozen by the signature.' } }) body?: string
  @MoneyAmount({ min: 0, requiredWhen: { kind: { eq: 'EVENT_SALE' } }, index: true, group: 'amounts', label: { fr: 'Montant total', en: 'Total amount' } }) totalAmount?: Money
  @MoneyAmount({
    min: 0, index: true, group: 'amounts', label: { fr: 'Reste à payer', en: 'Amount due' },
    help: { fr: 'Vide à la création : le montant total. Chaque paiement le diminue.', en: 'Left empty at creation: the total amount. Each payment lowers it.' },
  }) amountDue?: Money
  @BelongsTo(() => ContractType, { inverse: 'contracts', label: { fr: 'Type de contrat', en: 'Contract type' } }) contractType?: ContractType
  @BelongsTo(() => Project, { inverse: 'contracts', index: true, visibleWhen: { kind: { ne: 'EVENT_SALE' } }, label: { fr: 'Projet', en: 'Project' } }) project?: Project
  @ManyToMany(() => Party, { inverse: 'contracts', label: { fr: 'Parties', en: 'Parties' } }) parties!: Party[]
  @Day({ group: 'period', label: { fr: 'Début', en: 'Starts on' } }) startsOn?: string
  @Day({ group: 'period', label: { fr: 'Fin', en: 'Ends on' } }) endsOn?: string
  @Day({ group: 'period', label: { fr: 'Reconduction', en: 'Renewal on' } }) renewalOn?: string
  @Json({
    visibleWhen: { kind: { eq: 'ARTIST' } }, label: { fr: 'Exclusivité', en: 'Exclusivity' },
    shape: { type: 'object', properties: { territories: { type: 'array', items: { type: 'string' } }, scope: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } },
  }) exclusivity?: unknown
  @Instant({ readOnly: true, index: true, label: { fr: 'Signé le', en: 'Signed at' } }) signedAt?: string
  @Choice({
    values: {
      DRAFT: { fr: 'Brouillon', en: 'Draft' }, SENT: { fr: 'Envoyé', en: 'Sent' }, CHANGES_REQUESTED: { fr: 'À modifier', en: 'Changes requested' },
      SIGNED: { fr: 'Signé', en: 'Signed' }, ENDED: { fr: 'Terminé', en: 'Ended' }, TERMINATED: { fr: 'Résilié', en: 'Terminated' }, REFUSED: { fr: 'Refusé', en: 'Refused' },
    },
    required: true, initial: 'DRAFT', moves: {
      send: { label: { fr: 'Envoyer', en: 'Send' }, from: ['DRAFT', 'CHANGES_REQUESTED'], to: 'SENT' },
      requestChanges: { label: { fr: 'Demander des modifications', en: 'Request changes' }, from: ['SENT'], to: 'CHANGES_REQUESTED' },
      sign: {
        label: { fr: 'Marquer signé', en: 'Mark as signed' }, from: ['DRAFT', 'SENT', 'CHANGES_REQUESTED'], to: 'SIGNED',
        confirm: { fr: 'Une signature ne s’annule pas, et le texte sera figé. Marquer ce contrat signé ?', en: 'A signature cannot be undone, and the text will be frozen. Mark this contract as signed?' },
      },
      refuse: { label: { fr: 'Marquer refusé', en: 'Mark as refused' }, from: ['DRAFT', 'SENT', 'CHANGES_REQUESTED'], to: 'REFUSED' },
      end: { label: { fr: 'Terminer', en: 'End' }, from: ['SIGNED'], to: 'ENDED' },
      terminate: { label: { fr: 'Résilier', en: 'Terminate' }, from: ['SIGNED'], to: 'TERMINATED', confirm: { fr: 'Résilier ce contrat ?', en: 'Terminate this contract?' } },
      /** Asked for, it is refused: what was signed stays signed (C-10). */
      unsign: { label: { fr: 'Annuler la signature', en: 'Undo the signature' }, from: ['SIGNED'], to: 'DRAFT', access: nobody },
    },
  }) state!: string
}
