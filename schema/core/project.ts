import { Base, BelongsTo, Bool, Choice, Day, Entity, LongText, ManyToMany, Text } from '#model'
import { administrators, musicHouse, projectMakers } from '../roles.ts'
import { Party } from './party.ts'
import { managedProject, ownProject, projectEndsAfterItStarts } from './projectRules.ts'
import { User } from './user.ts'

/** Work that several people do together: a record, a tour, a campaign. To open it to somebody for a time opens its booking documents and events. */
@Entity<Project>({
  plural: 'projects',
  label: { fr: 'Projet', en: 'Project' },
  labelPlural: { fr: 'Projets', en: 'Projects' },
  title: 'name',
  access: {
    read: [administrators, musicHouse.where(ownProject)],
    create: [administrators, projectMakers], update: [administrators, projectMakers.where(managedProject)], delete: administrators,
  },
  rules: [projectEndsAfterItStarts],
  sort: { startsOn: 'DESC' },
  menu: { order: 25, icon: 'folder' },
  list: ['name', 'kind', 'startsOn', 'endsOn', 'manager', 'state'],
  groups: { period: { fr: 'Période', en: 'Period' } },
})
export class Project extends Base {
  @Text({ required: true, max: 160, search: 'A', index: true }) name!: string
  @Choice({
    required: true, default: 'ARTISTIC', label: { fr: 'Nature', en: 'Kind' },
    values: { ARTISTIC: { fr: 'Artistique', en: 'Artistic' }, TOUR: { fr: 'Tournée', en: 'Tour' }, EVENT: { fr: 'Événement', en: 'Event' }, CAMPAIGN: { fr: 'Campagne', en: 'Campaign' }, CLIENT: { fr: 'Client', en: 'Client' } },
  }) kind!: string
  @Day({ required: true, index: true, group: 'period', label: { fr: 'Début', en: 'Starts on' } }) startsOn!: string
  @Day({ group: 'period', label: { fr: 'Fin', en: 'Ends on' } }) endsOn?: string
  @Day({ group: 'period', label: { fr: 'Sortie', en: 'Released on' } }) releasedOn?: string
  @LongText({ max: 4_000, search: 'B', label: { fr: 'Résumé', en: 'Summary' } }) summary?: string
  @Bool({ label: { fr: 'Public', en: 'Public' } }) isPublic?: boolean
  @Bool({ label: { fr: 'Majeur', en: 'Major' } }) isMajor?: boolean
  @BelongsTo(() => User, { inverse: 'managedProjects', inverseLabel: { fr: 'Projets dirigés', en: 'Projects managed' }, index: true, label: { fr: 'Responsable', en: 'Manager' } }) manager?: User
  @ManyToMany(() => User, { inverse: 'projects', label: { fr: 'Membres', en: 'Members' } }) members!: User[]
  @ManyToMany(() => Party, { inverse: 'projects', label: { fr: 'Artistes et partenaires', en: 'Artists and partners' } }) parties!: Party[]
  @Choice({
    values: { IDEA: { fr: 'Idée', en: 'Idea' }, ACTIVE: { fr: 'En cours', en: 'Active' }, DONE: { fr: 'Terminé', en: 'Done' }, CANCELLED: { fr: 'Abandonné', en: 'Cancelled' } },
    required: true, initial: 'IDEA', moves: {
      start: { label: { fr: 'Commencer', en: 'Start' }, from: ['IDEA'], to: 'ACTIVE' },
      finish: { label: { fr: 'Terminer', en: 'Finish' }, from: ['ACTIVE'], to: 'DONE' },
      abandon: { label: { fr: 'Abandonner', en: 'Abandon' }, from: ['IDEA', 'ACTIVE'], to: 'CANCELLED', confirm: { fr: 'Abandonner ce projet ?', en: 'Cancel this project?' } },
    },
  }) state!: string
}
