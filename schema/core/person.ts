import { Encrypted, Entity, File, ManyToMany, Text } from '#model'
import { castingDesk } from '../roles.ts'
import type { FileAsset } from './fileAsset.ts'
import { partyGroups } from './groups.ts'
import { Organisation } from './organisation.ts'
import { Party } from './party.ts'
import { personIsNamed } from './cardRules.ts'
import { activeParty } from './rules.ts'

/** Somebody, recorded once, whatever the number of organisations he or she speaks for. */
@Entity<Person>({
  plural: 'people',
  label: { fr: 'Personne', en: 'Person' },
  labelPlural: { fr: 'Personnes', en: 'People' },
  title: 'displayName',
  kind: 'PERSON',
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  rules: [personIsNamed],
  concerns: ['id', 'employers'],
  critical: { delete: true, export: 500 },
  listed: activeParty,
  searchThrough: ['employers'],
  sort: { displayName: 'ASC' },
  menu: { order: 20, icon: 'person' },
  list: ['displayName', 'jobTitle', 'employers', 'email', 'phone'],
  groups: partyGroups,
})
export class Person extends Party {
  @Text({ max: 100, help: { fr: 'Un nom ou un prénom suffit.', en: 'A first or a last name is enough.' } }) firstName?: string
  @Text({ max: 140 }) lastName?: string
  @Text({ max: 140 }) jobTitle?: string
  @Encrypted({ day: true, label: { fr: 'Date de naissance', en: 'Date of birth' }, help: { fr: 'AAAA-MM-JJ. Chiffrée : ni filtre ni tri.', en: 'YYYY-MM-DD. Encrypted: no filter, no order.' } }) birthDate?: string
  @ManyToMany(() => Organisation, {
    label: { fr: 'Organisations', en: 'Organisations' },
    help: { fr: 'Celles pour lesquelles cette personne parle.', en: 'Those that this person speaks for.' },
    inverse: 'members', inverseLabel: { fr: 'Contacts', en: 'Contacts' },
  }) employers!: Organisation[]
  @File({
    accept: ['image/jpeg', 'image/png', 'image/webp'], maxBytes: 5_000_000, inverse: 'pictureOf', inverseLabel: { fr: 'Portrait de', en: 'Picture of' },
    label: { fr: 'Portrait', en: 'Picture' },
  }) picture?: FileAsset
}
