import { me, myDepartment, myPerson, rowRule } from '#model'
import type { Address } from './address.ts'
import type { Contract } from './contract.ts'
import type { Event } from './event.ts'
import type { Organisation } from './organisation.ts'
import type { Party } from './party.ts'
import type { PartyRole } from './partyRole.ts'
import type { Payment } from './payment.ts'
import type { Permission } from './permission.ts'
import type { Person } from './person.ts'
import type { Role } from './role.ts'
import type { User } from './user.ts'

// Which rows the roles of the house of music reach (B.3). Where what would say whose something is does not exist
// yet (seasons, assignments, the artists of a label), own is what one entered oneself.

interface Made { createdBy?: User }
interface WithRoles { roles: PartyRole[] }
type Card = Party & WithRoles & { user?: User; members: Person[] }

const isArtist = { kind: { eq: 'ARTIST' }, state: { eq: 'ACTIVE' } } as const
const isArtistOrBroadcaster = { kind: { in: ['ARTIST', 'BROADCASTER'] }, state: { eq: 'ACTIVE' } } as const

export const artistCard = rowRule<Party & WithRoles>('artistCard', { fr: 'fiches d’artistes', en: 'cards of artists' }, { roles: { some: isArtist } })
export const artistOrBroadcasterCard = rowRule<Party & WithRoles>('artistOrBroadcasterCard', { fr: 'fiches d’artistes et de diffuseurs', en: 'cards of artists and broadcasters' }, { roles: { some: isArtistOrBroadcaster } })
export const artistRole = rowRule<PartyRole>('artistRole', { fr: 'rôles d’artistes', en: 'roles of artists' }, isArtist)
export const artistOrBroadcasterRole = rowRule<PartyRole>('artistOrBroadcasterRole', { fr: 'rôles d’artistes et de diffuseurs', en: 'roles of artists and broadcasters' }, isArtistOrBroadcaster)
export const artistAddress = rowRule<Address & { parties: (Party & WithRoles)[] }>('artistAddress', { fr: 'adresses d’artistes', en: 'addresses of artists' }, { parties: { some: { roles: { some: isArtist } } } })

// Who works for a house is among its members as well: a band is what has the role of an artist itself.
const myBand = { members: { some: { id: { eq: myPerson } } }, roles: { some: isArtist } } as const

/** The card of a person, and those of the bands that he or she is in. */
export const ownCard = rowRule<Person>('ownCard', { fr: 'sa propre fiche', en: 'one’s own card' }, { id: { eq: myPerson } })
export const ownBand = rowRule<Organisation & WithRoles & { members: Person[] }>('ownBand', { fr: 'ses propres groupes', en: 'one’s own bands' }, myBand)
export const ownCards = rowRule<Card>('ownCards', { fr: 'sa propre fiche et ses groupes', en: 'one’s own card and bands' }, { or: [{ id: { eq: myPerson } }, myBand] })
export const roleOfOwnCard = rowRule<PartyRole>('roleOfOwnCard', { fr: 'ses propres rôles', en: 'one’s own roles' }, { party: { id: { eq: myPerson } } })

const works = { user: { actsFor: { isEmpty: true }, state: { ne: 'DELETED' } } } as const
/** Whoever has an account of the house. */
export const staffCard = rowRule<Card>('staffCard', { fr: 'membres du personnel', en: 'members of the staff' }, works)
export const eventContact = rowRule<Person & { eventsAsContact: Event[] }>('eventContact', { fr: 'contacts des événements musicaux', en: 'contacts of music events' }, { eventsAsContact: { some: { line: { eq: 'MUSIC' } } } })

const booking = { kind: { in: ['BOOKING', 'PROPOSAL'] } } as const
const withMe = { parties: { some: { or: [{ id: { eq: myPerson } }, myBand] } } } as object

