import { Base, BelongsTo, Choice, Entity, Text } from '#model'
import { administrators, castingDesk } from '../roles.ts'
import { Role } from './role.ts'

/** A part of the company; its people hold its role. */
@Entity<Department>({
  plural: 'departments',
  label: { fr: 'Département', en: 'Department' },
  labelPlural: { fr: 'Départements', en: 'Departments' },
  title: 'name',
  access: { read: castingDesk, create: administrators, update: administrators, delete: administrators },
  fixedAccess: true,
  sort: { name: 'ASC' },
  menu: { order: 60, icon: 'groups' },
  list: ['name', 'key', 'line', 'defaultRole'],
})
export class Department extends Base {
  @Text({
    required: true, immutable: true, max: 40, unique: true, pattern: /^[a-z][A-Za-z0-9]*$/, label: { fr: 'Clé', en: 'Key' },
    patternHelp: { fr: 'Une minuscule, puis des lettres et des chiffres.', en: 'A small letter, then letters and digits.' },
  }) key!: string
  @Text({ required: true, max: 80, unique: 'ignoreCase', search: 'A' }) name!: string
  @Choice({
    label: { fr: 'Métier', en: 'Line of business' },
    values: {
      EPIC_EVENTS: { fr: 'Événementiel', en: 'Event company' },
      CASTING: { fr: 'Casting', en: 'Casting' },
      MUSIC: { fr: 'Musique', en: 'Music' },
    },
  }) line?: string
  @BelongsTo(() => Role, { label: { fr: 'Rôle de ses membres', en: 'Role of its members' }, inverse: 'departments' }) defaultRole?: Role
}
