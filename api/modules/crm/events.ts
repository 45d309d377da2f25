import sql from 'sql-template-tag'
import { Client } from '#schema/core/client.ts'
import { Contract } from '#schema/core/contract.ts'
import { Event } from '#schema/core/event.ts'
import { Person } from '#schema/core/person.ts'
import { management, support } from '#schema/roles.ts'
import { reactions, type Input, type Stored, type Work } from '../../write/types.ts'
import { namesOf } from '../core/clients.ts'
import { notify } from '../core/notify.ts'
import { conflict, linkedId, linkOf, textAfter, wrong } from '../input.ts'
import { membersWith, mustHold } from './people.ts'

type Current = Stored<Event> | undefined

const notSupport = { fr: 'Cette personne n’est pas du département support.', en: 'This person is not of the support department.' }
const notTheirs = { fr: 'Cette personne n’est pas un contact de ce client.', en: 'This person is not a contact of this client.' }
const unsigned = { fr: 'Le contrat n’est pas signé : un événement se crée après la signature.', en: 'Contract not signed: an event is created after the signature.' }
const otherClient = { fr: 'L’événement est celui du client de son contrat.', en: 'The event is that of the client of its contract.' }

/** An event is for the client of its contract, once that is signed (EE-08). */
async function forContract(work: Work, input: Input): Promise<Input> {
  const id = linkOf(input, 'contract')?.connect
  const contract = id === undefined ? undefined : await work.row(Contract, id)
  if (!contract) return input
  if (contract.state !== 'SIGNED') throw conflict('notSigned', unsigned, 'contract')
  const client = linkOf(input, 'client')?.connect
  if (client !== undefined && client !== contract.client) throw wrong('client', 'otherClient', otherClient)
  return contract.client == null ? input : { ...input, client: { connect: contract.client } }
}

/** The client's own contact, another one of his, or somebody who speaks for his company (C-04). */
async function isContactOf(work: Work, personId: string, clientId: string): Promise<boolean> {
  const rows = await work.query(sql`select 1 from client c where c.id = ${clientId} and (c.contact_id = ${personId}
    or exists (select 1 from client_other_contacts o where o.client_id = c.id and o.person_id = ${personId})
    or exists (select 1 from person_employers e where e.person_id = ${personId} and e.organisation_id = c.organisation_id))`)
  return rows.length > 0
}

/** Somebody of the client who was not known yet is written down once, as one of his contacts. */
async function newContact(work: Work, input: Input, clientId: string): Promise<string | undefined> {
  const name = textAfter(input, 'contactName', undefined)
  if (name === '') return undefined
  const client = await work.row(Client, clientId)
  const house = work.asHouse()
  const person = await house.create(Person, {
    ...namesOf(name), email: input['contactEmail'] ?? null, phone: input['contactPhone'] ?? null,
    ...(client?.organisation == null ? {} : { employers: { connect: [client.organisation] } }),
  })
  await house.update(Client, clientId, { otherContacts: { connect: [person] } })
  return person
}

async function withContact(work: Work, input: Input, current: Current): Promise<Input> {
  const client = linkedId(input, 'client', current)
  if (client === undefined) return input
  const written = await newContact(work, input, client)
  if (written !== undefined) return { ...input, clientContact: { connect: written } }
  const named = linkOf(input, 'clientContact')?.connect
  if (named !== undefined && !(await isContactOf(work, named, client))) throw wrong('clientContact', 'notContact', notTheirs)
  if (current || input['clientContact'] !== undefined) return input
  const contact = (await work.row(Client, client))?.contact
  return contact == null ? input : { ...input, clientContact: { connect: contact } }
}

async function prepare(work: Work, given: Input, current: Current): Promise<Input> {
  if ((given['line'] ?? current?.line ?? 'EPIC_EVENTS') !== 'EPIC_EVENTS') return given
  const input = await withContact(work, await forContract(work, given), current)
  const member = linkOf(input, 'supportContact')?.connect
  if (member !== undefined) await mustHold(work, member, support.key, 'supportContact', notSupport)
  // Events of this company begin confirmed: what they are is agreed by contract.
  return current ? input : { ...input, state: 'CONFIRMED' }
}

const subject = (event: Stored<Event>) => ({ entity: 'Event', id: event.id })

async function tellManagement(work: Work, event: Stored<Event>): Promise<void> {
  if (event.line !== 'EPIC_EVENTS') return
  await notify(work, await membersWith(work, management.key), {
    kind: 'eventCreated', subject: subject(event),
    title: { fr: `Événement ${event.number} créé : ${event.title}`, en: `Event ${event.number} created: ${event.title}` },
    body: { fr: 'Il lui faut un responsable du support.', en: 'It needs a support contact.' },
  })
}

async function tellSupport(work: Work, event: Stored<Event>, before?: Stored<Event>): Promise<void> {
  if (event.line !== 'EPIC_EVENTS' || event.supportContact == null || event.supportContact === before?.supportContact) return
  await notify(work, [event.supportContact], {
    kind: 'supportAssigned', subject: subject(event), key: String(event.version),
    title: { fr: `L’événement ${event.number} vous est confié : ${event.title}`, en: `Event ${event.number} is assigned to you: ${event.title}` },
  })
}

export const eventReactions = [
  reactions(Event, {
    prepare,
    created: async (work, event) => {
      await tellManagement(work, event)
      await tellSupport(work, event)
    },
    updated: tellSupport,
  }),
]
