import { Base, BelongsTo, BelongsToNamed, Entity, Text } from '#model'
import { administrators, castingDesk } from '../roles.ts'
import { Department } from './department.ts'

/** People who work together, inside a department or across several. */
@Entity<Team>({
  plural: 'teams',
  label: { fr: 'Équipe', en: 'Team' },
  labelPlural: { fr: 'Équipes', en: 'Teams' },
  title: 'name',
  access: { read: castingDesk, create: administrators, update: administrators, delete: administrators },
  unique: [{ fields: ['department', 'name'], ignoreCase: true, nullsEqual: true, message: { fr: 'Ce département a déjà une équipe de ce nom.', en: 'This department has a team of this name already.' } }],
  sort: { name: 'ASC' },
  menu: { order: 62, icon: 'groups' },
  list: ['name', 'department', 'manager'],
})
export class Team extends Base {
  @Text({ required: true, max: 80, search: 'A' }) name!: string
  @BelongsTo(() => Department, { inverse: 'teams', index: true }) department?: Department
  @BelongsToNamed('User', { onDelete: 'setNull', label: { fr: 'Responsable', en: 'Manager' } }) manager?: object
}
