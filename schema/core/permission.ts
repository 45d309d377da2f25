import { Base, BelongsTo, Choice, Entity, Json, Text } from '#model'
import { administrators } from '../roles.ts'
import { Department } from './department.ts'
import { Role } from './role.ts'
import { oneHolder } from './accessRules.ts'
import { User } from './user.ts'

/**
 * A right that people give or take beside those of the code: of a role, of a department’s people, or of one person.
 * A refusal wins over whatever gives.
 */
@Entity<Permission>({
  plural: 'permissions',
  label: { fr: 'Permission', en: 'Permission' },
  labelPlural: { fr: 'Permissions', en: 'Permissions' },
  title: 'entityType',
  access: { read: administrators, create: administrators, update: administrators, delete: administrators },
  fixedAccess: true,
  rules: [oneHolder],
  unique: [{
    fields: ['role', 'user', 'department', 'entityType', 'action', 'field', 'effect'], nullsEqual: true,
    message: { fr: 'Cette permission est déjà donnée.', en: 'This permission is given already.' },
  }],
  sort: { entityType: 'ASC' },
  list: ['role', 'department', 'user', 'entityType', 'action', 'field', 'scope', 'effect'],
})
export class Permission extends Base {
  @BelongsTo(() => Role, { immutable: true, inverse: 'permissions', onDelete: 'cascade', index: true, label: { fr: 'Rôle', en: 'Role' } }) role?: Role
  @BelongsTo(() => Department, { immutable: true, inverse: 'permissions', onDelete: 'cascade', index: true }) department?: Department
  @BelongsTo(() => User, { immutable: true, inverse: 'permissions', onDelete: 'cascade', index: true }) user?: User
  @Text({ required: true, immutable: true, max: 60, entity: true, label: { fr: 'Type d’enregistrement', en: 'Entity type' } }) entityType!: string
  @Text({
    required: true, immutable: true, max: 60, label: { fr: 'Action', en: 'Action' },
    help: { fr: 'READ, CREATE, UPDATE, DELETE, ou le nom d’une action (publish).', en: 'READ, CREATE, UPDATE, DELETE, or the name of an action (publish).' },
  }) action!: string
  @Text({ immutable: true, max: 60, label: { fr: 'Champ', en: 'Field' }, help: { fr: 'Vide : tous ceux qui existent aujourd’hui.', en: 'Empty: all those that there are today.' } }) field?: string
  @Choice({
    required: true, default: 'ALL', label: { fr: 'Portée', en: 'Scope' },
    values: {
      ALL: { fr: 'Tout', en: 'All' }, DEPARTMENT: { fr: 'Son département', en: 'Own department' }, PROJECT: { fr: 'Ses projets', en: 'Own projects' },
      OWN: { fr: 'Les siens', en: 'Own' }, NONE: { fr: 'Aucun', en: 'None' },
    },
  }) scope!: string
  @Choice({ required: true, default: 'ALLOW', label: { fr: 'Effet', en: 'Effect' }, values: { ALLOW: { fr: 'Autorise', en: 'Allows' }, DENY: { fr: 'Refuse', en: 'Denies' } } }) effect!: string
  /** The fields that there were when it was given: what comes later stays closed until somebody gives it again. */
  @Json({ readOnly: true, shape: { type: 'array', items: { type: 'string', max: 60 }, max: 400 }, label: { fr: 'Champs connus', en: 'Known fields' } }) knownFields?: string[]
}
