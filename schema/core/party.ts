import { Base, Choice, Email, Entity, LongText, ManyToMany, nobody, PhoneNumber, Text, Url, type Phone } from '#model'
import { castingDesk } from '../roles.ts'
import { Address } from './address.ts'
import { sources } from './choices.ts'
import { partyGroups } from './groups.ts'
import { activeParty } from './rules.ts'

/** A person or an organisation: the only place where a name, an e-mail, a telephone and addresses are kept. */
@Entity<Party>({
  plural: 'parties',
  label: { fr: 'Fiche de contact', en: 'Party' },
  labelPlural: { fr: 'Fiches de contact', en: 'Parties' },
  title: 'displayName',
  concerns: ['id'],
  abstract: true,
  critical: { export: 500 },
  access: { read: castingDesk, create: nobody, update: nobody, delete: nobody },
  listed: activeParty,
  sort: { displayName: 'ASC' },
  list: ['displayName', 'email', 'phone', 'state'],
  groups: partyGroups,
})
export abstract class Party extends Base {
  /** Kept by the house from the names. */
  @Text({ readOnly: true, required: true, max: 250, search: 'A', index: true }) displayName!: string
  @Email({ search: 'B', group: 'coordinates' }) email?: string
  @PhoneNumber({ search: 'B', group: 'coordinates', sensitive: true }) phone?: Phone
  @Url({ group: 'coordinates' }) website?: string
  @ManyToMany(() => Address, {
    owned: true, inverse: 'parties', inverseLabel: { fr: 'Fiches', en: 'Parties' }, group: 'coordinates',
    help: { fr: 'Une adresse partagée se corrige une fois pour toutes ses fiches.', en: 'A shared address is corrected once, for all its cards.' },
  }) addresses!: Address[]
  @Choice({ values: sources, default: 'EMPLOYEE', group: 'follow' }) source?: string
  @LongText({ group: 'follow', search: 'D', sensitive: true }) notes?: string
  @Choice({
    values: {
      ACTIVE: { fr: 'Active', en: 'Active' },
      ARCHIVED: { fr: 'Archivée', en: 'Archived' },
      MERGED: { fr: 'Fusionnée', en: 'Merged' },
      ERASED: { fr: 'Effacée', en: 'Erased' },
    },
    required: true,
    initial: 'ACTIVE',
    moves: {
      archive: { label: { fr: 'Archiver', en: 'Archive' }, from: ['ACTIVE'], to: 'ARCHIVED' },
      restore: { label: { fr: 'Rétablir', en: 'Restore' }, from: ['ARCHIVED'], to: 'ACTIVE' },
    },
    group: 'follow',
  }) state!: string
}
