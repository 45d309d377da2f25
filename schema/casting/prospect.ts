import { Base, BelongsTo, Bool, Choice, Entity, LongText, ManyToMany } from '#model'
import { sources } from '../core/choices.ts'
import { Client } from '../core/client.ts'
import { Organisation } from '../core/organisation.ts'
import { Person } from '../core/person.ts'
import { organisationOrContact } from '../core/cardRules.ts'
import { User } from '../core/user.ts'
import { castingDesk } from '../roles.ts'
import { DiffusionPartner } from './diffusionPartner.ts'
import { ownProspect, prospectOfDepartment } from './rules.ts'

/**
 * Somebody who may become a client, a diffusion partner, or both. What is typed about either is kept
 * in that record from the first day, in state PROSPECTIVE, so that conversion retypes nothing (C-03).
 */
@Entity<Prospect>({
  plural: 'prospects',
  label: { fr: 'Prospect', en: 'Prospect' },
  labelPlural: { fr: 'Prospects', en: 'Prospects' },
  title: ['organisation.displayName', 'contact.displayName'],
  concerns: ['organisation', 'contact'],
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  scopes: { own: ownProspect, department: prospectOfDepartment },
  rules: [organisationOrContact],
  unique: [{
    fields: ['organisation', 'contact'], nullsEqual: true, where: { state: { eq: 'OPEN' } },
    message: { fr: 'Un prospect ouvert existe déjà pour cette organisation et ce contact.', en: 'There is an open prospect already for this organisation and this contact.' },
  }],
  searchThrough: ['organisation', 'contact'],
  menu: { order: 20, icon: 'person_search' },
  list: ['organisation', 'contact', 'responsible', 'client', 'diffusionPartner', 'state', 'createdAt'],
  groups: { client: { fr: 'Client', en: 'Client' }, partner: { fr: 'Partenaire', en: 'Partner' }, users: { fr: 'Utilisateurs', en: 'Users' } },
})
export class Prospect extends Base {
  @BelongsTo(() => Organisation, { owned: true, inverse: 'prospects' }) organisation?: Organisation
  @BelongsTo(() => Person, { owned: true, inverse: 'prospects', index: true }) contact?: Person
  @BelongsTo(() => User, { inverse: 'prospects', index: true }) responsible?: User
  @Choice({ values: sources, required: true, default: 'EMPLOYEE' }) source!: string
  @LongText({ search: 'C' }) note?: string
  @LongText({ search: 'D', help: { fr: 'Ce que le prospect a écrit lui-même.', en: 'What the prospect wrote.' } }) message?: string
  @BelongsTo(() => Client, { owned: true, inverse: 'prospects', index: true, group: 'client' }) client?: Client
  @Bool({ transient: true, group: 'client', visibleWhen: { state: { eq: 'OPEN' } }, label: { fr: 'Devient client', en: 'Becomes a client' } }) becomeClient?: boolean
  @BelongsTo(() => DiffusionPartner, { owned: true, inverse: 'prospects', index: true, group: 'partner' }) diffusionPartner?: DiffusionPartner
  @Bool({ transient: true, group: 'partner', visibleWhen: { state: { eq: 'OPEN' } }, label: { fr: 'Devient partenaire', en: 'Becomes a partner' } }) becomePartner?: boolean
  @ManyToMany(() => User, {
    owned: true, inverse: 'prospectsOf', inverseLabel: { fr: 'Compte de', en: 'Login of' }, group: 'users', label: { fr: 'Utilisateurs', en: 'Users' },
    help: { fr: 'Comptes de ses collaborateurs, sans droit d’employé.', en: 'Logins of its people, without any employee right.' },
  }) users!: User[]
  @Choice({
    values: { OPEN: { fr: 'Ouvert', en: 'Open' }, CONVERTED: { fr: 'Converti', en: 'Converted' } },
    required: true,
    initial: 'OPEN', index: true,
  }) state!: string
}