export const musicDeal = rowRule<Contract>('musicDeal', { fr: 'contrats de la musique, hors contrats de travail', en: 'contracts of music, none of employment' }, { kind: { in: ['BOOKING', 'PROPOSAL', 'ARTIST', 'SPONSORSHIP'] } })
export const bookingContract = rowRule<Contract>('bookingContract', { fr: 'engagements et propositions', en: 'bookings and proposals' }, booking)
export const ownBooking = rowRule<Contract & Made>('ownBooking', { fr: 'ses propres engagements et propositions', en: 'one’s own bookings and proposals' }, { ...booking, createdBy: { id: { eq: me } } })
export const artistContract = rowRule<Contract>('artistContract', { fr: 'contrats d’artistes', en: 'artists’ contracts' }, { kind: { eq: 'ARTIST' } })
export const ownArtistContract = rowRule<Contract & Made>('ownArtistContract', { fr: 'ses propres contrats d’artistes', en: 'one’s own artists’ contracts' }, { kind: { eq: 'ARTIST' }, createdBy: { id: { eq: me } } })
export const contractWithMe = rowRule<Contract>('contractWithMe', { fr: 'contrats dont on est une partie', en: 'contracts that one is a party to' }, { kind: { in: ['BOOKING', 'PROPOSAL', 'ARTIST'] }, ...withMe })
export const employmentContract = rowRule<Contract>('employmentContract', { fr: 'contrats de travail', en: 'contracts of employment' }, { kind: { eq: 'EMPLOYMENT' } })
export const ownEmployment = rowRule<Contract>('ownEmployment', { fr: 'son propre contrat de travail', en: 'one’s own contract of employment' }, { kind: { eq: 'EMPLOYMENT' }, parties: { some: { id: { eq: myPerson } } } })
/** C-47. */
export const bookingOfDepartment = rowRule<Contract & Made>(
  'bookingOfDepartment', { fr: 'engagements de son département', en: 'bookings of one’s department' },
  { ...booking, or: [{ salesContact: { department: { id: { eq: myDepartment } } } }, { createdBy: { department: { id: { eq: myDepartment } } } }] },
)

export const musicEvent = rowRule<Event>('musicEvent', { fr: 'événements musicaux', en: 'music events' }, { line: { eq: 'MUSIC' } })
export const ownMusicEvent = rowRule<Event & Made>('ownMusicEvent', { fr: 'ses propres événements musicaux', en: 'one’s own music events' }, { line: { eq: 'MUSIC' }, createdBy: { id: { eq: me } } })
export const eventOfOwnDeal = rowRule<Event & { contract?: Contract & Made }>('eventOfOwnDeal', { fr: 'événements de ses propres affaires', en: 'events of one’s own deals' }, { line: { eq: 'MUSIC' }, contract: { createdBy: { id: { eq: me } } } })
export const eventWithMe = rowRule<Event>('eventWithMe', { fr: 'événements dont on est une partie', en: 'events that one is a party to' }, { line: { eq: 'MUSIC' }, contract: withMe })

export const notPayroll = rowRule<Payment>('notPayroll', { fr: 'paiements, hors contrats de travail', en: 'payments, none of employment' }, { or: [{ contract: { isEmpty: true } }, { contract: { kind: { ne: 'EMPLOYMENT' } } }] } as object)
export const dueToMe = rowRule<Payment>('dueToMe', { fr: 'ce qui est dû à soi-même', en: 'what is due to oneself' }, { payee: { id: { eq: myPerson } } })
export const paymentOfOwnDeal = rowRule<Payment & { contract?: Contract & Made }>('paymentOfOwnDeal', { fr: 'paiements de ses propres affaires', en: 'payments of one’s own deals' }, { contract: { kind: { in: ['BOOKING', 'PROPOSAL', 'ARTIST'] }, createdBy: { id: { eq: me } } } })

export const ownRole = rowRule<Role & { users: User[] }>('ownRole', { fr: 'ses propres rôles', en: 'one’s own roles' }, { users: { some: { id: { eq: me } } } })
export const ownPermission = rowRule<Permission>('ownPermission', { fr: 'ses propres permissions', en: 'one’s own permissions' }, { user: { id: { eq: me } } })
