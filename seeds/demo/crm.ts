import { random, type Random } from './random.ts'
import { customers, meetings, notes, outings, parties, places } from './crm/people.ts'
import { sheetClients, sheetContracts, sheetEvents } from './crm/sheets.ts'
import type { ClientSeed, ContractSeed, EventSeed, PaymentSeed } from './crm/types.ts'

const DAY = 86_400_000
const slug = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Forty clients; those of the spreadsheet first. Dates follow the day on which the demonstration is loaded. */
export function clients(now: Date): readonly ClientSeed[] {
  const draw = random(1_902)
  const others = customers.map(([fullName, companyName, rep], index): ClientSeed => {
    const first = now.getTime() - draw.between(200, 900) * DAY
    const digits = String(10 + index).padStart(2, '0')
    return {
      key: slug(fullName), fullName, ...(companyName ? { companyName } : {}), rep,
      email: `${slug(fullName)}@${companyName ? slug(companyName) : 'courriel'}.example`, phone: `06 39 98 ${digits} ${String(90 - index).padStart(2, '0')}`,
      firstContactOn: dayOf(first), lastContactAt: new Date(first + draw.between(10, 190) * DAY).toISOString(),
    }
  })
  return [...sheetClients, ...others]
}

/** How the 58 further contracts stand. */
const states: readonly (readonly [ContractSeed['state'], number])[] = [['SIGNED', 36], ['DRAFT', 8], ['SENT', 5], ['CHANGES_REQUESTED', 3], ['REFUSED', 2], ['ENDED', 2], ['TERMINATED', 2]]
const wasSigned: ReadonlySet<string> = new Set(['SIGNED', 'ENDED', 'TERMINATED'])

export function contracts(now: Date): readonly ContractSeed[] {
  const draw = random(652)
  const who = clients(now).slice(1)
  const others = states.flatMap(([state, many]) => Array.from({ length: many }, () => state)).map((state, index): ContractSeed => {
    const client = who[index % who.length] ?? sheetClients[0]
    if (!client) throw new Error('there are clients')
    const signedAt = now.getTime() - draw.between(5, 180) * DAY
    const total = draw.between(12, 480) * 10_000
    const title = `${draw.pick([...parties, ...meetings, ...outings])} · ${client.companyName ?? client.fullName}`
    return {
      key: `contract-${index}`, client: client.key, title, total, state,
      payments: wasSigned.has(state) ? paymentsOf(draw, total, signedAt, now.getTime()) : [],
      ...(wasSigned.has(state) ? { signedAt: new Date(signedAt).toISOString() } : {}),
    }
  })
  return [...sheetContracts, ...others]
}

/** Nothing yet, the deposit, or everything. */
function paymentsOf(draw: Random, total: number, signedAt: number, now: number): readonly PaymentSeed[] {
  const how = draw.between(0, 3)
  const deposit = Math.round(total * 0.3)
  const method = draw.pick(['TRANSFER', 'TRANSFER', 'CARD', 'CASH'] as const)
  const on = (days: number): string => dayOf(Math.min(signedAt + days * DAY, now))
  return [...(how > 0 ? [{ amount: deposit, paidOn: on(4), method }] : []), ...(how > 2 ? [{ amount: total - deposit, paidOn: on(35), method }] : [])]
}

/** Eighty events on signed contracts: past and to come, some of them still without anybody of the support. */
export function events(now: Date): readonly EventSeed[] {
  const draw = random(109)
  const signed = contracts(now).filter(({ state, number }) => state === 'SIGNED' && number === undefined)
  const names = new Map(clients(now).map((client) => [client.key, client.companyName ?? client.fullName]))
  const others = Array.from({ length: 78 }, (_, index): EventSeed => {
    const contract = signed[index % signed.length]
    if (!contract) throw new Error('there are signed contracts')
    const start = now.getTime() + draw.between(-150, 240) * DAY
    const kind = draw.pick(['PARTY', 'BUSINESS_MEETING', 'OFF_SITE'] as const)
    const hour = draw.between(8, 19)
    const later = kind === 'PARTY' && draw.chance(0.5)
    const soon = start > now.getTime() && draw.chance(0.35)
    return {
      title: `${draw.pick(kind === 'PARTY' ? parties : kind === 'OFF_SITE' ? outings : meetings)} ${names.get(contract.client)}`, kind, contract: contract.key,
      start: `${dayOf(start)} ${hour}:00`, end: later ? `${dayOf(start + DAY)} 01:30` : `${dayOf(start)} ${Math.min(hour + draw.between(2, 5), 23)}:30`,
      location: draw.pick(places), attendees: draw.between(2, 60) * 5, notes: draw.pick(notes), ...(soon ? {} : { support: draw.pick(['support', 'vichum'] as const) }),
    }
  })
  return [...sheetEvents, ...others]
}
