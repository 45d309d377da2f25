import { Base, Bool, Entity, nobody, Text } from '#model'
import { administrators } from '../roles.ts'

/** A part of the product that administrators switch on and off; which there are, the code says. */
@Entity<Module>({
  plural: 'modules',
  label: { fr: 'Module', en: 'Module' },
  labelPlural: { fr: 'Modules', en: 'Modules' },
  title: 'name',
  access: { read: administrators, create: nobody, update: nobody, delete: nobody },
  readOnly: true,
  sort: { name: 'ASC' },
  list: ['name', 'key', 'enabled'],
})
export class Module extends Base {
  @Text({ required: true, max: 40, unique: true, label: { fr: 'Clé', en: 'Key' } }) key!: string
  @Text({ required: true, max: 80, search: 'A' }) name!: string
  @Bool({ required: true, default: true, label: { fr: 'En service', en: 'Switched on' } }) enabled!: boolean
}
