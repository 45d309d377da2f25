import { me, rowRule } from '#model'
import type { Client } from '../core/client.ts'
import type { Contract } from '../core/contract.ts'
import type { Department } from '../core/department.ts'
import type { Event } from '../core/event.ts'
import type { Organisation } from '../core/organisation.ts'
import type { Payment } from '../core/payment.ts'
import type { Person } from '../core/person.ts'
import type { User } from '../core/user.ts'

// The event company's part of what the house shares: clients, contracts and events of its line (C-05).

const ofLine = { lines: { has: 'EPIC_EVENTS' } } as const

export const eventClient = rowRule<Client>('eventClient', { fr: 'clients de l’événementiel', en: 'clients of the event company' }, ofLine)

export const ownClient = rowRule<Client>('ownClient', { fr: 'clients dont on est le commercial', en: 'clients whose sales contact one is' }, { ...ofLine, salesContact: { id: { eq: me } } })

export const eventSale = rowRule<Contract>('eventSale', { fr: 'ventes d’événements', en: 'event sales' }, { kind: { eq: 'EVENT_SALE' } })

export const contractOfOwnClient = rowRule<Contract>(
  'contractOfOwnClient', { fr: 'contrats de ses propres clients', en: 'contracts of one’s own clients' }, { kind: { eq: 'EVENT_SALE' }, client: { salesContact: { id: { eq: me } } } },
)

export const companyEvent = rowRule<Event>('companyEvent', { fr: 'événements de l’événementiel', en: 'events of the event company' }, { line: { eq: 'EPIC_EVENTS' } })

export const eventOfOwnClient = rowRule<Event>(
  'eventOfOwnClient', { fr: 'événements de ses propres clients', en: 'events of one’s own clients' },
  { line: { eq: 'EPIC_EVENTS' }, contract: { kind: { eq: 'EVENT_SALE' }, client: { salesContact: { id: { eq: me } } } } },
)

export const ownEvent = rowRule<Event>('ownEvent', { fr: 'événements dont on est le support', en: 'events whose support contact one is' }, { line: { eq: 'EPIC_EVENTS' }, supportContact: { id: { eq: me } } })

export const paymentOfSale = rowRule<Payment>('paymentOfSale', { fr: 'paiements de ventes d’événements', en: 'payments of event sales' }, { contract: { kind: { eq: 'EVENT_SALE' } } })

/** Whom one speaks to at a client, and colleagues. */
export const personOfTheLine = rowRule<Person & { clients: Client[]; otherContactOf: Client[]; eventsAsContact: Event[]; user?: User }>(
  'personOfTheLine', { fr: 'contacts des clients, et collègues', en: 'contacts of the clients, and colleagues' },
  {
    or: [
      { clients: { some: ofLine } }, { otherContactOf: { some: ofLine } }, { eventsAsContact: { some: { line: { eq: 'EPIC_EVENTS' } } } },
      { employers: { some: { clients: { some: ofLine } } as object } }, { user: { department: { line: { eq: 'EPIC_EVENTS' } } } },
    ],
  },
)

export const organisationOfTheLine = rowRule<Organisation & { clients: Client[] }>('organisationOfTheLine', { fr: 'sociétés clientes', en: 'companies of the clients' }, { clients: { some: ofLine } })

/** Those who follow a client or an event, too, once they have left. */
export const collaborator = rowRule<User & { salesClients: Client[]; supportEvents: Event[] }>(
  'collaborator', { fr: 'collaborateurs de l’événementiel', en: 'collaborators of the event company' },
  { or: [{ department: { line: { eq: 'EPIC_EVENTS' } } }, { salesClients: { some: ofLine } }, { supportEvents: { some: { line: { eq: 'EPIC_EVENTS' } } } }] },
)

/** Whoever holds more than his department gives him, management does not manage (C-06). */
export const managedCollaborator = rowRule<User>(
  'managedCollaborator', { fr: 'collaborateurs sans autre droit', en: 'collaborators without further rights' },
  { department: { line: { eq: 'EPIC_EVENTS' } }, isAdministrator: { eq: false }, state: { ne: 'DELETED' }, roles: { none: {} } },
)

export const companyDepartment = rowRule<Department>('companyDepartment', { fr: 'départements de l’événementiel', en: 'departments of the event company' }, { line: { eq: 'EPIC_EVENTS' } })
