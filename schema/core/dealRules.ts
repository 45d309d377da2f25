import { invariant } from '#model'
import type { Contract } from './contract.ts'
import type { Event } from './event.ts'
import type { Payment } from './payment.ts'

export const dueIsWithinTotal = invariant<Contract>({
  name: 'dueIsWithinTotal',
  message: { fr: 'Le reste à payer ne peut pas dépasser le montant total.', en: 'The amount due cannot be above the total amount.' },
  path: 'amountDue',
  holds: (row) => row.amountDue == null || (row.totalAmount != null && row.amountDue.amount <= row.totalAmount.amount),
  sql: 'amount_due is null or (total_amount is not null and amount_due <= total_amount)',
})

export const oneCurrency = invariant<Contract>({
  name: 'oneCurrency',
  message: { fr: 'Le reste à payer est dans la monnaie du montant total.', en: 'The amount due is in the currency of the total amount.' },
  path: 'amountDue',
  holds: (row) => row.amountDue == null || row.totalAmount == null || row.amountDue.currency === row.totalAmount.currency,
  sql: 'amount_due_currency = total_amount_currency',
})

export const endsAfterItStarts = invariant<Contract>({
  name: 'endsAfterItStarts',
  message: { fr: 'La fin ne peut pas précéder le début.', en: 'The end cannot come before the beginning.' },
  path: 'endsOn',
  holds: (row) => row.startsOn == null || row.endsOn == null || row.endsOn >= row.startsOn,
  sql: 'ends_on >= starts_on',
})

const signed: ReadonlySet<unknown> = new Set(['SIGNED', 'ENDED', 'TERMINATED'])
/** A contract in one of these states was signed, and stays so (C-10). */
export const wasSigned = (contract: { readonly state?: string | null | undefined }): boolean => signed.has(contract.state)

export const signatureIsDated = invariant<Contract>({
  name: 'signatureIsDated',
  message: { fr: 'Une signature a une date.', en: 'A signature has a date.' },
  path: 'signedAt',
  holds: () => true,
  sql: `state not in ('SIGNED', 'ENDED', 'TERMINATED') or signed_at is not null`,
})

export const eventEndsAfterItStarts = invariant<Event>({
  name: 'eventEndsAfterItStarts',
  message: { fr: 'L’événement doit finir après son début.', en: 'The event must end after it starts.' },
  path: 'endAt',
  holds: (row) => row.startAt == null || row.endAt == null || row.endAt.at > row.startAt.at,
  sql: 'end_at > start_at',
})

/** Events of the event company's clients are never public (C-64). */
export const eventOfClientIsPrivate = invariant<Event>({
  name: 'eventOfClientIsPrivate',
  message: { fr: 'Les événements de clients restent privés.', en: 'Events of clients stay private.' },
  path: 'visibility',
  holds: (row) => row.line !== 'EPIC_EVENTS' || row.visibility !== 'PUBLIC',
  sql: `line <> 'EPIC_EVENTS' or visibility = 'PRIVATE'`,
})

export const paymentIsForSomething = invariant<Payment>({
  name: 'paymentIsForSomething',
  message: { fr: 'Dites ce que ce paiement règle.', en: 'Say what this payment is for.' },
  path: 'contract',
  holds: (row) => row.contract != null || row.subject != null,
  sql: 'contract_id is not null or subject_id is not null',
})

export const paymentIsDated = invariant<Payment>({
  name: 'paymentIsDated',
  message: { fr: 'Un paiement fait a une date.', en: 'A payment that was made has a date.' },
  path: 'paidOn',
  holds: (row) => row.state !== 'PAID' || row.paidOn != null,
  sql: `state <> 'PAID' or paid_on is not null`,
})
