import { invariant, me, rowRule } from '#model'
import type { Address } from './address.ts'
import type { Client } from './client.ts'
import type { FileAsset } from './fileAsset.ts'
import type { Organisation } from './organisation.ts'
import type { Party } from './party.ts'
import type { PartyRole } from './partyRole.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'
import type { User } from './user.ts'

/** Every row: for grants that must name their fields but not their rows. */
export const always = rowRule('always', { fr: 'toutes les lignes', en: 'all rows' }, {})

export const activeParty = rowRule<Party>('activeParty', { fr: 'fiches actives', en: 'active cards' }, { state: { eq: 'ACTIVE' } })

/** What was typed on a prospect before it became a client is no client yet (C-03). */
export const acceptedClient = rowRule<Client>('acceptedClient', { fr: 'devenus clients', en: 'who became clients' }, { state: { ne: 'PROSPECTIVE' } })

export const castingClient = rowRule<Client>('castingClient', { fr: 'clients du casting', en: 'clients of casting' }, { lines: { has: 'CASTING' } })

export const notFormer = rowRule<User>('notFormer', { fr: 'comptes existants', en: 'existing accounts' }, { state: { ne: 'DELETED' } })

/** Employees manage the accounts of those who are not above them (C-06, C-07). */
export const notAdministrator = rowRule<User>('notAdministrator', { fr: 'comptes qui ne sont pas administrateurs', en: 'accounts that are not administrators' }, { isAdministrator: { eq: false }, state: { ne: 'DELETED' } })

export const ownAccount = rowRule<User>('ownAccount', { fr: 'son propre compte', en: 'one’s own account' }, { id: { eq: me } })

export const customRole = rowRule<Role>('customRole', { fr: 'rôles ajoutés', en: 'added roles' }, { standard: { eq: false } })

export const ownUpload = rowRule<FileAsset & { createdBy?: User }>('ownUpload', { fr: 'ses propres fichiers', en: 'one’s own files' }, { createdBy: { id: { eq: me } } })

export const publicFile = rowRule<FileAsset>('publicFile', { fr: 'fichiers publics', en: 'public files' }, { visibility: { eq: 'PUBLIC' }, state: { eq: 'READY' } })

/** The picture of a person, the logo of an organisation. */
export const portrait = rowRule<FileAsset & { pictureOf: Person[]; logoOf: Organisation[] }>('portrait', { fr: 'portraits et logos', en: 'portraits and logos' }, {
  or: [{ pictureOf: { some: {} } }, { logoOf: { some: {} } }],
})

/** A role record stands for somebody: an organisation, a person, or one at the other. */
export const organisationOrContact = invariant<{ organisation?: Organisation; contact?: Person }>({
  name: 'organisationOrContact',
  message: { fr: 'Indiquez une organisation ou un contact.', en: 'Name an organisation or a contact.' },
  path: 'organisation',
  holds: (row) => row.organisation != null || row.contact != null,
  sql: 'organisation_id is not null or contact_id is not null',
})

const todayInParis = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format()

export const firstContactIsPast = invariant<Client>({
  name: 'firstContactIsPast',
  message: { fr: 'Le premier contact ne peut pas être dans le futur.', en: 'The first contact cannot be in the future.' },
  path: 'firstContactOn',
  holds: (row) => row.firstContactOn == null || row.firstContactOn <= todayInParis(),
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
