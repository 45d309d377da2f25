import { paidByHand } from '#schema/core/choices.ts'
import { Contract } from '#schema/core/contract.ts'
import { Payment } from '#schema/core/payment.ts'
import { contractOfOwnClient, eventSale } from '#schema/crm/rules.ts'
import { administrators, managementTeam, salesTeam } from '#schema/roles.ts'
import { choice, type ChoiceOptions } from '../../../model/fields/choice.ts'
import { date } from '../../../model/fields/date.ts'
import { money } from '../../../model/fields/money.ts'
import { action } from '../../../write/types.ts'
import { today } from '../../input.ts'

const methods: ChoiceOptions = { values: paidByHand, label: { fr: 'Moyen', en: 'Method' } }

/** Records that the client has paid. What is due is lowered in the same transaction (C-23). */
export default action<Contract>({
  name: 'payContract',
  on: Contract,
  label: { fr: 'Enregistrer un paiement', en: 'Record a payment' },
  access: [administrators.where(eventSale), managementTeam.where(eventSale), salesTeam.where(contractOfOwnClient)],
  when: { amountDue: { gt: 0 } },
  args: {
    amount: { kind: money, options: { required: true, label: { fr: 'Montant', en: 'Amount' } } },
    method: { kind: choice, options: methods },
    paidOn: { kind: date, options: { label: { fr: 'Payé le', en: 'Paid on' }, help: { fr: 'Vide : aujourd’hui.', en: 'Empty: today.' } } },
  },
  returns: Contract,
  run: async (work, { id, amount, method, paidOn }) => {
    await work.asHouse().create(Payment, { contract: { connect: id }, amount, method: method ?? null, paidOn: paidOn ?? today(work) }, { state: 'PAID' })
    return id
  },
})
