import sql from 'sql-template-tag'
import { Client } from '../schema/core/client.ts'
import { Contract } from '../schema/core/contract.ts'
import { Event } from '../schema/core/event.ts'
import { Payment } from '../schema/core/payment.ts'
import type { Work } from '../api/write/types.ts'
import { clients, contracts, events } from './demo/crm.ts'
import type { ContractSeed } from './demo/crm/types.ts'
import { connect } from './ids.ts'

type Ids = ReadonlyMap<string, string>

const zip = (keys: readonly string[], ids: readonly string[]): Ids => new Map(keys.map((key, index) => [key, ids[index] ?? '']))

/** The demonstration of the event company; `users` by their keys. */
export async function loadCrm(work: Work, users: Ids): Promise<void> {
  const clientSeeds = clients(work.now)
  const clientIds = zip(clientSeeds.map(({ key }) => key), await work.createMany(Client, clientSeeds.map(({ fullName, email, phone, companyName, firstContactOn, lastContactAt, rep }) => ({
    fullName, email, phone, companyName, firstContactOn, lastContactAt, lines: ['EPIC_EVENTS'], salesContact: connect(users, rep),
  }))))
  const contractSeeds = contracts(work.now)
  const contractIds = zip(contractSeeds.map(({ key }) => key), await work.createMany(
    Contract,
    contractSeeds.map(({ client, title, total }) => ({
      kind: 'EVENT_SALE', client: connect(clientIds, client), title, totalAmount: { amount: total, currency: 'EUR' },
    })),
    contractSeeds.map(({ number, state, signedAt }) => ({ state, ...(number === undefined ? {} : { number }), ...(signedAt === undefined ? {} : { signedAt }) })),
  ))
  await loadPayments(work, contractSeeds, contractIds)
  await loadEvents(work, users, contractIds)
}

/** What is due is what the payments left of the total. */
async function loadPayments(work: Work, seeds: readonly ContractSeed[], contractIds: Ids): Promise<void> {
  const payments = seeds.flatMap(({ key, payments: made }) => made.map((payment) => ({ ...payment, contract: key })))
  await work.createMany(
    Payment,
    payments.map(({ contract, amount, paidOn, method }) => ({ contract: connect(contractIds, contract), amount: { amount, currency: 'EUR' }, paidOn, method })),
    payments.map(() => ({ state: 'PAID' })),
  )
}

async function loadEvents(work: Work, users: Ids, contractIds: Ids): Promise<void> {
  const seeds = events(work.now)
  await work.createMany(
    Event,
    seeds.map(({ contract, title, kind, start, end, location, attendees, notes, support, contact }) => ({
      line: 'EPIC_EVENTS', contract: connect(contractIds, contract), title, kind, startAt: { at: start }, endAt: { at: end }, locationText: location, expectedAttendees: attendees, notes,
      ...(support ? { supportContact: connect(users, support) } : {}),
      ...(contact ? { contactName: contact.name, contactEmail: contact.email, contactPhone: contact.phone } : {}),
    })),
    seeds.map(({ number }) => (number === undefined ? {} : { number })),
  )
  await work.query(sql`update event set state = 'DONE' where end_at < ${work.now}`)
}
