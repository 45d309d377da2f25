import { me, myRoles, rowRule } from '#model'
import type { Client } from './client.ts'
import type { Event } from './event.ts'
import type { FileAsset } from './fileAsset.ts'
import type { Organisation } from './organisation.ts'
import type { Party } from './party.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'
import type { User } from './user.ts'

/** Every row: for grants that must name their fields but not their rows. */
export const always = rowRule('always', { fr: 'toutes les lignes', en: 'all rows' }, {})

export const activeParty = rowRule<Party>('activeParty', { fr: 'fiches actives', en: 'active cards' }, { state: { eq: 'ACTIVE' } })

/** What was typed on a prospect before it became a client is no client yet (C-03). */
export const acceptedClient = rowRule<Client>('acceptedClient', { fr: 'devenus clients', en: 'who became clients' }, { state: { ne: 'PROSPECTIVE' } })

/** Whose sales contact still works here; a client of another line needs none. */
export const followedClient = rowRule<Client>(
  'followedClient', { fr: 'clients dont le commercial est actif', en: 'clients whose sales contact is active' },
  { or: [{ lines: { hasNone: ['EPIC_EVENTS'] } }, { salesContact: { state: { eq: 'ACTIVE' } } }] },
)

/** Whose support contact, where there is one, still works here. */
export const runEvent = rowRule<Event>(
  'runEvent', { fr: 'événements dont le support est actif', en: 'events whose support contact is active' }, { or: [{ supportContact: { isEmpty: true } }, { supportContact: { state: { eq: 'ACTIVE' } } }] },
)

export const castingClient = rowRule<Client>('castingClient', { fr: 'clients du casting', en: 'clients of casting' }, { lines: { has: 'CASTING' } })

export const notFormer = rowRule<User>('notFormer', { fr: 'comptes existants', en: 'existing accounts' }, { state: { ne: 'DELETED' } })

/** Employees manage the accounts of those who are not above them (C-06, C-07): who hold no role that they have not. Logins of partners are below everybody. */
const notMine = { not: { key: { in: myRoles } }, key: { ne: 'partner' } } as const
export const notAbove = rowRule<User>(
  'notAbove', { fr: 'comptes sans rôle que l’on n’a pas', en: 'accounts without a role that one has not' },
  { isAdministrator: { eq: false }, state: { ne: 'DELETED' }, roles: { none: notMine }, not: { department: { defaultRole: notMine } } },
)

export const ownAccount = rowRule<User>('ownAccount', { fr: 'son propre compte', en: 'one’s own account' }, { id: { eq: me } })

export const customRole = rowRule<Role>('customRole', { fr: 'rôles ajoutés', en: 'added roles' }, { standard: { eq: false } })

export const ownUpload = rowRule<FileAsset & { createdBy?: User }>('ownUpload', { fr: 'ses propres fichiers', en: 'one’s own files' }, { createdBy: { id: { eq: me } } })

export const publicFile = rowRule<FileAsset>('publicFile', { fr: 'fichiers publics', en: 'public files' }, { visibility: { eq: 'PUBLIC' }, state: { eq: 'READY' } })

/** The picture of a person, the logo of an organisation. */
export const portrait = rowRule<FileAsset & { pictureOf: Person[]; logoOf: Organisation[] }>('portrait', { fr: 'portraits et logos', en: 'portraits and logos' }, {
  or: [{ pictureOf: { some: {} } }, { logoOf: { some: {} } }],
})
