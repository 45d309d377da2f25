import { Base, BelongsTo, Choice, Day, Entity } from '#model'
import { castingDesk } from '../roles.ts'
import { Party } from './party.ts'
import { roleEndsAfterItBegan } from './cardRules.ts'

/** What a person or an organisation is in this trade, over a period: for filters, targets and graphs. */
@Entity<PartyRole>({
  plural: 'partyRoles',
  label: { fr: 'Rôle d’une fiche', en: 'Party role' },
  labelPlural: { fr: 'Rôles des fiches', en: 'Party roles' },
  title: ['party.displayName'],
  concerns: ['party'],
  access: { read: castingDesk, create: castingDesk, update: castingDesk, delete: castingDesk },
  rules: [roleEndsAfterItBegan],
  unique: [{
    fields: ['party', 'kind'], where: { state: { eq: 'ACTIVE' } },
    message: { fr: 'Cette fiche a déjà ce rôle.', en: 'This card already has this role.' },
  }],
  list: ['party', 'kind', 'since', 'until', 'state'],
})
export class PartyRole extends Base {
  @BelongsTo(() => Party, { required: true, immutable: true, inverse: 'roles', inverseLabel: { fr: 'Rôles', en: 'Roles' }, onDelete: 'cascade', label: { fr: 'Fiche', en: 'Party' } }) party!: Party
  @Choice({
    required: true,
    values: {
      ARTIST: { fr: 'Artiste', en: 'Artist' },
      LABEL: { fr: 'Label', en: 'Label' },
      MANAGER: { fr: 'Manager', en: 'Manager' },
      PROGRAMMER: { fr: 'Programmateur', en: 'Programmer' },
      TECHNICIAN: { fr: 'Technicien', en: 'Technician' },
      BROADCASTER: { fr: 'Diffuseur', en: 'Broadcaster' },
      VENUE_OPERATOR: { fr: 'Exploitant de salle', en: 'Venue operator' },
      JOURNALIST: { fr: 'Journaliste', en: 'Journalist' },
      SPONSOR: { fr: 'Sponsor', en: 'Sponsor' },
      FAN: { fr: 'Fan', en: 'Fan' },
      VOLUNTEER: { fr: 'Bénévole', en: 'Volunteer' },
      BUSINESS_INTRODUCER: { fr: 'Apporteur d’affaires', en: 'Business introducer' },
      RIGHT_HOLDER: { fr: 'Ayant droit', en: 'Right holder' },
      BENEFIT_PROVIDER: { fr: 'Prestataire d’avantages', en: 'Benefit provider' },
      FUNDER: { fr: 'Financeur', en: 'Funder' },
    },
  }) kind!: string
  @Day({ label: { fr: 'Depuis', en: 'Since' } }) since?: string
  @Day({ label: { fr: 'Jusqu’au', en: 'Until' } }) until?: string
  @Choice({
    values: { ACTIVE: { fr: 'En cours', en: 'Active' }, ENDED: { fr: 'Terminé', en: 'Ended' } },
    required: true,
    initial: 'ACTIVE',
    moves: { end: { label: { fr: 'Terminer', en: 'End' }, from: ['ACTIVE'], to: 'ENDED' } },
  }) state!: string
}
