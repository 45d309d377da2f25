import { Base, BelongsTo, Bool, Choice, Email, Entity, Instant, Language, ManyToMany, Password, Text } from '#model'
import { administrators, castingDesk, members } from '../roles.ts'
import { accountOfDepartment } from './accessRules.ts'
import { Department } from './department.ts'
import { Organisation } from './organisation.ts'
import { Person } from './person.ts'
import { Role } from './role.ts'
import { notAbove, notFormer, ownAccount } from './rules.ts'
import { Team } from './team.ts'

/** A login. Who stands behind it is a person; what it may do follows from its roles. */
@Entity<User>({
  plural: 'users',
  label: { fr: 'Utilisateur', en: 'User' },
  labelPlural: { fr: 'Utilisateurs', en: 'Users' },
  title: ['fullName', 'email'],
  concerns: ['person', 'actsFor'],
  access: {
    read: [castingDesk, members.where(ownAccount)],
    create: castingDesk,
    update: [administrators.where(notFormer), castingDesk.where(notAbove), members.where(ownAccount).fields('locale', 'notifyByMail')],
    delete: [administrators.where(notFormer), castingDesk.where(notAbove)],
  },
  critical: { delete: true },
  scopes: { own: ownAccount, department: accountOfDepartment },
  listed: notFormer,
  sort: { fullName: 'ASC' },
  menu: { order: 40, icon: 'badge' },
  list: ['fullName', 'email', 'roles', 'state', 'isAdministrator', 'lastSignInAt'],
  groups: { access: { fr: 'Accès', en: 'Access' } },
})
export class User extends Base {
  @BelongsTo(() => Person, { owned: true, unique: true, inverse: 'user', requiredWhen: { state: { ne: 'DELETED' } } }) person?: Person
  /** The person's name, kept by the house; “former user” once the person is gone (C-08). */
  @Text({ readOnly: true, max: 250, search: 'A', index: true, label: { fr: 'Nom complet', en: 'Full name' } }) fullName?: string
  @Email({ unique: 'ignoreCase', search: 'A', requiredWhen: { state: { ne: 'DELETED' } }, help: { fr: 'Sert à se connecter.', en: 'Used to sign in.' } }) email?: string
  @Password({ min: 12, max: 128, label: { fr: 'Mot de passe', en: 'Password' }, help: { fr: 'Douze caractères au moins.', en: 'Twelve characters at least.' } }) password?: string
  @Text({ hidden: true, max: 200, label: { fr: 'Empreinte du mot de passe', en: 'Password hash' } }) passwordHash?: string
  @Language({ required: true, default: 'fr', label: { fr: 'Langue', en: 'Language' } }) locale!: string
  @Bool({ required: true, default: true, label: { fr: 'Notifications par e-mail', en: 'Notifications by e-mail' } }) notifyByMail!: boolean
  @ManyToMany(() => Role, { onDelete: 'restrict', inverse: 'users', group: 'access' }) roles!: Role[]
  @Bool({ readOnly: true, required: true, default: false, group: 'access', label: { fr: 'Administrateur', en: 'Administrator' } }) isAdministrator!: boolean
  @BelongsTo(() => Department, { inverse: 'members', inverseLabel: { fr: 'Membres', en: 'Members' }, index: true, group: 'access' }) department?: Department
  @BelongsTo(() => Team, { inverse: 'members', inverseLabel: { fr: 'Membres', en: 'Members' }, index: true, group: 'access', label: { fr: 'Équipe', en: 'Team' } }) team?: Team
  @Choice({
    required: true, default: 'STANDARD', group: 'access', label: { fr: 'Niveau', en: 'Level' },
    values: { INTERN: { fr: 'Stagiaire', en: 'Intern' }, STANDARD: { fr: 'Confirmé', en: 'Standard' }, SENIOR: { fr: 'Expert', en: 'Senior' } },
  }) level!: string
  @BelongsTo(() => Organisation, {
    inverse: 'logins', inverseLabel: { fr: 'Comptes', en: 'Logins' }, index: true, group: 'access', label: { fr: 'Agit pour', en: 'Acts for' },
    help: { fr: 'Compte d’un client ou d’un partenaire, sans droit d’employé.', en: 'A login of a client or a partner, without any employee right.' },
  }) actsFor?: Organisation
  @Instant({ readOnly: true, label: { fr: 'Dernière connexion', en: 'Last sign-in' } }) lastSignInAt?: string
  @Instant({ readOnly: true, group: 'access', label: { fr: 'Double authentification depuis', en: 'Two-step sign-in since' } }) secondFactorSince?: string
  @Instant({ readOnly: true, label: { fr: 'Archivé le', en: 'Archived at' } }) archivedAt?: string
  @Choice({
    values: {
      INVITED: { fr: 'Invité', en: 'Invited' },
      ACTIVE: { fr: 'Actif', en: 'Active' },
      INACTIVE: { fr: 'Inactif', en: 'Inactive' },
      DELETED: { fr: 'Ancien utilisateur', en: 'Former user' },
    },
    required: true,
    initial: 'ACTIVE', index: true,
  }) state!: string
}
