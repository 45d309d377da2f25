import { Base, Bool, Entity, LongText, Text } from '#model'
import { administrators, castingDesk } from '../roles.ts'
import { customRole } from './rules.ts'

/** A role that accounts hold. The standard ones are declared in the code, with their rights. */
@Entity<Role>({
  plural: 'roles',
  label: { fr: 'Rôle', en: 'Role' },
  labelPlural: { fr: 'Rôles', en: 'Roles' },
  title: 'name',
  access: { read: castingDesk, create: administrators, update: administrators.where(customRole), delete: administrators.where(customRole) },
  critical: { delete: true },
  fixedAccess: true,
  sort: { name: 'ASC' },
  menu: { order: 50, icon: 'key' },
  list: ['name', 'key', 'standard', 'description'],
})
export class Role extends Base {
  @Text({
    required: true, immutable: true, max: 40, unique: true, pattern: /^[a-z][A-Za-z0-9]*$/, label: { fr: 'Clé', en: 'Key' },
    patternHelp: { fr: 'Une minuscule, puis des lettres et des chiffres.', en: 'A small letter, then letters and digits.' },
  }) key!: string
  @Text({ required: true, max: 80, unique: 'ignoreCase', search: 'A' }) name!: string
  @Bool({ readOnly: true, required: true, default: false, label: { fr: 'Prédéfini', en: 'Standard' } }) standard!: boolean
  @LongText({ max: 1_000 }) description?: string
}
