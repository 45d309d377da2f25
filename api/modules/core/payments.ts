import { Contract } from '#schema/core/contract.ts'
import { Payment } from '#schema/core/payment.ts'
import { AppError, notFound } from '../../model/errors.ts'
import { reactions, type Stored, type Work } from '../../write/types.ts'
import { today, wrong } from '../input.ts'

const tooMuch = (amount: number, currency: string): AppError => {
  const told = (locale: string): string => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digitsOf(currency))
  return new AppError('BAD_USER_INPUT', [{
    path: 'amount', reason: 'aboveDue', message: { fr: `Il ne reste que ${told('fr')} à payer.`, en: `Only ${told('en')} is due.` },
  }], { due: { amount, currency } })
}

const digitsOf = (currency: string): number => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/**
 * A payment that was made lowers what is due, in its own transaction (C-23). The contract is held
 * until that ends, so that two at once pay one after the other, and never more than is due.
 */
async function lowerDue(work: Work, payment: Stored<Payment>): Promise<void> {
  if (payment.contract == null || payment.amount == null) return
  const contract = await work.row(Contract, payment.contract, true)
  if (!contract) throw notFound('contract')
  const due = contract.amountDue ?? { amount: 0, currency: payment.amount.currency }
  if (due.currency !== payment.amount.currency) throw wrong('amount', 'currency', { fr: `Ce contrat se paie en ${due.currency}.`, en: `This contract is paid in ${due.currency}.` })
  if (payment.amount.amount > due.amount) throw tooMuch(due.amount, due.currency)
  await work.set(Contract, contract.id, { amountDue: { ...due, amount: due.amount - payment.amount.amount } })
}

export const paymentReactions = [
  reactions(Payment, {
    created: async (work, payment) => { if (payment.state === 'PAID') await lowerDue(work, payment) },
    moving: { settle: async (work, payment) => { if (payment.paidOn == null) await work.set(Payment, payment.id, { paidOn: today(work) }) } },
    moved: { settle: lowerDue },
  }),
]
