import { Base, BelongsTo, Bool, Choice, Email, Entity, InstantInZone, Integer, LongText, nobody, PhoneNumber, Sequence, Text, Url, type Phone, type ZonedInstant } from '#model'
import { orphanKeepers } from '../roles.ts'
import { Client } from './client.ts'
import { Contract } from './contract.ts'
import { eventEndsAfterItStarts, eventOfClientIsPrivate } from './dealRules.ts'
import { Person } from './person.ts'
import { Project } from './project.ts'
import { runEvent } from './rules.ts'
import { User } from './user.ts'

const contactGroup = { group: 'contact', transient: true } as const

/** Something that takes place, of whatever line of business. Each module opens the lines that are its own. */
@Entity<Event>({
  plural: 'events',
  label: { fr: 'Événement', en: 'Event' },
  labelPlural: { fr: 'Événements', en: 'Events' },
  title: 'title',
  concerns: ['client.organisation', 'client.contact'],
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  rules: [eventEndsAfterItStarts, eventOfClientIsPrivate],
  indexes: [['line', 'startAt'], ['supportContact', 'startAt']],
  searchThrough: ['client', 'clientContact'],
  comments: true, conditions: { supportContactActive: { ...runEvent, read: orphanKeepers } },
  sort: { startAt: 'DESC' },
  views: { calendar: { start: 'startAt', end: 'endAt' } },
  menu: { order: 30, icon: 'event', under: 'crm' },
  list: ['number', 'title', 'kind', 'client', 'startAt', 'endAt', 'locationText', 'expectedAttendees', 'supportContact', 'state'],
  groups: { contact: { fr: 'Contact chez le client', en: 'Client contact' }, place: { fr: 'Lieu et date', en: 'Place and date' }, publicity: { fr: 'Publicité', en: 'Publicity' } },
})
export class Event extends Base {
  /** The numbers of the spreadsheet that came before stay below. */
  @Sequence({ unique: true, start: 2_000 }) number!: number
  @Text({ required: true, max: 200, search: 'A', index: true }) title!: string
  @Choice({
    required: true, default: 'PARTY', index: true,
    values: {
      PARTY: { fr: 'Fête', en: 'Party' }, BUSINESS_MEETING: { fr: 'Réunion professionnelle', en: 'Business meeting' }, OFF_SITE: { fr: 'Manifestation hors les murs', en: 'Off-site event' },
      CONCERT: { fr: 'Concert', en: 'Concert' }, SHOWCASE: { fr: 'Showcase', en: 'Showcase' }, FESTIVAL: { fr: 'Festival', en: 'Festival' },
    },
  }) kind!: string
  @Choice({
    required: true, immutable: true, default: 'EPIC_EVENTS', label: { fr: 'Métier', en: 'Line of business' },
    values: { EPIC_EVENTS: { fr: 'Événementiel', en: 'Event company' }, MUSIC: { fr: 'Musique', en: 'Music' } },
  }) line!: string
  @BelongsTo(() => Contract, { requiredWhen: { line: { eq: 'EPIC_EVENTS' } }, inverse: 'events', index: true }) contract?: Contract
  @BelongsTo(() => Project, { inverse: 'events', index: true, visibleWhen: { line: { eq: 'MUSIC' } }, label: { fr: 'Projet', en: 'Project' } }) project?: Project
  /** That of the contract, where there is one. */
  @BelongsTo(() => Client, { inverse: 'events', index: true }) client?: Client
  @BelongsTo(() => Person, {
    inverse: 'eventsAsContact', inverseLabel: { fr: 'Événements dont il est le contact', en: 'Events as their contact' }, index: true, group: 'contact', label: { fr: 'Contact chez le client', en: 'Client contact' },
    help: { fr: 'Vide à la création : le contact du client.', en: 'Left empty at creation: the client’s contact.' },
  }) clientContact?: Person
  @Text({ ...contactGroup, max: 240, label: { fr: 'Nouveau contact : nom', en: 'New contact: name' }, help: { fr: 'Quelqu’un d’autre chez ce client, pas encore connu.', en: 'Somebody else of this client who is not known yet.' } }) contactName?: string
  @Email({ ...contactGroup, label: { fr: 'Nouveau contact : e-mail', en: 'New contact: e-mail' } }) contactEmail?: string
  @PhoneNumber({ ...contactGroup, label: { fr: 'Nouveau contact : téléphone', en: 'New contact: telephone' } }) contactPhone?: Phone
  @BelongsTo(() => User, { inverse: 'supportEvents', inverseLabel: { fr: 'Événements suivis', en: 'Events followed' }, label: { fr: 'Support', en: 'Support contact' } }) supportContact?: User
  @InstantInZone({ required: true, index: true, group: 'place', label: { fr: 'Début', en: 'Starts' } }) startAt!: ZonedInstant
  @InstantInZone({ required: true, index: true, group: 'place', label: { fr: 'Fin', en: 'Ends' } }) endAt!: ZonedInstant
  @LongText({ max: 500, search: 'B', group: 'place', label: { fr: 'Lieu', en: 'Location' }, help: { fr: 'Une adresse, ou le nom d’un lieu : gardé tel quel.', en: 'An address, or the name of a place: kept as it is.' } }) locationText?: string
  @Integer({ min: 0, max: 1_000_000, index: true, group: 'place', label: { fr: 'Participants attendus', en: 'Expected attendees' } }) expectedAttendees?: number
  @Integer({ min: 0, max: 1_000_000, group: 'place', label: { fr: 'Participants venus', en: 'Actual attendees' } }) actualAttendees?: number
  @LongText({ max: 20_000, search: 'C' }) notes?: string
  @Choice({ required: true, default: 'PRIVATE', group: 'publicity', label: { fr: 'Visibilité', en: 'Visibility' }, values: { PRIVATE: { fr: 'Privé', en: 'Private' }, PUBLIC: { fr: 'Public', en: 'Public' } } }) visibility!: string
  @Bool({ required: true, default: false, group: 'publicity', label: { fr: 'Mis en avant', en: 'Highlighted' } }) highlighted!: boolean
  @Url({ group: 'publicity', label: { fr: 'Billetterie', en: 'Tickets' } }) ticketUrl?: string
  @Choice({
    values: {
      DRAFT: { fr: 'Brouillon', en: 'Draft' }, OPTION: { fr: 'Option', en: 'Option' }, CONFIRMED: { fr: 'Confirmé', en: 'Confirmed' }, DONE: { fr: 'Passé', en: 'Done' }, CANCELLED: { fr: 'Annulé', en: 'Cancelled' },
    },
    required: true, initial: 'DRAFT', index: true,
    moves: {
      option: { label: { fr: 'Poser une option', en: 'Option' }, from: ['DRAFT'], to: 'OPTION' },
      confirm: { label: { fr: 'Confirmer', en: 'Confirm' }, from: ['DRAFT', 'OPTION'], to: 'CONFIRMED' },
      finish: { label: { fr: 'Clore', en: 'Close' }, from: ['CONFIRMED'], to: 'DONE' },
      cancel: { label: { fr: 'Annuler l’événement', en: 'Cancel the event' }, from: ['DRAFT', 'OPTION', 'CONFIRMED'], to: 'CANCELLED', confirm: { fr: 'Annuler cet événement ?', en: 'Cancel this event?' } },
    },
  }) state!: string
}
