import { Base, BelongsTo, Choice, Choices, Day, Email, Entity, Instant, ManyToMany, PhoneNumber, Sequence, Text, type Phone } from '#model'
import { administrators, castingDesk, clientProfile, orphanKeepers } from '../roles.ts'
import { lines } from './choices.ts'
import { Organisation } from './organisation.ts'
import { Person } from './person.ts'
import { firstContactIsPast, lastContactFollowsFirst, organisationOrContact } from './cardRules.ts'
import { acceptedClient, castingClient, followedClient } from './rules.ts'
import { User } from './user.ts'

const eventLine = { lines: { has: 'EPIC_EVENTS' } }

/** An organisation, a person, or somebody at an organisation, for whom the house works. */
@Entity<Client>({
  plural: 'clients',
  label: { fr: 'Client', en: 'Client' },
  labelPlural: { fr: 'Clients', en: 'Clients' },
  title: ['companyName', 'contact.displayName'],
  concerns: ['organisation', 'contact'],
  access: {
    read: [administrators, castingDesk.where(castingClient)], create: castingDesk,
    update: [administrators, castingDesk.where(castingClient)], delete: administrators,
  },
  rules: [organisationOrContact, firstContactIsPast, lastContactFollowsFirst],
  unique: [{
    fields: ['organisation', 'contact'], nullsEqual: true,
    message: { fr: 'Cette organisation est déjà client avec ce contact.', en: 'This organisation is already a client with this contact.' },
  }],
  listed: acceptedClient,
  conditions: { salesContactActive: { ...followedClient, read: orphanKeepers } },
  searchThrough: ['organisation', 'contact'],
  comments: true,
  indexes: [['updatedAt']],
  sort: { companyName: 'ASC' },
  menu: { order: 30, icon: 'handshake', under: ['casting', 'crm'] },
  list: ['number', 'companyName', 'fullName', 'email', 'phone', 'salesContact', 'lastContactAt', 'state'],
})
export class Client extends Base {
  @Sequence({ unique: true }) number!: number
  // Of the cards behind it, kept here by the house: what lists, contracts and the public show without joining.
  // Typed here, they are written there; a name that is known is that company (C-01).
  @Text({ write: clientProfile, requiredWhen: eventLine, max: 250, index: true, label: { fr: 'Nom complet', en: 'Full name' } }) fullName?: string
  @Email({ write: clientProfile, requiredWhen: eventLine, index: true }) email?: string
  @PhoneNumber({ write: clientProfile }) phone?: Phone
  @Text({ write: clientProfile, max: 250, search: 'A', index: true, label: { fr: 'Société', en: 'Company' } }) companyName?: string
  @BelongsTo(() => Organisation, { owned: true, inverse: 'clients', inverseLabel: { fr: 'Client', en: 'Client' } }) organisation?: Organisation
  @BelongsTo(() => Person, { owned: true, inverse: 'clients', inverseLabel: { fr: 'Client', en: 'Client' }, index: true }) contact?: Person
  @ManyToMany(() => Person, { inverse: 'otherContactOf', inverseLabel: { fr: 'Aussi contact de', en: 'Also a contact of' }, label: { fr: 'Autres contacts', en: 'Other contacts' } }) otherContacts!: Person[]
  @Choices({
    required: true, values: lines, label: { fr: 'Métiers', en: 'Lines of business' },
    help: { fr: 'Ceux de nos métiers qui servent ce client.', en: 'Those of our businesses that serve this client.' },
  }) lines!: string[]
  @Day({ index: true, label: { fr: 'Premier contact', en: 'First contact' } }) firstContactOn?: string
  @Instant({ index: true, label: { fr: 'Dernier contact', en: 'Last contact' } }) lastContactAt?: string
  @BelongsTo(() => User, {
    write: administrators, index: true, visibleWhen: { lines: { has: 'EPIC_EVENTS' } }, label: { fr: 'Commercial', en: 'Sales contact' },
    inverse: 'salesClients', inverseLabel: { fr: 'Clients suivis', en: 'Clients followed' },
  }) salesContact?: User
  @Choice({
    values: {
      PROSPECTIVE: { fr: 'En prospection', en: 'Prospective' },
      ACTIVE: { fr: 'Actif', en: 'Active' },
      ARCHIVED: { fr: 'Archivé', en: 'Archived' },
    },
    required: true,
    initial: 'ACTIVE',
    moves: {
      archive: { label: { fr: 'Archiver', en: 'Archive' }, from: ['ACTIVE'], to: 'ARCHIVED' },
      activate: { label: { fr: 'Réactiver', en: 'Activate' }, from: ['ARCHIVED'], to: 'ACTIVE' },
    },
  }) state!: string
}
