import { Base, BelongsTo, Choice, Choices, Day, Entity, Instant, Sequence, Text } from '#model'
import { administrators, castingDesk } from '../roles.ts'
import { lines } from './choices.ts'
import { Organisation } from './organisation.ts'
import { Person } from './person.ts'
import { acceptedClient, castingClient, firstContactIsPast, organisationOrContact } from './rules.ts'
import { User } from './user.ts'

/** An organisation, a person, or somebody at an organisation, for whom the house works. */
@Entity<Client>({
  plural: 'clients',
  label: { fr: 'Client', en: 'Client' },
  labelPlural: { fr: 'Clients', en: 'Clients' },
  title: ['companyName', 'contact.displayName'],
  access: {
    read: castingDesk.where(castingClient), create: castingDesk, update: castingDesk.where(castingClient), delete: administrators,
  },
  rules: [organisationOrContact, firstContactIsPast],
  unique: [{
    fields: ['organisation', 'contact'], nullsEqual: true,
    message: { fr: 'Cette organisation est déjà client avec ce contact.', en: 'This organisation is already a client with this contact.' },
  }],
  listed: acceptedClient,
  searchThrough: ['organisation', 'contact'],
  sort: { companyName: 'ASC' },
  menu: { order: 30, icon: 'handshake', under: 'casting' },
  list: ['number', 'companyName', 'contact', 'lines', 'state'],
})
export class Client extends Base {
  @Sequence({ unique: true }) number!: number
  /** Kept by the house from the organisation: what lists, contracts and the public show without joining. */
  @Text({ readOnly: true, max: 250, search: 'A', index: true, label: { fr: 'Société', en: 'Company' } }) companyName?: string
  @BelongsTo(() => Organisation, { owned: true, inverse: 'clients', inverseLabel: { fr: 'Client', en: 'Client' } }) organisation?: Organisation
  @BelongsTo(() => Person, { owned: true, inverse: 'clients', inverseLabel: { fr: 'Client', en: 'Client' }, index: true }) contact?: Person
  @Choices({
    required: true, values: lines, label: { fr: 'Métiers', en: 'Lines of business' },
    help: { fr: 'Ceux de nos métiers qui servent ce client.', en: 'Those of our businesses that serve this client.' },
  }) lines!: string[]
  @Day({ label: { fr: 'Premier contact', en: 'First contact' } }) firstContactOn?: string
  @Instant({ label: { fr: 'Dernier contact', en: 'Last contact' } }) lastContactAt?: string
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
