import { invariant } from '#model'
import type { Address } from './address.ts'
import type { Client } from './client.ts'
import type { Organisation } from './organisation.ts'
import type { PartyRole } from './partyRole.ts'
import type { Person } from './person.ts'

/** A role record stands for somebody: an organisation, a person, or one at the other. */
export const organisationOrContact = invariant<{ organisation?: Organisation; contact?: Person }>({
  name: 'organisationOrContact',
  message: { fr: 'Indiquez une organisation ou un contact.', en: 'Name an organisation or a contact.' },
  path: 'organisation',
  holds: (row) => row.organisation != null || row.contact != null,
  sql: 'organisation_id is not null or contact_id is not null',
})

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
const todayInParis = (): string => days.format()
const dayInParis = (instant: string): string => days.format(Date.parse(instant))

export const firstContactIsPast = invariant<Client>({
  name: 'firstContactIsPast',
  message: { fr: 'Le premier contact ne peut pas être dans le futur.', en: 'The first contact cannot be in the future.' },
  path: 'firstContactOn',
  holds: (row) => row.firstContactOn == null || row.firstContactOn <= todayInParis(),
})

export const lastContactFollowsFirst = invariant<Client>({
  name: 'lastContactFollowsFirst',
  message: { fr: 'Le dernier contact ne peut pas précéder le premier.', en: 'The last contact cannot come before the first.' },
  path: 'lastContactAt',
  holds: (row) => row.firstContactOn == null || row.lastContactAt == null || dayInParis(row.lastContactAt) >= row.firstContactOn,
})

export const personIsNamed = invariant<Person>({
  name: 'personIsNamed',
  message: { fr: 'Indiquez un nom ou un prénom.', en: 'Give a first name or a last name.' },
  path: 'lastName',
  holds: (row) => Boolean(row.firstName || row.lastName),
})

export const placeIsNamed = invariant<Address>({
  name: 'placeIsNamed',
  message: { fr: 'Indiquez une ville, ou décrivez le lieu.', en: 'Give a city, or describe the place.' },
  path: 'city',
  holds: (row) => Boolean(row.city || row.freeText),
  sql: 'city is not null or free_text is not null',
})

export const roleEndsAfterItBegan = invariant<PartyRole>({
  name: 'roleEndsAfterItBegan',
  message: { fr: 'La fin ne peut pas précéder le début.', en: 'The end cannot come before the beginning.' },
  path: 'until',
  holds: (row) => row.since == null || row.until == null || row.until >= row.since,
  sql: 'until >= since',
})
