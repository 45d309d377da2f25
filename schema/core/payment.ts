import { AnyOf, Base, BelongsTo, Choice, Day, Entity, Instant, Integer, MoneyAmount, nobody, type Money, type RecordRef } from '#model'
import { paidByHand } from './choices.ts'
import { Contract } from './contract.ts'
import { paymentIsForSomething, paymentIsDated } from './dealRules.ts'
import { Party } from './party.ts'

/** Money that passes, or shall pass, from one party to another. Paid on a contract, it lowers what is due there. */
@Entity<Payment>({
  plural: 'payments',
  label: { fr: 'Paiement', en: 'Payment' },
  labelPlural: { fr: 'Paiements', en: 'Payments' },
  title: 'amount',
  concerns: ['contract.client.organisation', 'contract.client.contact', 'payer', 'payee'],
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  rules: [paymentIsForSomething, paymentIsDated],
  sort: { createdAt: 'DESC' },
  menu: { order: 40, icon: 'payments', under: 'crm' },
  list: ['paidOn', 'contract', 'amount', 'method', 'state'],
})
export class Payment extends Base {
  @MoneyAmount({ required: true, immutable: true, min: 1, label: { fr: 'Montant', en: 'Amount' } }) amount!: Money
  @BelongsTo(() => Contract, { immutable: true, inverse: 'payments', index: true }) contract?: Contract
  @AnyOf({ immutable: true, label: { fr: 'Pour', en: 'For' } }) subject?: RecordRef
  @BelongsTo(() => Party, { index: true, label: { fr: 'Payeur', en: 'Payer' } }) payer?: Party
  @BelongsTo(() => Party, { index: true, label: { fr: 'Bénéficiaire', en: 'Payee' } }) payee?: Party
  @Day({ label: { fr: 'Échéance', en: 'Due on' } }) dueOn?: string
  @Day({ index: true, label: { fr: 'Payé le', en: 'Paid on' } }) paidOn?: string
  @Choice({
    label: { fr: 'Moyen', en: 'Method' },
    values: { ...paidByHand, STRIPE: { fr: 'Stripe', en: 'Stripe' } },
  }) method?: string
  @Integer({ readOnly: true, required: true, default: 0, label: { fr: 'Relances', en: 'Reminders' } }) reminders!: number
  @Instant({ readOnly: true, label: { fr: 'Dernière relance', en: 'Last reminder' } }) lastReminderAt?: string
  @Choice({
    values: { PENDING: { fr: 'En attente', en: 'Pending' }, PAID: { fr: 'Payé', en: 'Paid' }, DISPUTED: { fr: 'Contesté', en: 'Disputed' }, CANCELLED: { fr: 'Annulé', en: 'Cancelled' } },
    required: true, initial: 'PENDING', index: true,
    moves: {
      settle: { label: { fr: 'Marquer payé', en: 'Mark as paid' }, from: ['PENDING', 'DISPUTED'], to: 'PAID' },
      dispute: { label: { fr: 'Contester', en: 'Dispute' }, from: ['PENDING'], to: 'DISPUTED' },
      cancel: { label: { fr: 'Annuler', en: 'Cancel' }, from: ['PENDING', 'DISPUTED'], to: 'CANCELLED' },
    },
  }) state!: string
}
