import { Base, BelongsTo, Choice, Entity, LongText } from '#model'
import { administrators } from '../roles.ts'
import { aboutSomebody, twoParties } from './conflictRules.ts'
import { Party } from './party.ts'
import { User } from './user.ts'

/**
 * A declared conflict of interest (C-48: none is presumed). With a person it is about what he reads and
 * writes; without one, about two parties that one record may not join.
 */
@Entity<ConflictRule>({
  plural: 'conflictRules',
  label: { fr: 'Règle de conflit d’intérêts', en: 'Conflict rule' },
  labelPlural: { fr: 'Conflits d’intérêts', en: 'Conflict rules' },
  title: ['reason'],
  access: { read: administrators, create: administrators, update: administrators, delete: administrators },
  critical: { moves: ['lift'], delete: true, update: ['effect', 'partyA', 'partyB', 'user'], where: { effect: { eq: 'BLOCK' } } },
  rules: [twoParties, aboutSomebody],
  unique: [{ fields: ['partyA', 'partyB', 'user'], nullsEqual: true, message: { fr: 'Cette règle existe déjà.', en: 'This rule exists already.' } }],
  indexes: [['user', 'state']],
  menu: { order: 62, icon: 'gavel' },
  list: ['kind', 'effect', 'partyA', 'partyB', 'user', 'state', 'reason'],
})
export class ConflictRule extends Base {
  @Choice({
    required: true, label: { fr: 'Nature', en: 'Kind' },
    values: {
      COMPETING_ARTISTS: { fr: 'Artistes concurrents', en: 'Competing artists' },
      OWN_INTEREST: { fr: 'Intérêt personnel', en: 'Own interest' },
      MANUAL: { fr: 'Autre', en: 'Other' },
    },
  }) kind!: string
  @Choice({
    required: true, default: 'ALERT', label: { fr: 'Effet', en: 'Effect' }, help: { fr: 'Bloquer l’emporte sur tous les droits, ceux des administrateurs compris.', en: 'To block beats every right, those of administrators included.' },
    values: { ALERT: { fr: 'Alerter', en: 'Alert' }, BLOCK: { fr: 'Bloquer', en: 'Block' } },
  }) effect!: string
  @BelongsTo(() => Party, { required: true, inverse: 'conflicts', index: true, label: { fr: 'Fiche concernée', en: 'Party' }, help: { fr: 'Avec une seconde fiche et une personne : celle que la personne représente.', en: 'With a second party and a person: the one that the person stands for.' } }) partyA!: Party
  @BelongsTo(() => Party, { label: { fr: 'Fiche concurrente', en: 'Competing party' } }) partyB?: Party
  @BelongsTo(() => User, { label: { fr: 'Personne visée', en: 'Person' }, help: { fr: 'Vide : la règle vaut pour tout enregistrement qui réunirait les deux fiches.', en: 'Empty: the rule is about every record that would join the two parties.' } }) user?: User
  @LongText({ required: true, max: 1_000, label: { fr: 'Motif', en: 'Reason' } }) reason!: string
  @Choice({
    values: { ACTIVE: { fr: 'En vigueur', en: 'Active' }, LIFTED: { fr: 'Levée', en: 'Lifted' } }, required: true, initial: 'ACTIVE', index: true,
    moves: {
      lift: { label: { fr: 'Lever', en: 'Lift' }, from: ['ACTIVE'], to: 'LIFTED', confirm: { fr: 'Lever cette règle ? Pour un blocage, une seconde personne doit être d’accord.', en: 'Lift this rule? For a block a second person must agree.' } },
      restore: { label: { fr: 'Remettre en vigueur', en: 'Put back in force' }, from: ['LIFTED'], to: 'ACTIVE' },
    },
  }) state!: string
}
