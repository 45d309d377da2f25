import { flag, text, type Given } from '../command/types.ts'
import type { Context } from '../context.ts'
import { misuse } from '../failure.ts'
import { clean, json } from '../out/clean.ts'
import { isObject } from '../remote/graphql.ts'
import { contract } from '../things/contract.ts'
import { decimalOf, parseMoney, showMoney } from '../things/money.ts'
import { resolve } from '../things/resolve.ts'
import { textOf } from '../things/shown.ts'
import { fieldOf, type Choice } from '../things/types.ts'
import { parseDay } from '../time/parse.ts'
import { showDay } from '../time/show.ts'
import { USUAL_ZONE } from '../time/zone.ts'
import { carryOut } from './actions.ts'
import { readRecord } from './show.ts'
import { makeSure } from './sure.ts'

/** How people pay. */
export const methods: readonly Choice[] = [
  { value: 'TRANSFER', label: { fr: 'virement', en: 'transfer' } }, { value: 'CHEQUE', label: { fr: 'chèque', en: 'cheque' } }, { value: 'CARD', label: { fr: 'carte', en: 'card' } },
  { value: 'CASH', label: { fr: 'espèces', en: 'cash' } }, { value: 'OTHER', label: { fr: 'autre', en: 'other' } },
]

/** A payment on a contract; what is due goes down with it. */
export async function pay(context: Context, given: Given): Promise<void> {
  const { id, label } = await resolve(context, contract, given.words[0] ?? '')
  const amount = given.words[1] ?? (context.interactive ? await askAmount(context, id) : undefined)
  if (amount === undefined) throw misuse({ fr: 'contract pay : il manque le montant.', en: 'contract pay: the amount is missing.' })
  const read = parseMoney(amount, context.locale)
  if (!read.ok) throw misuse({ fr: '« {amount} » : {why}.', en: '“{amount}”: {why}.' }, { amount, why: context.say(read.why) })
  if (!flag(given, 'dry-run')) await makeSure(context, given, context.say({ fr: 'Un paiement ne s’efface pas. Enregistrer {amount} sur {label} ?', en: 'A payment cannot be erased. Record {amount} on {label}?' }, { amount: clean(amount), label: clean(label) }))
  await carryOut(contract, context, given, {
    declared: ', $amount: MoneyInput!, $method: PayContractMethod, $paidOn: Date', called: 'payContract(id: $id, amount: $amount, method: $method, paidOn: $paidOn)',
    variables: { id, amount: read.value, method: text(given, 'method')?.toUpperCase(), paidOn: dayOf(context, text(given, 'on')) }, done: { fr: 'Paiement enregistré.', en: 'Payment recorded.' },
  })
}

async function askAmount(context: Context, id: string): Promise<string> {
  const row = await readRecord(contract, context, id)
  const { askText } = await context.later()
  return askText(context.say({ fr: 'Montant payé', en: 'Amount paid' }), {
    start: textOf(fieldOf(contract, 'amountDue'), row, context.locale),
    check: (typed) => { const read = parseMoney(typed, context.locale); return read.ok ? undefined : context.say(read.why) },
  })
}

function dayOf(context: Context, said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  const read = parseDay(said, new Date(), USUAL_ZONE)
  if (!read.ok) throw misuse({ fr: '--on « {said} » : {why}.', en: '--on “{said}”: {why}.' }, { said, why: context.say(read.why) })
  return read.value
}

const MOST = 100
const PAYMENTS = 'query Payments($filter: PaymentFilter, $size: Int) { list: payments(filter: $filter, sort: [{ createdAt: ASC }], page: { size: $size }) { items { id paidOn amount { amount currency } method state } } }'

/** What was paid on a contract, the first payment first. */
export async function payments(context: Context, given: Given): Promise<void> {
  const { out, locale, colours } = context
  const { id } = await resolve(context, contract, given.words.join(' '))
  const { data } = await context.remote.ask(PAYMENTS, { filter: { contract: { id: { eq: id } } }, size: MOST })
  const list = data['list']
  const items = isObject(list) && Array.isArray(list['items']) ? list['items'].filter(isObject) : []
  if (flag(given, 'json')) {
    await out.line(json(items.map(({ id: payment, paidOn = null, amount = null, method = null, state = null }) => ({ id: payment, paidOn, amount: decimalOf(amount), currency: isObject(amount) ? amount['currency'] ?? null : null, method, state })), 2))
    return
  }
  for (const { paidOn, amount = null, method } of items) {
    const how = methods.find(({ value }) => value === method)?.label[locale] ?? String(method ?? '')
    await out.line(`${colours.faint(showDay(String(paidOn ?? ''), locale))}  ${clean(showMoney(amount, locale))}  ${clean(how)}`.trimEnd())
  }
  if (items.length === 0 && out.terminal) out.note(context.say({ fr: 'Aucun paiement.', en: 'No payments.' }))
}
